"""Both pages in a real browser, wide and narrow: they fit, they can be used, and nothing leaves this machine."""

import gzip
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, sync_playwright

from citations.settings import Settings
from citations.web import find_chromium
from tests.invented import DENTAL
from tests.ui.invented_view import CAPTURED
from tests.ui.pages import APP

CHROMIUM = find_chromium(Settings())
OVERVIEW, LOCATION = "/?audit=1", "/location?audit=1&location=dental-every-verdict"
HOSTILE = "/location?audit=1&location=hostile-1"
PATIENCE = 60_000  # milliseconds; the machine may be busy

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
    pytest.mark.xdist_group("web view in a browser"),
]


@pytest.fixture(scope="module")
def server(home: Path) -> Iterator[str]:
    """The app served as `citations app` does it; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {"port": port, "address": "127.0.0.1", "headless": "true", "fileWatcherType": "none"}
    command = [sys.executable, "-m", "streamlit", "run", str(APP)]
    command += [part for name, value in options.items() for part in (f"--server.{name}", str(value))]
    database = f"sqlite:///{home / 'invented.db'}"
    environment = os.environ | {"CITATIONS_HOME": str(home), "CITATIONS_DATABASE_URL": database}
    with subprocess.Popen(command, env=environment, cwd=APP.parent, stdout=subprocess.DEVNULL) as process:
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The browser of this machine."""
    sandbox = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield browser
        browser.close()


@pytest.fixture(params=[1440, 390])
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page of this width that may not talk to anyone but this machine, nor open a dialog."""
    tab = chromium.new_page(viewport={"width": request.param, "height": 900})
    tab.set_default_timeout(PATIENCE)
    outside: list[str] = []
    tab.on("request", lambda asked: outside.append(asked.url) if _is_outside(asked) else None)
    tab.on("dialog", lambda dialog: outside.append(f"dialog: {dialog.message}"))
    yield tab
    tab.close()
    assert not outside


@pytest.mark.parametrize("path", [OVERVIEW, LOCATION, HOSTILE])
def test_the_page_fits_and_is_accessible(server: str, page: Page, path: str) -> None:
    _open(page, server + path)
    for details in page.query_selector_all(".stHtml details"):
        details.evaluate("element => element.open = true")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    assert not _cut(page)
    grave = [v for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
    assert not [(violation["id"], violation["nodes"][0]["html"]) for violation in grave]


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
    page.wait_for_selector(IDLE)  # a click while the expander's run still redraws the button would be lost
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the page as it was captured").click()
    assert download.value.suggested_filename == "dental-every-verdict-example_pages.html.gz"
    assert gzip.decompress(Path(download.value.path()).read_bytes()) == CAPTURED
    assert page.locator("iframe").count() == 0


def test_the_search_is_part_of_the_link(server: str, page: Page) -> None:
    _open(page, f"{server}/?audit=1&find=quay&problems=true")
    page.wait_for_function("document.querySelectorAll('.stHtml .grid tbody tr').length === 2")
    assert page.get_by_label("Search").input_value() == "quay"


IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"


def _open(page: Page, url: str) -> None:
    """Open the page and wait until it is whole: nothing runs, no chart is outstanding."""
    page.goto(url)
    page.wait_for_selector(".stHtml h2")
    page.wait_for_selector(IDLE)
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')")


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


def _is_outside(asked: Request) -> bool:
    return asked.url.startswith(("http", "ws")) and "//127.0.0.1:" not in asked.url


def _wait_for(url: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    pytest.fail("the web view did not start")
