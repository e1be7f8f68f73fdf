"""What `citations assist` prints: entries, candidates, what became of a page, how far it is."""

from itertools import islice

from rich.console import Console

from citations.audit.assist import Desk, Entry, Outcome, called, doubts
from citations.models import Location
from citations.reports.shown import plain
from citations.words import Arrival

_MARKS = {Arrival.CHECKED: "✓", Arrival.KEPT: "↗", Arrival.WALLED: "✗", Arrival.ASKED: "?", Arrival.AGAIN: "="}


def told(outcome: Outcome) -> str:
    """What became of a page, in one line fit for a terminal."""
    page = outcome.page
    mark = _MARKS.get(page.word, "–")
    return f"{mark} {plain(page.name, 60)}: {page.word}; {plain(page.says, 400)}"


def named(entry: Entry) -> str:
    """Location and directory of an entry."""
    return plain(f"{called(entry.location)} · {entry.directory.name}")


class Lines:
    """Writes to the person's terminal."""

    def __init__(self, desk: Desk, console: Console) -> None:
        self._desk, self._console = desk, console

    def print(self, text: str) -> None:
        """One line as it is."""
        self._console.print(text, markup=False)

    def opening(self, entry: Entry) -> None:
        """The entry that is being opened, where it leads, and what to tell the listing by."""
        self.print(f"→ {named(entry)}")
        self.print(f"  {entry.link.leads_to}: {entry.link.url}")
        self.print(f"  the record: {_record(entry.location)}")
        self.candidate(entry)

    def candidate(self, entry: Entry) -> None:
        """The listing that may be this location's, and the keys that say whether it is."""
        for doubt in islice(doubts(self._desk, entry.key), 1):
            listing, identity = doubt.listing, doubt.identity
            self.print(f"  1. {plain(listing.name)}, {plain(listing.address or '')}")
            said = " · ".join(f"{plain(level)} {bits:+.1f}" for level, bits in identity.evidence)
            self.print(f"     {said} = {identity.bits:+.1f} bits")
            if doubt.sister:
                self.print(f"     It is held for {plain(doubt.sister)} now.")
            self.print("  [y] it is ours   [x] it is not")

    def came(self, outcome: Outcome) -> None:
        """What became of a page, and whose it may be."""
        self.print(told(outcome))
        for number, key in enumerate(outcome.choices[:9], 1):
            self.print(f"  [{number}] {called(self._desk.locations[key[0]])}")

    def progress(self) -> None:
        """How far each directory is."""
        for p in self._desk.progress:
            self.print(f"  {plain(p.directory.name)}: {p.settled} of {p.of} settled")

    def state(self, following: Entry | None) -> None:
        """How far it is, what comes next, and the keys."""
        progress = self._desk.progress
        done, every = sum(p.settled for p in progress), sum(p.of for p in progress)
        here = [p for p in progress if following and p.directory is following.directory]
        parts = "".join(f"; {plain(p.directory.name)}: {p.settled} of {p.of}" for p in here)
        self.print(f"\n{done} of {every} settled{parts}")
        if following is None:
            self.print("Nothing is left to look at.")
            return
        self.print(f"Next: {named(following)}. {following.why}")
        self.print("[Enter] open   [s] skip   [n] not there   [u] paste   [q] quit")


def _record(location: Location) -> str:
    """What the record says, to tell the listing by: address, phone, website."""
    return plain(" · ".join(filter(None, (str(location.postal), location.phone, location.website))))
