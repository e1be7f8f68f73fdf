"""How well names, addresses and phones are compared, on cases of others: `python -m tests.matching_quality`."""
