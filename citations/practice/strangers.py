"""Strangers: businesses of nobody's client, there to be rivals, to be mistaken, and to fill pages of results."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citations.directory import slug
from citations.practice.businesses import Business, shown
from citations.practice.clients import german_name
from citations.practice.founder import Founder
from citations.practice.shown import Shown
from citations.practice.tables import Town, Trade, trades
from citations.words import Kind

RIVALS = 2
CROWD = 8  # strangers of one trade in one town on a site that lists everybody
CROWDED = 60  # businesses that get a crowd: beyond, the numbers for fiction would not last


@dataclass(frozen=True, slots=True)
class Stranger:
    """A business of nobody's client: a rival, a look-alike, or one of the crowd on the site that lists everybody."""

    truth: Shown
    trade: Trade
    town: Town
    role: str


def found_strangers(founder: Founder, businesses: Sequence[Business]) -> tuple[Stranger, ...]:
    """Two rivals for each trade in each town, one look-alike near each business, and a crowd for the first few."""
    settled: set[tuple[str, str]] = set()
    strangers = []
    for place, business in enumerate(businesses):
        trade, town = business.trade, business.town
        if (town.city, trade.id) not in settled:
            settled.add((town.city, trade.id))
            strangers += [_stranger(founder, trade, town, "rival") for _ in range(RIVALS)]
            if place < CROWDED and town.country == "US":
                strangers += [_stranger(founder, trade, town, "crowd") for _ in range(CROWD)]
        if business.record.kind is not Kind.PRACTITIONER:
            strangers.append(_look_alike(founder, business))
    return tuple(strangers)


def with_competitors(business: Business, strangers: Sequence[Stranger]) -> Business:
    """The business, its record naming the rivals of its trade in its town as competitors."""
    home = (business.town, business.trade)
    rivals = [each.truth.name for each in strangers if each.role == "rival" and (each.town, each.trade) == home]
    return replace(business, record=replace(business.record, competitors=tuple(rivals)))


def _stranger(founder: Founder, trade: Trade, town: Town, role: str) -> Stranger:
    if town.country == "DE":
        return _settle(founder, german_name(founder, trade, founder.family()), trade, town, role)
    return _settle(founder, founder.name(founder.stem(), trade, 0), trade, town, role)


def _look_alike(founder: Founder, business: Business) -> Stranger:
    """A name much like the business's own: another second word; in Germany the same family in another trade."""
    trade, town = business.trade, business.town
    if town.country == "DE":
        others = trades("DE")
        other = others[(others.index(trade) + 1) % len(others)]
        name = german_name(founder, other, business.truth.name.split()[-1])
        return _settle(founder, name, other, town, "look-alike")
    first = next(word for word in business.truth.name.split() if not word.endswith("'s"))
    return _settle(founder, founder.name((first, founder.stem()[1]), trade, 0), trade, town, "look-alike")


def _settle(founder: Founder, name: str, trade: Trade, town: Town, role: str) -> Stranger:
    website = f"https://{slug(name)}.example/"
    truth = shown(name, founder.address(town), founder.phones.local(town), website, trade)
    return Stranger(truth, trade, town, role)
