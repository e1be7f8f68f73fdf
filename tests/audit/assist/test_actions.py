"""A queue is worked off in at most two actions a check, by saving and in the window; a text says what its page says.

An action is one thing that a person does: press the key that opens the next page, follow a link, save a
page, paste, say "ours", "not there" or "skip". What is done to settle nothing counts as well.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from citations.audit.assist import Desk, Entry, Inbox, Leads, paste
from citations.models import Page
from citations.settings import Settings
from citations.web import Window, find_chromium
from citations.words import Said, Status
from tests.audit.assist.walled_web import WalledWeb, copied

CHROMIUM = find_chromium(Settings())


@dataclass
class Person:
    """Somebody at work, who sees what is true and hands pages over in one way."""

    web: WalledWeb
    desk: Desk
    bring: Callable[[str, Entry], Awaitable[None]]
    actions_to_bring: int
    actions: int = 0
    settled: list[tuple[str, str]] = field(default_factory=list)

    async def work(self) -> None:
        """Through the whole queue: open what it leads to and bring it; on a results page follow the link to ours."""
        for key in [entry.key for entry in self.desk.entries]:
            entry = self._entry(key)
            if entry is None:  # a page brought for another location has settled it
                continue
            self.actions += 1
            await self._bring(entry.link.url, entry)
            await self._follow(key)
            self._decide(key)

    async def _bring(self, url: str, entry: Entry) -> None:
        self.actions += self.actions_to_bring
        await self.bring(url, entry)

    async def _follow(self, key: tuple[str, str]) -> None:
        """The card did not tell: open the listing that the person sees to be ours."""
        entry, url = self._entry(key), self.web.truth[key]["url"]
        if entry and url and entry.link.url != url:
            self.actions += 1
            await self._bring(url, entry)

    def _decide(self, key: tuple[str, str]) -> None:
        entry = self._entry(key)
        if entry is None:
            return
        self.actions += 1
        is_there = self.web.truth[key]["status"] in (Status.LISTED, Status.AMBIGUOUS)
        if is_there and entry.check.status is Status.AMBIGUOUS:
            self.desk.say(key, Said.OURS, entry.check.candidates[0].url)
        else:
            self.desk.say(key, Said.NOT_THERE, entry.link.url)

    def _entry(self, key: tuple[str, str]) -> Entry | None:
        return next((entry for entry in self.desk.entries if entry.key == key), None)


def judged(web: WalledWeb, person: Person, way: str) -> None:
    """Every check is settled, truly, in at most two actions each."""
    assert person.desk.entries == []
    done = person.desk.settled
    print(f"{way}: {person.actions} actions for {len(done)} checks, {person.actions / len(done):.2f} a check")
    assert len(done) >= 35
    assert person.actions <= 2 * len(done)
    for check in done:
        true = web.truth[check.location, check.directory]["status"]
        # A search that a person opened does not tell a listing that is gone from one that never was.
        alike = {("ambiguous", "listed"), ("vanished", "not_listed")}
        assert check.status == true or (true, check.status) in alike, (check, true)


def test_by_saving_each_page(web: WalledWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citations.audit.assist.inbox.TICK", 0.05)
    desk = web.desk()
    inbox = Inbox(tmp_path / "inbox", desk, 1_000_000)

    async def save(url: str, entry: Entry) -> None:
        head = f"<!-- saved from url=({len(url):04}){url} -->\n".encode()
        (tmp_path / "inbox" / "page.html").write_bytes(head + web.page_at(url))
        assert [outcome async for outcome in inbox.once()], entry

    person = Person(web, desk, save, actions_to_bring=1)
    asyncio.run(person.work())
    judged(web, person, "open and save")


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
def test_in_the_window(web: WalledWeb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citations.web.window.TICK", 0.1)
    desk = web.desk()
    opened: list[tuple[str, str]] = []
    read = asyncio.Event()

    async def on_page(page: Page) -> bool:
        await desk.receive(page, opened=opened[-1])
        read.set()
        return True

    async def session() -> Person:
        assert CHROMIUM
        wanted = [directory.domains[0] for directory in desk.directories.values()]
        async with Window(
            CHROMIUM, tmp_path / "p", lambda url: any(f"//{host}/" in url for host in wanted), on_page, headless=True
        ) as window:

            async def show(url: str, entry: Entry) -> None:
                opened.append(entry.key)
                read.clear()
                web.practice.requests.clear()  # a person gets past the wall
                await window.open(url)
                async with asyncio.timeout(30):
                    await read.wait()

            person = Person(web, desk, show, actions_to_bring=0)
            await person.work()
            return person

    person = asyncio.run(session())
    judged(web, person, "next in the window")
    assert person.actions <= 1.5 * len(person.desk.settled)


def test_the_text_of_a_known_listing_says_what_its_page_says(web: WalledWeb) -> None:
    desk = web.desk()
    listed = [entry.key for entry in desk.entries if web.truth[entry.key]["status"] == "listed"]
    for key in listed:  # the tracker sheet of the agency named them
        desk.say(key, Said.ADDRESS, web.truth[key]["url"])
    for entry in [entry for entry in desk.entries if entry.key in listed]:
        assert entry.link.leads_to is Leads.LISTING
        asyncio.run(paste(desk, copied(web, entry.link.url), entry.key))
        if desk.check(entry.key).status is Status.AMBIGUOUS:
            desk.say(entry.key, Said.OURS, desk.check(entry.key).candidates[0].url)
    done = [check for check in desk.settled if check.how in ("pasted_text", "said")]
    assert len(done) >= 0.85 * len(listed) > 25
    for check in done:
        true = web.truth[check.location, check.directory]["verdicts"]
        assert check.comparison
        for name, result in check.comparison.fields.items():
            # A text has no markup to read, nor a heading that tells which of two spellings is the name.
            alike = {"same", "formatting"} if name in ("hours", "name") else {true[name]}
            assert result.verdict in {true[name], "not_compared", *alike}, (check.location, check.directory, name)
