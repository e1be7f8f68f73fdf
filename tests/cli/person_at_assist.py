"""Somebody who works off a queue at the terminal, with a browser, a folder and a clipboard, and counts what they do."""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from citations.audit.assist import Entry
from citations.words import Status
from tests.audit.assist.walled_web import WalledWeb
from tests.cli.terminal import Terminal


def desktop(web: WalledWeb, folder: Path) -> Mapping[str, str]:
    """The settings, a browser that only notes what it was asked to open, and a clipboard that is a file."""
    (folder / "bin").mkdir()
    _program(folder / "bin" / "browser", f'echo "$1" >> {folder}/opened')
    _program(folder / "bin" / "xclip", f"cat {folder}/clipboard")
    (folder / "opened").touch()
    (folder / "clipboard").write_text("what was copied before")
    return {key: value for key, value in os.environ.items() if key != "WAYLAND_DISPLAY"} | {
        "CITATIONS_HOME": str(web.settings.home),
        "CITATIONS_DIRECTORIES": str(web.practice.directories),
        "CITATIONS_ALLOW_PRIVATE": ",".join(web.practice.allow_private),
        "BROWSER": f"{folder}/bin/browser %s",
        "PATH": f"{folder}/bin:{os.environ['PATH']}",
        "DISPLAY": ":0",
        "TERM": "xterm",
    }


def _program(file: Path, does: str) -> None:
    file.write_text(f"#!/bin/sh\n{does}\n")
    file.chmod(0o755)


def save(web: WalledWeb, url: str, name: str) -> None:
    """What a browser's “Save page as” leaves in the folder."""
    head = f"<!-- saved from url=({len(url):04}){url} -->\n".encode()
    (web.settings.home / "inbox" / name).write_bytes(head + web.page_at(url))


def wait_until(holds: Callable[[], bool]) -> None:
    """Until it holds; fails when it does not come true."""
    until = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)


@dataclass
class Person:
    """Sees what is true, and does at each page what the way of working says.

    An action is one thing that is done: press a key, follow a link, copy a page, paste, save a page. `bring` brings the
    page at a URL and returns how many actions that took.
    """

    web: WalledWeb
    terminal: Terminal
    folder: Path
    bring: Callable[["Person", str], int]
    client: str
    actions: int = 0
    opened: int = 0

    def work(self) -> None:
        """Through the whole queue."""
        self.press("\n")
        for entry in self._entries():
            row = self.web.truth[entry.key]
            if row["status"] == "ambiguous":  # two that look alike: the page of results has both
                self._save(entry.link.url)
                self._decide(entry)
            elif row["url"]:
                self.actions += row["url"] != entry.link.url  # the link on the page of results
                self._bring(entry, row["url"])
            else:
                self.press("n")

    def press(self, key: str) -> None:
        """One key."""
        self.terminal.type(key)
        self.actions += 1

    def copy(self, text: str) -> None:
        """Put a text on the clipboard."""
        new = self.folder / "clipboard.new"
        new.write_text(text)
        new.replace(self.folder / "clipboard")

    def _entries(self) -> Iterator[Entry]:
        """The entries as their pages are opened, until none is left."""
        while self._queue():
            wait_until(lambda: len(self._lines()) > self.opened or not self._queue())
            if len(self._lines()) > self.opened:
                self.opened += 1
                yield next(entry for entry in self._queue() if entry.link.url == self._lines()[self.opened - 1])

    def _queue(self) -> list[Entry]:
        return self.web.desk(self.client).entries

    def _lines(self) -> list[str]:
        return (self.folder / "opened").read_text().split("\n")[:-1]

    def _bring(self, entry: Entry, url: str) -> None:
        self.actions += self.bring(self, url)
        if self._word() == "aside":  # the copied text did not tell
            self._save(url)
        self._decide(entry)

    def _save(self, url: str) -> None:
        self.actions += 1
        save(self.web, url, f"{self.opened} once more.html")
        self._word()

    def _decide(self, entry: Entry) -> None:
        """Say that the listing is ours, when that is asked."""
        check = self.web.store.check(self.web.audit.id, *entry.key)
        assert check
        if check.status is Status.AMBIGUOUS:
            self.press("y")

    def _word(self) -> str:
        return self.terminal.wait_for(r"[✓✗?=–↗] [^\n]*?: (\w+);")[1]
