"""Comparisons per second, against the plain way: parse both sides of every pair with the usual libraries.

Every round has records and listings of its own, so that no value was seen before. What is remembered within a
round is what an audit remembers too: it holds one record against its listings everywhere, and many of those
say the same, because directories take over each other's data.
"""

import gc
from collections.abc import Callable
from time import process_time
from urllib.parse import urlsplit

import phonenumbers
import usaddress
from rapidfuzz import fuzz

from citations import Batch, Listing, Location, compare, identify
from citations.practice import build
from citations.practice.shown import Shown
from tests.benchmarks import fifty_directories
from tests.benchmarks.cold import forget
from tests.benchmarks.contest import Contest
from tests.benchmarks.labelled_pairs import PAIRS, fodors_zagats, overture, yelp_zomato
from tests.benchmarks.parse_each_pair import compared

FIRST_SEED = 300
LOCATIONS, MOST_AT_A_TIME = 600, 1000  # beside fifty directories, in all and in one round
FOR_THE_PEER = 3000  # pairs of each round: it takes as long for each of them
PLAINLY = "usaddress, phonenumbers and rapidfuzz on both sides of every pair: yes or no, no hours, no reasons"
PARSED = "usaddress, phonenumbers, tldextract and rapidfuzz on both sides of every pair: all fields, parts and reasons"
ANEW = "we ourselves, with both sides of every pair read anew: the same verdicts"
Pairs = list[tuple[Location, Listing]]


class _Comparing:
    """The pairs of the round, and the two ways to go through them."""

    def __init__(self, pairs: Callable[[int], Pairs]) -> None:
        self._pairs = pairs
        self.prepare(-1)
        self.ours(-1)  # the tables are read
        self.peer(-1)

    def prepare(self, number: int) -> None:
        self.pairs = self._pairs(FIRST_SEED + number)
        forget()  # another contest may have had the same
        self.batch = Batch({place.id: place for place, _ in self.pairs}.values())
        gc.collect()
        gc.freeze()  # what was made ready is of no concern to the collector while either side works

    def ours(self, _number: int) -> int:
        """Every field of every pair judged."""
        return sum(compare(place, listing, self.batch) is not None for place, listing in self.pairs)

    def peer(self, _number: int) -> int:
        pairs = self.pairs[:FOR_THE_PEER]
        return sum(plainly_compared(place, listing) is not None for place, listing in pairs)


class _AgainstParsing(_Comparing):
    """Against a script that does the whole job: every field and part, with a verdict and a reason."""

    def peer(self, _number: int) -> int:
        return sum(compared(place, listing) is not None for place, listing in self.pairs[:FOR_THE_PEER])


class _Remembering(_Comparing):
    """Against ourselves: the same verdicts, with both sides of every pair read anew."""

    def peer(self, _number: int) -> int:
        return sum(_read_anew(place, listing, self.batch) for place, listing in self.pairs[:FOR_THE_PEER])


def _read_anew(place: Location, listing: Listing, batch: Batch) -> bool:
    forget()
    return compare(place, listing, batch) is not None


class _Meeting(_Comparing):
    """Real pairs, each met for the first time: judged, and told whether they are one place."""

    def prepare(self, number: int) -> None:
        super().prepare(number)
        forget()  # what the batch read of the records, too

    def ours(self, _number: int) -> int:
        return sum(_met(place, listing) for place, listing in self.pairs)


def _met(place: Location, listing: Listing) -> bool:
    compare(place, listing)
    return bool(identify(place, listing).decision)


def plainly_compared(place: Location, listing: Listing) -> tuple[bool, bool, bool, bool]:
    """Whether name, address, phone and website are alike, as a script says it that parses every pair."""
    return (
        fuzz.token_set_ratio(place.name.lower(), listing.name.lower()) >= 90,
        usaddress.parse(str(place.postal).lower()) == usaddress.parse(str(listing.address).lower()),
        _number(place.phone) == _number(next(iter(listing.phones), "")),
        urlsplit(place.website).hostname == urlsplit(listing.website).hostname,
    )


def _number(text: str) -> str:
    try:
        return phonenumbers.format_number(phonenumbers.parse(text, "US"), phonenumbers.PhoneNumberFormat.E164)
    except phonenumbers.NumberParseException:
        return text


def pairs(seed: int) -> Pairs:
    """Each location of a practice web beside each listing that it has there."""
    world = build(seed=seed, locations=60)
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


def contests(locations: int = LOCATIONS) -> list[Contest]:
    """Over listings of which no two are alike, and over what fifty directories show of each of so many locations."""
    rounds = -(-locations // MOST_AT_A_TIME) if locations > LOCATIONS else 3
    at_a_time = -(-locations // rounds)

    def of_fifty(seed: int) -> Pairs:
        records = fifty_directories.records(seed * MOST_AT_A_TIME, at_a_time)
        return [(place, listing) for place, listings in records for listing in listings]

    what = f"{at_a_time * rounds:,} records with fifty listings each, compared"
    found = [
        _contest("listings compared with their records, each listing different", PLAINLY, _Comparing(pairs), rounds=9),
        _contest(what, PLAINLY, _Comparing(of_fifty), rounds),
        _contest(what, PARSED, _AgainstParsing(of_fifty), rounds),
        _contest(what, ANEW, _Remembering(of_fifty), rounds),
    ]
    if PAIRS.exists():
        what = "real pairs of many countries, each met for the first time: compared and identified"
        found.append(_contest(what, PLAINLY, _Meeting(lambda _seed: real_pairs()), rounds=3))
    return found


def real_pairs() -> Pairs:
    """The labelled pairs that lie beside the checkout."""
    labelled = [*overture(), *yelp_zomato(), *fodors_zagats("train"), *fodors_zagats("valid")]
    return [(pair.location, pair.listing) for pair in labelled]


def _contest(what: str, against: str, work: _Comparing, rounds: int) -> Contest:
    return Contest(what, against, work.ours, work.peer, rounds, work.prepare, process_time)
