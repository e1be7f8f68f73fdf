"""A place: one location that an opportunity is about, with what was seen there."""

from dataclasses import dataclass

from citations.findings import Entry
from citations.findings.fixes.enter import entries
from citations.findings.fixes.state import day
from citations.models import Check, Location, Sighting
from citations.opportunities.table import joined, says
from citations.words import LinkState, OpportunityKind, Status


@dataclass(frozen=True, slots=True)
class Place:
    """One location in the directory of an opportunity; `check` is None for a directory that the audit left out."""

    location: Location
    check: Check | None
    group: OpportunityKind
    state: LinkState | None = None

    @property
    def kind(self) -> OpportunityKind:
        """What sort of opportunity it is here: competitors count only where they were seen."""
        is_beaten = self.group is OpportunityKind.NOT_LISTED and self.competitors
        return OpportunityKind.COMPETITORS_LISTED if is_beaten else self.group

    @property
    def is_gone(self) -> bool:
        """True where a listing was, and is not any more."""
        return self.check is not None and self.check.status is Status.VANISHED

    @property
    def competitors(self) -> tuple[Sighting, ...]:
        """The competitors that its record names and that were seen there."""
        return self.check.competitors if self.check else ()

    @property
    def enter(self) -> tuple[Entry, ...]:
        """The exact values to enter, each by itself."""
        return entries(self.location, "website" if self.kind is OpportunityKind.LINK else "listing")

    @property
    def url(self) -> str:
        """The listing, or the page on which we looked for it; blank when there is none."""
        return self.check.url if self.check else ""

    @property
    def says(self) -> str:
        """What was seen, in words."""
        if self.check is None:
            return says("seen", "not_audited")
        parts = [self._seen(self.check)]
        if self.competitors:
            names = [sighting.competitor for sighting in self.competitors]
            parts.append(says("seen", "competitors", who=f"{joined(names)} {'is' if len(names) == 1 else 'are'}"))
        return " ".join(parts)

    def _seen(self, check: Check) -> str:
        on = f" on {day(check.checked_at)}" if check.checked_at else ""
        if self.state:
            return says("seen", "link", day=on, link=says("state", self.state))
        if check.status in (Status.NOT_LISTED, Status.VANISHED):
            return says("seen", check.status, day=on)
        why = check.detail.rstrip(".") or (check.reason or "").replace("_", " ") or "no reason was kept"
        return says("seen", "ambiguous" if check.status is Status.AMBIGUOUS else "not_checked", day=on, why=why)
