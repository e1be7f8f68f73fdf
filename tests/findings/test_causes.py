"""One wrong value in many places, or one detail that a feed lacks, is one cause; and where to put it right first."""

import pytest

from citations.directory import Directory
from citations.findings import location_result, upstream
from citations.findings.causes import Cause, causes
from citations.models import Check, FieldResult
from citations.words import Status, Verdict
from tests.findings.fix_list import OLD
from tests.invented import DIRECTORIES, dental, listed, looked, wrong

INFOS = {info.id: info for info in DIRECTORIES}
LACKING = FieldResult(Verdict.ABSENT, "", "Suite 200", "", "the unit is left out")
NO_SUITE = wrong(
    Verdict.INCOMPLETE, "100 Main Street", "100 Main Street Suite 200", "the unit is left out", unit=LACKING
)


def found(*of_places: list[Check]) -> tuple[Cause, ...]:
    results = [location_result(dental(number), checks, INFOS) for number, checks in enumerate(of_places)]
    every = [check.directory for checks in of_places for check in checks if check.comparison]
    return causes(
        [problem for result in results for problem in result.problems], {name: every.count(name) for name in every}
    )


@pytest.mark.parametrize(
    ("without", "of", "is_a_feed"), [(4, 4, True), (3, 6, True), (2, 2, False), (3, 9, False)], ids=str
)
def test_a_feed_that_lacks_suites_is_one_cause(without: int, of: int, is_a_feed: bool) -> None:
    places = [
        [listed(dental(n), "example_pages", address=NO_SUITE) if n < without else listed(dental(n), "example_pages")]
        for n in range(of)
    ]
    lacking = [cause for cause in found(*places) if cause.lacks]
    assert [(cause.field, cause.lacks, cause.locations) for cause in lacking] == (
        [("address", "unit", without)] if is_a_feed else []
    )


def site(key: str, name: str, **facts: tuple[str, ...]) -> tuple[str, Directory]:
    made = type(key, (Directory,), {"id": key, "name": name, "domains": (f"{key}.example",), **facts})
    return key, made()


CHAIN = dict(
    [
        site("example_pages", "Example Pages", fed_by=("Big Aggregator",)),
        site("town_guide", "Town Guide", fed_by=("example_pages",)),
        site("local_finder", "Local Finder", fed_by=("owners",)),
        site("map_nearby", "Map Nearby", fed_by=("owners",)),
    ]
)


@pytest.mark.parametrize(
    ("showing", "name", "feeds", "shows_it"),
    [
        (("town_guide", "example_pages"), "Big Aggregator", ("Example Pages", "Town Guide"), False),
        (("town_guide", "local_finder"), "", (), False),
        (("local_finder", "map_nearby"), "", (), False),
    ],
)
def test_the_place_upstream_is_named(
    showing: tuple[str, ...], name: str, feeds: tuple[str, ...], shows_it: bool
) -> None:
    (cause,) = found([listed(dental(0), each, phone=OLD) for each in showing])
    source = upstream(cause.shown_by, CHAIN)
    told = (source.name, source.feeds, source.shows_it) if source else ("", (), False)
    assert told == (name, feeds, shows_it)
    assert upstream(cause.shown_by, {}) is None


def test_a_directory_that_shows_it_and_feeds_another_is_first() -> None:
    sites = dict([site("example_pages", "Example Pages", feeds=("Town Guide",)), site("town_guide", "Town Guide")])
    (cause,) = found([listed(dental(0), each, phone=OLD) for each in sites])
    source = upstream(cause.shown_by, sites)
    assert source is not None
    assert source.says.startswith("Fix it first at Example Pages, which shows it and feeds Town Guide;")


def test_what_is_missing_everywhere_is_no_wrong_value() -> None:
    assert found([looked(dental(0), each, Status.NOT_LISTED) for each in ("example_pages", "town_guide")]) == ()
