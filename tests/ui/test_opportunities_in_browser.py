"""The Opportunities page in a real browser: it fits, explains itself, can be narrowed and taken away."""

import csv
import io
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.invented import DENTAL
from tests.ui.serving import CHROMIUM, fits, idle, pick

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
    pytest.mark.xdist_group("web view in a browser"),
]
AT = "/opportunities?audit=1"


def show(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_selector(".stHtml h2")
    idle(page)


@pytest.mark.parametrize("path", [AT, f"{AT}&kind=not_checked", f"{AT}&kind=left_alone"])
def test_the_page_fits_and_is_accessible_with_everything_open(server: str, page: Page, path: str) -> None:
    show(page, server + path)
    for details in page.query_selector_all(".stHtml details"):
        details.evaluate("element => element.open = true")
    fits(page)
    assert page.locator("script:has-text('alert(1)')").count() == 0


def test_an_opportunity_explains_itself_and_says_what_to_enter(server: str, page: Page) -> None:
    show(page, f"{server}{AT}&client={DENTAL.replace(' ', '+')}&find=map+nearby")
    card = page.locator(".stHtml .chance")
    assert card.count() == 1
    assert "Add 1 location to Map Nearby with exactly the details of the record." in card.inner_text()
    card.get_by_text("Why ", exact=False).first.click()
    assert "importance 16 + competitors 0 + fit 6" in card.inner_text()
    card.get_by_text("what to enter", exact=False).first.click()
    assert "(360) 555-0100" in card.inner_text()
    assert (
        card.get_by_role("link", name="Open the search").get_attribute("href").startswith("https://map-nearby.example")
    )
    card.get_by_role("link", name="Harbor Dental").first.click()
    page.wait_for_selector(".stHtml .record")
    assert "location=dental-1" in page.url


def test_the_kind_is_part_of_the_link_and_what_was_not_checked_stands_apart(server: str, page: Page) -> None:
    show(page, server + AT)
    assert page.locator(".stHtml h2").inner_text() == "Within reach"
    within = page.locator(".stHtml .chance h3").all_inner_texts()
    pick(page, page.get_by_label("Show", exact=True), "Not checked")
    idle(page)
    page.wait_for_url("**kind=not_checked**")
    page.get_by_text("None of them counts as missing").wait_for()
    assert page.locator(".stHtml .chance h3").all_inner_texts() != within


def test_the_list_comes_as_csv(server: str, page: Page) -> None:
    show(page, server + AT)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert {row["opportunity"] for row in rows} >= {"not listed", "not checked", "skipped"}
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "@"))]
