"""The kinds of client there are, and what each opens.

A brand has branches that share a name, and a website with a page for each. An agency has businesses
of many trades, one of them a plumber who visits his customers. A second kind of agency has a practice
with two practitioners at its door, another plumber, and four businesses in Germany.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from citations.directory import slug
from citations.models import Former
from citations.practice.founder import Founder
from citations.practice.tables import Town, Trade, metros, trades, words
from citations.words import Kind

VISITING = "plumber"  # the trade that comes to its customers
PRACTISING = "dentist"
ROUND = 8  # the roles of an agency with a practice come round


@dataclass(frozen=True, slots=True)
class Opening:
    """What is settled about a business before it gets an address and a number."""

    name: str
    client: str
    code: str
    trade: Trade
    town: Town
    place: int
    host: int
    path: str = "/"
    former: tuple[Former, ...] = ()
    aliases: tuple[str, ...] = ()
    kind: Kind = Kind.BUSINESS


def _brand(founder: Founder, client: int, towns: Sequence[Town], host: int) -> Iterator[Opening]:
    stem, trade = founder.stem(), founder.rng.choice([trade for trade in trades() if not trade.suite])
    name, code = founder.name(stem, trade, 0), f"{stem[0][:2]}{stem[1][:1]}{client + 1}".upper()
    old_name, old_site = f"{stem[0]} {trade.also_words[0]}", f"https://www.{slug(stem[0])}-{slug(stem[1])}-old.example/"
    since = founder.day()
    for place, town in enumerate(towns):
        former = (Former("name", old_name, since), Former("website", old_site + slug(town.city), since))
        path = f"/locations/{slug(town.city)}-{place + 1}"
        aliases = _aliases(name, trade, place)
        yield Opening(name, name, code, trade, town, place, host, path, former, aliases)


def _agency(founder: Founder, client: int, towns: Sequence[Town], host: int) -> Iterator[Opening]:
    agency, code = _agency_name(client)
    for place, town in enumerate(towns):
        trade = trades()[(place + client) % len(trades())]
        yield _of_many(founder, agency, code, trade, town, place, host + place)


def _agency_with_practice(founder: Founder, client: int, towns: Sequence[Town], host: int) -> Iterator[Opening]:
    agency, code = _agency_name(client)
    germany = [town for metro in metros("DE").values() for town in metro]
    founder.rng.shuffle(germany)
    for place, town in enumerate(towns):
        role = place % ROUND
        if role == 0:
            host, home = host + (place > 0), town
            yield _practice(founder, agency, code, home, place, host)
        elif role in (1, 2):
            name = founder.person()
            path = f"/team/{slug(name.partition(',')[0])}"
            yield Opening(name, agency, code, _trade(PRACTISING), home, place, host, path, kind=Kind.PRACTITIONER)
        elif role == 3:
            host += 1
            yield _of_many(founder, agency, code, _trade(VISITING), town, place, host)
        elif place < ROUND:
            host += 1
            yield _german(founder, agency, code, germany[role // 2 % len(germany)], place, host)
        else:
            host += 1
            yield _of_many(founder, agency, code, trades()[place % len(trades())], town, place, host)


PLANS: tuple[Callable[[Founder, int, Sequence[Town], int], Iterator[Opening]], ...] = (
    _brand,
    _agency,
    _agency_with_practice,
)


def _agency_name(client: int) -> tuple[str, str]:
    """The name and the code of an agency; numbered once the names are used up."""
    agencies, order = words("name_words", "agency"), client - client // len(PLANS) - 1
    agency = agencies[order % len(agencies)] + (f" {client + 1}" if order >= len(agencies) else "")
    return agency, "".join(word[0] for word in agency.split()[:2] if word[0].isalpha()).upper() + str(client + 1)


def _of_many(founder: Founder, agency: str, code: str, trade: Trade, town: Town, place: int, host: int) -> Opening:
    """One business of an agency's many."""
    stem = founder.stem()
    former = tuple(_former(founder, stem, trade, place))
    name = founder.name(stem, trade, place)
    kind = Kind.SERVICE_AREA if trade.id == VISITING else Kind.BUSINESS
    aliases = _aliases(name, trade, place)
    return Opening(name, agency, code, trade, town, place, host, "/", former, aliases, kind)


def _practice(founder: Founder, agency: str, code: str, town: Town, place: int, host: int) -> Opening:
    name, trade = founder.name(founder.stem(), _trade(PRACTISING), 0), _trade(PRACTISING)
    aliases = _aliases(name, trade, place)
    return Opening(name, agency, code, trade, town, place, host, "/", (), aliases, Kind.PRACTICE)


def _german(founder: Founder, agency: str, code: str, town: Town, place: int, host: int) -> Opening:
    """A business in Germany: what it is, then whose."""
    trade, family = trades("DE")[place % len(trades("DE"))], founder.family()
    name = german_name(founder, trade, family)
    former = (Former("name", f"{trade.also_words[1]} {family}", founder.day()),) if place % 2 else ()
    aliases = (f"{trade.also_words[0]} {family}",)
    return Opening(name, agency, code, trade, town, place, host, "/", former, aliases)


def german_name(founder: Founder, trade: Trade, family: str) -> str:
    """What it is, then whose: "Bäckerei Lindhorst"."""
    return f"{founder.rng.choice(trade.name_words)} {family}"


def _former(founder: Founder, stem: tuple[str, str], trade: Trade, place: int) -> Iterator[Former]:
    if place % 4 == 1:
        yield Former("name", f"{stem[1]} {trade.also_words[1]}", founder.day())
    if place % 3 == 0:
        yield Former("website", f"https://{slug(stem[0])}{slug(stem[1])}.example/", founder.day())


def _aliases(name: str, trade: Trade, place: int) -> tuple[str, ...]:
    return (f"{name.replace('&', ' ').split()[0]} {trade.also_words[1]}",) if place % 2 == 0 else ()


def _trade(id_: str) -> Trade:
    return next(trade for trade in trades() if trade.id == id_)
