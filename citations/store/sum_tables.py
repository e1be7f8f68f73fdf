"""The tables of sums: what the checks of a location come to, and the locations of a client or a brand."""

from typing import Any

from sqlalchemy import Column, Float, Index, Integer, Table, Text

from citations.store.tables import metadata, of_audit, of_location, tally_columns
from citations.words import Status

TREND = ("checks", "weight", "earned", "earned_before")


def _statuses() -> list[Column[Any]]:
    return [Column(status.value, Integer, nullable=False) for status in Status]


rollups = Table(
    "rollups",
    metadata,
    Column("audit_id", Integer, primary_key=True),
    Column("location_id", Text, primary_key=True),
    Column("planned", Integer, nullable=False),
    Column("done", Integer, nullable=False),
    *tally_columns(),
    *_statuses(),
    # Whose it is and where it stands, so that an index holds the order in which a page of the worst is read.
    Column("client", Text, nullable=False, server_default=""),
    Column("brand", Text, nullable=False, server_default=""),
    Column("position", Integer, nullable=False, server_default="0"),
    Column("turn", Float(53), nullable=False, server_default="101"),
    Column("standing", Integer),  # none without a grade
    of_location(),
    Index("ix_rollups_turn", "audit_id", "turn", "position"),
    Index("ix_rollups_client_turn", "audit_id", "client", "turn", "position"),
    Index("ix_rollups_standing", "audit_id", "standing"),
)

totals = Table(
    "totals",
    metadata,
    Column("audit_id", Integer, primary_key=True),
    Column("of", Text, primary_key=True),  # client or brand
    Column("client", Text, primary_key=True),
    Column("brand", Text, primary_key=True),  # blank for a client
    Column("name", Text, nullable=False),
    Column("position", Integer, nullable=False),  # of its first location
    Column("locations", Integer, nullable=False),
    Column("planned", Integer, nullable=False),
    Column("done", Integer, nullable=False),
    *tally_columns(),
    *_statuses(),
    Column("trend_checks", Integer, nullable=False, server_default="0"),
    *(Column(f"trend_{name}", Float(53), nullable=False, server_default="0") for name in TREND[1:]),
    of_audit(),
)
