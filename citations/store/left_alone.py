"""Directories that an audit stopped asking in the middle, and how many checks were not made since."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from citations.store.audit_info import DirectoryInfo
from citations.store.tables import audit_directories, checks, locations
from citations.words import Reason


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A directory that was left alone, why (it refused us, has changed, or its budget was used up), for how many."""

    directory: DirectoryInfo
    reason: Reason
    checks: int


def left_alone(connection: Connection, audit: int, client: str | None = None) -> list[LeftAlone]:
    """Those of an audit in the order of its directories; with `client` what concerns its locations."""
    of = audit_directories.c
    unseen = (checks.c.audit_id == audit, checks.c.evidence == "", checks.c.reason.in_(_REASONS))
    query = (
        select(of.directory_id, of.name, of.tier, checks.c.reason, func.count())
        .join_from(checks, audit_directories)
        .where(*unseen)
        .group_by(of.directory_id, of.name, of.tier, of.position, checks.c.reason)
        .order_by(of.position)
    )
    if client is not None:
        query = query.join(locations, _same_place()).where(locations.c.client == client)
    return [LeftAlone(DirectoryInfo(*row[:3]), Reason(row[3]), row[4]) for row in connection.execute(query)]


def _same_place() -> Any:
    return (locations.c.audit_id == checks.c.audit_id) & (locations.c.location_id == checks.c.location_id)


_REASONS = [reason.value for reason in Reason if reason.leaves_alone]
