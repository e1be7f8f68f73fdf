"""What people said of listings, and the pages that they brought."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, nullable=False),
        *(_text(name) for name in ("source", "client", "location_id", "directory_id", "word", "url")),
        sa.Column("said_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
    )
    op.create_index("ix_decisions_source", "decisions", ["source", "location_id", "directory_id"])
    op.create_table(
        "arrivals",
        sa.Column("audit_id", sa.Integer, nullable=False),
        *(_text(name) for name in ("digest", "name", "word", "says", "url", "evidence")),
        sa.Column("arrived_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("audit_id", "digest", name="pk_arrivals"),
        sa.ForeignKeyConstraint(
            ["audit_id"], ["audits.id"], name="fk_arrivals_audits", deferrable=True, initially="DEFERRED"
        ),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("arrivals")
    op.drop_table("decisions")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
