"""Whether a directory is for a location: its country and its trade."""

from dataclasses import dataclass

from citations.audit.trades import lists_trade, trade_text
from citations.directory import Directory
from citations.locations import countries
from citations.models import Location
from citations.opportunities.table import says


@dataclass(frozen=True, slots=True)
class Fit:
    """Whether a location could be listed there.

    `trade` is industry, general or unknown, `country` own or every: the rows of the score; `says` is the reason.
    Where the trade is why it could not, `trade` is other_trade or no_trade.
    """

    fits: bool
    trade: str
    country: str
    says: str


def fit(site: Directory | None, location: Location) -> Fit:
    """Whether the directory `site` is for `location`; without its file (None) nothing speaks against it."""
    if site is None:
        return Fit(True, "unknown", "every", says("why", "unknown"))
    listed = countries.in_words(site.countries)
    if not site.applies_to(location):
        return Fit(False, "general", "own", says("why", "other_country", countries=listed))
    country = "own" if site.countries else "every"
    where = says("why", f"{country}_country", countries=listed)
    if not site.industries:
        return Fit(True, "general", country, f"{says('why', 'general')}, {where}")
    trades = ", ".join(industry.replace("_", " ") for industry in site.industries)
    named = trade_text(location)
    is_theirs = lists_trade(site, named)
    key = "industry" if is_theirs else "other_trade" if location.categories else "no_trade"
    why = says("why", key, trades=trades, categories=", ".join(named))
    return Fit(is_theirs, key, country, f"{why}, {where}" if is_theirs else why)
