"""Whether a directory lists the trade of a location."""

from collections.abc import Iterable

from citations.directory import Directory
from citations.locations import countries
from citations.models import Location
from citations.nap.trades import industry_trades, trades


def lists_trade(site: Directory, named: Iterable[str]) -> bool:
    """True when the directory is for the trade that one of the texts names: for every trade, or for this one."""
    return not site.industries or bool(trades(named, site.industries))


def lists_industry(site: Directory, said: str) -> bool:
    """True when the directory is for an industry ("health") or a trade ("dentist") that somebody names."""
    return lists_trade(site, (said,)) or bool(industry_trades(said) & set(site.industries))


def is_industry(said: str) -> bool:
    """True when a trade or an industry that is known is called so."""
    return bool(industry_trades(said) or trades((said,)))


def trade_text(location: Location) -> tuple[str, ...]:
    """What names the trade of a location: its categories; without any, its name."""
    return tuple(location.categories) or (location.name,)


def lists_others(site: Directory, location: Location) -> str:
    """Whom the directory lists where that cannot be this location; blank when it can be.

    Its trade speaks against a location only where the categories name one that is known, and the record no listing.
    """
    if not site.applies_to(location):
        return f"lists businesses of other countries only: {countries.in_words(site.countries)}"
    if not (site.industries and location.categories) or site.known_url(location):
        return ""
    if lists_trade(site, location.categories) or not trades(location.categories):
        return ""
    return f"lists other trades only: {trades_in_words(site)}"


def trades_in_words(site: Directory) -> str:
    """The trades that the directory lists, when it does not list every one."""
    return ", ".join(industry.replace("_", " ") for industry in site.industries)
