"""`python -m tests.real_pages`: read saved pages of the shipped directories anew, write the tables of docs/limits.md.

What was shown and what was read of each field that was not read right goes to the terminal.
"""

import sys

from tests.real_pages.judge import RIGHT
from tests.real_pages.measure import measured
from tests.real_pages.table import DOCS, tables, written
from tests.shared_data import PAGES


def main() -> None:
    """Measure, tell, write."""
    if not PAGES.is_dir():
        sys.exit(f"the saved pages are not in {PAGES}; name the folder above `data` in CITATIONS_SHARED")
    found = measured()
    for one in found:
        for field in one.fields:
            if field.word != RIGHT:
                print(f"{field.file}: {field.field} {field.word}: {field.shown!r} read as {field.read!r}")
    DOCS.write_text(written(DOCS.read_text(encoding="utf-8"), tables(found)), encoding="utf-8")
    print(f"{DOCS} is written")


if __name__ == "__main__":
    main()
