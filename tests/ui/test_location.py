"""The page of a location: record against listing, field by field, with verdict, reason, score and evidence."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from citations.findings import portfolio
from citations.models import LinkVisit, TrackerNote
from citations.store import Placed, Store
from citations.words import Noted, Reason
from tests.invented import DENTAL, audited, dental
from tests.ui.conftest import use
from tests.ui.invented_view import build, every_verdict
from tests.ui.pages import html, location, text


def test_each_field_stands_beside_the_record_with_its_verdict_and_reason(at_home: Path) -> None:
    page = html(location(location="dental-every-verdict"))
    rows = [" ".join(row.text(separator=" ").split()) for row in page.css(".fields tbody tr")]
    phone = next(row for row in rows if row.startswith("Phone"))
    assert "(360) 555- 0107" in phone
    assert "(360) 555- 0104" in phone
    assert "Another branch's value" in phone
    assert "The number of Harbor Dental, Northside." in phone
    assert any(row.startswith("Name") and "Could not be read" in row for row in rows)
    assert any(row.startswith("Hours") and "Not compared" in row for row in rows)


def test_the_difference_is_marked_inside_both_values(at_home: Path) -> None:
    marks = [mark.text() for mark in html(location(location="dental-every-verdict")).css(".fields mark")]
    assert {"0107", "0104", "170", "171"} <= set(marks)


def test_an_address_is_taken_apart(at_home: Path) -> None:
    parts = text(location(location="dental-every-verdict"), ".fields ul.parts")
    assert "number 171" in parts
    assert "Correct, written differently" in parts


def test_the_score_prints_its_formula_and_what_each_fix_is_worth(at_home: Path) -> None:
    results = portfolio(Store(f"sqlite:///{at_home / 'invented.db'}"), 1, DENTAL).results
    result = next(result for result in results if result.location.id == "dental-1")
    page = location(location="dental-1")
    assert f"= {result.score.points:.1f}" in text(page, ".formula")
    problems = text(page, ".problems")
    for problem in result.problems:
        points = f"{problem.worth:.1f}".removesuffix(".0")
        assert problem.worth < 0.05 or f"worth {points} point" in problems


def test_too_little_checked_gives_no_number(at_home: Path) -> None:
    page = text(location(location="dental-5"), ".score")
    assert page.startswith("– of 100")
    assert "Not enough checked" in page


def test_what_could_not_be_checked_has_its_reason_and_a_way_to_look(at_home: Path) -> None:
    page = location(location="dental-5")
    assert "The site shows this only to people who are signed in." in text(page)
    assert "This does not count as a missing listing." in text(page)
    links = [a.attributes.get("href") for a in html(page).css("a") if "look by hand" in a.text()]
    assert "https://town-guide.example/search?q=Harbor+Dental" in links


def test_the_record_shows_what_else_is_known(at_home: Path) -> None:
    record = text(location(location="dental-1"), ".record")
    for words in ("Former phone (360) 555-0199 until 2029-06-30", "Tracking number (360) 555-0177", "postcode 98000"):
        assert words in record


def test_the_evidence_says_where_when_how_and_who_read_it(at_home: Path) -> None:
    page = text(location(location="dental-1"))
    for words in (
        "checked 3 May 2031, 09:30 UTC",
        "with a browser",
        "json-ld",
        "https://town-guide.example/biz/dental-1",
    ):
        assert words in page


def test_candidates_are_named_when_none_is_certain(at_home: Path) -> None:
    page = text(location(location="dental-3"))
    assert "It may be one of these:" in page
    assert "Harbour Dentist" in page


def test_links_to_pages_outside_give_nothing_away(at_home: Path) -> None:
    links = [a for a in html(location(location="dental-1")).css("a") if a.attributes.get("target") == "_blank"]
    assert links
    assert all("noopener" in str(link.attributes.get("rel")) for link in links)


def test_an_unknown_location_falls_to_the_worst(at_home: Path) -> None:
    page = location(location="nobody", client=DENTAL)
    assert page.selectbox(key="location").value == "dental-every-verdict"


def test_the_chooser_offers_every_location_of_the_client(at_home: Path) -> None:
    names = location(client=DENTAL).selectbox(key="location").options
    assert len(names) == 6
    assert any(str(dental(0).address) in name for name in names)


def test_what_the_tracker_notes_stands_beside_what_was_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store, audit = build(tmp_path)
    use(monkeypatch, tmp_path)
    at = datetime(2031, 5, 1, tzinfo=UTC)
    noted = {"file_at": at, "place": "tracker.xlsx, sheet 'Harbor', row 5"}
    notes = (
        TrackerNote("Local Finder", Noted.SUBMITTED, "local_finder", on=date(2031, 3, 5), **noted),
        TrackerNote("Local Finder", Noted.CLAIMED, "local_finder", "Claimed!", login="in LastPass", **noted),
        TrackerNote("<b>Nextdoor</b>", Noted.PENDING, note="<script>alert(1)</script>", **noted),
    )
    place = every_verdict()[0]
    store.tracker.keep(audit.source, [Placed(place.client, place.id, note) for note in notes])
    page = location(location=place.id)
    box = text(page, "div.noted")
    assert box.startswith("Your tracker : The tracker has this listing; the check found none.")
    assert "Claimed in the sheet of 1 May 2031: Claimed! Login: in LastPass" in box
    assert box.index("Claimed") < box.index("Submitted 5 March 2031")
    elsewhere = text(page, "section.noted")
    assert "<b>Nextdoor</b> Pending in the sheet of 1 May 2031 Note: <script>alert(1)</script>" in elsewhere


@pytest.mark.parametrize(
    ("link", "says"),
    [
        (LinkVisit("https://harbordental.example/", "https://harbordental.example/", 200), "answers 200"),
        (
            LinkVisit("https://harbordental.example/", reason=Reason.ROBOTS, detail="robots.txt <asks> us not to"),
            "could not be followed, which says nothing against it: robots.txt <asks> us not to",
        ),
    ],
)
def test_where_the_listing_s_link_led_is_told(tmp_path: Path, monkeypatch, link: LinkVisit, says: str) -> None:
    use(monkeypatch, tmp_path)
    place, checks = every_verdict()
    audited(tmp_path, [(place, [replace(checks[0], link=link, evidence=""), *checks[1:]])])
    assert says in text(location(location=place.id))
