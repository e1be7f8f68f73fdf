"""The app served as `citations app` does it, and pages in a real browser that talk to this machine only."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Request, sync_playwright

from citations.settings import Settings
from citations.web import find_chromium
from tests.ui.pages import APP

CHROMIUM = find_chromium(Settings())
WIDTHS = [1440, pytest.param(390, marks=pytest.mark.slow)]  # a phone is looked at by make test-slow
PATIENCE = 60_000  # milliseconds; the machine may be busy
IDLE = "[data-testid=stApp][data-test-script-state=notRunning]"
# Colours are measured when nothing fades any more: Streamlit dims what is about to be drawn again.
AT_REST = """() => !document.querySelector('[data-stale=true]') && document.getAnimations().every(
    one => one.playState !== 'running' || one.effect.getComputedTiming().iterations === Infinity)"""


@contextmanager
def served(settings: Mapping[str, str], folder: Path | None = None) -> Iterator[str]:
    """The app with these settings, run in `folder`; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = {"port": port, "address": "127.0.0.1", "headless": "true", "fileWatcherType": "none"}
    command = [sys.executable, "-m", "streamlit", "run", str(APP)]
    command += [part for name, value in options.items() for part in (f"--server.{name}", str(value))]
    environment = os.environ | {"PYTHONPATH": str(APP.parent)} | dict(settings)
    where = folder or APP.parent
    with subprocess.Popen(command, env=environment, cwd=where, stdout=subprocess.DEVNULL) as process:
        try:
            _wait_for(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


@contextmanager
def browser() -> Iterator[Browser]:
    """The browser of this machine."""
    sandbox = ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield running
        running.close()


@contextmanager
def tab(chromium: Browser, width: int) -> Iterator[Page]:
    """A page of this width that may not talk to anyone but this machine, nor open a dialog."""
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.set_default_timeout(PATIENCE)
    outside: list[str] = []
    page.on("request", lambda asked: outside.append(asked.url) if _is_outside(asked) else None)
    page.on("dialog", lambda dialog: outside.append(f"dialog: {dialog.message}"))
    yield page
    page.close()
    assert not outside, outside


def idle(page: Page) -> None:
    """Until nothing runs and nothing is outstanding."""
    page.wait_for_timeout(150)  # a click takes a moment to reach the server
    page.wait_for_selector(IDLE)
    page.wait_for_function("!document.querySelector('[data-testid=stSkeleton]')")


def pick(page: Page, box: Locator, option: str) -> None:
    """Take an option as a keyboard user does; a list that scrolling closed is opened again."""
    box.evaluate("element => element.scrollIntoView({block: 'center'})")
    for _ in range(40):
        shown = page.get_by_role("option").all()
        options = [(one.inner_text().strip(), one.get_attribute("data-focused")) for one in shown]
        at = next((place for place, (_, focused) in enumerate(options) if focused), -1)
        if at >= 0 and options[at][0] == option:
            page.keyboard.press("Enter")
            return
        if not options:
            box.focus()
        is_above = option in [text for text, _ in options[: max(at, 0)]]
        page.keyboard.press("ArrowUp" if is_above else "ArrowDown")
        page.wait_for_timeout(150)
    pytest.fail(f"there is no option {option!r}")


def fits(page: Page) -> None:
    """Nothing is cut, nothing has to be scrolled sideways, and no rule of accessibility is gravely broken."""
    page.wait_for_function(AT_REST)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")
    grave = [v for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
    found = [(violation["id"], violation["nodes"][0]["html"]) for violation in grave]
    assert not found, found


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
