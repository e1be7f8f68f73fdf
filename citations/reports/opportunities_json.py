"""What `citations opportunities --json` prints, with its JSON Schema."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from citations.directory import Directory
from citations.findings import Entry, Portfolio
from citations.models import Sighting
from citations.opportunities import Opportunity, Part, Place, Skipped, opportunities
from citations.reports.json import plain_data, schema_of
from citations.store import AuditInfo
from citations.words import LinkState, OpportunityKind, Reason, Status

SCHEMA_VERSION: Literal["1"] = "1"


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """One location: what was seen there and where, the competitors that are there, the exact values to enter.

    `status` is null for a directory that the audit left out.
    """

    location: str
    status: Status | None
    reason: Reason | None
    says: str
    url: str
    evidence: str
    competitors: tuple[Sighting, ...]
    enter: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class OpportunityRecord:
    """One thing to do in one directory; `points` (0 to 100) is the sum of the parts' points times `factor`."""

    id: str
    kind: OpportunityKind
    link: LinkState | None
    directory: str
    name: str
    tier: int
    todo: str
    points: float
    level: str
    factor: float
    parts: tuple[Part, ...]
    url: str
    claim_url: str
    cost: str
    hours: float
    places: tuple[PlaceRecord, ...]


@dataclass(frozen=True, slots=True)
class SkippedRecord:
    """A directory that is left alone for some locations, and why."""

    directory: str
    name: str
    says: str
    locations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClientOpportunities:
    """The opportunities of one client, the best first; those that nobody could check; what was skipped."""

    client: str
    opportunities: tuple[OpportunityRecord, ...]
    not_checked: tuple[OpportunityRecord, ...]
    skipped: tuple[SkippedRecord, ...]


@dataclass(frozen=True, slots=True)
class OpportunitiesRecord:
    """The opportunities that an audit shows, client by client."""

    schema_version: Literal["1"]
    audit: AuditInfo
    clients: tuple[ClientOpportunities, ...]


def opportunities_json(
    audit: AuditInfo, portfolios: Iterable[Portfolio], directories: Mapping[str, Directory]
) -> dict[str, Any]:
    """The opportunities of each of `portfolios` (one for each client) as plain data, ready for `json.dumps`."""
    clients = tuple(_client(each, directories) for each in portfolios)
    return plain_data(OpportunitiesRecord(SCHEMA_VERSION, audit, clients))


def opportunities_schema() -> dict[str, Any]:
    """The JSON Schema of `opportunities_json`."""
    return schema_of(OpportunitiesRecord, "Opportunities")


def _client(portfolio: Portfolio, directories: Mapping[str, Directory]) -> ClientOpportunities:
    found = opportunities(portfolio, directories)
    return ClientOpportunities(
        portfolio.client,
        tuple(_opportunity(each) for each in found.found),
        tuple(_opportunity(each) for each in found.not_checked),
        tuple(_skipped(each) for each in found.skipped),
    )


def _opportunity(each: Opportunity) -> OpportunityRecord:
    return OpportunityRecord(
        each.id,
        each.kind,
        each.state,
        each.directory.id,
        each.directory.name,
        each.directory.tier,
        each.todo,
        each.score.points,
        each.score.level,
        each.score.factor,
        each.score.parts,
        each.door.url if each.door else "",
        each.claim,
        each.cost,
        each.hours,
        tuple(_place(place) for place in each.places),
    )


def _place(place: Place) -> PlaceRecord:
    check = place.check
    return PlaceRecord(
        place.location.id,
        check.status if check else None,
        check.reason if check else None,
        place.says,
        place.url,
        check.evidence if check else "",
        place.competitors,
        place.enter,
    )


def _skipped(each: Skipped) -> SkippedRecord:
    ids = tuple(location.id for location in each.locations)
    return SkippedRecord(each.directory.id, each.directory.name, each.says, ids)
