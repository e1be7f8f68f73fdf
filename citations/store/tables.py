"""The tables, as SQLAlchemy knows them; `migrations/` holds the way to them.

A check's numbers stand beside its record, so that a rollup is a sum over a few rows. The record
itself comes last in its row: reading the columns before it then never touches its long text.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Date,
    DateTime,
    Dialect,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    text,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """A point in time: kept as UTC, given back with its zone (SQLite forgets zones)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """To UTC; a time without a zone is taken for UTC."""
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """To a time with its zone."""
        return value and (value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC))


def _belongs_to(parent: str, **columns: str) -> ForeignKeyConstraint:
    """A foreign key that is looked at when the transaction ends: an audit may change its plan in between."""
    there = [f"{parent}.{column}" for column in columns.values()]
    return ForeignKeyConstraint(list(columns), there, deferrable=True, initially="DEFERRED")


def of_audit() -> ForeignKeyConstraint:
    """The row belongs to an audit."""
    return _belongs_to("audits", audit_id="id")


def of_location() -> ForeignKeyConstraint:
    """The row belongs to a location of an audit."""
    return _belongs_to("locations", audit_id="audit_id", location_id="location_id")


def _of_directory() -> ForeignKeyConstraint:
    return _belongs_to("audit_directories", audit_id="audit_id", directory_id="directory_id")


TALLY = ("weight", "verified", "earned", "wrong_fields")


def tally_columns() -> list[Column[Any]]:
    """The numbers of a check, and of whatever sums checks up."""
    weights = [Column(name, Float(53), nullable=False) for name in TALLY[:3]]
    return [*weights, Column(TALLY[3], Integer, nullable=False)]


audits = Table(
    "audits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", Text, nullable=False, index=True),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Column("told_at", Moment),  # when the receivers of notifications were told of it
)

audit_directories = Table(
    "audit_directories",
    metadata,
    Column("audit_id", Integer, primary_key=True),
    Column("directory_id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("tier", Integer, nullable=False),
    of_audit(),
)

locations = Table(
    "locations",
    metadata,
    Column("audit_id", Integer, primary_key=True),
    Column("location_id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("client", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("record", Text, nullable=False),
    of_audit(),
    Index("ix_locations_audit_client", "audit_id", "client"),
    Index("ix_locations_client", "client"),
)


checks = Table(
    "checks",
    metadata,
    Column("audit_id", Integer, primary_key=True),
    Column("location_id", Text, primary_key=True),
    Column("directory_id", Text, primary_key=True),
    Column("status", Text, nullable=False),
    Column("reason", Text, nullable=False),
    *tally_columns(),
    Column("checked_at", Moment, nullable=False),
    Column("how", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("settled", Integer, nullable=False, server_default="0"),  # 1 when the fixes know of it
    of_location(),
    _of_directory(),
    Index("ix_checks_seen", "location_id", "directory_id", "status", "checked_at"),
    Index("ix_checks_reason", "audit_id", "reason"),
    Index("ix_checks_unsettled", "audit_id", sqlite_where=text("settled = 0"), postgresql_where=text("settled = 0")),
)

fixes = Table(
    "fixes",
    metadata,
    Column("id", Text, primary_key=True),
    # What the audits saw of it. `client` is the audit's source when its locations name no client.
    Column("client", Text, nullable=False),
    Column("location_id", Text, nullable=False),
    Column("directory_id", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("audit_id", Integer, nullable=False),
    Column("harm", Text, nullable=False),
    Column("tier", Integer, nullable=False),
    Column("lost", Float(53), nullable=False),
    Column("word", Text, nullable=False),
    Column("listed", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("seen_at", Moment, nullable=False),
    Column("verified_at", Moment),
    Column("replaced_at", Moment),
    Column("unsure_at", Moment),
    Column("unsure", Text, nullable=False),
    # What people decided about it.
    Column("owner", Text, nullable=False),
    Column("due", Date),
    Column("note", Text, nullable=False),
    Column("submitted_at", Moment),
    Column("snoozed_until", Date),
    Column("accepted_at", Moment),
    Column("accepted_url", Text, nullable=False),
    Index("ix_fixes_place", "client", "location_id"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("client", Text, nullable=False),
    Column("location_id", Text, nullable=False),
    Column("directory_id", Text, nullable=False),
    Column("word", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("said_at", Moment, nullable=False),
    Column("shown", Text, nullable=False, server_default=""),  # what the listing showed then
    Index("ix_decisions_source", "source", "location_id", "directory_id"),
)

arrivals = Table(
    "arrivals",
    metadata,
    Column("audit_id", Integer, primary_key=True),
    Column("digest", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("word", Text, nullable=False),
    Column("says", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("arrived_at", Moment, nullable=False),
    of_audit(),
)

tracker_notes = Table(
    "tracker_notes",
    metadata,
    Column("source", Text, primary_key=True),
    Column("digest", Text, primary_key=True),
    Column("client", Text, nullable=False),
    Column("location_id", Text, nullable=False),  # blank: of all the client's
    Column("directory_id", Text, nullable=False),  # blank: no directory is of the platform
    Column("platform", Text, nullable=False),
    Column("word", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("noted_on", Date),
    Column("url", Text, nullable=False),
    Column("login", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("first_at", Moment, nullable=False),  # when the first sheet that says it was written
    Column("file_at", Moment, nullable=False),  # when the last one was
)

# What a fleet shares: turns at hosts, audits that were handed to it, audits that come again.
turns = Table(
    "turns",
    metadata,
    Column("host", Text, primary_key=True),
    Column("holder", Text, nullable=False),
    Column("held_until", Moment, nullable=False),
    Column("free_at", Moment, nullable=False),
)

requests = Table(
    "requests",
    metadata,
    Column("day", Date, primary_key=True),  # by UTC
    Column("name", Text, primary_key=True),  # a host, or "api", its name and its key's fingerprint
    Column("made", Integer, nullable=False),
)

hand_outs = Table(
    "hand_outs",
    metadata,
    Column("audit_id", Integer, primary_key=True),
    Column("priority", Text, nullable=False),
    Column("handed_at", Moment, nullable=False),
    Column("called_back_at", Moment),
    of_audit(),
)

schedules = Table(
    "schedules",
    metadata,
    Column("client", Text, primary_key=True),
    Column("every", Text, nullable=False),
    Column("priority", Text, nullable=False),
    Column("next_at", Moment, nullable=False),
    Column("last_audit", Integer),
)

queue_schema = Table("queue_schema", metadata, Column("newest", Text, primary_key=True))  # of procrastinate
