"""How well saved real pages of the shipped directories are read: `python -m tests.real_pages`."""
