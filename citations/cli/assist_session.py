"""Working off the queue at a terminal: one key opens the next page, and what is brought is told in a line."""

import asyncio
import webbrowser
from contextlib import suppress

from rich.console import Console

from citations.audit.assist import Desk, Entry, Inbox, Key, Outcome, called, paste
from citations.audit.look import Looker
from citations.cli.keys import END_OF_TEXT, ENTER, Keys
from citations.models import Location, Page
from citations.reports.shown import plain
from citations.web import Window
from citations.words import Arrival, Said, Status

_MARKS = {Arrival.CHECKED: "✓", Arrival.KEPT: "↗", Arrival.WALLED: "✗", Arrival.ASKED: "?", Arrival.AGAIN: "="}


def told(outcome: Outcome) -> str:
    """What became of a page, in one line fit for a terminal."""
    page = outcome.page
    mark = _MARKS.get(page.word, "–")
    return f"{mark} {plain(page.name, 60)}: {page.word}; {plain(page.says, 400)}"


class Session:
    """One person at one terminal, with a watched folder and, when it was asked for, a window."""

    def __init__(self, desk: Desk, looker: Looker, console: Console) -> None:
        self._desk, self._looker, self._say = desk, looker, console
        self._order = [entry.key for entry in desk.entries]
        self._opened: Key | None = None
        self._asked: Outcome | None = None
        self._window: Window | None = None

    def opened(self) -> Key | None:
        """The entry that the person opened last."""
        return self._opened

    async def on_page(self, page: Page) -> bool:
        """Take in a page of the window; True when it is done with."""
        outcome = await self._desk.receive(page, opened=self._opened)
        self._tell(outcome)
        return outcome.page.word not in (Arrival.WALLED, Arrival.ASIDE)

    async def run(self, inbox: Inbox, window: Window | None = None) -> None:
        """Go on until the queue is empty, the window is closed, or the person has had enough."""
        self._window = window
        stop = asyncio.Event()
        watching = asyncio.create_task(self._watch(inbox, stop))
        closed = asyncio.create_task(window.closed.wait() if window else stop.wait())
        try:
            with Keys() as keys:
                self._tell_progress()
                self._show()
                while self._desk.entries and not (closed.done() or watching.done()):
                    typed = asyncio.create_task(keys.next())
                    await asyncio.wait([typed, closed, watching], return_when=asyncio.FIRST_COMPLETED)
                    if typed.done() and not await self._press(typed.result(), keys):
                        break
                    typed.cancel()
        finally:
            stop.set()
            closed.cancel()
            await watching

    async def _watch(self, inbox: Inbox, stop: asyncio.Event) -> None:
        async for outcome in inbox.watch(stop):
            self._tell(outcome)

    async def _press(self, key: str, keys: Keys) -> bool:
        """Do what a key says; False when it ends the session."""
        if key in ENTER:
            await self._open_next()
        elif key == "u":
            await self._paste(keys)
        elif key.isdigit():
            await self._choose(int(key))
        elif key in "snyx":
            self._decide(key)
        return key != "q"

    @property
    def _current(self) -> Entry | None:
        """The entry that was opened while it is still to be settled, else the next."""
        entries = {entry.key: entry for entry in self._desk.entries}
        return entries.get(self._opened) if self._opened in entries else self._next()

    def _next(self) -> Entry | None:
        """The next entry in order after the one that was opened; from the beginning again at the end."""
        entries = {entry.key: entry for entry in self._desk.entries}
        after = self._order.index(self._opened) + 1 if self._opened in self._order else 0
        turn = (*self._order[after:], *self._order[:after])
        ahead = [key for key in turn if key in entries]
        fresh = [key for key in ahead if not entries[key].is_skipped]
        return entries[(fresh or ahead)[0]] if ahead else None

    async def _open_next(self) -> None:
        entry = self._next()
        if entry is None:
            return
        self._opened = entry.key
        self._say.print(f"→ {_line(entry)}", markup=False)
        self._say.print(f"  {entry.link.leads_to}: {entry.link.url}", markup=False)
        self._say.print(f"  the record: {_record(entry.location)}", markup=False)
        for place, candidate in enumerate(entry.check.candidates[:1]):
            self._say.print(f"  {place + 1}. {plain(candidate.name)}, {plain(candidate.address or '')}", markup=False)
            self._say.print("  [y] it is ours   [x] it is not", markup=False)
        if self._window:
            await self._window.open(entry.link.url)
        elif not await asyncio.to_thread(webbrowser.open, entry.link.url):
            self._say.print("  No browser could be started: open that address yourself.")

    async def _paste(self, keys: Keys) -> None:
        entry = self._current
        if entry is None:
            return
        self._say.print(f"Paste the address of the listing, or its text, for {_line(entry)}", markup=False)
        self._say.print(f"(a text ends with a line that is only {END_OF_TEXT!r}, or with Ctrl-D)")
        text = await keys.text()
        if text.strip():
            outcome = await paste(self._desk, text, entry.key, self._looker)
            self._tell(outcome)
            if outcome.page.word is Arrival.KEPT and entry.key == self._opened:
                self._opened = self._before(entry.key)  # so that the next Enter opens the address that was kept

    def _before(self, key: Key) -> Key | None:
        place = self._order.index(key) if key in self._order else 0
        return self._order[place - 1] if place else None

    async def _choose(self, number: int) -> None:
        asked = self._asked
        if asked and 1 <= number <= len(asked.choices):
            self._asked = None
            self._tell(await self._desk.assign(asked.page.digest, asked.choices[number - 1]))

    def _decide(self, key: str) -> None:
        entry = self._current
        if entry is None:
            return
        if key == "s":
            self._desk.say(entry.key, Said.SKIPPED)
        elif key == "n" and entry.key != self._opened:
            self._say.print("Look first: Enter opens it.")
            return
        elif key == "n":
            self._desk.say(entry.key, Said.NOT_THERE, entry.link.url)
        elif entry.check.status is Status.AMBIGUOUS:
            word = Said.OURS if key == "y" else Said.NOT_OURS
            with suppress(KeyError):
                self._desk.say(entry.key, word, entry.check.candidates[0].url)
        self._opened = entry.key
        self._show()

    def _tell(self, outcome: Outcome) -> None:
        self._say.print(told(outcome), markup=False)
        if outcome.choices:
            self._asked = outcome
            for number, key in enumerate(outcome.choices[:9], 1):
                self._say.print(f"  [{number}] {called(self._desk.locations[key[0]])}", markup=False)
        elif outcome.checks:
            self._show()

    def _tell_progress(self) -> None:
        """How far each directory is."""
        for p in self._desk.progress:
            self._say.print(f"  {plain(p.directory.name)}: {p.settled} of {p.of} settled", markup=False)

    def _show(self) -> None:
        """How far it is, what comes next, and the keys."""
        progress, entry = self._desk.progress, self._next()
        done, every = sum(p.settled for p in progress), sum(p.of for p in progress)
        here = [p for p in progress if entry and p.directory is entry.directory]
        parts = "".join(f"; {plain(p.directory.name)}: {p.settled} of {p.of}" for p in here)
        self._say.print(f"\n{done} of {every} settled{parts}", markup=False)
        if entry is None:
            self._say.print("Nothing is left to look at.")
            return
        self._say.print(f"Next: {_line(entry)}. {entry.why}", markup=False)
        self._say.print("[Enter] open   [s] skip   [n] not there   [u] paste   [q] quit", markup=False)


def _record(location: Location) -> str:
    """What the record says, to tell the listing by: address, phone, website."""
    return plain(" · ".join(filter(None, (str(location.postal), location.phone, location.website))))


def _line(entry: Entry) -> str:
    return plain(f"{called(entry.location)} · {entry.directory.name}")
