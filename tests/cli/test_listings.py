"""What an agency knew before, brought in from exports of other tools; invented files in the words of such tools."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Type

LOCATIONS = (
    "ID,Name,Address,City,State,ZIP,Phone,Client\n"
    "p1,Harbor Lane Bakery,12 Harbor Lane,Portland,OR,97201,(503) 555-0111,Harbor\n"
    "p2,Harbor Lane Bakery East,77 Mill Street,Gresham,OR,97030,(503) 555-0122,Harbor\n"
)
YELP = "https://www.yelp.com/biz/harbor-lane-bakery"
EXPORTS = {
    "brightlocal": (
        "Location Name,Location Reference,Citation Source,Citation URL,Status,Username,Password,Notes\n"
        f"Harbor Lane Bakery,p1,Yelp,{YELP},Existing & Correct,owner@harbor.example,Secret99!,\n"
        "Harbor Lane Bakery East,p2,Hotfrog,,Submitted,,,by the old agency\n"
    ),
    "whitespark": (
        "Location,Source,Live Link,Status,Submission Date,Date Live\n"
        f"Harbor Lane Bakery,Yelp,{YELP},Live,2024-01-02,2024-02-01\n"
        "Harbor Lane Bakery East,Hotfrog,,Pending Verification,2024-01-02,\n"
    ),
    "yext": (
        "Location ID,Location Name,Address,City,State,Zip,Phone,Publisher,Status,Status Detail,Listing URL\n"
        f"p1,Harbor Lane Bakery,12 Harbor Lane,Portland,OR,97201,+15035550111,Yelp,SYNCED,,{YELP}\n"
        "p2,Harbor Lane Bakery East,77 Mill Street,Gresham,OR,97030,,Hotfrog,SYNC_IN_PROGRESS,,\n"
    ),
    "moz": (
        "Store ID,Location Name,Directory,Listing URL,Listing Status\n"
        f"p1,Harbor Lane Bakery,Yelp,{YELP},Accurate\n"
        "p2,Harbor Lane Bakery East,Hotfrog,,Update in progress\n"
    ),
    "plain": (
        f"location,url,status,login\np1,{YELP},live,\np2,https://www.hotfrog.com/company/7/harbor,pending,ask Maria\n"
    ),
}  # fmt: skip


@pytest.fixture
def folder(home: Path) -> Path:
    (home / "l.csv").write_text(LOCATIONS, encoding="utf-8")
    return home


@pytest.mark.parametrize("tool", EXPORTS)
def test_an_export_is_kept_beside_its_locations(folder: Path, type_: Type, tool: str) -> None:
    (folder / "x.csv").write_text(EXPORTS[tool], encoding="utf-8")
    said = type_("listings", "import", "x.csv", "--locations", "l.csv")
    assert said.exit_code == 0, said.stderr
    assert "1 known listing(s)" in said.stderr or tool == "plain"
    known = json.loads(type_("listings", "list", "--locations", "l.csv", "--json").stdout)
    now = {(note["location"], note["directory"]): note for note in known}
    assert set(now) == {("p1", "yelp"), ("p2", "hotfrog")}
    assert (now["p1", "yelp"]["word"], now["p1", "yelp"]["url"]) == ("live", YELP)
    assert now["p2", "hotfrog"]["word"] in ("pending", "submitted")
    assert "Secret99" not in said.stderr + str(known)


def test_logins_are_shown_and_passwords_never(folder: Path, type_: Type) -> None:
    (folder / "x.csv").write_text(EXPORTS["brightlocal"], encoding="utf-8")
    said = type_("listings", "import", "x.csv", "--locations", "l.csv")
    assert "x.csv: not read, since it holds passwords: Password" in said.stderr
    shown = type_("listings", "list", "--locations", "l.csv", "--json").stdout
    assert "owner@harbor.example" in shown
    assert "by the old agency" in shown


def test_rows_that_cannot_be_used_are_named_and_the_rest_is_kept(folder: Path, type_: Type) -> None:
    rows = (
        f"location,url,status\np9,{YELP},live\np1,https://nowhere.example/7,live\np1,,live\np1,{YELP},live\np2,{YELP}\n"
    )
    (folder / "x.csv").write_text(rows, encoding="utf-8")
    said = type_("listings", "import", "x.csv", "--locations", "l.csv")
    assert said.exit_code == 1
    for told in (
        "x.csv line 2: 'p9' is no location of this audit",
        "x.csv line 3: no directory here is 'https://nowhere.example/7'; kept as a note",
        "x.csv line 4, column 'Platform': neither a platform nor an address",
    ):
        assert told in " ".join(said.stderr.split()), said.stderr
    assert YELP in type_("listings", "list", "--locations", "l.csv", "--json").stdout


def test_without_an_audit_the_locations_file_is_asked_for(folder: Path, type_: Type) -> None:
    (folder / "x.csv").write_text(EXPORTS["plain"], encoding="utf-8")
    said = type_("listings", "import", "x.csv")
    assert said.exit_code == 2
    assert "--locations FILE" in said.stderr
