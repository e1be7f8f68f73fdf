"""docs/matching-quality.md says how the cases of others are compared, as it is now."""

import pytest

from tests.matching_quality.hard_pairs import hard_pairs
from tests.matching_quality.measure import measured, reason
from tests.matching_quality.outcome import CASES
from tests.matching_quality.table import DOCS, tables, written

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the shared data is not here")


def test_hard_pairs_are_accepted_where_a_careful_person_would() -> None:
    found = list(hard_pairs())
    accepted_in_error = [case.text for case in found if case.theirs == "different" and not case.agrees]
    assert accepted_in_error == []
    assert sum(case.agrees for case in found) / len(found) >= 0.97


@pytest.mark.slow
def test_the_tables_are_what_is_compared_now() -> None:
    found = measured()
    said = DOCS.read_text(encoding="utf-8")
    assert written(said, tables(found)) == said, "write them anew: python -m tests.matching_quality"
    unjudged = [case for case in found if not case.beside and not case.agrees and not reason(case)]
    assert unjudged == []
