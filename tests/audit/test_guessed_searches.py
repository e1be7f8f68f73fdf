"""No shipped directory says "not listed" by a search address that is a guess, whatever its page shows."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from citations import Location
from citations.audit.assist import check_page
from citations.catalog import load_catalog
from citations.directory import Directory
from citations.web import EvidenceFolder
from citations.words import Access, Reason, Status

PAGES = Path(__file__).parent.parent / "pages"
TOWNS = {
    "US": "1 Oak Street, Salem, OR 97301",
    "CA": "1 Oak Street, Surrey, BC V3T 1A1",
    "GB": "1 Oak Street, Leeds LS1 9AB",
    "AU": "1 Oak Street, Perth WA 6000",
    "DE": "Eichenstr. 1, 10115 Berlin",
}
NOBODY = {country: Location("x", "Qzxv Nowhere Shop", where, country=country) for country, where in TOWNS.items()}
SEARCHED = [
    (directory, country)
    for directory in load_catalog()
    if directory.access != Access.API
    for country, location in NOBODY.items()
    if directory.applies_to(location) and any(directory.find(location))
]


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
        if query.grade.may_say_not_listed:
            assert check.status is Status.NOT_LISTED, check.detail
        else:
            assert (check.status, check.reason) == (Status.UNVERIFIED, Reason.WEAK_SEARCH)


def test_there_are_searches_of_both_sorts() -> None:
    grades = {
        query.grade.may_say_not_listed for directory, country in SEARCHED for query in directory.find(NOBODY[country])
    }
    assert grades == {True, False}
