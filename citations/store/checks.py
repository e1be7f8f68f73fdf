"""Checks as rows of their table."""

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select

from citations.models import Check
from citations.store.records import plain, to_json
from citations.store.tables import Moment, audit_directories, audits, checks, locations
from citations.store.tally import Tally
from citations.words import FindingKind, Reason, Status


def row(audit: int, check: Check, tally: Tally) -> dict[str, Any]:
    """The row that keeps `check` and its numbers; its `url` is the listing's own when there is one."""
    listed_at = check.listing.url if check.listing else ""
    return {
        "audit_id": audit,
        "location_id": check.location,
        "directory_id": check.directory,
        "status": check.status.value,
        "reason": check.reason.value if check.reason else "",
        "weight": tally.weight,
        "verified": tally.verified,
        "earned": tally.earned,
        "wrong_fields": tally.wrong_fields,
        "checked_at": check.checked_at,
        "how": check.how,
        "evidence": check.evidence,
        "url": plain(listed_at or check.url),
        "record": to_json(check),
    }


def this(audit: int, location: str, directory: str) -> tuple[ColumnElement[bool], ...]:
    """The condition for one check."""
    return checks.c.audit_id == audit, checks.c.location_id == location, checks.c.directory_id == directory


def claimed(audit: int, directory: str) -> Select[Any]:
    """(client, location id, URL) of whoever is listed in a directory."""
    return _listed(audit, directory).add_columns(checks.c.location_id, checks.c.url).where(checks.c.url != "")


def doubled(audit: int, directory: str) -> Select[Any]:
    """(client, record) of those with second listings; a record is only searched for the word, and may have none."""
    word = checks.c.record.contains(f'"{FindingKind.DUPLICATE}"', autoescape=True)
    return _listed(audit, directory).add_columns(checks.c.record).where(word)


def made(audit: int) -> Select[Any]:
    """(directory id, status, number of checks) of what an audit has made."""
    of = (checks.c.directory_id, checks.c.status)
    return select(*of, func.count()).where(checks.c.audit_id == audit).group_by(*of)


def unheard(audit: int) -> Select[Any]:
    """(location id, directory id) of the checks at which nothing came."""
    silences = [reason.value for reason in Reason if reason.is_silence]
    return select(checks.c.location_id, checks.c.directory_id).where(
        checks.c.audit_id == audit, checks.c.reason.in_(silences)
    )


def answering(audit: int) -> Select[Any]:
    """(directory id) of those that answered some check."""
    told = checks.c.status.not_in([Status.UNVERIFIED.value, Status.NOT_APPLICABLE.value])
    return select(checks.c.directory_id).where(checks.c.audit_id == audit, checks.c.how != "", told).distinct()


def left_by_a_budget(audit: int) -> Select[Any]:
    """(time of the last check) that was not made since a budget of the day was used up."""
    left = (checks.c.audit_id == audit, checks.c.reason == Reason.QUOTA.value)
    return select(func.max(checks.c.checked_at, type_=Moment)).where(*left)


def looks(audit: int, directory: str) -> Select[Any]:
    """(reason) of the checks that saw a page of the directory: what came, or that it lacked what should be there."""
    told = or_(checks.c.status != Status.UNVERIFIED.value, checks.c.reason == Reason.LAYOUT_CHANGED.value)
    return select(checks.c.reason).where(
        checks.c.audit_id == audit, checks.c.directory_id == directory, checks.c.how != "", told
    )


@cache
def seen() -> Select[Any]:
    """(URL, record) of the newest listing that an audit of `source` found, but for the audit `but`; made once."""
    asked = (
        audits.c.source == bindparam("source"),
        locations.c.client == bindparam("client"),
        checks.c.location_id == bindparam("location"),
        checks.c.directory_id == bindparam("directory"),
        audits.c.id != bindparam("but"),
    )
    return (
        select(checks.c.url, checks.c.record)
        .join_from(checks, locations)
        .join(audits, audits.c.id == checks.c.audit_id)
        .where(*asked, checks.c.status == Status.LISTED.value, checks.c.url != "")
        .order_by(audits.c.id.desc())
        .limit(1)
    )


def _listed(audit: int, directory: str) -> Select[Any]:
    here = (checks.c.audit_id == audit, checks.c.directory_id == directory, checks.c.status == Status.LISTED.value)
    return select(locations.c.client).join_from(checks, locations).where(*here)


def records(audit: int) -> Select[str]:
    """The records of an audit's checks, in the order of its locations and then of its directories."""
    return (
        select(checks.c.record)
        .join(locations)
        .join_from(checks, audit_directories)
        .where(checks.c.audit_id == audit)
        .order_by(locations.c.position, audit_directories.c.position)
    )
