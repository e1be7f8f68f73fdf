"""New audit in a real browser: a file in, its bad row mended, an audit started, stopped, killed and brought home."""

import csv
import json
import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from citations.practice import Practice, serve
from citations.settings import Settings
from citations.store import Store
from tests.ui.serving import CHROMIUM, fits, idle, served, tab

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
    pytest.mark.xdist_group("web view in a browser"),
]
LOCATIONS = 8
CHOSEN = ("Own website", "Townfolk Pages", "Whisperwell Finder")
SOON = 60_000  # milliseconds in which an audit of so few gets from one state to the next


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    with serve(seed=12, locations=LOCATIONS, port=0, out=tmp_path_factory.mktemp("web")) as built:
        yield built


@pytest.fixture
def shops(practice: Practice, tmp_path: Path) -> Path:
    """The practice web's locations, the first with a phone number that is none."""
    heading, first, *rest = list(csv.reader(practice.locations_file.read_text(encoding="utf-8").splitlines()))
    first[heading.index("Primary phone")] = "ask Anna"
    with (tmp_path / "shops.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([heading, first, *rest])
    return tmp_path / "shops.csv"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def server(practice: Practice, home: Path) -> Iterator[str]:
    settings = {
        "CITATIONS_HOME": str(home),
        "CITATIONS_DATABASE_URL": "",
        "CITATIONS_DIRECTORIES": str(practice.directories),
        "CITATIONS_ALLOW_PRIVATE": ",".join(practice.allow_private),
        "CITATIONS_PACE": "0.3",
    }
    with served(settings, home) as address:
        yield f"{address}/new-audit"


def hand_over(page: Page, server: str, file: Path) -> None:
    page.goto(server)
    page.wait_for_selector("input[type=file]", state="attached")
    page.set_input_files("input[type=file]", file)
    idle(page)


def type_into(page: Page, column: int, text: str) -> None:
    """Put `text` into the first row's cell of the table of refused rows, as a keyboard user does."""
    table = page.get_by_test_id("stDataFrame").last
    table.evaluate("element => element.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(500)  # it is drawn where it stands now
    box = table.bounding_box()
    assert box
    page.mouse.click(box["x"] + 20, box["y"] + 52)  # the first cell below the heading
    for _ in range(column):
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    cell = page.locator("#portal textarea")
    cell.fill(text)
    cell.press("Enter")


def card(page: Page) -> Locator:
    return page.locator("[class*=st-key-run-]").first


@pytest.mark.parametrize("width", [1440, 390])
def test_a_file_with_a_bad_row_fits_and_can_be_used_by_everyone(
    server: str, chromium: Browser, shops: Path, width: int
) -> None:
    with tab(chromium, width) as page:
        hand_over(page, server, shops)
        expect(page.get_by_text(f"Accepted: {LOCATIONS - 1} locations")).to_be_visible()
        expect(page.get_by_text("ask Anna").first).to_be_attached()
        fits(page)


@pytest.mark.slow
def test_mended_started_stopped_killed_and_brought_home(
    server: str, chromium: Browser, shops: Path, home: Path
) -> None:
    heading = shops.read_text(encoding="utf-8").splitlines()[0].split(",")
    with tab(chromium, 1440) as page:
        hand_over(page, server, shops)
        type_into(page, 1 + heading.index("Primary phone"), "(503) 555-0142")
        page.get_by_role("button", name="Read these rows again").click()
        expect(page.get_by_text(f"Accepted: {LOCATIONS} locations")).to_be_visible()

        choose_only(page, CHOSEN)
        expect(
            page.get_by_text(f"{LOCATIONS * len(CHOSEN)} checks: {LOCATIONS} locations in 3 directories")
        ).to_be_visible()
        page.get_by_role("button", name="Start the audit").click()
        expect(card(page).get_by_text(re.compile(rf"^[1-9]\d* of {LOCATIONS * 3} checks"))).to_be_visible(timeout=SOON)

        page.get_by_role("button", name="Stop").click()
        expect(card(page).get_by_text("Stopped. What was done is kept.")).to_be_visible(timeout=SOON)
        page.get_by_role("button", name="Continue").click()
        expect(page.get_by_role("button", name="Stop")).to_be_visible(timeout=SOON)
        (said,) = (home / "runs").glob("*/run.json")
        os.kill(json.loads(said.read_text())["pid"], signal.SIGKILL)
        expect(card(page).get_by_text("Its process is gone without a word")).to_be_visible(timeout=SOON)
        page.get_by_role("button", name="Continue").click()
        expect(card(page).get_by_text("Finished.")).to_be_visible(timeout=SOON)
        fits(page)

    store = Store(Settings(home=home, database_url="").database)
    audit = store.latest()
    assert audit
    assert (audit.id, audit.is_finished, audit.done) == (1, True, LOCATIONS * 3)
    assert "(503) 555-0142" in {place.phone for place in store.locations(audit.id)}
    store.close()


@pytest.mark.slow
def test_an_export_and_a_tracker_go_along_and_no_password_stays(
    server: str, chromium: Browser, practice: Practice, home: Path, tmp_path: Path
) -> None:
    with practice.locations_file.open(encoding="utf-8", newline="") as file:
        first = next(csv.DictReader(file))
    code, name = first["Store code"], first["Business name"]
    (tmp_path / "along.csv").write_bytes(practice.locations_file.read_bytes())
    with (tmp_path / "facebook.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Store Number", "Page name", "Price range"], [code, name, "$"]])
    with (tmp_path / "tracker.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["Store code", "Site", "Status", "Password"], [code, "Yelp", "Live", "Hunter2"]])
    with tab(chromium, 1440) as page:
        hand_over(page, server, tmp_path / "along.csv")
        page.get_by_text("Exports of accounts, or a tracker of your own").click()
        page.locator("input[type=file]").nth(1).set_input_files(tmp_path / "facebook.csv")
        expect(page.get_by_text("1 listing at Facebook")).to_be_visible()
        page.locator("input[type=file]").nth(2).set_input_files(tmp_path / "tracker.csv")
        expect(page.get_by_text("1 note of 1 location")).to_be_visible()
        choose_only(page, ("Own website",))
        page.get_by_role("button", name="Start the audit").click()
        expect(page.locator("[class*=st-key-run-along-]").get_by_text("Finished.")).to_be_visible(timeout=SOON)

    store = Store(Settings(home=home, database_url="").database)
    audit = next(audit for audit in store.audits() if audit.source.endswith("along.csv"))
    check = store.check(audit.id, code, "facebook")
    assert check
    assert check.how == "owner_export"
    assert [note.platform for notes in store.tracker.histories(audit.source).values() for note in notes] == ["Yelp"]
    store.close()
    assert not any(b"Hunter2" in kept.read_bytes() for kept in home.rglob("*") if kept.is_file())


def choose_only(page: Page, names: tuple[str, ...]) -> None:
    """Tick these directories and no other."""
    idle(page)  # what is still being drawn moves the buttons below it
    page.get_by_role("button", name="None of them").click()
    idle(page)
    for name in names:
        box = page.get_by_test_id("stCheckbox").filter(has_text=re.compile(rf"^{name} · "))
        expect(box.get_by_role("checkbox")).not_to_be_checked()
        box.locator("label").click()
        idle(page)
