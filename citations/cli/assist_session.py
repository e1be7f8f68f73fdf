"""Working off the queue at a terminal: a page that settles its check opens the next; so does a key."""

import asyncio
import webbrowser
from contextlib import suppress

from rich.console import Console

from citations.audit.assist import Desk, Entry, Inbox, Key, Outcome, paste, paste_copied
from citations.audit.look import Looker
from citations.cli.assist_lines import Lines, named
from citations.cli.clipboard import Clipboard
from citations.cli.keys import END_OF_TEXT, ENTER, Keys, Pasted
from citations.models import Page
from citations.web import Window
from citations.words import Arrival, Said, Status

QUIET = 0.5  # seconds without a further page, after which the next is opened: twenty at once open one tab


class Session:
    """One person at one terminal, with a watched folder and, when they were asked for, clipboard and window."""

    def __init__(self, desk: Desk, looker: Looker, console: Console) -> None:
        self._desk, self._looker, self._lines = desk, looker, Lines(desk, console)
        self._order = [entry.key for entry in desk.entries]
        self._opened: Key | None = None
        self._asked: Outcome | None = None
        self._window: Window | None = None
        self._came = asyncio.Event()

    def opened(self) -> Key | None:
        """The entry that the person opened last."""
        return self._opened

    async def on_page(self, page: Page) -> bool:
        """Take in a page of the window; True when it is done with. The next one is never opened without a key."""
        outcome = await self._desk.receive(page, opened=self._opened)
        self._tell(outcome)
        return outcome.page.word not in (Arrival.WALLED, Arrival.ASIDE)

    async def run(self, inbox: Inbox, window: Window | None = None, clipboard: Clipboard | None = None) -> None:
        """Go on until the queue is empty, the window is closed, or the person has had enough."""
        self._window = window
        stop = asyncio.Event()
        beside = [self._watch(inbox, stop), self._follow(inbox)]
        beside += [self._listen(clipboard)] if clipboard else []
        beside += [_closed(window)] if window else []
        tasks = [asyncio.create_task(one) for one in beside]
        try:
            with Keys() as keys:
                self._lines.progress()
                self._lines.state(self._next())
                await self._obey(keys, tasks)
        finally:
            stop.set()
            for task in tasks[1:]:  # the first ends by itself, with the file that it is at
                task.cancel()
            for ended in await asyncio.gather(*tasks, return_exceptions=True):
                if isinstance(ended, Exception):
                    raise ended

    async def _obey(self, keys: Keys, tasks: list[asyncio.Task[None]]) -> None:
        """Do what the keys say, until one says to end or a task does."""
        while self._desk.entries and not any(task.done() for task in tasks):
            typed = asyncio.create_task(keys.next())
            await asyncio.wait([typed, *tasks], return_when=asyncio.FIRST_COMPLETED)
            if typed.done() and not await self._press(typed.result(), keys):
                return
            typed.cancel()

    async def _watch(self, inbox: Inbox, stop: asyncio.Event) -> None:
        """Take in what is saved to the folder."""
        async for outcome in inbox.watch(stop):
            self._tell(outcome)
            self._came.set()

    async def _listen(self, clipboard: Clipboard) -> None:
        """Take in what is copied once a page was opened: the address or the text of a listing, and nothing else."""
        async for text in clipboard.copies():
            entry = self._current if self._opened else None
            if entry and (outcome := await paste_copied(self._desk, text, entry.key, self._looker)):
                self._tell(outcome)
                self._came.set()

    async def _follow(self, inbox: Inbox) -> None:
        """Open the next page when what came has settled the one at hand; ends with the queue."""
        while self._desk.entries:
            await self._came.wait()
            while self._came.is_set() or inbox.is_at_work:
                self._came.clear()
                await asyncio.sleep(QUIET)
            await self._go_on()

    async def _press(self, key: str, keys: Keys) -> bool:
        """Do what a key says; False when it ends the session."""
        if isinstance(key, Pasted):
            await self._pasted(key)
        elif key in ENTER:
            await self._open_next()
        elif key == "u":
            await self._ask_for_text(keys)
        elif key.isdigit():
            await self._choose(int(key))
        elif key in "snyx":
            await self._decide(key)
        return key != "q"

    @property
    def _entries(self) -> dict[Key, Entry]:
        return {entry.key: entry for entry in self._desk.entries}

    @property
    def _current(self) -> Entry | None:
        """The entry that was opened while it is still to be settled, else the next."""
        entries = self._entries
        return entries.get(self._opened) if self._opened in entries else self._next()

    def _next(self) -> Entry | None:
        """The next entry in order after the one that was opened; from the beginning again at the end."""
        entries = self._entries
        after = self._order.index(self._opened) + 1 if self._opened in self._order else 0
        turn = (*self._order[after:], *self._order[:after])
        ahead = [key for key in turn if key in entries]
        fresh = [key for key in ahead if not entries[key].is_skipped]
        return entries[(fresh or ahead)[0]] if ahead else None

    async def _go_on(self) -> None:
        """Open the next page when the one that the person opened is settled."""
        if self._opened and self._opened not in self._entries:
            await self._open_next()

    async def _open_next(self) -> None:
        entry = self._next()
        if entry is None:
            return
        self._opened = entry.key
        self._lines.opening(entry)
        if self._window:
            await self._window.open(entry.link.url)
        elif not await asyncio.to_thread(webbrowser.open, entry.link.url):
            self._lines.print("  No browser could be started: open that address yourself.")

    async def _ask_for_text(self, keys: Keys) -> None:
        """What is pasted line by line, where the terminal does not say that it is a paste."""
        if entry := self._current:
            self._lines.print(f"Paste the address of the listing, or its text, for {named(entry)}")
            self._lines.print(f"(a text ends with a line that is only {END_OF_TEXT!r}, or with Ctrl-D)")
            await self._pasted(await keys.text())

    async def _pasted(self, text: str) -> None:
        """An address or a text for the entry at hand."""
        entry = self._current
        if entry is None or not text.strip():
            return
        outcome = await paste(self._desk, text, entry.key, self._looker)
        self._tell(outcome)
        if outcome.page.word is Arrival.KEPT and entry.key == self._opened:
            self._opened = self._before(entry.key)  # so that the next Enter opens the address that was kept
        self._came.set()

    def _before(self, key: Key) -> Key | None:
        place = self._order.index(key) if key in self._order else 0
        return self._order[place - 1] if place else None

    async def _choose(self, number: int) -> None:
        asked = self._asked
        if asked and 1 <= number <= len(asked.choices):
            self._asked = None
            self._tell(await self._desk.assign(asked.page.digest, asked.choices[number - 1]))
            self._came.set()

    async def _decide(self, key: str) -> None:
        """What the person says of the entry at hand; when it was open, the next is opened."""
        entry = self._current
        if entry is None:
            return
        is_open = entry.key == self._opened
        if key == "n" and not is_open:
            self._lines.print("Look first: Enter opens it.")
            return
        self._say(entry, key)
        self._opened = entry.key
        self._lines.state(self._next())
        if is_open and (key == "s" or entry.key not in self._entries):
            await self._open_next()

    def _say(self, entry: Entry, key: str) -> None:
        if key == "s":
            self._desk.say(entry.key, Said.SKIPPED)
        elif key == "n":
            self._desk.say(entry.key, Said.NOT_THERE, entry.link.url)
        elif entry.check.status is Status.AMBIGUOUS:
            word = Said.OURS if key == "y" else Said.NOT_OURS
            with suppress(KeyError):
                self._desk.say(entry.key, word, entry.check.candidates[0].url)

    def _tell(self, outcome: Outcome) -> None:
        self._lines.came(outcome)
        if outcome.choices:
            self._asked = outcome
        elif outcome.checks:
            self._lines.state(self._next())
            if (entry := self._current) and entry.key == self._opened:
                self._lines.candidate(entry)


async def _closed(window: Window) -> None:
    await window.closed.wait()
