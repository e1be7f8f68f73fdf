"""Invented businesses and their clients, grown from a seed.

A client with an even place is a brand whose branches share a name and a website with a page for
each; one with an odd place is an agency with businesses of many trades. Strangers are businesses
that nobody asked about: competitors and look-alikes that stand in directories to be mistaken.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, cycle, product

from citations.directory import slug
from citations.models import Former, Location, Phone
from citations.postal import Address
from citations.practice.chance import chance
from citations.practice.hours import blocks
from citations.practice.phone_book import PhoneBook
from citations.practice.shown import Shown
from citations.practice.tables import Town, Trade, metros, trades, words
from citations.words import PhoneRole

AREAS_APART = 3


@dataclass(frozen=True, slots=True)
class Business:
    """A client's business: the record that its sheet holds, and what is true of it besides."""

    record: Location
    truth: Shown
    trade: Trade
    town: Town
    host: int
    path: str


@dataclass(frozen=True, slots=True)
class Stranger:
    """A business of nobody's client."""

    truth: Shown
    trade: Trade
    town: Town


class Founder:
    """Founds businesses one after the other, so that no two share a name, an address or a number by chance."""

    def __init__(self, seed: int) -> None:
        self.rng = chance(seed, "businesses")
        self.phones = PhoneBook(chance(seed, "phones"))
        stems = list(product(words("name_words", "first"), words("name_words", "second")))
        self.rng.shuffle(stems)
        self._stems = cycle(stems)
        self._addresses: set[tuple[str, str, str]] = set()

    def stem(self) -> tuple[str, str]:
        """Two words that no earlier business has for a name."""
        return next(self._stems)

    def name(self, stem: tuple[str, str], trade: Trade, shape: int) -> str:
        """A name for a business of the trade in one of four shapes."""
        first, second = stem
        ending = self.rng.choice(trade.name_words)
        family = self.rng.choice(words("name_words", "family"))
        return (
            f"{first} {second} {ending}",
            f"{family}'s {first} {ending}",
            f"{first} & {second} {trade.name_words[0]}",
            f"{first} {second} {ending} {self.rng.choice(words('name_words', 'legal'))}",
        )[shape % 4]

    def address(self, town: Town, unit: str = "") -> Address:
        """An address in the town that no other business has."""
        while True:
            number, street = str(self.rng.randint(101, 9899)), self.street()
            if (key := (number, street, town.city)) not in self._addresses:
                self._addresses.add(key)
                return Address(
                    street, number, unit, town.city, town.region, self.rng.choice(town.postcodes), country="US"
                )

    def street(self) -> str:
        """The name of a street, now and then with a direction."""
        direction = self.rng.choice(words("streets", "direction")) if self.rng.random() < 0.2 else ""
        name, suffix = self.rng.choice(words("streets", "name")), self.rng.choice(words("streets", "suffix"))
        return f"{direction} {name} {suffix}".strip()

    def unit(self, trade: Trade, place: int) -> str:
        """A suite where the trade sits in one, or in every third place."""
        if not trade.suite and place % 3 != 1:
            return ""
        return f"Suite {self.rng.randint(10, 49) * 10}"

    def day(self) -> str:
        """A day some years ago."""
        return f"{self.rng.randint(2016, 2023)}-{self.rng.randint(1, 12):02}-{self.rng.choice((15, 28))}"


def found_clients(founder: Founder, locations: int, clients: int, origins: Sequence[str]) -> tuple[Business, ...]:
    """The businesses of all clients; `origins` are those of their own websites, in the order of `host`."""
    areas = list(metros().values())
    founder.rng.shuffle(areas)
    found: list[Business] = []
    for client in range(clients):
        share = locations // clients + (client < locations % clients)
        start = client * AREAS_APART % len(areas)
        towns = _towns(areas[start:] + areas[:start])
        host = found[-1].host + 1 if found else 0
        plan = _brand if client % 2 == 0 else _agency
        openings = plan(founder, client, [next(towns) for _ in range(share)], host)
        found += [_open(founder, opening, origins) for opening in openings]
    return tuple(found)


def _towns(areas: Sequence[Sequence[Town]]) -> Iterator[Town]:
    """Towns area by area, the first of each area twice: two branches in one town."""
    return cycle(list(chain.from_iterable((area[0], *area) for area in areas)))


@dataclass(frozen=True, slots=True)
class _Opening:
    """What is settled about a business before it gets an address and a number."""

    name: str
    client: str
    code: str
    trade: Trade
    town: Town
    place: int
    host: int
    path: str
    former: tuple[Former, ...]


def _brand(founder: Founder, client: int, towns: Sequence[Town], host: int) -> Iterator[_Opening]:
    stem, trade = founder.stem(), founder.rng.choice([trade for trade in trades() if not trade.suite])
    name, code = founder.name(stem, trade, 0), f"{stem[0][:2]}{stem[1][:1]}{client + 1}".upper()
    old_name, old_site = f"{stem[0]} {trade.also_words[0]}", f"https://www.{slug(stem[0])}-{slug(stem[1])}-old.example/"
    since = founder.day()
    for place, town in enumerate(towns):
        former = (Former("name", old_name, since), Former("website", old_site + slug(town.city), since))
        path = f"/locations/{slug(town.city)}-{place + 1}"
        yield _Opening(name, name, code, trade, town, place, host, path, former)


def _agency(founder: Founder, client: int, towns: Sequence[Town], host: int) -> Iterator[_Opening]:
    agencies = words("name_words", "agency")
    agency = agencies[client // 2 % len(agencies)] + (f" {client + 1}" if client // 2 >= len(agencies) else "")
    code = "".join(word[0] for word in agency.split()[:2]).upper() + str(client + 1)
    for place, town in enumerate(towns):
        stem, trade = founder.stem(), trades()[(place + client) % len(trades())]
        former = tuple(_agency_former(founder, stem, trade, place))
        name = founder.name(stem, trade, place)
        yield _Opening(name, agency, code, trade, town, place, host + place, "/", former)


def _agency_former(founder: Founder, stem: tuple[str, str], trade: Trade, place: int) -> Iterator[Former]:
    if place % 4 == 1:
        yield Former("name", f"{stem[1]} {trade.also_words[1]}", founder.day())
    if place % 3 == 0:
        yield Former("website", f"https://{slug(stem[0])}{slug(stem[1])}.example/", founder.day())


def _open(founder: Founder, opening: _Opening, origins: Sequence[str]) -> Business:
    """A business opens; what its record knows of the past and what it leaves out goes by its place."""
    name, trade, town, place = opening.name, opening.trade, opening.town, opening.place
    address = founder.address(town, founder.unit(trade, place))
    phone, website = founder.phones.local(town), origins[opening.host] + opening.path
    moved = (Former("address", str(founder.address(town)), founder.day()),) if place % 3 != 1 else ()
    record = Location(
        id=f"{opening.code}-{place + 1:03}",
        name=name,
        address=address,
        phone=phone,
        website="" if opening.path == "/" and place % 8 == 6 else website,
        client=opening.client,
        aliases=(f"{name.replace('&', ' ').split()[0]} {trade.also_words[1]}",) if place % 2 == 0 else (),
        former=opening.former + moved,
        phones=tuple(_further_phones(founder, town, place)),
        hours="" if place % 8 == 5 else "; ".join(blocks(trade.week)),
        categories=(trade.noun,),
    )
    return Business(record, _truth(name, address, phone, website, trade), trade, town, opening.host, opening.path)


def _truth(name: str, address: Address, phone: str, website: str, trade: Trade) -> Shown:
    return Shown(
        name,
        address.number,
        address.street,
        address.unit,
        address.city,
        address.region,
        address.postcode,
        phone=phone,
        website=website,
        hours=trade.week,
    )


def _further_phones(founder: Founder, town: Town, place: int) -> Iterator[Phone]:
    if place % 3 == 0:
        yield Phone(founder.phones.local(town), PhoneRole.TRACKING)
    if place % 7 == 1:
        yield Phone(founder.phones.toll_free(), PhoneRole.TOLL_FREE)
    if place % 2 == 0:
        yield Phone(founder.phones.local(town), PhoneRole.RETIRED, founder.day())
    if place % 4 == 3:
        yield Phone(founder.phones.local(town), PhoneRole.FAX)


def found_strangers(founder: Founder, businesses: Sequence[Business]) -> tuple[Stranger, ...]:
    """Two strangers for each trade in each town, and one near each business with a name much like its own."""
    settled: set[tuple[str, str]] = set()
    strangers = []
    for business in businesses:
        trade, town = business.trade, business.town
        if (town.city, trade.id) not in settled:
            settled.add((town.city, trade.id))
            strangers += [_stranger(founder, founder.stem(), trade, town) for _ in range(2)]
        first = next(word for word in business.truth.name.split() if not word.endswith("'s"))
        strangers.append(_stranger(founder, (first, founder.stem()[1]), trade, town))
    return tuple(strangers)


def _stranger(founder: Founder, stem: tuple[str, str], trade: Trade, town: Town) -> Stranger:
    name = founder.name(stem, trade, 0)
    website = f"https://{slug(name)}.example/"
    return Stranger(_truth(name, founder.address(town), founder.phones.local(town), website, trade), trade, town)
