"""What agencies noted in their own trackers."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "tracker_notes",
        *(_text(name) for name in ("source", "digest", "client", "location_id", "directory_id", "platform")),
        *(_text(name) for name in ("word", "said")),
        sa.Column("noted_on", sa.Date),
        *(_text(name) for name in ("url", "login", "note", "place")),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("first_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("file_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("source", "digest", name="pk_tracker_notes"),
    )


def downgrade() -> None:
    """Drop the table."""
    op.drop_table("tracker_notes")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
