"""The first page: where a client stands, what harms customers most, what helps most, and the numbers.

Every number of the report's text is taken from here or from the portfolio itself, so that no two
places of a report can disagree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from ipaddress import ip_address
from urllib.parse import urlsplit

from citations.findings import LocationResult, Portfolio
from citations.models import Check, Finding
from citations.store import DirectoryInfo
from citations.words import FindingKind, Status

Shown = tuple[LocationResult, DirectoryInfo, Check]
_LIFECYCLE = (
    FindingKind.DUPLICATE,
    FindingKind.MOVED,
    FindingKind.CLOSED,
    FindingKind.SHOWN_OPEN,
    FindingKind.NOT_PUBLIC,
)


@dataclass(frozen=True)
class Summary:
    """The counts of a portfolio, each counted once."""

    portfolio: Portfolio

    @cached_property
    def checks(self) -> tuple[Shown, ...]:
        """Every check with its location and directory, in the portfolio's order."""
        directories = {directory.id: directory for directory in self.portfolio.audit.directories}
        return tuple((result, directories[c.directory], c) for result in self.portfolio.results for c in result.checks)

    @property
    def applicable(self) -> int:
        """Checks that could have found a listing: all but those that do not apply."""
        return len(self.checks) - self.portfolio.statuses[Status.NOT_APPLICABLE]

    @property
    def listed(self) -> int:
        """Checks that found the listing."""
        return sum(result.counts[0] for result in self.portfolio.results)

    @property
    def wrong(self) -> int:
        """Listings with a wrong detail."""
        return sum(result.counts[1] for result in self.portfolio.results)

    @property
    def missing(self) -> int:
        """Checks that found no listing, or that an earlier one is gone."""
        return sum(result.counts[2] for result in self.portfolio.results)

    @property
    def not_checked(self) -> int:
        """Checks that came to no answer."""
        return sum(result.counts[3] for result in self.portfolio.results)

    @property
    def duplicates(self) -> int:
        """Listings that have a double in their directory."""
        return sum(finding.kind is FindingKind.DUPLICATE for _, _, _, finding in self.lifecycle)

    @cached_property
    def lifecycle(self) -> tuple[tuple[LocationResult, DirectoryInfo, Check, Finding], ...]:
        """What listings say of being double, moved, closed or not shown."""
        every = ((*shown, finding) for shown in self.checks for finding in _findings(shown[2]))
        return tuple(seen for seen in every if seen[3].kind in _LIFECYCLE)

    @cached_property
    def unanswered(self) -> tuple[Shown, ...]:
        """The checks that came to no answer."""
        return tuple(shown for shown in self.checks if shown[2].status in (Status.UNVERIFIED, Status.AMBIGUOUS))

    @property
    def times(self) -> tuple[datetime, datetime]:
        """When the first and the last check were made; the audit's start when none was."""
        times = [check.checked_at for _, _, check in self.checks if check.checked_at]
        return min(times, default=self.portfolio.audit.started_at), max(times, default=self.portfolio.audit.started_at)

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries of the locations."""
        return tuple(sorted({result.location.country.upper() for result in self.portfolio.results}))

    @property
    def is_sample(self) -> bool:
        """True when every page came from this machine itself: invented businesses, not a real audit."""
        urls = [check.url for _, _, check in self.checks if check.url]
        return bool(urls) and all(_is_loopback(url) for url in urls)


def _findings(check: Check) -> Iterator[Finding]:
    yield from check.comparison.findings if check.comparison else ()


def _is_loopback(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or host.endswith(".localhost") or ip_address(host).is_loopback
    except ValueError:
        return False
