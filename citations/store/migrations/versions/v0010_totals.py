"""Totals of clients and brands, and where each location stands among the others."""

from collections.abc import Iterable, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_TALLY = ("weight", "verified", "earned", "wrong_fields")
_STATUSES = ("listed", "not_listed", "unverified", "ambiguous", "vanished", "not_applicable")
_SUMS = ("planned", "done", *_TALLY, *_STATUSES)
_TREND = ("checks", "weight", "earned", "earned_before")
_ENOUGH = 0.5  # of the weight must be verified for a grade


def upgrade() -> None:
    """Add the columns and the table, and fill them from the rollups there are."""
    for name in ("client", "brand"):
        op.add_column("rollups", _text(name))
    op.add_column("rollups", _number("position"))
    op.add_column("rollups", sa.Column("turn", sa.Float(53), nullable=False, server_default="101"))
    op.add_column("rollups", sa.Column("standing", sa.Integer))
    op.create_index("ix_rollups_turn", "rollups", ["audit_id", "turn", "position"])
    op.create_index("ix_rollups_client_turn", "rollups", ["audit_id", "client", "turn", "position"])
    op.create_index("ix_rollups_standing", "rollups", ["audit_id", "standing"])
    _totals()
    for audit in op.get_bind().execute(sa.text("SELECT id FROM audits")).scalars().all():
        _place(audit)
        _sum(audit, "client")
        _sum(audit, "brand")


def downgrade() -> None:
    """Drop the table and the columns."""
    op.drop_table("totals")
    for index in ("ix_rollups_turn", "ix_rollups_client_turn", "ix_rollups_standing"):
        op.drop_index(index, "rollups")
    for column in ("client", "brand", "position", "turn", "standing"):
        op.drop_column("rollups", column)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False, server_default="")


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default="0")


def _totals() -> None:
    key = ("of", "client", "brand")
    op.create_table(
        "totals",
        sa.Column("audit_id", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in (*key, "name")),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("position", "locations", "planned", "done")),
        *(sa.Column(name, sa.Float(53), nullable=False) for name in _TALLY[:3]),
        sa.Column(_TALLY[3], sa.Integer, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in _STATUSES),
        _number("trend_checks"),
        *(sa.Column(f"trend_{name}", sa.Float(53), nullable=False, server_default="0") for name in _TREND[1:]),
        sa.PrimaryKeyConstraint("audit_id", *key, name="pk_totals"),
        sa.ForeignKeyConstraint(
            ["audit_id"], ["audits.id"], name="fk_totals_audits", deferrable=True, initially="DEFERRED"
        ),
    )


def _place(audit: int) -> None:
    """Say of each rollup whose it is and where it stands."""
    read = sa.text(
        "SELECT l.location_id, l.client, l.name, l.position, r.weight, r.verified, r.earned FROM rollups r"
        " JOIN locations l ON l.audit_id = r.audit_id AND l.location_id = r.location_id WHERE r.audit_id = :audit"
    )
    write = sa.text(
        "UPDATE rollups SET client = :client, brand = :brand, position = :position, turn = :turn, standing = :standing"
        " WHERE audit_id = :audit AND location_id = :location"
    )
    if rows := list(_places(audit, op.get_bind().execute(read, {"audit": audit}).all())):
        op.get_bind().execute(write, rows)


def _places(audit: int, rows: Sequence[Any]) -> Iterable[dict[str, Any]]:
    for row in rows:
        points = 100 * row.earned / row.verified if row.verified else None
        is_graded = points is not None and row.verified >= _ENOUGH * row.weight
        yield {
            "audit": audit,
            "location": row.location_id,
            "client": row.client,
            "brand": " ".join(row.name.casefold().split()),
            "position": row.position,
            "turn": 101 if points is None else points,
            "standing": round(points) if points is not None and is_graded else None,
        }


def _sum(audit: int, of: str) -> None:
    """Sum the rollups of each client, or of each brand."""
    brand, name, group = (
        ("''", "r.client", "r.client") if of == "client" else ("r.brand", "MIN(l.name)", "r.client, r.brand")
    )
    sums = ", ".join(f"SUM(r.{name})" for name in _SUMS)
    trend = ", ".join(f"COALESCE(SUM(t.{name}), 0)" for name in _TREND)
    columns = ", ".join(("position", "locations", *_SUMS, *(f"trend_{name}" for name in _TREND)))
    op.get_bind().execute(
        sa.text(
            f'INSERT INTO totals (audit_id, "of", client, brand, name, {columns})'  # noqa: S608 (the names above)
            f" SELECT r.audit_id, '{of}', r.client, {brand}, {name}, MIN(r.position), COUNT(*), {sums}, {trend}"
            " FROM rollups r JOIN audits a ON a.id = r.audit_id"
            " JOIN locations l ON l.audit_id = r.audit_id AND l.location_id = r.location_id"
            " LEFT JOIN trends t ON t.audit_id = r.audit_id AND t.location_id = r.location_id"
            " AND t.client = CASE WHEN r.client <> '' THEN r.client ELSE a.source END"
            f" WHERE r.audit_id = :audit GROUP BY r.audit_id, {group}"
        ),
        {"audit": audit},
    )
