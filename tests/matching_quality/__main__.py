"""`python -m tests.matching_quality`: compare the cases of others anew, write the tables of docs/matching-quality.md.

Cases for which `reasons.csv` has no reason yet, and pairs that `identity_reasons.csv` does not judge, go to the
terminal.
"""

import sys

from tests.benchmarks.labelled_pairs import overture
from tests.benchmarks.learn_weights import samples, unseen_decisions
from tests.matching_quality.identity import identity_table, in_the_way
from tests.matching_quality.measure import measured, reason
from tests.matching_quality.outcome import CASES
from tests.matching_quality.table import DOCS, IDENTITY, tables, written


def main() -> None:
    """Measure, tell, write."""
    if not CASES.is_dir():
        sys.exit(f"the case files are not in {CASES}; name the folder above `data` in CITATIONS_SHARED")
    found = measured()
    for case in found:
        if not case.beside and not case.agrees and not reason(case):
            print(f"{case.file} {case.row}: {case.text!r}: {case.about} {case.ours!r}, theirs {case.theirs!r}")
    judged = unseen_decisions(samples(overture()))
    for pair in in_the_way(judged):
        if not pair.judgement:
            print(f"overture_places.csv {pair.row}: labelled {pair.labelled}, we say {pair.we_say}")
    text = written(DOCS.read_text(encoding="utf-8"), tables(found))
    DOCS.write_text(written(text, identity_table(judged), IDENTITY), encoding="utf-8")
    print(f"{DOCS} is written")


if __name__ == "__main__":
    main()
