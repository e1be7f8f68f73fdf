"""Measured on labelled pairs that lie beside the checkout; skipped where they are absent. Floors, not goals."""

import csv
from collections import Counter

import pytest

from citations.models import Listing, Location
from citations.nap import compare, identify
from citations.nap.assignment import Became, Claim, assign
from citations.nap.decision import bears_another_name
from citations.nap.levels import levels
from citations.nap.weights import learnt_thresholds, weights
from citations.words import Decision
from tests.benchmarks.labelled_pairs import PAIRS, Pair, fodors_zagats, overture, yelp_zomato
from tests.benchmarks.learn_weights import samples, table
from tests.shared_data import DATA

HARD = DATA / "cases" / "hard_pairs.csv"
pytestmark = pytest.mark.skipif(not HARD.exists() or not PAIRS.exists(), reason="labelled pairs are not here")


def _country(text: str) -> str:
    for mark, code in (("London", "GB"), ("+44", "GB"), ("Sydney", "AU"), ("Montr", "CA")):
        if mark in text:
            return code
    return "US"


def test_hard_pairs() -> None:
    right: Counter[str] = Counter()
    accepted_in_error = []
    with HARD.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            verdict = _verdict(row["field"], row["a"], row["b"])
            right[row["field"]] += verdict == (row["relation"] != "different")
            if verdict and row["relation"] == "different":
                accepted_in_error.append(row)
    assert accepted_in_error == []
    assert right["phone"] >= 22
    assert right["address"] >= 42
    assert right["name"] >= 35


def _verdict(field: str, canonical: str, listed: str) -> bool:
    record = {"id": "1", "name": "Acme", "country": _country(canonical)} | {field: canonical}
    shown = {"phones": [listed]} if field == "phone" else {field: listed}
    return compare(Location(**record), Listing(**shown)).fields[field].verdict.is_right  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pairs", "precision", "recall"),
    [
        pytest.param(overture, 0.945, 0.84, id="Overture, all countries"),
        pytest.param(yelp_zomato, 0.98, 0.90, id="Yelp and Zomato"),
        pytest.param(lambda: fodors_zagats("train"), 0.99, 0.98, id="Fodors and Zagats, train"),
        pytest.param(lambda: fodors_zagats("valid"), 0.99, 0.99, id="Fodors and Zagats, valid"),
    ],
)
def test_identity_says_same_only_when_sure(pairs: object, precision: float, recall: float) -> None:
    assert callable(pairs)
    labelled: list[Pair] = pairs()
    said = [identify(pair.location, pair.listing).decision is Decision.SAME for pair in labelled]
    hits = sum(same and pair.same for same, pair in zip(said, labelled, strict=True))
    assert hits / sum(said) >= precision
    assert hits / sum(pair.same for pair in labelled) >= recall


@pytest.mark.slow
def test_the_weights_are_those_that_are_learnt() -> None:
    """A change to the levels wants `python -m tests.benchmarks.learn_weights --write`."""
    learnt = {key: bits for key, bits in table(samples(overture())).items() if bits or key[0] == "decision"}
    assert learnt == pytest.approx(dict(weights()), abs=0.1)


@pytest.mark.parametrize(
    ("pairs", "least"),
    [
        pytest.param(yelp_zomato, 0.98, id="Yelp and Zomato"),
        pytest.param(lambda: fodors_zagats("train"), 0.99, id="Fodors and Zagats, train"),
        pytest.param(lambda: fodors_zagats("valid"), 1.0, id="Fodors and Zagats, valid"),
    ],
)
def test_one_to_one(pairs: object, least: float) -> None:
    """Same is what the assignment leaves to a location, when bits and name say so; F1 over all pairs."""
    assert callable(pairs)
    labelled: list[Pair] = pairs()
    said = one_to_one(labelled)
    hits = sum(same and pair.same for same, pair in zip(said, labelled, strict=True))
    assert 2 * hits / (sum(said) + sum(pair.same for pair in labelled)) >= least


def one_to_one(labelled: list[Pair]) -> list[bool]:
    """Whether each pair is held when every listing is one location's, has the bits for it, and no other's name."""
    judged = [identify(pair.location, pair.listing) for pair in labelled]
    may_be = [at for at, identity in enumerate(judged) if identity.decision is not Decision.DIFFERENT]
    claims = [Claim(labelled[at].location.id, labelled[at].listing.url, judged[at].bits) for at in may_be]
    held = {at for at, one in zip(may_be, assign(claims), strict=True) if one.became is Became.HELD}
    return [
        at in held
        and identity.bits >= learnt_thresholds().same
        and not bears_another_name(levels(labelled[at].location, labelled[at].listing))
        for at, identity in enumerate(judged)
    ]
