"""A fix as the store keeps it: what the audits saw, and what people decided."""

from dataclasses import dataclass
from datetime import date, datetime

from citations.models import Check, Location
from citations.store.audit_info import DirectoryInfo


@dataclass(frozen=True, slots=True)
class KeptFix:
    """One wrong value of one field of one listing, from the day on which it was first seen.

    `client` is the location's client, or the audit's source when it names none. `lost` is the weight that
    the value costs (points of the location's score x what was verified there, over 100). `seen_at` is when it
    was last seen wrong, `verified_at` when it was then seen right, `replaced_at` when another wrong value or
    no listing stood in its place, `unsure_at` when an audit could last not tell, and `unsure` why.
    """

    id: str
    client: str
    location_id: str
    directory_id: str
    field: str
    audit_id: int
    harm: str
    tier: int
    lost: float
    word: str
    listed: str
    cause: str
    url: str
    reason: str
    opened_at: datetime
    seen_at: datetime
    verified_at: datetime | None = None
    replaced_at: datetime | None = None
    unsure_at: datetime | None = None
    unsure: str = ""
    owner: str = ""
    due: date | None = None
    note: str = ""
    submitted_at: datetime | None = None
    snoozed_until: date | None = None
    accepted_at: datetime | None = None
    accepted_url: str = ""

    @property
    def place(self) -> tuple[str, str, str]:
        """Which listing it is of: (client, location id, directory id)."""
        return self.client, self.location_id, self.directory_id


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A check that the fixes do not know of yet, with what it is of."""

    audit_id: int
    client: str
    location: Location
    directory: DirectoryInfo
    check: Check

    @property
    def place(self) -> tuple[str, str, str]:
        """Which listing it is of: (client, location id, directory id)."""
        return self.client, self.location.id, self.directory.id


DECIDED = frozenset({"owner", "due", "note", "submitted_at", "snoozed_until", "accepted_at", "accepted_url"})
