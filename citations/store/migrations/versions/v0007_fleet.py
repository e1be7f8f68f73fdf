"""What the machines of a fleet share."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "turns",
        _text("host"),
        _text("holder"),
        _moment("held_until", nullable=False),
        _moment("free_at", nullable=False),
        sa.PrimaryKeyConstraint("host", name="pk_turns"),
    )
    op.create_table(
        "hand_outs",
        sa.Column("audit_id", sa.Integer, nullable=False),
        _text("priority"),
        _moment("handed_at", nullable=False),
        _moment("called_back_at"),
        sa.PrimaryKeyConstraint("audit_id", name="pk_hand_outs"),
        sa.ForeignKeyConstraint(
            ["audit_id"], ["audits.id"], name="fk_hand_outs_audits", deferrable=True, initially="DEFERRED"
        ),
    )
    op.create_table(
        "schedules",
        _text("client"),
        _text("every"),
        _text("priority"),
        _moment("next_at", nullable=False),
        sa.Column("last_audit", sa.Integer),
        sa.PrimaryKeyConstraint("client", name="pk_schedules"),
    )
    op.create_table("queue_schema", _text("newest"), sa.PrimaryKeyConstraint("newest", name="pk_queue_schema"))


def downgrade() -> None:
    """Drop the tables."""
    for table in ("queue_schema", "schedules", "hand_outs", "turns"):
        op.drop_table(table)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _moment(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)
