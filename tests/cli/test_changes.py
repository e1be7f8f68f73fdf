"""`citations changes` on audits that are in the store, and the same in the report, the workbook and the view."""

import csv
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest
from streamlit.testing.v1 import AppTest

from citations.charts import PALETTE
from citations.findings import changed, portfolio
from citations.models import Finding
from citations.reports import changes_schema, client_html, write_client_report
from citations.settings import Settings
from citations.store import Store
from citations.words import FindingKind, Status
from tests.cli.conftest import Type
from tests.findings.fix_list import BLOCKED, OLD, PLACE, RIGHT, audit, number
from tests.invented import DENTAL, listed, looked
from tests.ui.pages import location, run, text

MADE_AT = datetime(2031, 7, 30, tzinfo=UTC)


@pytest.fixture
def audits(home: Path) -> Store:
    """Three audits a month apart: a number that was put right is wrong again, a listing is gone, a site blocks."""
    store = Store(Settings().database)
    website, guide = listed(PLACE, "own_website"), listed(PLACE, "town_guide")
    blocked = listed(PLACE, "local_finder")
    audit(store, 0, [number(OLD), website, guide, blocked])
    audit(store, 30, [RIGHT, website, guide, blocked])
    last = [number(OLD), website, looked(PLACE, "town_guide", Status.NOT_LISTED)]
    audit(store, 60, [*last, looked(PLACE, "local_finder", BLOCKED.status, BLOCKED.reason)])
    return store


def test_it_says_what_happened_with_its_dates(audits: Store, type_: Type) -> None:
    said = type_("changes")
    assert said.exit_code == 0, said.output
    words = " ".join(re.sub("[│┃]", " ", said.stdout).split())
    assert "Score of the 3 checks answered both times: 100 before, 57 now." in words
    assert "Wrong again: 1, Listing gone: 1, Cannot be checked now: 1" in words
    assert OLD.listed in words
    assert "No earlier" not in words
    first = type_("changes", "--audit", "1")
    assert "no earlier audit" in first.stdout


def test_all_audits_as_json_keep_the_schema(audits: Store, type_: Type) -> None:
    told = json.loads(type_("changes", "--all", "--json").stdout)
    jsonschema.validate(told, changes_schema())
    assert [each["audit"] for each in told["audits"]] == [3, 2, 1]
    assert [[change["kind"] for change in each["changes"]] for each in told["audits"]] == [
        ["regressed", "vanished", "newly_blocked"],
        ["fixed"],
        [],
    ]
    only = json.loads(type_("changes", "--only", "vanished", "--client", DENTAL, "--json").stdout)
    assert [change["directory_id"] for change in only["audits"][0]["changes"]] == ["town_guide"]


def test_a_list_says_what_to_do_about_each(home: Path, type_: Type) -> None:
    closed = listed(PLACE, "example_pages", Finding(FindingKind.CLOSED, "says permanently closed"))
    audit(Store(Settings().database), 0, [closed, replace(number(OLD), directory="town_guide")])
    said = type_("fixes", "--list", "closed")
    assert said.exit_code == 0, said.output
    assert "Says that it is closed: 1" in said.stdout
    assert "Reopen it on Example Pages at once" in said.stdout
    assert OLD.listed not in said.stdout
    assert OLD.listed in type_("fixes").stdout


def test_the_report_and_its_table_say_the_same(audits: Store, home: Path) -> None:
    whole, found = portfolio(audits, 3, DENTAL), changed(audits, 3, DENTAL)
    html = client_html(whole, None, made_at=MADE_AT, changed=found)
    assert "What changed since 2 June 2031" not in html, "an audit began when it began, not when its checks say"
    assert "Seen right on 2 June 2031, wrong again on 2 July 2031" in html
    written = write_client_report(whole, home, None, None, made_at=MADE_AT, changed=found)
    with (written.html.parent / "changes.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [(row["change"], row["field"]) for row in rows] == [
        ("regressed", "phone"),
        ("vanished", "listing"),
        ("newly_blocked", "listing"),
    ]
    assert rows[0]["now"] == OLD.listed
    assert (rows[0]["so since"], rows[0]["seen otherwise"]) == ("2031-06-02", "2031-07-02")


def test_the_page_of_a_location_says_what_its_listings_said_before(audits: Store, type_: Type) -> None:
    type_("changes")
    said = text(location(location=PLACE.id), ".before")
    assert "Example Pages , said 3 things one after the other" in said
    assert said.count(f"The phone number: {PALETTE['outdated'].symbol} Old value {OLD.listed}") == 2
    assert "own website" not in said, "it has said the same all the time"


def test_the_view_shows_them(audits: Store) -> None:
    def page() -> None:
        from citations.ui import changes  # noqa: PLC0415 (runs as a script of its own)

        changes.show()

    app = run(AppTest.from_function(page, default_timeout=60))
    assert "New problems 1 Wrong again 1 Put right 0 Cannot be checked now 1" in text(app, ".numbers")
    assert "100 before, 57 now" in text(app)
    assert OLD.listed in text(app, ".changes")
    app.selectbox(key="kind").set_value("vanished")
    assert text(run(app), ".changes tbody").startswith("↯ Listing gone")
