"""Every labelled pair that identity gets wrong has been looked at, and docs/matching-quality.md says what was found."""

import pytest

from tests.benchmarks.labelled_pairs import PAIRS, overture
from tests.benchmarks.learn_weights import Judged, samples, unseen_decisions
from tests.matching_quality.identity import identity_table, in_the_way
from tests.matching_quality.table import DOCS, IDENTITY, written

pytestmark = [
    pytest.mark.skipif(not PAIRS.is_dir(), reason="the shared data is not here"),
    pytest.mark.slow,
]


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    return unseen_decisions(samples(overture()))


def test_every_pair_in_the_way_has_a_judgement(judged: list[Judged]) -> None:
    assert [pair for pair in in_the_way(judged) if not pair.judgement] == []


def test_the_page_lists_the_pairs_and_figures_of_now(judged: list[Judged]) -> None:
    said = DOCS.read_text(encoding="utf-8")
    assert IDENTITY in said
    assert written(said, identity_table(judged), IDENTITY) == said, "write it anew: python -m tests.matching_quality"
