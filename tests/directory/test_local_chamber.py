"""One file reads the chambers of commerce of thousands of towns: the record or the agency's list names the chamber."""

from pathlib import Path

import pytest

from citations import Location
from tests.pages.directories import shipped

FRONT = "https://business.portland.example"
MEMBER = f"{FRONT}/list/member/harbor-lane-5501"
PLACE = "12 Harbor Lane, Portland, OR 97201"
SEARCH = f"{FRONT}/list/search?q=Harbor+Lane+Bakery&sa=true"


@pytest.mark.parametrize(
    ("named", "known", "searched"),
    [
        ("", "", []),
        (f"{FRONT}/list", "", [SEARCH]),
        (f"{FRONT}/", "", [SEARCH]),
        (f"{FRONT}/chamber/list/ql/a-1", "", [SEARCH.replace("/list", "/chamber/list")]),
        (MEMBER, MEMBER, [SEARCH]),
    ],
)
def test_a_record_names_its_chamber_or_its_own_page_there(named: str, known: str, searched: list[str]) -> None:
    chamber = shipped("local_chamber")
    place = Location("1", "Harbor Lane Bakery", PLACE, listings={"local_chamber": named} if named else {})
    assert chamber.known_url(place) == known
    assert [query.url for query in chamber.find(place)] == searched
    assert all(chamber.owns(url) and not chamber.is_listing(url) for url in searched)


def test_a_list_names_the_chamber_of_each_town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tmp_path / "chambers.csv"
    listed.write_text(
        "Town,Region,Chamber\nPortland,OR,https://business.portland.example\nPortland,ME,https://x.example\n"
    )
    monkeypatch.setenv("CITATIONS_CHAMBERS", str(listed))
    assert [query.url for query in shipped("local_chamber").find(Location("1", "Harbor Lane Bakery", PLACE))] == [
        SEARCH
    ]
    assert not list(shipped("local_chamber").find(Location("1", "X", "1 Oak Street, Salem, OR 97301")))


def test_other_sites_are_not_taken_for_a_chamber() -> None:
    chamber = shipped("local_chamber")
    assert not chamber.owns("https://www.example.com/about")
    assert chamber.is_listing("https://members.example.com/member-directory/Details/harbor-lane-bakery-5501")
