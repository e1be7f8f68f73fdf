"""Local links: which listings link to the business's website, and which of those links do not count."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from citations.findings import LocationResult, Portfolio
from citations.models import Check, Location
from citations.opportunities.table import says
from citations.store import DirectoryInfo
from citations.words import FindingKind, LinkState, Status, Verdict

OWN_WEBSITE = "own_website"
FAULTS = frozenset(LinkState) - {LinkState.LINKED, LinkState.NOT_MEASURED}
_BY_FINDING = {  # the worst first
    FindingKind.DEAD_LINK: LinkState.DEAD,
    FindingKind.OLD_DOMAIN: LinkState.OLD_DOMAIN,
    FindingKind.WRONG_BRANCH_LINK: LinkState.OTHER_BRANCH,
    FindingKind.REDIRECTED_LINK: LinkState.REDIRECTED,
    FindingKind.NOFOLLOW_LINK: LinkState.NOT_COUNTED,
    FindingKind.MISSING_LINK: LinkState.NONE,
}


@dataclass(frozen=True, slots=True)
class LinkSeen:
    """What one listing's link to the business's website is like."""

    result: LocationResult
    directory: DirectoryInfo
    check: Check
    state: LinkState

    @property
    def says(self) -> str:
        """The state in a few words."""
        return says("state", self.state)


def links_seen(portfolio: Portfolio) -> tuple[LinkSeen, ...]:
    """The link of each listing found; a site of the business's own is no listing that could link to it."""
    infos = {info.id: info for info in portfolio.audit.directories}
    return tuple(
        LinkSeen(result, infos[check.directory], check, state)
        for result in portfolio.results
        for check in result.checks
        if (state := link_state(check, result.location))
    )


def link_counts(links: Iterable[LinkSeen]) -> Counter[str]:
    """How many listings are in each state, by the state's words."""
    return Counter(link.says for link in links)


def link_state(check: Check, location: Location) -> LinkState | None:
    """What the listing's link to the location's website is like; None without a listing or a website."""
    if check.status is not Status.LISTED or not check.listing or not location.website:
        return None
    if check.directory == OWN_WEBSITE:
        return None
    return _by_comparison(check) or _as_read(check)


def _by_comparison(check: Check) -> LinkState | None:
    if check.comparison is None:
        return None
    kinds = {finding.kind for finding in check.comparison.findings}
    if FindingKind.DEAD_LINK not in kinds and check.comparison.website.verdict is Verdict.DIFFERENT:
        return LinkState.OTHER_SITE
    return next((state for kind, state in _BY_FINDING.items() if kind in kinds), None)


def _as_read(check: Check) -> LinkState:
    """By the listing itself. An API's answer has no links, and a card or a copied text may leave one out."""
    listing = check.listing
    if listing and listing.link:
        return LinkState.LINKED if listing.link.is_counted else LinkState.NOT_COUNTED
    is_silent = check.comparison is not None and check.comparison.website.verdict is Verdict.NOT_COMPARED
    if is_silent or (check.how == "api" and listing and listing.website):
        return LinkState.NOT_MEASURED
    return LinkState.NAMED if listing and listing.website else LinkState.NONE
