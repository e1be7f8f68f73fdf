"""Comparisons per second, against the plain way: parse both sides of every pair with the usual libraries.

Every round has a practice web of its own, so that no value was seen before. What is remembered within a
round is what an audit remembers too: it holds one record against its listings everywhere, and many of those
say the same to the letter, because directories take over each other's data.
"""

from urllib.parse import urlsplit

import phonenumbers
import usaddress
from rapidfuzz import fuzz

from citations import Batch, Listing, Location, compare
from citations.practice import build
from citations.practice.shown import Shown
from tests.benchmarks.contest import Contest

LOCATIONS, FIRST_SEED = 60, 300
Pairs = list[tuple[Location, Listing]]


class _Comparing:
    """The pairs of the round, each listing in so many directories, and the two ways to go through them."""

    def __init__(self, copies: int) -> None:
        self.copies = copies
        self.pairs: Pairs = []
        self.prepare(-1)
        self.ours(-1)  # the tables are read
        self.peer(-1)

    def prepare(self, number: int) -> None:
        self.pairs = pairs(FIRST_SEED * self.copies + number) * self.copies

    def ours(self, _number: int) -> int:
        batch = Batch({place.id: place for place, _ in self.pairs}.values())
        return len([compare(place, listing, batch) for place, listing in self.pairs])

    def peer(self, _number: int) -> int:
        return len([plainly_compared(place, listing) for place, listing in self.pairs])


def plainly_compared(place: Location, listing: Listing) -> tuple[bool, bool, bool, bool]:
    """Whether name, address, phone and website are alike, as a script says it that parses every pair."""
    return (
        fuzz.token_set_ratio(place.name.lower(), listing.name.lower()) >= 90,
        usaddress.parse(str(place.postal).lower()) == usaddress.parse(str(listing.address).lower()),
        _number(place.phone) == _number(listing.phones[0]),
        urlsplit(place.website).hostname == urlsplit(listing.website).hostname,
    )


def _number(text: str) -> str:
    try:
        return phonenumbers.format_number(phonenumbers.parse(text, "US"), phonenumbers.PhoneNumberFormat.E164)
    except phonenumbers.NumberParseException:
        return text


def pairs(seed: int) -> Pairs:
    """Each location of a practice web beside each listing that it has there."""
    world = build(seed=seed, locations=LOCATIONS)
    places = {place.id: place for place in world.locations}
    return [(places[row.location], _listing(row.shown)) for row in world.rows if row.shown]


def _listing(shown: Shown) -> Listing:
    says = shown.as_facts()
    return Listing(
        name=says["name"],
        address=says["address"],
        phones=[says["phone"]],
        website=says["website"],
        hours=says["hours"],
    )


def contests() -> list[Contest]:
    """Over listings of which no two are copies, and over listings that stand in eight directories each."""
    return [
        _contest("listings compared with their records, each listing different", 1, rounds=9),
        _contest("the same, each listing taken over by eight directories", 8, rounds=5),
    ]


def _contest(what: str, copies: int, rounds: int) -> Contest:
    work = _Comparing(copies)
    peer = "usaddress, phonenumbers and rapidfuzz on both sides of every pair: yes or no, no hours, no reasons"
    return Contest(what, peer, work.ours, work.peer, rounds, work.prepare)
