"""The first tables: audits, their directories and locations, checks, rollups."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_AT_THE_END: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
STATUSES = ("listed", "not_listed", "unverified", "ambiguous", "vanished", "not_applicable")


def upgrade() -> None:
    """Make the tables."""
    _audits()
    _locations()
    _checks()
    _rollups()


def downgrade() -> None:
    """Drop the tables."""
    for table in ("rollups", "checks", "locations", "audit_directories", "audits"):
        op.drop_table(table)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _tally() -> list[sa.Column[Any]]:
    names = ("weight", "verified", "earned")
    return [*(sa.Column(name, sa.Float(53), nullable=False) for name in names), _whole("wrong_fields")]


def _belongs_to(table: str, parent: str, columns: list[str], parent_columns: list[str]) -> sa.ForeignKeyConstraint:
    there = [f"{parent}.{column}" for column in parent_columns]
    return sa.ForeignKeyConstraint(columns, there, name=f"fk_{table}_{parent}", **_AT_THE_END)


def _audits() -> None:
    op.create_table(
        "audits",
        sa.Column("id", sa.Integer, nullable=False),
        _text("source"),
        _moment("started_at"),
        _moment("finished_at", nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_audits"),
    )
    op.create_index("ix_audits_source", "audits", ["source"])
    op.create_table(
        "audit_directories",
        _whole("audit_id"),
        _text("directory_id"),
        _whole("position"),
        _text("name"),
        _whole("tier"),
        sa.PrimaryKeyConstraint("audit_id", "directory_id", name="pk_audit_directories"),
        _belongs_to("audit_directories", "audits", ["audit_id"], ["id"]),
    )


def _locations() -> None:
    op.create_table(
        "locations",
        _whole("audit_id"),
        _text("location_id"),
        _whole("position"),
        _text("client"),
        _text("name"),
        _text("fingerprint"),
        _text("record"),
        sa.PrimaryKeyConstraint("audit_id", "location_id", name="pk_locations"),
        _belongs_to("locations", "audits", ["audit_id"], ["id"]),
    )
    op.create_index("ix_locations_audit_client", "locations", ["audit_id", "client"])
    op.create_index("ix_locations_client", "locations", ["client"])


def _checks() -> None:
    location, directory = ["audit_id", "location_id"], ["audit_id", "directory_id"]
    op.create_table(
        "checks",
        _whole("audit_id"),
        _text("location_id"),
        _text("directory_id"),
        _text("status"),
        _text("reason"),
        *_tally(),
        _moment("checked_at"),
        _text("how"),
        _text("evidence"),
        _text("url"),
        _text("record"),
        sa.PrimaryKeyConstraint("audit_id", "location_id", "directory_id", name="pk_checks"),
        _belongs_to("checks", "locations", location, location),
        _belongs_to("checks", "audit_directories", directory, directory),
    )
    op.create_index("ix_checks_seen", "checks", ["location_id", "directory_id", "status", "checked_at"])
    op.create_index("ix_checks_reason", "checks", ["audit_id", "reason"])


def _rollups() -> None:
    location = ["audit_id", "location_id"]
    op.create_table(
        "rollups",
        _whole("audit_id"),
        _text("location_id"),
        _whole("planned"),
        _whole("done"),
        *_tally(),
        *(_whole(status) for status in STATUSES),
        sa.PrimaryKeyConstraint("audit_id", "location_id", name="pk_rollups"),
        _belongs_to("rollups", "locations", location, location),
    )
