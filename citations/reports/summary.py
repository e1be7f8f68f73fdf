"""The first page: where a client stands, what harms customers most, what helps most, and the numbers.

Every number of the report's text is taken from here or from the portfolio itself, so that no two
places of a report can disagree.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from ipaddress import ip_address
from urllib.parse import urlsplit

from citations.findings import LocationResult, NoticeList, Portfolio, Problem, list_of, notice_lists
from citations.findings.fixes.observe import fix_field
from citations.models import Check
from citations.store import DirectoryInfo
from citations.words import FindingKind, Reason, Status

Shown = tuple[LocationResult, DirectoryInfo, Check]
Noticed = tuple[LocationResult, DirectoryInfo, Problem, NoticeList]


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
    def doubtful(self) -> int:
        """How many of those found something like the location that may be another: the charts show them apart."""
        return self.portfolio.statuses[Status.AMBIGUOUS]

    @property
    def duplicates(self) -> int:
        """Listings that have a double in their directory."""
        return sum(problem.word == FindingKind.DUPLICATE for _, _, problem, _ in self.notices)

    @cached_property
    def notices(self) -> tuple[Noticed, ...]:
        """Listings that are double, mixed up with a branch's, closed, moved or not shown: list by list."""
        found: dict[tuple[str, str, str, str], Noticed] = {}
        for result in self.portfolio.results:
            for problem in result.problems:
                if notice := list_of(problem.word):  # a branch's website is told by its link, too: once is enough
                    key = (result.location.id, problem.directory.id, notice.id, fix_field(problem))
                    found.setdefault(key, (result, problem.directory, problem, notice))
        order = list(notice_lists())
        return tuple(sorted(found.values(), key=lambda seen: order.index(seen[3].id)))

    @cached_property
    def unanswered(self) -> tuple[Shown, ...]:
        """The checks that came to no answer."""
        return tuple(shown for shown in self.checks if shown[2].status in (Status.UNVERIFIED, Status.AMBIGUOUS))

    @property
    def left_alone(self) -> Mapping[tuple[str, Reason], int]:
        """(name of a directory that was not asked any more, why) -> how many checks that left."""
        left = ((site.name, check.reason) for _, site, check in self.unanswered if check.was_left_alone)
        return Counter((name, reason) for name, reason in left if reason)

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


def _is_loopback(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
        return host == "localhost" or host.endswith(".localhost") or ip_address(host).is_loopback
    except ValueError:
        return False
