"""Comparisons per second, against labelling the two addresses of every pair anew with usaddress alone."""

import pytest
import usaddress
from pytest_benchmark.fixture import BenchmarkFixture

from citations import Batch, Listing, Location, compare
from citations.practice import build
from citations.practice.shown import Shown

Pairs = list[tuple[Location, Listing]]


@pytest.fixture(scope="module")
def pairs() -> Pairs:
    """Each location of a practice web beside each listing that it has there."""
    world = build(seed=3, locations=60)
    places = {place.id: place for place in world.locations}
    return [(places[row.location], _listing(row.shown)) for row in world.rows if row.shown]


def _listing(shown: Shown) -> Listing:
    says = shown.as_facts()
    return Listing(
        name=says["name"],
        address=says["address"],
        phones=[says["phone"]],
        website=says["website"],
        hours=says["hours"],
    )


@pytest.mark.benchmark(group="comparing")
def test_compare(benchmark: BenchmarkFixture, pairs: Pairs) -> None:
    batch = Batch(place for place, _ in pairs)
    comparisons = benchmark(lambda: [compare(place, listing, batch) for place, listing in pairs])
    assert any(comparison.address.verdict == "same" for comparison in comparisons)


@pytest.mark.benchmark(group="comparing")
def test_reading_every_address_with_usaddress_alone(benchmark: BenchmarkFixture, pairs: Pairs) -> None:
    labelled = benchmark(  # only the two addresses of each pair, and nothing compared
        lambda: [
            (usaddress.parse(str(place.postal)), usaddress.parse(str(listing.address))) for place, listing in pairs
        ]
    )
    assert len(labelled) == len(pairs)
