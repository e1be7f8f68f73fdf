"""The agency's own tracker given to an audit at the command line."""

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Type
from tests.cli.test_commands import LISTING, wrong_use
from tests.loopback import Site, site

LOCATIONS = (
    "ID,Name,Address,City,State,ZIP,Phone,Client\n"
    "p1,Harbor Lane Bakery,12 Harbor Lane,Portland,OR,97201,(503) 555-0111,Harbor\n"
    "p2,Harbor Lane Bakery East,77 Mill Street,Gresham,OR,97030,(503) 555-0122,Harbor\n"
)
TRACKER = (
    "Harbor's listings\n"
    "Location,Site,Link,Status,Submitted on,Login,Password,Notes\n"
    "Portland,Town Pages,{origin}/biz/1,Live,1/5/24,maria@agency.example / Secret99!,Secret99!,\n"
    "Gresham,town pages,,Pending (postcard sent),2/5/24,in LastPass,Secret99!,pw: Secret99!\n"
    ",Nearby Friends,https://nextdoor.example/p2,Live,,,,\n"
    "Salem,Town Pages,,Live,,,,\n"
    ",,,Live,,,,\n"
)
DIRECTORY = """from citations.directory import Directory, Search

class TownPages(Directory):
    name = "Town Pages"
    domains = ("{host}",)
    searches = (Search("{origin}/search?q={{name}}", evidence="live_probe"),)
    no_results = ("No results found",)
    listing_pattern = "/biz/[0-9]+$"
"""


def page(path: str) -> tuple[int, str]:
    if path.startswith("/search"):
        return 200, "<h1>Results</h1><p>No results found</p>"
    return (200, LISTING) if path == "/biz/1" else (404, "")


@pytest.fixture
def folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (home / "l.csv").write_text(LOCATIONS, encoding="utf-8")
    (home / "directories").mkdir()
    monkeypatch.setenv("CITATIONS_DIRECTORIES", str(home / "directories"))
    return home


def serve(folder: Path, served: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", served.host)
    directory = DIRECTORY.format(host=served.host, origin=served.origin)
    (folder / "directories" / "town_pages.py").write_text(directory, encoding="utf-8")
    (folder / "t.csv").write_text(TRACKER.format(origin=served.origin), encoding="utf-8")


def test_a_tracker_brings_known_listings_and_history(
    folder: Path,
    type_: Type,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with site(page) as served:
        serve(folder, served, monkeypatch)
        first = type_("audit", "l.csv", "--directories", "town_pages", "--tracker", "t.csv")
        asked = list(served.pages_asked)
        again = type_("audit", "l.csv", "--directories", "town_pages", "--json")
    assert first.exit_code == 1, "a row names no platform"
    assert asked[0] == "/biz/1", "the known listing is looked at before anything is searched"
    for told in (
        "t.csv line 7, column 'Platform'",
        "t.csv: not read, since it holds passwords: Password",
        "Tracker t.csv: 5 note(s) of 2 location(s), 1 known listing(s).",
        "t.csv line 6: 'Salem' is no location of this audit",
        "t.csv line 5: no directory here is 'Nearby Friends'; kept as a note",
    ):
        assert told in first.stderr
    assert "Harbor Lane Bakery East, Gresham · Town Pages: “Pending (postcard sent)” on 2024-02-05." in first.stdout
    whole = json.loads(again.stdout)
    noted = {place["location"]["id"]: place["tracker"] for place in whole["locations"]}
    assert [(note["word"], note["on"], note["login"]) for note in noted["p1"]] == [
        ("submitted", "2024-01-05", ""),
        ("live", None, "maria@agency.example / •••"),
    ]
    assert [(note["directory"], note["platform"], note["word"]) for note in noted["p2"]] == [
        ("town_pages", "town pages", "submitted"),
        ("town_pages", "town pages", "pending"),
        ("", "Nearby Friends", "live"),
    ]
    assert {check["location"]: check["status"] for check in whole["checks"]} == {"p1": "listed", "p2": "not_listed"}


def test_what_was_imported_before_is_looked_at_first_by_the_next_audit(
    folder: Path,
    type_: Type,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with site(page) as served:
        serve(folder, served, monkeypatch)
        (folder / "past.csv").write_text(f"location,url,status\np1,{served.origin}/biz/1,live\n", encoding="utf-8")
        type_("listings", "import", "past.csv", "--locations", "l.csv")
        said = type_("audit", "l.csv", "--directories", "town_pages", "--json")
        asked = list(served.pages_asked)
    assert asked[0] == "/biz/1"
    assert {check["location"]: check["status"] for check in json.loads(said.stdout)["checks"]}["p1"] == "listed"


def test_no_password_is_in_anything_that_is_kept_or_said(
    folder: Path,
    type_: Type,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with site(page) as served:
        serve(folder, served, monkeypatch)
        said = type_("audit", "l.csv", "--directories", "town_pages", "--tracker", "t.csv", "--json")
    assert "Secret99" not in said.stdout + said.stderr
    for file in [*(folder / "home").rglob("*"), *(folder / "citations-reports").rglob("*")]:
        assert not file.is_file() or b"Secret99" not in file.read_bytes(), file
    (database,) = (folder / "home").glob("*.db")
    with sqlite3.connect(database) as opened:
        assert "Secret99" not in str(opened.execute("select * from tracker_notes").fetchall())


def test_the_listings_of_a_report_show_what_the_tracker_says(
    folder: Path,
    type_: Type,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with site(page) as served:
        serve(folder, served, monkeypatch)
        type_("audit", "l.csv", "--directories", "town_pages", "--tracker", "t.csv")
    listings = (folder / "citations-reports" / "harbor" / "listings.csv").read_text(encoding="utf-8-sig")
    assert "Pending,2024-02-05" in listings
    assert "LastPass" not in listings, "logins are for the agency, not for its client"


def test_a_file_that_is_no_tracker_ends_with_2(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = wrong_use(["audit", "l.csv", "--tracker", "l.csv"], monkeypatch, capsys)
    assert "head one of them 'Platform'" in said
    assert not (folder / "home").exists()
