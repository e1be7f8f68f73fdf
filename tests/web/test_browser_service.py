"""A browser service elsewhere: it opens the pages, we fetch what they ask for."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from citations.settings import Settings
from citations.web.chromium import ServiceMissing, need_chromium
from tests.loopback import site
from tests.web.conftest import Visit

PAGES = {
    "/": "<h1>Shell</h1><script src='/fill.js'></script>",
    "/fill.js": "fetch('/name').then(r => r.text()).then(t => document.querySelector('h1').textContent = t)",
    "/name": "Harbor Dental",
}


def _open_chromium(folder: Path) -> list[str]:
    """Our own headless Chromium, open for its developer tools."""
    words = ["--headless", "--no-sandbox", "--remote-debugging-port=0", f"--user-data-dir={folder}"]
    return [str(need_chromium(Settings(_env_file=None))), *words]


def _playwright_server(folder: Path) -> list[str]:
    """Playwright's own server, with our Chromium."""
    how = {
        "executablePath": str(need_chromium(Settings(_env_file=None))),
        "host": "127.0.0.1",
        "args": ["--no-sandbox"],
    }
    (folder / "how.json").write_text(json.dumps(how), encoding="utf-8")
    words = ["launch-server", "--browser", "chromium", "--config", str(folder / "how.json")]
    return [sys.executable, "-m", "playwright", *words]


@pytest.fixture(scope="module", params=[_open_chromium, _playwright_server], ids=["chromium", "playwright"])
def service(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a service that is running."""
    command = request.param(tmp_path_factory.mktemp("service"))
    # Either command starts the browser: both end together, as one group.
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )
    with process:
        try:
            assert process.stdout
            yield next(found[0] for line in process.stdout if (found := re.search(r"ws://\S+", line)))
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def settings(service: str, **more: Any) -> Settings:
    return Settings(_env_file=None, pace=0, browser=service, **more)


def answer(path: str) -> tuple[int, str]:
    return (200, PAGES[path]) if path in PAGES else (404, "")


def test_its_pages_come_through_us_scripts_and_all(visit: Visit, service: str) -> None:
    with site(answer) as own:
        now = settings(service, allow_private=frozenset({own.host}))
        page = visit(now, f"{own.origin}/", browser=True, wait_for="h1:text('Harbor')")
        assert own.pages_asked[:3] == ["/", "/fill.js", "/name"]
    assert (page.obstacle, page.how) == (None, "browser")
    assert b"Harbor Dental" in page.body


def test_its_pages_reach_no_private_address(visit: Visit, service: str) -> None:
    with site(lambda _path: (200, "secret")) as private:
        fetches = f"<h1>Shop</h1><img src='{private.origin}/'><script src='{private.origin}/x.js'></script>"
        with site(lambda path: (200, fetches) if path == "/" else (404, "")) as own:
            page = visit(settings(service, allow_private=frozenset({own.host})), f"{own.origin}/", browser=True)
        assert private.asked == []
    assert b"Shop" in page.body
    assert b"secret" not in page.body


def test_one_that_does_not_answer_is_named(visit: Visit) -> None:
    with site(answer) as own:
        gone = settings("ws://127.0.0.1:9/devtools/browser/1", allow_private=frozenset({own.host}))
        with pytest.raises(ServiceMissing, match=r"ws://127.0.0.1:9/devtools/browser/1 \(CITATIONS_BROWSER\)"):
            visit(gone, f"{own.origin}/", browser=True)
