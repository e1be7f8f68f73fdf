"""The choice of directories says of each whether it was ever checked live, and what was found."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from citations import Location
from citations.audit import Health, HealthBook
from citations.audit.health import fingerprint
from citations.catalog import load_catalog
from citations.ui.directory_choice import choices
from citations.words import HealthState
from tests.ui.pages import SECONDS, run


def choice() -> dict[str, str]:
    """What is said of each directory that can be chosen for a bakery in Portland, by its name."""

    def page() -> None:
        from citations import Location  # noqa: PLC0415 (runs as a script of its own)
        from citations.ui import directory_choice  # noqa: PLC0415

        directory_choice.ask([Location("b1", "Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201")])

    boxes = run(AppTest.from_function(page, default_timeout=SECONDS)).checkbox
    return {name.strip("*"): says for name, _, says in (box.label.replace("\\", "").partition(" · ") for box in boxes)}


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> HealthBook:
    """What is known of the directories in a new home: nothing yet."""
    monkeypatch.setenv("CITATIONS_HOME", str(tmp_path))
    monkeypatch.delenv("CITATIONS_DIRECTORIES", raising=False)
    return HealthBook(tmp_path)


def test_every_directory_was_never_checked_live_to_begin_with(book: HealthBook) -> None:
    said = choice()
    assert {"Yelp", "Hotfrog", "Google"} <= said.keys()
    assert [name for name, says in said.items() if "never checked live" not in says] == ["Own website"]


def test_those_that_matter_for_the_locations_are_chosen_and_say_why(book: HealthBook) -> None:
    place = Location("b1", "Harbor Lane", "12 Harbor Lane, Portland, OR 97201", categories=("Plumber",))
    every = {each.directory.id: each for each in choices([place])}
    assert {name for name in ("angi", "avvo", "cybo", "bbb", "google") if every[name].is_usual} == {"angi", "bbb"}
    assert every["google"].matters
    assert every["angi"].says[0] == "Tier 2, lists home services, contractors"
    assert every["avvo"].says[0] == "Lists legal only"
    assert "yell" not in every


def test_a_degraded_one_is_left_to_a_person(book: HealthBook) -> None:
    place = Location("b1", "Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201")
    (hotfrog,) = load_catalog().pick(["hotfrog"])
    group = {each.directory.id: each.group for each in choices([place])}
    book.keep(Health("hotfrog", HealthState.DEGRADED, "gone", datetime.now(UTC), file=fingerprint(hotfrog)))
    after = {each.directory.id: each.group for each in choices([place])}
    assert (group["hotfrog"], after["hotfrog"]) == ("auto", "assisted")


def test_what_a_live_check_found_takes_its_place(book: HealthBook) -> None:
    (hotfrog,) = load_catalog().pick(["hotfrog"])
    why, day = "its known listing is gone", datetime(2026, 3, 4, tzinfo=UTC)
    book.keep(Health("hotfrog", HealthState.DEGRADED, why, day, file=fingerprint(hotfrog)))
    said = choice()
    assert "degraded (its known listing is gone), 2026-03-04" in said["Hotfrog"]
    assert "never checked live" not in said["Hotfrog"]
    assert "never checked live" in said["Yelp"]
