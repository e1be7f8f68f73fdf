"""The overview: its numbers are the store's, its rows the worst first, its view a link."""

from collections import Counter
from pathlib import Path

import pytest

from citations.findings import portfolio
from citations.models import Location
from citations.store import DirectoryInfo, Store
from citations.ui.frame import is_sample
from citations.ui.grid import matches
from citations.words import Status
from tests.invented import DENTAL, DIRECTORIES, HOSTILE, dental
from tests.ui.conftest import use
from tests.ui.invented_view import build
from tests.ui.pages import html, overview, run, text


def test_the_numbers_are_those_of_the_checks(at_home: Path) -> None:
    store = Store(f"sqlite:///{at_home / 'invented.db'}")
    whole = portfolio(store, 1, DENTAL)
    statuses: Counter[Status] = whole.statuses
    page = overview(client=DENTAL)
    assert f"{whole.score.points:.0f} of 100" in text(page, ".score")
    assert f"{whole.score.coverage:.0%} could be checked" in text(page, ".score")
    numbers = text(page, ".numbers")
    applicable = statuses.total() - statuses[Status.NOT_APPLICABLE]
    missing = statuses[Status.NOT_LISTED] + statuses[Status.VANISHED]
    unknown = statuses[Status.UNVERIFIED] + statuses[Status.AMBIGUOUS]
    assert f"Listed {statuses[Status.LISTED]} of {applicable}" in numbers
    assert f"Missing {missing} of {applicable}" in numbers
    assert f"Could not check {unknown} of {applicable}" in numbers


def test_the_rows_stand_worst_first(at_home: Path) -> None:
    whole = portfolio(Store(f"sqlite:///{at_home / 'invented.db'}"), 1)
    shown = [link.attributes["href"] for link in html(overview()).css(".grid tbody th a")]
    wanted = [result.location.id for result in whole.results]
    assert [str(link).rsplit("location=", 1)[1] for link in shown] == wanted


def test_every_cell_says_a_word_beside_its_colour(at_home: Path) -> None:
    cells = html(overview()).css(".grid .chip")
    assert len(cells) == 7 * len(DIRECTORIES)
    assert all(len(cell.text(strip=True)) > 1 for cell in cells)


def test_a_cell_names_the_wrong_fields_and_the_verdict_for_those_who_hear_it(at_home: Path) -> None:
    row = text(overview(client=DENTAL), ".grid tbody tr")
    assert "⇄ address, phone Another branch's value" in row


def test_directories_that_were_left_alone_are_named(at_home: Path) -> None:
    left = Store(f"sqlite:///{at_home / 'invented.db'}").answers.left_alone(1)
    notes = text(overview(), ".note")
    assert left
    assert all(one.directory.name in notes for one in left)


def test_one_cause_stands_once_with_its_places(at_home: Path) -> None:
    causes = text(overview(client=DENTAL), ".causes")
    assert "5 times the phone (360) 555-0199 at 5 locations, on Example Pages" in causes


def test_the_search_and_the_filter_leave_the_rows_that_fit(at_home: Path) -> None:
    page = overview(client=DENTAL)
    page.text_input(key="find").set_value("quay sample")
    assert len(html(run(page)).css(".grid tbody tr")) == 1
    page.text_input(key="find").set_value("nothing like it")
    assert "None of the 6 locations fits." in text(run(page))
    page.text_input(key="find").set_value("")
    page.toggle(key="problems").set_value(True)
    assert len(html(run(page)).css(".grid tbody tr")) == 6


def test_the_view_is_a_link(at_home: Path) -> None:
    page = overview(audit="1", client=HOSTILE)
    assert page.selectbox(key="client").value == HOSTILE
    page.selectbox(key="client").select(DENTAL)
    run(page)
    assert page.query_params["client"] in (DENTAL, [DENTAL])
    assert page.query_params["audit"] in ("1", ["1"])


def test_a_link_to_an_audit_that_is_not_there_says_so(at_home: Path) -> None:
    page = overview(audit="77")
    assert "is not here" in page.caption[0].value
    assert page.selectbox(key="audit").value == "1"


def test_without_an_audit_it_says_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, tmp_path)
    page = text(overview())
    assert "No audit yet" in page
    assert "citations audit locations.csv" in page


def test_a_database_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use(monkeypatch, tmp_path)
    (tmp_path / "invented.db").write_text("this is no database, only text that lies where one should be")
    assert "The database cannot be opened" in text(overview())


def test_an_unfinished_audit_says_how_far_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(tmp_path, locations=1, finished=False)
    use(monkeypatch, tmp_path)
    page = overview()
    assert "Not finished." in text(page, ".note")
    assert "not done yet" in text(page, ".grid")


def test_a_large_audit_is_shown_by_fifty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    places = [dental(number) for number in range(60)]
    store = Store(f"sqlite:///{tmp_path / 'invented.db'}")
    store.begin("invented.csv", places, [DirectoryInfo("a", "A")], [(place.id, "a") for place in places])
    use(monkeypatch, tmp_path)
    page = overview()
    assert len(html(page).css(".grid tbody tr")) == 50
    assert "50 of 60 locations" in text(page)
    assert len(html(overview(page="2")).css(".grid tbody tr")) == 10


@pytest.mark.parametrize(
    ("websites", "sample"),
    [
        (["http://127.0.0.1:8123/a", "http://localhost:9/"], True),
        (["http://127.0.0.1:8123/a", ""], True),
        (["http://127.0.0.1:8123/a", "https://harbordental.example/"], False),
        (["", ""], False),
        (["http://[broken"], False),
    ],
)
def test_only_businesses_of_this_machine_are_called_sample_data(websites: list[str], sample: bool) -> None:
    assert is_sample(Location("x", "X", website=website) for website in websites) is sample


@pytest.mark.parametrize(("words", "fits"), [("", True), ("HARBOR 0101", True), ("port", False), ("sample 980", True)])
def test_the_search_looks_into_the_whole_record(words: str, fits: bool) -> None:
    assert matches(dental(1), words) is fits


def test_a_phone_sums_up_the_directories_that_do_not_apply(at_home: Path) -> None:
    page = html(overview(audit="1"))
    row = next(row for row in page.css(".grid tbody tr") if row.css("td.aside"))
    names = [node.text(strip=True) for node in row.css("td.aside .where")]
    (summed_up,) = row.css("td.asides")
    assert " ".join(summed_up.text().split()) == f"Does not apply: {', '.join(names)}"
