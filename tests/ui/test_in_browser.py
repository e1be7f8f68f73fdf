"""Both pages in a real browser, wide and narrow: they fit, they can be used, and nothing leaves this machine."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.invented import DENTAL
from tests.ui.invented_view import CAPTURED
from tests.ui.serving import CHROMIUM, fits, idle

OVERVIEW, LOCATION = "/?audit=1", "/location?audit=1&location=dental-every-verdict"
HOSTILE = "/location?audit=1&location=hostile-1"

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
    pytest.mark.xdist_group("web view in a browser"),
]


@pytest.mark.parametrize("path", [OVERVIEW, LOCATION, HOSTILE])
def test_the_page_fits_and_is_accessible(server: str, page: Page, path: str) -> None:
    _open(page, server + path)
    for details in page.query_selector_all(".stHtml details"):
        details.evaluate("element => element.open = true")
    fits(page)
    assert not _cut(page)


def test_a_row_leads_to_its_location_and_back(server: str, page: Page) -> None:
    _open(page, f"{server}/?audit=1&client={DENTAL.replace(' ', '+')}")
    page.locator(".grid tbody th a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".stHtml .record")
    assert "location=dental-every-verdict" in page.url
    assert "client=Harbor+Dental+Group" in page.url
    page.get_by_role("link", name="All locations").click()
    page.wait_for_selector(".stHtml .grid")
    assert page.locator(".stHtml h1").inner_text() == DENTAL


def test_the_evidence_opens_as_picture_and_download(server: str, page: Page) -> None:
    _open(page, server + LOCATION)
    page.get_by_text("Screenshot and captured page, Example Pages").click()
    picture = page.get_by_role("img", name="Screenshot of the page at Example Pages")
    picture.wait_for()
    page.wait_for_function("image => image.naturalWidth === 640", arg=picture.element_handle())
    idle(page)  # a click while the expander's run still redraws the button would be lost
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the page as it was captured").click()
    assert download.value.suggested_filename == "dental-every-verdict-example_pages.html.gz"
    assert gzip.decompress(Path(download.value.path()).read_bytes()) == CAPTURED
    assert page.locator("iframe").count() == 0


def test_the_search_is_part_of_the_link(server: str, page: Page) -> None:
    _open(page, f"{server}/?audit=1&find=quay&problems=true")
    page.wait_for_function("document.querySelectorAll('.stHtml .grid tbody tr').length === 2")
    assert page.get_by_label("Search").input_value() == "quay"


def _open(page: Page, url: str) -> None:
    """Open the page and wait until it is whole: nothing runs, no chart is outstanding."""
    page.goto(url)
    page.wait_for_selector(".stHtml h2")
    idle(page)


def _cut(page: Page) -> list[str]:
    """The texts of ours that reach beyond their element or the window, scrolling regions apart."""
    cut: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('.stHtml :is(p, td, th, dd, dt, h1, h2, h3, li, .chip)')]
            .filter(e => e.offsetParent && !e.closest('.wide'))
            .filter(e => e.scrollWidth > Math.max(e.clientWidth, e.offsetWidth) + 1
                || e.getBoundingClientRect().right > innerWidth + 1)
            .map(e => e.innerText.slice(0, 80))"""
    )
    return cut
