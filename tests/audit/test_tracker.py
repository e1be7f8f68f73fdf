"""An agency's tracker taken in: whose a row is, of which directory, what is kept, and where checks look first.

Add a row to `examples/tracker_places.csv` or `tracker_platforms.csv`, get a test.
"""

import csv
import os
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from citations import Former, Location
from citations.audit import Tracked, begin, take_in_tracker
from citations.audit.assist import Desk
from citations.audit.assist.deep_link import Leads
from citations.catalog import load_catalog
from citations.findings import tally
from citations.locations import read_tracker
from citations.models import Check
from citations.settings import Settings
from citations.store import Store
from citations.web import EvidenceFolder
from citations.words import Noted, Reason, Status
from tests.audit.test_search import OTHERS, OURS, answering, card, check, results
from tests.locations.test_tracker import examples

PLACES = (
    Location(
        "N-1", "Oak Dental", "1 Oak St, Springfield, IL 62701", "(217) 555-0101", client="Oak Group",
        former=(Former("name", "Oak Family Dental"),),
    ),
    Location("S-2", "Oak Dental North", "2 Elm Street, Dover, DE 19901", "(302) 555-0102", client="Oak Group"),
    Location("F-3", "Fern Florist", "3 Springfield Ave, Dover, DE 19901", "(302) 555-0103", client="Fern"),
    Location("D-4", "Blumen Linde", "Hauptstr. 5, 40213 Düsseldorf-Altstadt", country="DE", client="Linde"),
)  # fmt: skip
NOBODY = "https://www.yelp.com/biz/nobody"


class Agency:
    """An agency with its store, whose tracker is written anew each time."""

    def __init__(self, folder: Path, places: Sequence[Location] = PLACES) -> None:
        self.folder, self.places = folder, places
        settings = Settings(home=folder / "home", database_url="", evidence=None)
        self.catalog = load_catalog()
        self.store = Store(settings.database)

    def takes_in(self, *rows: Sequence[str], written: datetime | None = None) -> Tracked:
        file = self.folder / "tracker.csv"
        with file.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(rows)
        if written:
            os.utime(file, (written.timestamp(),) * 2)
        return take_in_tracker(self.store, "places.csv", self.places, read_tracker(file), self.catalog)

    def history(self, location: str, directory: str = "yelp") -> list[tuple[Noted, date | None, str]]:
        (notes,) = (n for (_, place), n in self.store.tracker.histories("places.csv").items() if place == location)
        return [(note.word, note.on, note.url) for note in notes if note.directory == directory]


@pytest.fixture
def agency(tmp_path: Path) -> Agency:
    return Agency(tmp_path)


@pytest.mark.parametrize("example", examples("tracker_places.csv"), ids=lambda e: " | ".join(list(e.values())[:5]))
def test_whose_a_row_is(agency: Agency, example: dict[str, str]) -> None:
    cells = [example[name] for name in ("client", "code", "location", "city", "phone")]
    found = agency.takes_in(
        ("Client", "Store code", "Location", "City", "Phone", "Site", "Status"), (*cells, "Yelp", "Live")
    )
    if found.placed:
        (placed,) = found.placed
        assert (placed.location or f"client {placed.client}") == example["whose"]
        assert found.problems == []
    else:
        (problem,) = found.problems
        assert problem.startswith("line 2: ")
        assert example["whose"] in problem


@pytest.mark.parametrize("example", examples("tracker_platforms.csv"), ids=lambda e: e["platform"] or e["url"])
def test_which_directory_a_row_is_of(agency: Agency, example: dict[str, str]) -> None:
    cells = ("N-1", example["platform"], example["url"], "Live")
    found = agency.takes_in(("Store code", "Platform", "URL", "Status"), cells)
    (placed,) = found.placed
    assert placed.note.directory == example["directory"]
    assert bool(found.problems) is not bool(example["directory"])
    assert placed.note.platform == (example["platform"] or example["url"])


def test_a_platform_that_two_countries_have_is_that_of_the_location(agency: Agency, tmp_path: Path) -> None:
    australian = Location("A-5", "Wattle Florist", "5 Wattle St, Sydney NSW 2000", country="AU")
    here = Agency(tmp_path / "au", [australian]).takes_in(("Platform", "Status"), ("Yellow Pages", "Live"))
    assert [placed.note.directory for placed in here.placed] == ["yellowpages_au"]


@pytest.mark.parametrize(
    ("platform", "url", "says"),
    [
        ("BBB", "https://www.yelp.com/biz/oak", "is on Yelp"),
        ("Yelp", "https://www.yelp.com/search?find_desc=oak", "is no listing's address there"),
        ("Yelp", "https://short.example/x", "is no listing's address there"),
    ],
)
def test_an_address_that_is_no_listing_of_the_platform_is_kept_and_named(
    agency: Agency, platform: str, url: str, says: str
) -> None:
    found = agency.takes_in(("Store code", "Platform", "URL"), ("N-1", platform, url))
    (problem,) = found.problems
    assert says in problem
    assert (found.placed[0].note.url, found.addresses) == (url, 0)


def test_a_line_that_names_a_location_heads_the_rows_below_it(agency: Agency) -> None:
    rows = [
        ("Directory", "Status"),
        ("Oak Dental Springfield", ""),
        ("Yelp", "Live"),
        ("BBB", "Live"),
        ("Fern Florist", ""),
    ]
    found = agency.takes_in(*rows, ("Yelp", "Pending"))
    assert [(placed.location, placed.note.directory) for placed in found.placed] == [
        ("N-1", "yelp"),
        ("N-1", "bbb"),
        ("F-3", "yelp"),
    ]


def test_an_address_that_is_known_tells_whose_a_row_is_that_does_not_say_it(tmp_path: Path) -> None:
    known = Location("K-1", "Oak Dental", "1 Oak St", client="Oak", listings={"yelp": "https://www.yelp.com/biz/known"})
    agency = Agency(tmp_path, [known, *PLACES])
    found = agency.takes_in(("Platform", "URL"), ("Yelp", "http://yelp.com/biz/known/?utm_source=x"), ("Yelp", NOBODY))
    assert [placed.location for placed in found.placed] == ["K-1"]
    assert "a row without a location fits 5 locations" in found.problems[0]


def test_what_was_noted_before_stays_and_nothing_is_kept_twice(agency: Agency) -> None:
    head = ("Store code", "Platform", "URL", "Status", "Status date")
    sent, live = ("N-1", "Yelp", "", "Submitted", "2024-03-01"), ("N-1", "Yelp", NOBODY, "Live", "2024-04-01")
    agency.takes_in(head, sent, written=datetime(2024, 3, 2, tzinfo=UTC))
    agency.takes_in(head, sent, written=datetime(2024, 3, 9, tzinfo=UTC))
    agency.takes_in(head, live, written=datetime(2024, 4, 2, tzinfo=UTC))
    agency.takes_in(head, sent, written=datetime(2024, 3, 2, tzinfo=UTC))  # an old copy
    assert agency.history("N-1") == [
        (Noted.SUBMITTED, date(2024, 3, 1), ""),
        (Noted.LIVE, date(2024, 4, 1), NOBODY),
    ]


@pytest.mark.parametrize(
    ("status", "tracked", "expected"),
    [("Live", NOBODY, ""), ("", NOBODY, ""), ("Pending", "", NOBODY), ("Duplicate", "", ""), ("Removed", "", "")],
)
def test_only_an_address_at_which_the_listing_may_stand_is_looked_at(
    agency: Agency, status: str, tracked: str, expected: str
) -> None:
    agency.takes_in(("Store code", "Platform", "URL", "Status"), ("N-1", "Yelp", NOBODY, status))
    decided = agency.store.people.decided("places.csv").get(("Oak Group", "N-1", "yelp"))
    assert (decided.tracked if decided else "", decided.expected if decided else "") == (tracked, expected)


NOTHING = results(after="<p>No results found</p>")


@pytest.mark.parametrize(
    ("decided", "status", "asked"),
    [
        ({"tracked": "SITE/biz/1"}, Status.LISTED, ["/biz/1"]),
        ({"tracked": "SITE/biz/9"}, Status.VANISHED, ["/biz/9", "/search"]),
        ({"tracked": "SITE/biz/2"}, Status.AMBIGUOUS, ["/biz/2"]),
        ({"tracked": "SITE/search?q=oak"}, Status.NOT_LISTED, ["/search"]),
        ({"tracked": "SITE/biz/1", "not_ours": ("SITE/biz/1",)}, Status.NOT_LISTED, ["/search"]),
        ({"tracked": "SITE/biz/9", "address": "SITE/biz/1"}, Status.LISTED, ["/biz/1"]),
        ({"expected": "SITE/biz/1"}, Status.LISTED, ["/biz/1"]),
        ({"expected": "SITE/biz/9"}, Status.NOT_LISTED, ["/biz/9", "/search"]),
        ({"expected": "SITE/biz/2"}, Status.NOT_LISTED, ["/biz/2", "/search"]),
        ({"expected": "SITE/biz/3"}, Status.NOT_LISTED, ["/biz/3", "/search"]),
        ({"expected": "https://elsewhere.example/biz/1"}, Status.NOT_LISTED, ["/search"]),
    ],
)
def test_a_check_looks_first_where_the_tracker_has_the_listing(
    tmp_path: Path, decided: dict[str, object], status: Status, asked: list[str]
) -> None:
    """That a submission is not there yet is no loss of a listing; an address that is no listing's is not opened."""
    said = check(tmp_path, answering(NOTHING, biz1=OURS, biz2=OTHERS, biz3="<p>Soon</p>"), decided=decided)
    assert said.status is status, said.detail
    assert ["/" + url.split("/", 3)[3].partition("?")[0] for url in said.tried] == asked


def test_a_tracker_does_not_let_a_program_visit_a_directory_for_people(tmp_path: Path) -> None:
    said = check(
        tmp_path, answering(results(card(1, "x")), biz1=OURS), decided={"tracked": "SITE/biz/1"}, access_="assisted"
    )
    assert (said.status, said.reason, said.tried) == (Status.UNVERIFIED, Reason.ASSISTED, ())


def test_assist_opens_the_listing_that_the_tracker_knows(agency: Agency, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", database_url="", evidence=None)
    audit = begin(agency.store, "places.csv", PLACES, agency.catalog.pick(["yelp"]), settings)
    waits = Check("N-1", "yelp", Status.UNVERIFIED, Reason.ASSISTED)
    agency.store.save(audit.id, waits, tally(waits, 1))
    agency.takes_in(("Store code", "Platform", "URL"), ("N-1", "Yelp", NOBODY))
    desk = Desk(agency.store, audit, agency.catalog.directories, EvidenceFolder(tmp_path / "evidence"))
    (entry,) = desk.entries
    assert (entry.link.url, entry.link.leads_to) == (NOBODY, Leads.LISTING)
