"""No shipped directory says "not listed" by a search address that is a guess, whatever its page shows."""

import asyncio
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from citations import Batch, Location
from citations.audit import Checker, Looker
from citations.audit.assist import check_page
from citations.catalog import load_catalog
from citations.directory import Directory
from citations.models import Check
from citations.settings import Settings
from citations.web import EvidenceFolder, Visitor
from citations.words import Access, Grade, Reason, Status
from tests.replay import HTML, Replay

PAGES = Path(__file__).parent.parent / "pages"
TOWNS = {
    "US": "1 Oak Street, Salem, OR 97301",
    "CA": "1 Oak Street, Surrey, BC V3T 1A1",
    "GB": "1 Oak Street, Leeds LS1 9AB",
    "AU": "1 Oak Street, Perth WA 6000",
    "DE": "Eichenstr. 1, 10115 Berlin",
}
NOBODY = {country: Location("x", "Qzxv Nowhere Shop", where, country=country) for country, where in TOWNS.items()}
HOSTS = {
    (directory, urlsplit(query.url).hostname): (directory, country)
    for directory in load_catalog()
    if directory.access != Access.API
    for country, location in NOBODY.items()
    if directory.applies_to(location)
    for query in directory.find(location)
}
SEARCHED = list(dict.fromkeys(HOSTS.values()))  # a country for each host that is searched


def all_results(directory: Directory) -> bytes:
    """The directory's invented results page, with nothing that leads on to further results."""
    tree = LexborHTMLParser((PAGES / directory.id / "results.html").read_text(encoding="utf-8"))
    for node in tree.css("nav, .pagination, .mod-LoadMore, a.MuiButton-root"):
        node.decompose()
    return (tree.html or "").encode()


@pytest.mark.parametrize(("directory", "country"), SEARCHED, ids=lambda part: getattr(part, "id", part))
def test_only_a_search_that_is_backed_says_no(directory: Directory, country: str, tmp_path: Path) -> None:
    for query in directory.find(NOBODY[country]):
        check = check_page(
            NOBODY[country], directory, all_results(directory), query.url, evidence=EvidenceFolder(tmp_path)
        )
        assert_says_no_only_when_backed(check, directory, query.grade)


def assert_says_no_only_when_backed(check: Check, directory: Directory, grade: Grade) -> None:
    """Results that nobody knows how to tell from the rest of a page say nothing, however good the address."""
    if not (directory.card or directory.listing_pattern):
        assert check.status is Status.UNVERIFIED
    elif grade.may_say_not_listed:
        assert check.status is Status.NOT_LISTED, check.detail
    else:
        assert (check.status, check.reason) == (Status.UNVERIFIED, Reason.WEAK_SEARCH)


def visited(directory: Directory, location: Location, grade: str, folder: Path) -> Check:
    """The check by a visit, when the site answers its searches, said to be of this grade, with its results page."""
    searches = tuple(replace(search, evidence=grade) for search in directory.searches)
    graded = type("Graded", (type(directory),), {"searches": searches})()
    answer = (200, HTML, all_results(directory))

    async def once() -> Check:
        replay = Replay({query.url: answer for query in graded.find(location)})
        async with Visitor(settings, transport=replay) as visitor:
            looker = Looker(visitor, settings, has_browser=False)
            return await Checker(looker, EvidenceFolder(folder), Batch([location])).check(location, graded)

    settings = Settings(home=folder, pace=0, database_url="", evidence=None)
    return asyncio.run(once())


VISITED = [(directory, country) for directory, country in SEARCHED if directory.access != Access.ASSISTED]
KNOWN = [(directory, country) for directory, country in VISITED if directory.listing_examples]
TOLD_APART = [Grade.GUESS, Grade.SINGLE_SCRAPER]


@pytest.mark.parametrize(("directory", "country"), VISITED, ids=lambda part: getattr(part, "id", part))
@pytest.mark.parametrize("grade", TOLD_APART)
def test_a_visit_says_no_only_by_a_search_that_is_backed(
    directory: Directory, country: str, grade: Grade, tmp_path: Path
) -> None:
    check = visited(directory, NOBODY[country], grade, tmp_path)
    assert_says_no_only_when_backed(check, directory, grade)


@pytest.mark.parametrize(("directory", "country"), KNOWN, ids=lambda part: getattr(part, "id", part))
@pytest.mark.parametrize("grade", TOLD_APART)
def test_nor_does_a_guess_say_that_a_listing_vanished(
    directory: Directory, country: str, grade: Grade, tmp_path: Path
) -> None:
    gone = next(url for url in directory.listing_examples)
    check = visited(directory, replace(NOBODY[country], listings={directory.id: gone}), grade, tmp_path)
    assert check.tried[0] == gone
    assert check.status is (Status.VANISHED if grade.may_say_not_listed else Status.UNVERIFIED), check.detail


def test_there_are_searches_of_both_sorts() -> None:
    grades = {
        query.grade.may_say_not_listed for directory, country in SEARCHED for query in directory.find(NOBODY[country])
    }
    assert grades == {True, False}
