"""The person's window, driven headless: only wanted hosts are read, as they stand there once they are still."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from citations.models import Page
from citations.settings import Settings
from citations.web import BrowserMissing, Window, find_chromium, find_window, need_window
from tests.loopback import Answer, Site, site

CHROMIUM = find_chromium(Settings())
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
LATE = "<h1>One moment</h1><script>setTimeout(() => { document.body.innerHTML = '<h1>Here it is</h1>' }, 1500)</script>"


def answer(path: str) -> Answer:
    pages = {"/": (200, "<h1>Harbor Lane Bakery</h1>"), "/late": (200, LATE), "/gone": (410, "<h1>Gone</h1>")}
    return pages.get(path, (404, "<h1>Not here</h1>"))


def browse(
    profile: Path, wanted: Site, doing: Callable[[Window], Awaitable[None]], done: Callable[[Page], bool] = bool
) -> list[Page]:
    """The pages that were read while somebody did something in the window."""
    read: list[Page] = []

    async def on_page(page: Page) -> bool:
        read.append(page)
        return done(page)

    async def session() -> None:
        assert CHROMIUM
        async with Window(CHROMIUM, profile, lambda url: wanted.host in url, on_page, headless=True) as window:
            await doing(window)

    asyncio.run(session())
    return read


def opening(*urls: str, wait: float = 3) -> Callable[[Window], Awaitable[None]]:
    async def doing(window: Window) -> None:
        for url in urls:
            await window.open(url)
            await asyncio.sleep(wait)

    return doing


def test_a_page_is_read_once_with_its_address_status_and_picture(tmp_path: Path) -> None:
    with site(answer) as ours:
        (page,) = browse(tmp_path, ours, opening(f"{ours.origin}/gone"))
    assert (page.final_url, page.status, page.how) == (f"{ours.origin}/gone", 410, "visible_browser")
    assert b"<h1>Gone</h1>" in page.body
    assert page.screenshot.startswith(b"\x89PNG")


def test_other_hosts_are_never_read(tmp_path: Path) -> None:
    with site(answer) as ours, site(answer) as elsewhere:
        read = browse(tmp_path, ours, opening(elsewhere.origin, f"{ours.origin}/"))
        assert elsewhere.pages_asked
    assert [page.final_url for page in read] == [f"{ours.origin}/"]


@pytest.mark.slow
def test_what_comes_late_is_read_when_it_is_there(tmp_path: Path) -> None:
    with site(answer) as ours:
        read = browse(tmp_path, ours, opening(f"{ours.origin}/late", wait=6), lambda page: b"Here it is" in page.body)
    assert b"<h1>Here it is</h1>" in read[-1].body
    assert len(read) <= 2


def test_the_profile_is_kept(tmp_path: Path) -> None:
    with site(answer) as ours:
        browse(tmp_path / "profile", ours, opening(f"{ours.origin}/"))
    assert any((tmp_path / "profile").iterdir())


@pytest.mark.slow
def test_a_host_that_does_not_answer_ends_nothing(tmp_path: Path) -> None:
    with site(answer) as ours:
        read = browse(tmp_path, ours, opening("http://127.0.0.1:9/", f"{ours.origin}/"))
    assert len(read) == 1


def test_a_browser_that_does_not_start_is_told(tmp_path: Path) -> None:
    async def nothing(_page: Page) -> bool:
        return True

    async def session() -> None:
        async with Window(Path("/bin/false"), tmp_path, bool, nothing, headless=True):
            pass

    with pytest.raises(BrowserMissing, match="does not open"):
        asyncio.run(session())


def test_a_headless_shell_has_no_window(tmp_path: Path) -> None:
    shell = tmp_path / "chromium-headless-shell"
    shell.write_text("#!/bin/sh\n")
    shell.chmod(0o755)
    settings = Settings(_env_file=None, browser=str(shell))  # type: ignore[call-arg]
    assert find_chromium(settings) == shell
    assert find_window(settings) is None
    with pytest.raises(BrowserMissing, match="playwright install chromium"):
        need_window(settings)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "chromium").write_text("#!/bin/sh\n")
    (tmp_path / "chromium").chmod(0o755)
    settings = Settings(browser=str(tmp_path / "chromium"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(BrowserMissing, match=r"no screen to show a window on\. Work without --browser"):
        need_window(settings)
    monkeypatch.setenv("DISPLAY", ":0")
    assert need_window(settings) == tmp_path / "chromium"
