"""The first columns of every sheet of checks: which location, in which directory."""

from citations.reports.sheets.sheet import Cell, Column, Holds
from citations.reports.summary import Shown

WHERE = (
    Column("client", 20),
    Column("location id", 12),
    Column("location", 26),
    Column("directory", 20),
    Column("tier", 6, Holds.COUNT),
)


def where(shown: Shown) -> tuple[Cell, ...]:
    """The cells of `WHERE` for one check."""
    result, directory, _ = shown
    return result.location.client, result.location.id, result.location.name, directory.name, directory.tier
