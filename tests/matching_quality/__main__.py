"""`python -m tests.matching_quality`: compare the cases of others anew, write the tables of docs/matching-quality.md.

Cases for which `reasons.csv` has no reason yet go to the terminal.
"""

import sys

from tests.matching_quality.measure import measured, reason
from tests.matching_quality.outcome import CASES
from tests.matching_quality.table import DOCS, tables, written


def main() -> None:
    """Measure, tell, write."""
    if not CASES.is_dir():
        sys.exit(f"the case files are not in {CASES}; name the folder above `data` in CITATIONS_SHARED")
    found = measured()
    for case in found:
        if not case.beside and not case.agrees and not reason(case):
            print(f"{case.file} {case.row}: {case.text!r}: {case.about} {case.ours!r}, theirs {case.theirs!r}")
    DOCS.write_text(written(DOCS.read_text(encoding="utf-8"), tables(found)), encoding="utf-8")
    print(f"{DOCS} is written")


if __name__ == "__main__":
    main()
