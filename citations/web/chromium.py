"""Finding a Chromium on this machine: the one that was named, Playwright's own, or the system's."""

import os
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

import playwright

from citations.settings import Settings

SYSTEM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
PLAYWRIGHT_BUILDS = (
    "chromium_headless_shell-*/*/*headless*shell",
    "chromium_headless_shell-*/*/*headless*shell.exe",
    "chromium-*/*/chrome",
    "chromium-*/*/*.app/Contents/MacOS/*",
)


GET_A_WINDOW = "playwright install chromium   (or install Chromium or Google Chrome in your system's way)"


class BrowserMissing(RuntimeError):  # noqa: N818 (the word that users and other rooms say)
    """There is no browser to visit with, or it does not start; the text says what to type."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}. Type: citations doctor --get-browser")


class WindowMissing(BrowserMissing):
    """There is no browser that can show a window; the text says how to get one."""

    def __init__(
        self, what: str, todo: str = f"Type: {GET_A_WINDOW}; citations doctor says whether it is found"
    ) -> None:
        RuntimeError.__init__(self, f"{what}. {todo}")


class ServiceMissing(BrowserMissing):
    """The browser service that the settings name does not answer; the text says so."""

    def __init__(self, address: str, why: str) -> None:
        RuntimeError.__init__(self, f"The browser service {address} (CITATIONS_BROWSER) does not answer: {why}")


def is_service(settings: Settings) -> bool:
    """True when the pages are opened by a browser service elsewhere."""
    return settings.browser.startswith(("ws://", "wss://"))


def has_browser(settings: Settings) -> bool:
    """True when pages can be opened in a browser, here or by a service."""
    return is_service(settings) or find_chromium(settings) is not None


def need_chromium(settings: Settings) -> Path:
    """The browser to use. Raises BrowserMissing when there is none."""
    found = find_chromium(settings)
    if found is None:
        named = f"There is no browser at {settings.browser} (CITATIONS_BROWSER)"
        raise BrowserMissing(named if settings.browser else "No Chromium was found")
    return found


def find_chromium(settings: Settings) -> Path | None:
    """The browser to use on this machine, or None.

    A path that the settings name is used or nothing is: no silent second choice.
    """
    if settings.browser and not is_service(settings):
        named = shutil.which(settings.browser)
        return Path(named) if named else None
    return _playwrights_own() or _the_systems()


def need_window(settings: Settings) -> Path:
    """A browser that can show a window. Raises BrowserMissing when there is none, saying how to get one."""
    found = find_window(settings)
    if found is None:
        named = f"{settings.browser} (CITATIONS_BROWSER) cannot show a window" if settings.browser else ""
        raise WindowMissing(named or "No browser with a window was found")
    if not has_screen():
        raise WindowMissing("There is no screen to show a window on", "Work without --browser: save or paste pages")
    return found


def has_screen() -> bool:
    """False on a Linux without a desktop, such as a server that one has logged in to."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def find_window(settings: Settings) -> Path | None:
    """A whole Chromium or Chrome, or None: the headless shell that audits use has no window."""
    if settings.browser and not is_service(settings):
        named = find_chromium(settings)
        return named if named and not _is_shell(named) else None
    patterns = [pattern for pattern in PLAYWRIGHT_BUILDS if "headless" not in pattern]
    return _playwrights_own(patterns) or _the_systems([name for name in SYSTEM_NAMES if "headless" not in name])


def _is_shell(path: Path) -> bool:
    return "headless" in f"{path.name} {path.resolve().name}"


def _playwrights_own(patterns: Sequence[str] = PLAYWRIGHT_BUILDS) -> Path | None:
    for pattern in patterns:
        builds = [path for path in _playwright_folder().glob(pattern) if os.access(path, os.X_OK) and path.is_file()]
        if builds:
            return max(builds, key=_revision)
    return None


def _playwright_folder() -> Path:
    named = os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "")
    if named == "0":  # Playwright's word for "inside the package"
        return Path(playwright.__file__).parent / "driver" / "package" / ".local-browsers"
    caches = {"darwin": "~/Library/Caches", "win32": "~/AppData/Local"}
    cache = Path(caches.get(sys.platform, os.environ.get("XDG_CACHE_HOME", "~/.cache"))).expanduser()
    return Path(named).expanduser() if named else cache / "ms-playwright"


def _revision(path: Path) -> int:
    found = re.search(r"chromium(?:_headless_shell)?-(\d+)", str(path))
    return int(found[1]) if found else 0


def _the_systems(names: Sequence[str] = SYSTEM_NAMES) -> Path | None:
    found = next(filter(None, map(shutil.which, names)), None)
    applications = [Path(path) for path in MAC_APPLICATIONS if Path(path).exists()]
    return Path(found) if found else next(iter(applications), None)
