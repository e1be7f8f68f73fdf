"""Local links: which listings link to the business's website, and which of those links do not count."""

from collections import Counter
from dataclasses import dataclass

from citations.findings import LocationResult
from citations.models import Check
from citations.reports.summary import Summary
from citations.store import DirectoryInfo
from citations.words import FindingKind, Status

LINKED, NOT_COUNTED, NAMED, NONE = "links", "link not counted", "names the site, no link seen", "no link seen"
_UNCOUNTED = frozenset({"nofollow", "sponsored", "ugc"})
_BROKEN = {
    FindingKind.DEAD_LINK: "link is dead",
    FindingKind.OLD_DOMAIN: "links to the former website",
    FindingKind.WRONG_BRANCH_LINK: "links to another branch",
    FindingKind.REDIRECTED_LINK: "link takes a detour",
    FindingKind.NOFOLLOW_LINK: NOT_COUNTED,
    FindingKind.MISSING_LINK: NONE,
}


@dataclass(frozen=True, slots=True)
class LinkState:
    """What one listing's link to the business's website is like."""

    result: LocationResult
    directory: DirectoryInfo
    check: Check
    state: str


def link_states(summary: Summary) -> tuple[LinkState, ...]:
    """The link of each listing found; a site of the business's own is no listing that could link to it."""
    found = (shown for shown in summary.checks if shown[2].status is Status.LISTED and shown[2].listing)
    return tuple(
        LinkState(result, directory, check, _state(check))
        for result, directory, check in found
        if directory.id != "own_website" and result.location.website
    )


def link_counts(states: tuple[LinkState, ...]) -> Counter[str]:
    """How many listings are in each state."""
    return Counter(state.state for state in states)


def _state(check: Check) -> str:
    for finding in check.comparison.findings if check.comparison else ():
        if finding.kind in _BROKEN:
            return _BROKEN[finding.kind]
    listing = check.listing
    if listing is None or listing.link is None:
        return NAMED if listing and listing.website else NONE
    return NOT_COUNTED if _UNCOUNTED & {word.lower() for word in listing.link.rel} else LINKED
