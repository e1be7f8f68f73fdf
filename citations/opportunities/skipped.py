"""What is no opportunity, and why: said, so that nobody wonders."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citations.models import Location
from citations.opportunities.fit import Fit
from citations.opportunities.opportunity import Opportunity
from citations.opportunities.score import cost_word, link_word
from citations.opportunities.table import joined, says
from citations.store import DirectoryInfo
from citations.words import DirectoryKind, LinkState, OpportunityKind

LEAST_IMPORTANT = 3
_ORDINARY = (DirectoryKind.GENERAL, "")


@dataclass(frozen=True, slots=True)
class Skipped:
    """A directory that is left alone for some locations, and the reason.

    `is_elsewhere`: it is for other countries or trades, as most of the world's directories are.
    """

    directory: DirectoryInfo
    says: str
    locations: tuple[Location, ...]
    is_elsewhere: bool = False


def unfit_for(info: DirectoryInfo, fits: Fit, locations: Sequence[Location]) -> Skipped:
    """A directory that is not for these locations, with the trades that the records name where that is why."""
    why = fits.says
    if fits.trade == "other_trade":
        named = dict.fromkeys(", ".join(location.categories) for location in locations)
        key = "one_trade" if len(named) == 1 else "other_trades"
        why = says("skipped", key, why=why, categories=joined([f"“{trade}”" for trade in named]))
    return Skipped(info, why, tuple(locations), is_elsewhere=True)


def together(every: Iterable[Skipped]) -> tuple[Skipped, ...]:
    """Those of one directory for one reason as one, by the directories' names."""
    groups: dict[tuple[DirectoryInfo, str, bool], list[Location]] = defaultdict(list)
    for each in every:
        groups[each.directory, each.says, each.is_elsewhere] += each.locations
    found = (
        Skipped(info, why, tuple(locations), is_elsewhere) for (info, why, is_elsewhere), locations in groups.items()
    )
    return tuple(sorted(found, key=lambda each: (each.directory.name, each.says)))


def low_quality(found: Opportunity, links: Counter[LinkState]) -> str:
    """Why a listing there is not worth the work; blank when it is. A listing that exists is always worth mending.

    Links from directories of little worth are what search engines call spam: one that is of least importance and
    for everybody is worth it only where a competitor of the trade is, and none is paid for a link that does not count.
    """
    if found.kind is OpportunityKind.LINK:
        return ""
    site, is_seen = found.site, any(place.competitors for place in found.places)
    if site and cost_word(site) == "paid" and link_word(links) == "not_counted":
        return says("skipped", "paid_uncounted", cost=site.cost)
    is_ordinary = site is None or (not site.industries and site.kind in _ORDINARY)
    if found.directory.tier >= LEAST_IMPORTANT and is_ordinary and not is_seen:
        return says("skipped", "low_quality")
    return ""
