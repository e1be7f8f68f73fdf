"""`citations assist`: a person opens what programs may not, and the program compares it."""

import asyncio
import sys
from collections.abc import Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Annotated

import typer

from citations.audit import Looker, counted_visitor
from citations.audit.assist import Desk, Inbox, Outcome, paste
from citations.catalog import load_catalog
from citations.cli.assist_lines import told
from citations.cli.assist_session import Session
from citations.cli.audit import FAILED, told_problems
from citations.cli.clipboard import HOW_TO_GET_ONE, Clipboard, find_clipboard
from citations.cli.main import WRONG_USE, cli, out, refuse, say, settings
from citations.cli.which import Client, Number, audit_of, refuse_unknown
from citations.same_page import is_web_address
from citations.settings import Settings
from citations.store import AuditInfo, Store
from citations.web import EvidenceFolder, Window, need_window
from citations.words import Arrival

_LEFT_OPEN = frozenset({Arrival.ASIDE, Arrival.UNUSABLE, Arrival.ASKED, Arrival.WALLED})


@cli.command()
def assist(
    audit: Number = 0,
    client: Client = None,
    folder: Annotated[Path | None, typer.Option(help="folder to which the browser saves pages")] = None,
    browser: Annotated[bool, typer.Option("--browser", help="read from a browser window of its own")] = False,
    clipboard: Annotated[bool, typer.Option("--clipboard", help="read what is copied while a page is open")] = False,
    url: Annotated[list[str] | None, typer.Option(help="address of a listing; may be given several times")] = None,
    once: Annotated[bool, typer.Option("--once", help="go through the folder once and end")] = False,
) -> None:
    """Work off what an audit could not check: open each page, save it, and see what it says.

    Enter opens the first page in your browser; save it (Ctrl-S) to the folder, or copy it (with --clipboard), and it
    is read, recognised and compared, and the next one opens. Without a terminal, or with --once, the folder is gone
    through once.
    """
    now = settings()
    store = Store(now.database)
    info = audit_of(store, audit)
    refuse_unknown(client, info.clients)
    desk = _desk(store, info, client, now)
    if once or not sys.stdin.isatty():
        raise typer.Exit(asyncio.run(_through(desk, now, folder, url or [])))
    window = need_window(now) if browser else None
    copies = _need_clipboard() if clipboard else None
    try:
        asyncio.run(_session(desk, now, folder, url or [], window, copies))
    except KeyboardInterrupt:
        say.print("Stopped. What was read is kept; the same command goes on.")


def _desk(store: Store, audit: AuditInfo, client: str | None, now: Settings) -> Desk:
    catalog = load_catalog(now.directories)
    told_problems(catalog)
    missing = [info.id for info in audit.directories if info.id not in catalog.directories]
    if missing:
        say.print(f"Left out, because their files are not here: {', '.join(missing)}", markup=False)
    return Desk(store, audit, catalog.directories, EvidenceFolder(now.evidence_folder), client)


def inbox_of(now: Settings) -> Path:
    """The folder that is watched when none is named."""
    return now.home / "inbox"


def _inbox(desk: Desk, now: Settings, folder: Path | None, session: Session | None = None) -> Inbox:
    opened = {"opened": session.opened} if session else {}
    try:
        return Inbox(folder or inbox_of(now), desk, now.max_bytes, is_ours=folder is None, **opened)
    except OSError as error:
        say.print(f"citations: {error}", markup=False)
        raise typer.Exit(WRONG_USE) from error


async def _through(desk: Desk, now: Settings, folder: Path | None, urls: list[str]) -> int:
    """The addresses and then the folder, once; returns the exit code."""
    inbox, outcomes = _inbox(desk, now, folder), []
    async with counted_visitor(now) as visitor:
        looker = Looker(visitor, now, has_browser=False)
        for url in urls:
            outcomes.append(await paste(desk, url, None, looker))
            out.print(told(outcomes[-1]), markup=False)
        async for outcome in inbox.once():
            outcomes.append(outcome)
            out.print(told(outcome), markup=False)
    say.print(f"{len(outcomes)} page(s); {len(desk.entries)} check(s) are left for a person.")
    return FAILED if any(_is_open(outcome) for outcome in outcomes) else 0


def _is_open(outcome: Outcome) -> bool:
    return outcome.page.word in _LEFT_OPEN


def _wanted(desk: Desk) -> Callable[[str], bool]:
    """Only what belongs to a directory of the queue may be read in the window."""
    return lambda url: is_web_address(url) and desk.directory_at(url) is not None


def _need_clipboard() -> Clipboard:
    found = find_clipboard()
    if found is None:
        refuse(f"citations: the clipboard of this machine cannot be read; {HOW_TO_GET_ONE}")
    return found


async def _session(
    desk: Desk,
    now: Settings,
    folder: Path | None,
    urls: list[str],
    browser: Path | None,
    clipboard: Clipboard | None,
) -> None:
    async with AsyncExitStack() as stack:
        visitor = await stack.enter_async_context(counted_visitor(now))
        session = Session(desk, Looker(visitor, now, has_browser=False), say)
        inbox = _inbox(desk, now, folder, session)
        for url in urls:
            say.print(told(await paste(desk, url, None, Looker(visitor, now, has_browser=False))), markup=False)
        window = None
        if browser:
            window = Window(browser, now.home / "browser-profile", _wanted(desk), session.on_page)
            await stack.enter_async_context(window)
        say.print(f"Save pages to {folder or inbox_of(now).absolute()}", markup=False)
        if clipboard:
            say.print("What you copy while a page is open is read, when it is about a listing. Nothing else is kept.")
        await session.run(inbox, window, clipboard)
    say.print(f"{len(desk.entries)} check(s) are left for a person.")
