"""A fix: one wrong value, missing listing or notice in one listing, with all that is needed to put it right."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from citations.directory import Directory
from citations.findings.fixes.enter import Entry, entries
from citations.findings.fixes.observe import fix_problems, lost, observe
from citations.findings.fixes.state import says, state
from citations.findings.fixes.table import harm_of, table
from citations.findings.notices import NoticeList, list_of
from citations.findings.portfolio import LocationResult, Portfolio
from citations.findings.problems import Harm, Problem
from citations.findings.score import tally, weights
from citations.findings.tracker import notes_of, pending
from citations.findings.wrong_value import wrong_value
from citations.models import Check, Location, TrackerNote
from citations.store import DirectoryInfo, Histories, KeptFix, Unsettled
from citations.words import FindingKind, FixOwner, FixState, Status

Place = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Door:
    """Where to go to put it right, and what one does there."""

    url: str
    says: str


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing to put right in one listing, and how far it is.

    `field` is a listing field, "listing" (it is missing), "lifecycle", "visibility",
    "contradiction" or "duplicates".
    `problems` are what the newest check shows; none when it shows the field right or could not tell.
    `worth` is what the location's score gains in points. `door` is None when no address is known.
    `sent` is the agency's tracker's note of a submission to this directory that still waits; `fine` another value of
    the field there that a person accepted.
    """

    kept: KeptFix
    location: Location
    directory: DirectoryInfo
    problems: tuple[Problem, ...]
    worth: float
    state: FixState
    owner: FixOwner
    due: date
    door: Door | None
    claim: str = ""
    live_after: str = ""
    sent: TrackerNote | None = None
    fine: KeptFix | None = None

    @property
    def id(self) -> str:
        """The same in every audit, as long as the same wrong value stands in the same place."""
        return self.kept.id

    @property
    def field(self) -> str:
        """What is to be put right."""
        return self.kept.field

    @property
    def listed(self) -> str:
        """The wrong value as the listing writes it; blank when something is missing."""
        return self.kept.listed

    @property
    def enter(self) -> tuple[Entry, ...]:
        """The exact values to enter, each by itself."""
        field = "page" if self._is_dead_page_of_ours else self.field
        return entries(self.location, field, _urls(self.problems) or (self.kept.url,))

    @property
    def _is_dead_page_of_ours(self) -> bool:
        """True when the listing links to the very page that the record names, and that page is gone."""
        ours = wrong_value("website", self.location.website, self.location.country)
        return self.kept.word == FindingKind.DEAD_LINK and self.kept.cause == ours

    @property
    def cause(self) -> tuple[str, str]:
        """Fixes with the same cause repeat one wrong value; its second part is blank when there is no value."""
        return self.kept.field, self.kept.cause

    @property
    def harm(self) -> Harm:
        """What it does to a customer."""
        return harm_of(self.kept.harm)

    @property
    def notice(self) -> NoticeList | None:
        """The list in which it stands (duplicates, closed, moved …); None for a plain correction."""
        return list_of(self.kept.word)

    @property
    def priority(self) -> float:
        """How urgent it is: the weight of the harm x the weight of the directory's tier + the points to gain."""
        return priority(self.kept, self.worth)

    @property
    def level(self) -> str:
        """The priority as a word: high, medium or low."""
        return level(self.priority)

    @property
    def why(self) -> str:
        """The priority's reason in words."""
        return why(self.kept, self.worth)

    def says(self, today: date) -> str:
        """The state in words, with its dates, and a submission that the tracker notes."""
        return says(self.kept, today, self.sent, self.fine)


def fixes(
    portfolio: Portfolio,
    kept: Mapping[str, KeptFix],
    today: date,
    directories: Mapping[str, Directory] | None = None,
) -> tuple[Fix, ...]:
    """Everything that is, or was, to be put right at the locations of `portfolio`, the most urgent first.

    `kept` is what the store knows (`Store.kept_fixes`); a problem that it does not know yet is open.
    `directories` (a catalog's) give the addresses at which a listing is added or claimed.
    """
    of_place: dict[Place, list[KeptFix]] = defaultdict(list)
    for fix in kept.values():
        of_place[fix.place].append(fix)
    infos = {info.id: info for info in portfolio.audit.directories}
    making = _Making(today, kept, infos, directories or {}, _accepted(kept.values()))
    found = (fix for result in portfolio.results for fix in _of_location(portfolio, result, of_place, making))
    return tuple(sorted(found, key=lambda fix: (-fix.priority, fix.id)))


def remembered(
    kept: Iterable[KeptFix],
    locations: Mapping[tuple[str, str], Location],
    verified: Mapping[str, float],
    infos: Mapping[str, DirectoryInfo],
    today: date,
    directories: Mapping[str, Directory],
    histories: Histories | None = None,
) -> tuple[Fix, ...]:
    """The same from the store's memory alone, without a check being read: quick for thousands of locations.

    `locations` are known by (client or source, id); `verified` is each location's verified weight; fixes of
    other locations are left out. `histories` are what the trackers note (`Store.tracker.histories`). The problems
    themselves are not there.
    """
    sent = {key: pending(notes_of(place, histories or {})) for key, place in locations.items()} if histories else {}
    every = tuple(kept)
    making = _Making(today, None, infos, directories, _accepted(every))
    found = (
        making.fix(fix, locations[fix.place[:2]], (), verified.get(fix.location_id, 0.0), _sent(fix, sent))
        for fix in every
        if fix.place[:2] in locations
    )
    return tuple(sorted(found, key=lambda fix: (-fix.priority, fix.id)))


def _sent(fix: KeptFix, sent: Mapping[tuple[str, str], Mapping[str, TrackerNote]]) -> TrackerNote | None:
    return sent.get(fix.place[:2], {}).get(fix.directory_id)


@dataclass(frozen=True, slots=True)
class _Making:
    """What the making of every fix needs; what is not among the `known` is told today for the first time."""

    today: date
    known: Mapping[str, KeptFix] | None
    infos: Mapping[str, DirectoryInfo]
    directories: Mapping[str, Directory]
    accepted: Mapping[tuple[Place, str], KeptFix]

    def fix(
        self,
        kept: KeptFix,
        location: Location,
        problems: tuple[Problem, ...],
        verified: float,
        sent: TrackerNote | None = None,
    ) -> Fix:
        now, site = state(kept, self.today, sent), self.directories.get(kept.directory_id)
        is_known = self.known is None or kept.id in self.known
        return Fix(
            kept,
            location,
            self.info(kept),
            problems,
            sum(problem.worth for problem in problems) if problems else lost(kept, verified),
            now,
            owner(kept, now),
            due(kept, kept.opened_at.date() if is_known else self.today),
            _door(kept, site),
            site.claim_url if site else "",
            site.live_after if site else "",
            sent,
            fine=self.accepted.get((kept.place, kept.field)),
        )

    def info(self, kept: KeptFix) -> DirectoryInfo:
        """The directory as the audit knows it, else as its file does, else by its id."""
        site = self.directories.get(kept.directory_id)
        name = site.name if site else kept.directory_id
        return self.infos.get(kept.directory_id) or DirectoryInfo(kept.directory_id, name, kept.tier)


def _accepted(kept: Iterable[KeptFix]) -> dict[tuple[Place, str], KeptFix]:
    """(place, field) -> the fix whose value a person accepted there last."""
    said = sorted((fix for fix in kept if fix.accepted_at), key=lambda fix: fix.accepted_at or fix.opened_at)
    return {(fix.place, fix.field): fix for fix in said}


def _of_location(
    portfolio: Portfolio, result: LocationResult, kept: Mapping[Place, list[KeptFix]], making: _Making
) -> Iterator[Fix]:
    location, client = result.location, result.location.client or portfolio.audit.source
    verified = sum(tally(check, making.infos[check.directory].tier).verified for check in result.checks)
    by_directory: dict[str, list[Problem]] = defaultdict(list)
    for problem in result.problems:
        by_directory[problem.directory.id].append(problem)
    sent = pending(result.notes)
    for check in result.checks:
        timed = replace(check, checked_at=check.checked_at or portfolio.audit.started_at)
        of = Unsettled(portfolio.audit.id, client, location, making.infos[check.directory], timed)
        grouped = fix_problems(of, by_directory[check.directory])
        for fix in observe(of, kept.get(of.place, ())):
            yield making.fix(fix, location, grouped.get(fix.id, ()), verified, sent.get(check.directory))


def priority(kept: KeptFix, worth: float) -> float:
    """How urgent it is: the weight of the harm x the weight of the directory's tier + the points to gain."""
    return float(table()["harm"][str(harm_of(kept.harm).rank)] * weights().tier[kept.tier] + worth)


def level(priority: float) -> str:
    """The priority as a word: high, medium or low."""
    levels: dict[str, float] = table()["level"]
    return next(word for word, least in levels.items() if priority >= least)


def why(kept: KeptFix, worth: float) -> str:
    """The reason of the priority: what it does to customers, where, and what the score gains."""
    own = kept.directory_id == "own_website"
    where = "the business's own website" if own else table()["tier"][str(kept.tier)]
    points = f"{worth:.1f}".removesuffix(".0")
    gain = f", worth {points} point{'' if points == '1' else 's'}" if worth >= 0.05 else ""
    return f"{harm_of(kept.harm).says}, on {where}{gain}"


def owner(kept: KeptFix, now: FixState) -> FixOwner:
    """Who does it: whom a person named, else the default of its directory or state, else the agency."""
    default = table()["owner"]
    return FixOwner(kept.owner or default.get(kept.directory_id) or default.get(now) or FixOwner.AGENCY)


def due(kept: KeptFix, first_told: date) -> date:
    """Until when: the day that a person named since it (last) began, else so many days after it was first told."""
    if kept.due and kept.due >= kept.opened_at.date():
        return kept.due
    return first_told + timedelta(table()["due"][str(harm_of(kept.harm).rank)])


def _door(kept: KeptFix, site: Directory | None) -> Door | None:
    if kept.field == "listing":
        if site and site.submit_url:
            return Door(site.submit_url, "Add the listing")
        what = "Open where the listing was" if kept.word == Status.VANISHED else "Open the search that found nothing"
        return Door(kept.url, what) if kept.url else None
    return Door(kept.url, "Open the listing") if kept.url else None


def _urls(problems: Iterable[Problem]) -> tuple[str, ...]:
    """The listing that is kept, and its doubles."""
    checks: list[Check] = [problem.check for problem in problems]
    return (checks[0].url, *(listing.url for listing in checks[0].candidates)) if checks else ()
