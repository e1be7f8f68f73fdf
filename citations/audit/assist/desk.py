"""The desk: takes in the pages that a person brings, finds out whose they are, and files the checks.

A page becomes the check of each location that it is about, in the audit whose queue is worked off;
whatever else it is, it is named and kept, and counts for nothing.
"""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property

from citations.audit.assist.by_hand import NobodyLooks
from citations.audit.assist.check_page import saved_page
from citations.audit.assist.in_words import called, in_one_line, on_another_directory, on_another_site
from citations.audit.assist.outcome import Outcome, Progress
from citations.audit.assist.queue import Entry, Key, queue, why_a_person
from citations.audit.assist.recognise import directory_of, host_of, looked_at, near
from citations.audit.assist.said import as_said
from citations.audit.assist.settle import Place, Settled, settle, shown_for_certain
from citations.audit.case import Case
from citations.audit.look import Look
from citations.audit.shared_listings import SharedListings
from citations.directory import Directory
from citations.findings import tally
from citations.findings.fine import with_fine
from citations.models import Check, Location, Page
from citations.nap import Batch
from citations.pages.results import is_search
from citations.same_page import is_among
from citations.store import BY_A_PERSON, NOTHING_DECIDED, Arrived, AuditInfo, Decided, Store
from citations.web import EvidenceFolder
from citations.words import Arrival, Said, Status


class Desk:
    """Works off the queue of one audit, of one client or of all (None)."""

    def __init__(
        self,
        store: Store,
        audit: AuditInfo,
        directories: Mapping[str, Directory],
        evidence: EvidenceFolder,
        client: str | None = None,
    ) -> None:
        self._store, self._people, self.audit = store, store.people, audit
        self._evidence = evidence
        self.directories = {info.id: directories[info.id] for info in audit.directories if info.id in directories}
        self._tiers = {info.id: info.tier for info in audit.directories}
        self._every = store.locations(audit.id)
        self.locations = {place.id: place for place in self._every if client in (None, place.client)}
        self._checks = {(check.location, check.directory): check for check in self._people.queue(audit.id, client)}
        self._seen = self._people.seen_urls(audit.source, audit.id)
        self._decided = dict(self._people.decided(audit.source))
        self._one_at_a_time = asyncio.Lock()
        self._entries: Sequence[Entry] | None = None  # in order; None when a word or a page has changed them

    @cached_property
    def batch(self) -> Batch:
        """All locations of the audit, indexed when the first page comes."""
        return Batch(self._every)

    @cached_property
    def shared(self) -> SharedListings:
        """Gives each listing to one location."""
        return SharedListings(self._store, self.audit, self.batch, self.directories.values())

    @property
    def entries(self) -> Sequence[Entry]:
        """What is still to be looked at, in order."""
        if self._entries is None:
            known = {key: url for key in self._checks if (url := self._known(key))}
            skipped = {key for key in self._checks if self.decided(key).is_skipped}
            self._entries = queue(self._checks.values(), self.locations, self.directories, known=known, skipped=skipped)
        return self._entries

    @property
    def settled(self) -> list[Check]:
        """The checks that a person has settled."""
        return [check for check in self._checks.values() if check.how in BY_A_PERSON and not why_a_person(check)]

    @property
    def progress(self) -> list[Progress]:
        """How far each directory is, in the order of the queue."""
        still = Counter(entry.directory.id for entry in self.entries)
        done = Counter(check.directory for check in self.settled)
        ids = sorted(still.keys() | (done.keys() & self.directories.keys()), key=self._rank)
        return [Progress(self.directories[key], done[key], done[key] + still[key]) for key in ids]

    def _rank(self, directory: str) -> tuple[int, str]:
        return self._tiers[directory], self.directories[directory].name

    def has(self, key: Key) -> bool:
        """True when a person has to do with this location in this directory."""
        return key in self._checks

    def directory_at(self, url: str) -> Directory | None:
        """The directory of the queue that `url` belongs to; None for every other site."""
        return directory_of(url, self._in_queue, self._own_hosts)

    @cached_property
    def _in_queue(self) -> Sequence[Directory]:
        """The directories in which a person has to do with something."""
        ids = dict.fromkeys(directory for _, directory in self._checks)
        return [self.directories[key] for key in ids if key in self.directories]

    @cached_property
    def _own_hosts(self) -> Container[str]:
        """The hosts of the businesses' own websites that a person has to do with."""
        own = {directory.id: directory for directory in self._in_queue if "*" in directory.domains}
        keys = (key for key in self._checks if key[1] in own)
        return {host_of(own[directory].known_url(self.locations[location])) for location, directory in keys}

    def elsewhere(self, url: str, key: Key | None = None) -> str:
        """Why a page at `url` is for no entry of the queue, or not for the directory of `key`; blank when it is."""
        its = self.directory_at(url)
        if its is None:
            every = self.directories.values()
            return on_another_site(url, directory_of(url, every, ()))
        if key and its.id != key[1]:
            return on_another_directory(its, self.locations[key[0]], self.directories[key[1]])
        return ""

    def decided(self, key: Key) -> Decided:
        """What people said of this location in this directory."""
        location, directory = key
        return self._decided.get((self.locations[location].client, location, directory), NOTHING_DECIDED)

    def check(self, key: Key) -> Check:
        """The check as it stands. Raises KeyError for one that no person has to do with."""
        return self._checks[key]

    def say(self, key: Key, word: Said, url: str = "") -> Check:
        """Keep a person's word, for this audit and later ones; returns the check as it is then.

        `url`: for `ours` and `not_ours` the candidate's, for `address` the listing's, for `not_there` the page
        that was looked at. Raises KeyError when there is no such candidate.
        """
        before, location = self._as_it_stands(key), self.locations[key[0]]
        listings = (*before.candidates, before.listing)
        shown = next((one for one in listings if one and is_among(url, [one.url])), None)
        check = as_said(before, word, url, location, self.batch, self.directories[key[1]])
        if check.comparison and check is not before:
            fine = with_fine(check.comparison, self.decided(key).fine, check.url, location.country)
            check = replace(check, comparison=fine)
        about = "" if word in (Said.NOT_THERE, Said.SKIPPED) else shown.url if shown and shown.url else url
        self._people.say(self.audit.source, location, key[1], word, about, shown)
        self._decided = dict(self._people.decided(self.audit.source))
        self._entries = None
        if check is not before:
            self._file(check)
        return self._as_it_stands(key)

    def _as_it_stands(self, key: Key) -> Check:
        """A check of the queue, or one that no person had to do with so far."""
        check = self._checks.get(key) or self._store.check(self.audit.id, *key)
        if check is None:
            raise KeyError(key)
        return check

    async def receive(
        self,
        page: Page,
        name: str = "",
        *,
        opened: Key | None = None,
        meant: Key | None = None,
        chosen: Key | None = None,
        is_passing: bool = False,
    ) -> Outcome:
        """Take in a page that a person brought; `name` is its file's.

        `opened` is the entry that the person opened last: it decides where the page fits several. `meant` is the
        one that a page without an address was handed over for, still to be judged; `chosen` the one that the
        person says the page belongs to. Of a page that is only `is_passing` (it was copied), nothing is kept unless
        it is about the queue.
        """
        slip = Arrived(_digest(page, meant), name or page.final_url, Arrival.ASIDE, "", page.final_url)
        async with self._one_at_a_time:
            before = self._people.arrival(self.audit.id, slip.digest)
            if before and chosen is None and before.word is not Arrival.ASKED:
                return Outcome(replace(slip, word=Arrival.AGAIN, says=f"came before: {before.says}"))
            outcome = await self._settle(page, slip, meant or opened, meant, chosen, is_kept=not is_passing)
            if outcome.page.word is not Arrival.ASIDE or not is_passing:
                self._people.arrive(self.audit.id, outcome.page)
            return outcome

    async def assign(self, digest: str, key: Key) -> Outcome:
        """The page that came with this digest, filed for the entry that a person says it belongs to.

        A page of another directory is not filed. Raises KeyError when no such page is kept.
        """
        arrived = self._people.arrival(self.audit.id, digest)
        if arrived is None:
            raise KeyError(digest)
        if arrived.url and (why_not := self.elsewhere(arrived.url, key)):
            return Outcome(replace(arrived, word=Arrival.ASIDE, says=why_not))
        facts, html = self._evidence.facts(arrived.evidence), self._evidence.html(arrived.evidence)
        directory = self.directories[key[1]]
        is_listing = directory.is_listing(arrived.url) and not is_search(arrived.url, directory)
        if is_listing:
            self.say(key, Said.OURS, arrived.url)
        page = saved_page(html, arrived.url, _content_type(facts), str(facts["how"]))
        async with self._one_at_a_time:
            filed = replace(arrived, arrived_at=datetime.now(UTC))
            outcome = await self._settle(page, filed, key, None, key)
            self._people.arrive(self.audit.id, outcome.page)
        if is_listing and outcome.checks:  # now it is known what the person saw there
            shown, place = outcome.checks[0].listing, self.locations[key[0]]
            self._people.say(self.audit.source, place, key[1], Said.OURS, arrived.url, shown)
        return outcome

    async def _settle(
        self,
        page: Page,
        slip: Arrived,
        opened: Key | None,
        meant: Key | None,
        chosen: Key | None,
        *,
        is_kept: bool = True,
    ) -> Outcome:
        named = chosen or meant
        directory = self.directories[named[1]] if named else self.directory_at(page.final_url)
        if directory is None:
            return self._put_aside(page, slip, Settled(Arrival.ASIDE, self.elsewhere(page.final_url)), is_kept)
        look = await asyncio.to_thread(looked_at, page, directory)
        places = [self._place(key) for key in self._checks if key[1] == directory.id and chosen in (None, key)]
        last = next((place for place in places if (place.location.id, directory.id) == opened), None)
        settled = await settle(look, places, last, is_chosen=chosen is not None)
        if settled.word is Arrival.ASIDE and (other := self._checked_already(look, directory)):
            settled = Settled(Arrival.ASIDE, f"shows {called(other)}, whose check there needs no person")
        if not settled.checks:
            return self._put_aside(page, slip, settled, is_kept)
        checks = tuple(self._at_its_address(check) for check in settled.checks)
        for check in checks:
            self._file(check)
        says = "; ".join(in_one_line(c, self.locations[c.location], directory) for c in checks)
        return Outcome(replace(slip, word=settled.word, says=says, evidence=checks[0].evidence), checks)

    def _at_its_address(self, check: Check) -> Check:
        """A check by a text, which does not say where it is from, at the address that is known to be the listing's."""
        known = self._known((check.location, check.directory))
        if check.url or not known or check.status is not Status.LISTED or check.listing is None:
            return check
        return replace(check, url=known, listing=replace(check.listing, url=known))

    def _checked_already(self, look: Look, directory: Directory) -> Location | None:
        """The location that the page shows, when its check in the directory is not in the queue."""
        others = (place for place in self.locations.values() if not self.has((place.id, directory.id)))
        close = near(list(others), look.reading, self.batch)
        return shown_for_certain(look, (self._case(place, directory) for place in close))

    def _put_aside(self, page: Page, slip: Arrived, settled: Settled, is_kept: bool) -> Outcome:
        """A page that settled nothing: named, and kept unless it only passed, in a window or on the clipboard."""
        is_kept = settled.word is Arrival.ASKED or (is_kept and page.how != "visible_browser")
        evidence = self._evidence.keep(page) if is_kept else ""
        choices = tuple((place.location.id, place.case.directory.id) for place in settled.choices)
        return Outcome(replace(slip, word=settled.word, says=settled.says, evidence=evidence), (), choices)

    def _place(self, key: Key) -> Place:
        case = self._case(self.locations[key[0]], self.directories[key[1]])
        return Place(case, self._known(key), self._checks[key])

    def _case(self, location: Location, directory: Directory) -> Case:
        decided = self.decided((location.id, directory.id))
        return Case(location, directory, NobodyLooks(), self._evidence, self.batch, decided)

    def _known(self, key: Key) -> str:
        """A listing URL that a person or their tracker gave, or an earlier audit found, and nobody has refused."""
        decided = self.decided(key)
        seen = self._seen.get((self.locations[key[0]].client, *key), "")
        given = (*decided.ours[::-1], decided.address, decided.tracked, seen, decided.expected)
        return next((url for url in given if url and not is_among(url, decided.not_ours)), "")

    def _file(self, check: Check) -> None:
        """Keep the check in the audit in place of the one that was there; a sister that had its listing loses it."""
        self._store.save(self.audit.id, check, tally(check, self._tiers[check.directory]))
        self._checks[check.location, check.directory] = check
        for parted in self.shared.settle(check) if check.status is Status.LISTED else ():
            if parted.check.location in self.locations:
                self._checks[parted.check.location, parted.check.directory] = parted.check
        self._entries = None


def _digest(page: Page, meant: Key | None) -> str:
    """What tells one page that was brought from another; a text without an address is one for each entry."""
    about = page.final_url if meant is None else " ".join((page.final_url, *meant))
    return hashlib.sha256(about.encode("utf-8", "replace") + b"\n" + page.body).hexdigest()


def _content_type(facts: Mapping[str, object]) -> str:
    headers = facts.get("headers")
    return str(headers.get("content-type", "text/html")) if isinstance(headers, dict) else "text/html"
