"""The four pages that every directory comes with, and the file that says what should be read of them."""

FOUND, RESULTS, NOT_FOUND, BLOCKED = "found", "results", "not_found", "blocked"
KINDS = (FOUND, RESULTS, NOT_FOUND, BLOCKED)
EXPECTED = "expect.json"
