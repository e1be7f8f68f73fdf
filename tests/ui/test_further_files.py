"""Exports of accounts and a tracker handed over on the page New audit: read at once, what cannot be used is named."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from citations.locations import read_locations, read_tracker
from citations.store import Store
from citations.ui import data
from citations.ui.draft import Draft
from citations.ui.further_files import Export
from tests.ui.pages import run, text
from tests.ui.test_new_audit import new_audit

SHOPS = (
    b"Store code,Business name,City,State,Phone\n"
    b"7,Oak Dental,Boston,MA,617-555-0144\n8,Oak Dental,Dover,DE,302-555-0145\n"
)
TRACKER = (
    b"Location,Site,Link,Status,Password\nBoston,Yelp,https://www.yelp.com/biz/oak,Live,Hunter2\n"
    b"Salem,Yelp,,Live,x\nDover,<script>,,Live,x\n"
)
GOOGLE = b"Store code,Business name,Google updates\n7,Oak Dental,\n,,x\n"
NOBODYS = b"Store code,Business name,Status\n7,Oak Dental,Published\n"


def handed_over(box: str, *files: tuple[str, bytes]) -> AppTest:
    """The page after these files were put into one of its places."""
    app = new_audit(SHOPS, "shops.csv")
    app.file_uploader(key=box).set_value([(name, content, "text/csv") for name, content in files])
    return run(app)


def test_a_tracker_is_placed_with_the_locations_before_anything_starts(at_home: Path) -> None:
    shown = text(handed_over("trackers", ("Citation tracker.csv", TRACKER)))
    assert "Citation tracker.csv : 2 notes of 2 locations, 1 known listing" in shown
    for told in (
        "not read, since it holds passwords: Password",
        "line 3: 'Salem' is no location of this audit",
        "line 4: no directory here is '<script>'; kept as a note",
    ):
        assert told in shown
    assert "Hunter2" not in shown


def test_an_export_says_how_much_it_holds_and_what_is_refused(at_home: Path) -> None:
    shown = text(handed_over("exports", ("g.csv", GOOGLE)))
    assert "g.csv : 1 listing at Google" in shown
    assert "line 3, column 'Business name': the name is missing" in shown


def test_an_export_that_does_not_tell_its_platform_is_asked_for(at_home: Path) -> None:
    app = handed_over("exports", ("mine.csv", NOBODYS))
    (question,) = [box for box in app.selectbox if "Whose export" in box.label]
    assert not app.error
    question.select("bing_maps")
    assert "mine.csv : 1 listing at Bing Places" in text(run(app))


@pytest.mark.parametrize("box", ["exports", "trackers"])
def test_a_file_that_cannot_be_used_says_why(box: str, at_home: Path) -> None:
    (error,) = handed_over(box, ("odd.csv", b"Colour,Weight\nred,1\n")).error
    assert error.value.startswith("odd")
    assert "no column" in error.value


def test_files_of_one_name_lie_apart_and_one_handed_over_again_keeps_its_date(tmp_path: Path) -> None:
    one, other = (Export("google", Draft("../../My export.csv", content)) for content in (GOOGLE, SHOPS))
    option, words = one.keep(tmp_path)
    place = Path(words.removeprefix("google="))
    assert (option, place.name, place.is_relative_to(tmp_path)) == ("--owner-export", "my-export.csv", True)
    written = place.stat().st_mtime_ns
    assert other.keep(tmp_path)[1] != words
    assert one.keep(tmp_path)[1] == words
    assert place.stat().st_mtime_ns == written


def test_what_a_tracker_says_is_kept_and_the_tracker_is_not(at_home: Path, tmp_path: Path) -> None:
    (tmp_path / "shops.csv").write_bytes(SHOPS)
    (tmp_path / "tracker.csv").write_bytes(TRACKER)
    locations = read_locations(tmp_path / "shops.csv").locations
    data.take_in_tracker("shops.csv", locations, read_tracker(tmp_path / "tracker.csv"))
    store = Store(f"sqlite:///{at_home / 'invented.db'}")
    assert [place for _, place in store.tracker.histories("shops.csv")] == ["7", "8"]
    assert not any(b"Hunter2" in file.read_bytes() for file in at_home.rglob("*") if file.is_file())
