"""`citations doctor`: what is there, what is missing and how to get it."""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from citations.apis.web_search import ENGINES
from citations.audit import HealthBook, Quota, apis_of, at_its_address
from citations.catalog import Catalog, load_catalog
from citations.cli.clipboard import HOW_TO_GET_ONE, find_clipboard
from citations.cli.fleet import fleet_state
from citations.cli.main import cli, out, say, settings
from citations.directory import Api
from citations.settings import Settings
from citations.store import Store, StoreError
from citations.web import (
    GET_A_WINDOW,
    EvidenceError,
    EvidenceFolder,
    find_chromium,
    find_window,
    get_chromium,
    has_browser,
    is_service,
)


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing looked at: whether it is in order, what was found, what to do when it is not."""

    what: str
    ok: bool
    found: str
    needed: bool = True


@cli.command()
def doctor(
    get_browser: Annotated[bool, typer.Option("--get-browser", help="fetch a browser when there is none")] = False,
) -> None:
    """Say what is there, what is missing and how to get it; with --get-browser, get the browser."""
    now = settings()
    if get_browser and not find_chromium(now):
        get_chromium(say=lambda text: say.print(text, markup=False))
    missing = False
    for examined in examine(now):
        mark = "ok     " if examined.ok else "missing" if examined.needed else "none   "
        out.print(f"{mark}  {examined.what}: {examined.found}", markup=False)
        missing = missing or (examined.needed and not examined.ok)
    if missing:
        raise typer.Exit(1)


def examine(now: Settings) -> Iterator[Examined]:
    """Everything the product needs from its surroundings, one after another."""
    version = ".".join(map(str, sys.version_info[:3]))
    yield Examined("Python", sys.version_info >= (3, 11), version)
    browser = now.browser if is_service(now) else find_chromium(now)
    yield Examined("browser", has_browser(now), str(browser or "none; type: citations doctor --get-browser"))
    window = find_window(now)
    shown = str(window or f"none; for citations assist --browser, type: {GET_A_WINDOW}")
    yield Examined("browser with a window", window is not None, shown, needed=False)
    clipboard = find_clipboard()
    read_by = clipboard.reader[0] if clipboard else f"none; for citations assist --clipboard, {HOW_TO_GET_ONE}"
    yield Examined("clipboard", clipboard is not None, read_by, needed=False)
    yield from _database(now)
    yield _writable("home folder", now.home)
    yield _evidence(now)
    yield Examined("contact in the user agent", bool(now.contact), now.contact or "set CITATIONS_CONTACT", needed=False)
    catalog = load_catalog(now.directories)
    for problem in catalog.problems:
        yield Examined("directory file", False, str(problem))
    yield Examined("directories", True, f"{len(catalog.directories)} loaded")
    yield from _checked_live(catalog, now)
    yield from _api_keys(now)


def _checked_live(catalog: Catalog, now: Settings) -> Iterator[Examined]:
    """How many directories were ever checked live, and which of them an audit leaves out since."""
    can_be = [directory for directory in catalog if "*" not in directory.domains]
    book = HealthBook(now.home)
    checked = len(book.current(can_be))
    advice = "" if checked else "; online, type: citations directories check --all"
    yield Examined("directories checked live", checked > 0, f"{checked} of {len(can_be)}{advice}", needed=False)
    for name, why in book.degraded(can_be).items():
        yield Examined(f"directory {name}", False, f"left out of audits: {why}", needed=False)


def _database(now: Settings) -> Iterator[Examined]:
    """The database, and on PostgreSQL the fleet that shares it."""
    try:
        store = Store(now.database)
        audits = len(store.audits())
    except StoreError as error:
        yield Examined("database", False, str(error))
        return
    yield Examined("database", True, f"{now.database.split('@')[-1]}, {audits} audit(s)")
    if store.is_shared:
        state = fleet_state(store)
        yield Examined("fleet", bool(state.workers), "; ".join(state.in_words()), needed=False)
    store.close()


def _evidence(now: Settings) -> Examined:
    try:
        EvidenceFolder(now.evidence_folder).try_out()
    except EvidenceError as error:
        return Examined("evidence", False, str(error))
    return Examined("evidence", True, f"{now.evidence_folder} can be written")


def _writable(what: str, folder: Path) -> Examined:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return Examined(what, True, f"{folder.absolute()} can be written")
    except OSError as error:
        return Examined(what, False, f"{folder.absolute()}: {error.strerror}; choose another with CITATIONS_HOME")


def _api_keys(now: Settings) -> Iterator[Examined]:
    """Which official APIs can be asked, and how much of the day's budget is used."""
    for directory in load_catalog(now.directories):
        for api in apis_of(directory):
            what = f"API of {directory.name}" + (f" by {api.name}" if api.id != directory.id else "")
            yield Examined(what, *_may_be_asked(api, now), needed=False)

    yield _web_search(now)


def _web_search(now: Settings) -> Examined:
    """The search engine that was turned on, and how much of the day's budget is used."""
    chosen = next((engine for engine in ENGINES if engine.id == now.web_search), None)
    if chosen is None:
        return Examined("web search", False, "off; CITATIONS_WEB_SEARCH turns one on", needed=False)
    if chosen.id == "google_search" and not now.web_search_engine:
        found = "set CITATIONS_WEB_SEARCH_ENGINE to the identifier of your engine"
        return Examined("web search", False, found, needed=False)
    ok, found = _may_be_asked(chosen, now)
    return Examined("web search", ok, f"{chosen.name}: {found}", needed=False)


def _may_be_asked(api: Api, now: Settings) -> tuple[bool, str]:
    if api.key and not now.api_key(api.key):
        return False, f"set {api.key} to use its official API"
    if at_its_address(api, now) is None:
        return False, f"set CITATIONS_API_ADDRESS={api.id}=https://… to use one of your own"
    quota = Quota.of(api, now)
    of = f" of {quota.limit}" if quota.limit else ""
    return True, f"{'key is set' if api.key else 'takes no key'}, {quota.used}{of} request(s) made today"
