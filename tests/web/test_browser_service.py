"""A browser service elsewhere: it opens the pages, we fetch what they ask for."""

import os
import re
import signal
import subprocess
from collections.abc import Iterator
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


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Our own headless Chromium, open for its developer tools."""
    words = ["--headless", "--no-sandbox", "--remote-debugging-port=0"]
    profile = f"--user-data-dir={tmp_path_factory.mktemp('profile')}"
    command = [str(need_chromium(Settings(_env_file=None))), *words, profile]
    # The system's command is a script that starts the browser: both end together, as one group.
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        try:
            assert process.stderr
            yield next(found[1] for line in process.stderr if (found := re.search(r"listening on (ws://\S+)", line)))
        finally:
            os.killpg(process.pid, signal.SIGKILL)


def settings(service: str, **more: Any) -> Settings:
    return Settings(_env_file=None, pace=0, browser=service, **more)


def answer(path: str) -> tuple[int, str]:
    return (200, PAGES[path]) if path in PAGES else (404, "")


def test_its_pages_come_through_us_scripts_and_all(visit: Visit, service: str) -> None:
    with site(answer) as own:
        now = settings(service, allow_private=frozenset({own.host}))
        page = visit(now, f"{own.origin}/", browser=True, wait_for="h1")
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
