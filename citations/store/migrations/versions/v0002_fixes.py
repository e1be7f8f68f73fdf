"""Fixes: what is to be put right, how far it is, and which checks they know of already."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_UNSETTLED = sa.text("settled = 0")


def upgrade() -> None:
    """Make the table; every check so far is still to be looked at."""
    op.add_column("checks", sa.Column("settled", sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_checks_unsettled", "checks", ["audit_id"], sqlite_where=_UNSETTLED, postgresql_where=_UNSETTLED)
    op.create_table(
        "fixes",
        *(_text(name) for name in ("id", "client", "location_id", "directory_id", "field")),
        sa.Column("audit_id", sa.Integer, nullable=False),
        _text("harm"),
        sa.Column("tier", sa.Integer, nullable=False),
        sa.Column("lost", sa.Float(53), nullable=False),
        *(_text(name) for name in ("word", "listed", "cause", "url", "reason")),
        _moment("opened_at", nullable=False),
        _moment("seen_at", nullable=False),
        *(_moment(name) for name in ("verified_at", "replaced_at", "unsure_at")),
        _text("unsure"),
        _text("owner"),
        sa.Column("due", sa.Date),
        _text("note"),
        _moment("submitted_at"),
        sa.Column("snoozed_until", sa.Date),
        _moment("accepted_at"),
        _text("accepted_url"),
        sa.PrimaryKeyConstraint("id", name="pk_fixes"),
    )
    op.create_index("ix_fixes_place", "fixes", ["client", "location_id"])


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("fixes")
    op.drop_index("ix_checks_unsettled", "checks")
    op.drop_column("checks", "settled")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _moment(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)
