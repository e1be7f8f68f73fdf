"""Finding a Chromium on this machine: the one that was named, Playwright's own, or the system's."""

import os
import re
import shutil
import sys
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


class BrowserMissing(RuntimeError):  # noqa: N818 (the word that users and other rooms say)
    """There is no browser to visit with, or it does not start; the text says what to type."""

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}. Type: citations doctor --get-browser")


def need_chromium(settings: Settings) -> Path:
    """The browser to use. Raises BrowserMissing when there is none."""
    found = find_chromium(settings)
    if found is None:
        named = f"There is no browser at {settings.browser} (CITATIONS_BROWSER)"
        raise BrowserMissing(named if settings.browser else "No Chromium was found")
    return found


def find_chromium(settings: Settings) -> Path | None:
    """The browser to use, or None. A path that the settings name is used or nothing is: no silent second choice."""
    if settings.browser:
        named = shutil.which(settings.browser)
        return Path(named) if named else None
    return _playwrights_own() or _the_systems()


def _playwrights_own() -> Path | None:
    for pattern in PLAYWRIGHT_BUILDS:
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


def _the_systems() -> Path | None:
    found = next(filter(None, map(shutil.which, SYSTEM_NAMES)), None)
    applications = [Path(path) for path in MAC_APPLICATIONS if Path(path).exists()]
    return Path(found) if found else next(iter(applications), None)
