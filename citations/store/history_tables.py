"""The tables of history: what each listing said from when to when, what changed, and what both audits saw."""

from sqlalchemy import Column, Float, Index, Integer, Table, Text

from citations.store.tables import Moment, metadata

# One row for each stretch of time in which a listing said the same; an audit that sees the same again prolongs it.
spells = Table(
    "spells",
    metadata,
    Column("client", Text, primary_key=True),  # the audit's source when its locations name no client
    Column("location_id", Text, primary_key=True),
    Column("directory_id", Text, primary_key=True),
    Column("audit_id", Integer, primary_key=True),  # the audit in which it began
    Column("until_audit", Integer, nullable=False),
    Column("since", Moment, nullable=False),
    Column("until", Moment, nullable=False),
    Column("status", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("share", Float(53)),  # of the listing's points, 0 to 1; none when nobody could tell
    Column("url", Text, nullable=False),
    Column("fields", Text, nullable=False),
)

changes = Table(
    "changes",
    metadata,
    Column("audit_id", Integer, primary_key=True),
    Column("client", Text, primary_key=True),
    Column("location_id", Text, primary_key=True),
    Column("directory_id", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("because", Text, nullable=False),
    Column("tier", Integer, nullable=False),
    Column("harm", Text, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("before_audit", Integer, nullable=False),
    Column("since", Moment, nullable=False),
    Column("before_at", Moment, nullable=False),
    Column("at", Moment, nullable=False),
    *(Column(name, Text, nullable=False) for name in ("before_word", "before_listed", "before_url")),
    *(Column(name, Text, nullable=False) for name in ("word", "listed", "canonical", "reason", "url")),
    Index("ix_changes_kind", "audit_id", "client", "kind"),
)

# Checks that came to an answer in an audit and when the place was last looked at before: only these make a trend.
seen_twice = Table(
    "seen_twice",
    metadata,
    Column("audit_id", Integer, primary_key=True),
    Column("client", Text, primary_key=True),
    Column("location_id", Text, primary_key=True),
    Column("directory_id", Text, primary_key=True),
    Column("weight", Float(53), nullable=False),
    Column("share", Float(53), nullable=False),
    Column("share_before", Float(53), nullable=False),
)

# Their sums for each location.
trends = Table(
    "trends",
    metadata,
    Column("audit_id", Integer, primary_key=True),
    Column("client", Text, primary_key=True),
    Column("location_id", Text, primary_key=True),
    Column("checks", Integer, nullable=False),
    Column("weight", Float(53), nullable=False),
    Column("earned", Float(53), nullable=False),
    Column("earned_before", Float(53), nullable=False),
)
