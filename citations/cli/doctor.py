"""`citations doctor`: what is there, what is missing and how to get it."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from citations.audit import HealthBook
from citations.catalog import Catalog, load_catalog
from citations.cli.budgets import budgets
from citations.cli.clipboard import HOW_TO_GET_ONE, find_clipboard
from citations.cli.examined import Examined
from citations.cli.fleet import fleet_state
from citations.cli.main import cli, out, say, settings
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
    yield from budgets(now)


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
