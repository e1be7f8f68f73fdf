"""Peers that match records, on the same labelled pairs as we: `python -m tests.benchmarks.peers`."""
