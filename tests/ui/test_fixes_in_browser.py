"""The Fixes page in a real browser: read, filter, copy, decide, many at once, all of it kept."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page

from citations.findings import settle, tally
from citations.store import KeptFix, Store
from citations.words import FixOwner
from tests.invented import DENTAL
from tests.ui.invented_view import build
from tests.ui.serving import CHROMIUM, fits, idle, pick, served

SEEN = datetime.now(UTC) - timedelta(days=3)

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
    pytest.mark.xdist_group("web view in a browser"),
]


@pytest.fixture(scope="module")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home of its own: these tests change what is in it."""
    folder = tmp_path_factory.mktemp("fixes")
    store, info = build(folder)
    tiers = {directory.id: directory.tier for directory in info.directories}
    for check in store.checks(info.id):  # seen before today, so that a person can submit something after it
        store.save(info.id, replace(check, checked_at=SEEN), tally(check, tiers[check.directory]))
    store.close()
    return folder


@pytest.fixture(scope="module")
def server(own_home: Path) -> Iterator[str]:
    """The app on that home."""
    database = f"sqlite:///{own_home / 'invented.db'}"
    with served({"CITATIONS_HOME": str(own_home), "CITATIONS_DATABASE_URL": database}) as address:
        yield address


def kept(home: Path) -> dict[str, KeptFix]:
    """The fixes that are on disk."""
    store = Store(f"sqlite:///{home / 'invented.db'}")
    settle(store)
    found = store.fixes.of_audit(1)
    store.close()
    return found


def show(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_selector(".stHtml h1")
    idle(page)


def open_first(page: Page) -> None:
    page.locator("[data-testid=stExpander] summary").first.click()
    page.get_by_label("Note", exact=True).wait_for()
    idle(page)


def choose(page: Page, label: str, option: str, number: int = 0) -> None:
    pick(page, page.get_by_label(label, exact=True).nth(number), option)
    idle(page)


def test_the_list_and_an_opened_fix_fit_and_are_accessible(server: str, page: Page) -> None:
    show(page, f"{server}/fixes?audit=1")
    assert page.locator("[data-testid=stExpander]").count() == 20
    assert page.locator(".stHtml h1").inner_text() == "Fixes"
    open_first(page)
    fits(page)


def test_hostile_text_is_text(server: str, page: Page) -> None:
    show(page, f"{server}/fixes?audit=1&at=hostile-1&state=everything")
    rows = page.locator("[data-testid=stExpander] summary")
    assert rows.count() >= 10
    assert page.locator("[data-testid=stExpander] summary a").count() == 0, "no link inside a button"
    for number in range(3):
        rows.nth(number).click()
        idle(page)
    assert page.locator("script:has-text('alert(1)')").count() == 0
    assert "<script>alert(1)</script>" in page.locator("[data-testid=stMain]").inner_text()
    fits(page)


def test_a_fix_shows_its_value_to_copy_its_reason_and_where_to_go(server: str, page: Page) -> None:
    show(page, f"{server}/fixes?audit=1&at=dental-1&directory=example_pages")
    open_first(page)
    said = page.locator("[data-testid=stExpander]").first.inner_text()
    assert "(360) 555-0199" in said
    assert "sends callers to a wrong number, on a tier-1 directory" in said
    assert page.locator("[data-testid=stCode]").first.inner_text().strip() == "(360) 555-0100"
    link = page.get_by_role("link", name="Open the listing")
    assert link.get_attribute("href") == "https://example-pages.example/biz/dental-1"
    page.get_by_role("link", name="Evidence and all details of this location").click()
    page.wait_for_selector(".stHtml .record")
    assert "location=dental-1" in page.url


def test_each_decision_is_kept_at_once(server: str, page: Page, own_home: Path) -> None:
    show(page, f"{server}/fixes?audit=1&at=dental-2&directory=town_guide&state=everything")
    open_first(page)
    (fix,) = [fix for fix in kept(own_home).values() if fix.place[1:] == ("dental-2", "town_guide")]
    choose(page, "Owner", "Client", 1)
    choose(page, "State", "Submitted: done, not yet seen by an audit", 1)
    page.get_by_label("Note").fill("asked Ann")
    page.get_by_label("Note").press("Enter")
    idle(page)
    now = kept(own_home)[fix.id]
    assert (now.owner, now.note, bool(now.submitted_at)) == (FixOwner.CLIENT, "asked Ann", True)
    page.reload()
    page.wait_for_selector(".stHtml h1")
    idle(page)
    assert "submitted" in page.locator("[data-testid=stExpander] summary").first.inner_text()
    open_first(page)
    assert page.get_by_label("Note").input_value() == "asked Ann"
    choose(page, "State", "Put off until a date", 1)
    assert kept(own_home)[fix.id].snoozed_until > date.today()
    choose(page, "State", "To do", 1)
    undone = kept(own_home)[fix.id]
    assert (undone.submitted_at, undone.snoozed_until) == (None, None)


def test_many_are_changed_together(server: str, page: Page, own_home: Path) -> None:
    show(page, f"{server}/fixes?audit=1&client={DENTAL.replace(' ', '+')}&find=555-0199")
    page.get_by_text("Same value", exact=True).click()
    idle(page)
    heading = page.locator(".stHtml h2:not(section h2)").first.inner_text()
    assert "Replace the phone number (360) 555-0199 wherever it stands" in heading
    page.get_by_role("button", name="Change 5", exact=True).click()
    page.wait_for_selector("[data-testid=stForm]")
    idle(page)
    pick(page, page.locator("[data-testid=stForm]").get_by_label("Owner"), "Vendor")
    page.locator("[data-testid=stForm]").get_by_label("Note", exact=True).fill("from the feed")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("5 saved").wait_for()
    changed = [fix for fix in kept(own_home).values() if fix.note == "from the feed"]
    assert {fix.owner for fix in changed} == {FixOwner.VENDOR}
    assert {fix.cause for fix in changed} == {"+13605550199"}
    assert len(changed) == 5


def test_the_list_comes_as_csv_without_formulas(server: str, page: Page) -> None:
    show(page, f"{server}/fixes?audit=1&state=everything")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert len(rows) > 20
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "\t"))]
    assert any("=HYPERLINK" in cell for cell in cells), "it is there, as text"


def test_filters_stand_in_the_address(server: str, page: Page) -> None:
    show(page, f"{server}/fixes?audit=1&priority=low")
    summaries = page.locator("[data-testid=stExpander] summary")
    assert summaries.count()
    assert all("low priority" in text for text in summaries.all_inner_texts())
    choose(page, "Priority", "High")
    page.wait_for_url("**priority=high**")
    choose(page, "State", "Verified")
    page.get_by_text("No fix is left by these filters.").wait_for()


def test_it_begins_with_shared_values_and_with_what_wants_a_decision(server: str, page: Page) -> None:
    show(page, f"{server}/fixes?audit=1")
    begin_here = page.locator("section:has(> h2:has-text('Begin here'))")
    first = begin_here.locator("li").first.inner_text()
    times = int(first.split(" listings of ")[0].split()[-1])
    begin_here.get_by_role("link").click()
    page.wait_for_selector(".stHtml h2:has-text('wherever it stands')")
    assert times > 1
    to_decide = page.locator("section:has(> h2:has-text('To decide'))").locator("li").first
    title, number = to_decide.inner_text().rsplit(" ", 1)
    to_decide.get_by_role("link").click()
    page.wait_for_url("**list=*")
    idle(page)
    assert page.locator("[data-testid=stExpander]").count() == min(int(number), 20)
    assert title == "Listed more than once"
