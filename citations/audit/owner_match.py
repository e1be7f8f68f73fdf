"""Whose row is whose: the rows of owners' exports matched to locations, one row to one location.

a store code that is the location's id            -> that location, unless everything else in the row is another's
no code of ours: two kinds of evidence agree      -> that location, by optimal assignment; a second row is a duplicate
a row that fits two locations alike, or may only
be one, or whose code and values contradict       -> doubtful: a person has to say
nothing of the above                              -> a stranger: the account holds other businesses too
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from citations.audit.candidate import Candidate
from citations.directory import slug
from citations.locations import OwnedListing
from citations.models import Address, Listing, Location
from citations.nap.address import address_key
from citations.nap.assignment import Became, Claim, assign
from citations.nap.batch import own_numbers
from citations.nap.name import read_name
from citations.nap.phone import listed_numbers
from citations.nap.website import read_site
from citations.nap.whole_address import complete

_TOO_COMMON = 200  # locations; what more of them share does not find any of them
Judge = Callable[[Location, OwnedListing], Candidate]


@dataclass(frozen=True, slots=True)
class Pair:
    """A row that may be a location; `is_coded` when its store code says so."""

    location: Location
    row: OwnedListing
    candidate: Candidate
    is_coded: bool
    is_sure: bool


@dataclass
class Matched:
    """Location id -> its rows: the surest first, its further rows, or doubtful ones; and the rows of strangers."""

    sure: dict[str, list[Pair]] = field(default_factory=lambda: defaultdict(list))
    doubtful: dict[str, list[Pair]] = field(default_factory=lambda: defaultdict(list))
    strangers: tuple[OwnedListing, ...] = ()


def match(rows: Sequence[OwnedListing], locations: Sequence[Location], judge: Judge) -> Matched:
    """The rows of one platform matched to the locations; `judge` says how sure a row is a location."""
    near, ids = _Near(locations), {_code(place.id): place.id for place in locations}
    pairs = [
        _pair(place, row, judge(place, row), ids.get(_code(row.code), "")) for row in rows for place in near.to(row)
    ]
    pairs.sort(key=lambda pair: (pair.is_coded, pair.candidate.identity.bits), reverse=True)
    matched, taken = Matched(), _shared_out([pair for pair in pairs if pair.is_sure])
    for pair in taken:
        matched.sure[pair.location.id].append(pair)
    used = {id(pair.row) for pair in taken}
    used |= _doubtful(pairs, matched, used)
    matched.strangers = tuple(row for row in rows if id(row) not in used)
    return matched


def _shared_out(sure: Sequence[Pair]) -> list[Pair]:
    """The pairs that hold when each row is one location's: a location's row before its further ones."""
    claims = [Claim(p.location.id, id(p.row), p.candidate.identity.bits, int(p.is_coded)) for p in sure]
    became = [one.became for one in assign(claims)]
    return [
        pair
        for wanted in (Became.HELD, Became.FURTHER)
        for pair, word in zip(sure, became, strict=True)
        if word is wanted
    ]


def _code(text: str) -> str:
    return text.strip().casefold()


def _pair(place: Location, row: OwnedListing, candidate: Candidate, coded: str) -> Pair:
    """`coded` is the id of the location that has the row's store code."""
    is_coded = coded == place.id
    is_sure = candidate.is_possible if is_coded else candidate.is_sure and not coded
    return Pair(place, row, candidate, is_coded, is_sure)


def _doubtful(pairs: Iterable[Pair], matched: Matched, taken: Collection[int]) -> set[int]:
    """Give the locations that have no row those that may be theirs; returns the rows given."""
    given = set[int]()
    for pair in pairs:
        is_open = pair.location.id not in matched.sure and id(pair.row) not in taken
        if is_open and (pair.is_coded or pair.candidate.is_possible):
            matched.doubtful[pair.location.id].append(pair)
            given.add(id(pair.row))
    return given


class _Near:
    """Finds the locations that a row can be at all, so that not every row is judged against every location."""

    def __init__(self, locations: Sequence[Location]) -> None:
        self._countries = tuple(dict.fromkeys(place.country for place in locations))
        self._index: dict[object, list[Location]] = defaultdict(list)
        for place in locations:
            for key in dict.fromkeys(_keys(place)):
                self._index[key].append(place)

    def to(self, row: OwnedListing) -> Iterable[Location]:
        """The locations that share a store code, a number, a door, a page, or a name or postcode in one place."""
        found: dict[str, Location] = {place.id: place for place in self._index.get(("code", _code(row.code)), ())}
        for country in self._countries:
            for key in _keys_of(row.listing, country):
                sharing = self._index.get(key, ())
                if len(sharing) <= _TOO_COMMON:
                    found |= {place.id: place for place in sharing}
        return found.values()


def _keys(place: Location) -> Iterator[object]:
    """Everything by which a listing of the location can be known, former values too."""
    yield "code", _code(place.id)
    former = defaultdict(list)
    for old in place.former:
        former[old.field].append(old.value)
    for number in own_numbers(place):
        yield "phone", number
    shown = Listing(phones=tuple(former["phone"]))
    yield from (("phone", number.e164) for number in listed_numbers(shown, place.country) if number.e164)
    for name in (place.name, *place.aliases, *former["name"]):
        for address in (place.address, *former["address"]):
            yield from _where(name, address, place.country)
    for page in (place.website, *former["website"]):
        yield from _page(page)


def _keys_of(listing: Listing, country: str) -> Iterator[object]:
    yield from (("phone", number.e164) for number in listed_numbers(listing, country) if number.e164)
    yield from _where(listing.name, listing.address, country)
    yield from _page(listing.website)


def _where(name: str, address: Address | str | None, country: str) -> Iterator[object]:
    parts = complete(address, country)
    door = address_key(address, country)
    if door[0] or door[1]:
        yield "door", door
    if parts.postcode:
        yield "postcode", slug(parts.postcode)
    if parts.city:
        yield "name", read_name(name).squeezed, slug(parts.city)


def _page(url: str) -> Iterator[object]:
    site = read_site(url)
    if site.host:
        yield "page", site
