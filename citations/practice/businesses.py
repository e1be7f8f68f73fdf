"""Invented businesses and their clients, grown from a seed (`clients.py` says what kinds of client there are)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, cycle

from citations.models import Former, Location, Phone
from citations.postal import Address
from citations.practice.clients import PLANS, Opening
from citations.practice.founder import Founder
from citations.practice.hours import blocks
from citations.practice.shown import Shown
from citations.practice.tables import Town, Trade, metros
from citations.words import Kind, PhoneRole

AREAS_APART = 3


@dataclass(frozen=True, slots=True)
class Business:
    """A client's business: the record that its sheet holds, and what a right listing shows of it.

    That is everything, but for a business that visits its customers: there the street stays unsaid.
    """

    record: Location
    truth: Shown
    trade: Trade
    town: Town
    host: int
    path: str


def found_clients(founder: Founder, locations: int, clients: int, origins: Sequence[str]) -> tuple[Business, ...]:
    """The businesses of all clients; `origins` are those of their own websites, in the order of `host`."""
    areas = list(metros().values())
    founder.rng.shuffle(areas)
    found: list[Business] = []
    for client in range(clients):
        share = locations // clients + (client < locations % clients)
        start = client * AREAS_APART % len(areas)
        towns = _towns(areas[start:] + areas[:start], share)
        host = found[-1].host + 1 if found else 0
        plan = PLANS[client % len(PLANS)]
        for opening in plan(founder, client, [next(towns) for _ in range(share)], host):
            found.append(_open(founder, opening, origins, _practice_of(opening, found)))
    return tuple(found)


def _towns(areas: Sequence[Sequence[Town]], share: int) -> Iterator[Town]:
    """Towns area by area, the first of each area twice: two branches in one town, where there are more than the two."""
    return cycle(list(chain.from_iterable((area[0], *area) if share > 2 else area for area in areas)))


def _practice_of(opening: Opening, found: Sequence[Business]) -> Business | None:
    """The practice at whose door a practitioner works; None for everybody else."""
    if opening.kind is not Kind.PRACTITIONER:
        return None
    return next(business for business in found if business.host == opening.host)


def _open(founder: Founder, opening: Opening, origins: Sequence[str], practice: Business | None) -> Business:
    """A business opens; what its record knows of the past and what it leaves out goes by its place."""
    trade, town, place = opening.trade, opening.town, opening.place
    hides = opening.kind is Kind.SERVICE_AREA
    if practice:
        address, phone = practice.record.postal, practice.record.phone
    else:
        address = founder.address(town, "" if hides or town.country != "US" else founder.unit(trade, place))
        phone = founder.phones.local(town)
    website = origins[opening.host] + opening.path
    is_plain = opening.kind is Kind.BUSINESS
    record = Location(
        id=f"{opening.code}-{place + 1:03}",
        name=opening.name,
        address=address,
        phone=phone,
        website="" if is_plain and opening.path == "/" and place % 8 == 6 else website,
        country=town.country,
        client=opening.client,
        aliases=opening.aliases,
        former=(*opening.former, *(() if hides or practice else _moves(founder, town, place))),
        phones=() if practice else tuple(_further_phones(founder, town, place)),
        hours="" if is_plain and place % 8 == 5 else "; ".join(blocks(trade.week)),
        categories=(trade.noun,),
        kind=opening.kind,
        hide_address=hides,
    )
    truth = shown(opening.name, address, phone, website, trade, hides=hides)
    return Business(record, truth, trade, town, opening.host, opening.path)


def shown(name: str, address: Address, phone: str, website: str, trade: Trade, *, hides: bool = False) -> Shown:
    """What a right listing of such a business shows; one that hides its address shows its town."""
    number, street, unit = ("", "", "") if hides else (address.number, address.street, address.unit)
    return Shown(
        name,
        number,
        street,
        unit,
        address.city,
        address.region,
        address.postcode,
        phone=phone,
        website=website,
        hours=trade.week,
        country=address.country,
    )


def _moves(founder: Founder, town: Town, place: int) -> Iterator[Former]:
    if place % 3 != 1:
        old = founder.address(town)
        yield Former("address", shown("", old, "", "", _NO_TRADE).address_line, founder.day())


_NO_TRADE = Trade("", "", "", (), (), (), suite=False, country="")


def _further_phones(founder: Founder, town: Town, place: int) -> Iterator[Phone]:
    if place % 3 == 0:
        yield Phone(founder.phones.local(town), PhoneRole.TRACKING)
    if place % 7 == 1 and town.country == "US":
        yield Phone(founder.phones.toll_free(), PhoneRole.TOLL_FREE)
    if place % 2 == 0:
        yield Phone(founder.phones.local(town), PhoneRole.RETIRED, founder.day())
    if place % 4 == 3:
        yield Phone(founder.phones.local(town), PhoneRole.FAX)
