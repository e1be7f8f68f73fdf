"""`python -m tests.reading_quality`: read the saved pages anew, write the tables of docs/reading-quality.md.

What was shown and what was read of each field that has no reason in `reasons.csv` goes to the terminal.
"""

import sys

from tests.reading_quality.everything import everything
from tests.reading_quality.table import DOCS, faulty, tables, why, written
from tests.shared_data import PAGES


def main() -> None:
    """Measure, tell, write."""
    if not PAGES.is_dir():
        sys.exit(f"the saved pages are not in {PAGES}; name the folder above `data` in CITATIONS_SHARED")
    found = everything()
    for way, pages in found.pages.items():
        for one in faulty(pages):
            if not why(way, one.file, one.field):
                print(f"{way}: {one.file}: {one.field} {one.word}: {one.shown!r} read as {one.read!r}")
    for wall in found.walls:
        if not wall.is_named:
            print(f"{wall.file}: {wall.reason} read as {wall.reading.obstacle or list(wall.reading)}")
    DOCS.write_text(written(DOCS.read_text(encoding="utf-8"), tables(found)), encoding="utf-8")
    print(f"{DOCS} is written")


if __name__ == "__main__":
    main()
