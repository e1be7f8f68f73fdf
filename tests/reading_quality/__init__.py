"""How well pages are read, on saved pages of real sites: `python -m tests.reading_quality`."""
