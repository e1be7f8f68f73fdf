"""What each listing said when, what changed, and the trend of what was seen twice."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_PLACE = ("client", "location_id", "directory_id")


def upgrade() -> None:
    """Make the tables, and let every check be looked at once more, so that they know of the past."""
    _spells()
    _changes()
    op.create_table(
        "seen_twice",
        _number("audit_id"),
        *map(_text, _PLACE),
        *map(_share, ("weight", "share", "share_before")),
        sa.PrimaryKeyConstraint("audit_id", *_PLACE, name="pk_seen_twice"),
    )
    op.create_table(
        "trends",
        _number("audit_id"),
        *map(_text, _PLACE[:2]),
        _number("checks"),
        *map(_share, ("weight", "earned", "earned_before")),
        sa.PrimaryKeyConstraint("audit_id", *_PLACE[:2], name="pk_trends"),
    )
    op.execute("UPDATE checks SET settled = 0")


def downgrade() -> None:
    """Drop the tables."""
    for table in ("trends", "seen_twice", "changes", "spells"):
        op.drop_table(table)


def _spells() -> None:
    op.create_table(
        "spells",
        *map(_text, _PLACE),
        *map(_number, ("audit_id", "until_audit")),
        *map(_moment, ("since", "until")),
        *map(_text, ("status", "reason")),
        sa.Column("share", sa.Float(53)),
        *map(_text, ("url", "fields")),
        sa.PrimaryKeyConstraint(*_PLACE, "audit_id", name="pk_spells"),
    )


def _changes() -> None:
    op.create_table(
        "changes",
        _number("audit_id"),
        *map(_text, (*_PLACE, "field", "kind", "because")),
        _number("tier"),
        _text("harm"),
        *map(_number, ("rank", "before_audit")),
        *map(_moment, ("since", "before_at", "at")),
        *map(_text, ("before_word", "before_listed", "before_url", "word", "listed", "canonical", "reason", "url")),
        sa.PrimaryKeyConstraint("audit_id", *_PLACE, "field", "kind", name="pk_changes"),
    )
    op.create_index("ix_changes_kind", "changes", ["audit_id", "client", "kind"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _share(name: str) -> sa.Column[float]:
    return sa.Column(name, sa.Float(53), nullable=False)


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)
