"""Opportunities as a sheet: one row for each location that one would help, then one for each directory left alone."""

from collections.abc import Iterator, Sequence

from citations.opportunities import Opportunities, Opportunity, Place, Skipped
from citations.reports.sheets.sheet import Cell, Column, Holds, Sheet

SKIPPED = "skipped"
_COLUMNS = (
    Column("client", 20),
    Column("location id", 12),
    Column("location", 26),
    Column("address", 34),
    Column("directory", 20),
    Column("tier", 6, Holds.COUNT),
    Column("opportunity", 20),
    Column("what to do", 44, Holds.PROSE),
    Column("score", 8, Holds.NUMBER),
    Column("level", 10),
    Column("why", 60, Holds.PROSE),
    Column("competitors there", 36),
    Column("link", 22),
    Column("enter", 44, Holds.PROSE),
    Column("where", 40, Holds.LINK),
    Column("what to do there", 20),
    Column("claim it at", 30, Holds.LINK),
    Column("cost", 18),
    Column("hours", 8, Holds.NUMBER),
    Column("what was seen", 44, Holds.PROSE),
    Column("page", 44, Holds.LINK),
    Column("checked", 17, Holds.MOMENT),
    Column("evidence", 30),
    Column("id", 24),
)


def opportunities_sheet(found: Opportunities) -> Sheet:
    """The opportunities, the best first, what could not be checked, and what was skipped with its reason."""

    def rows() -> Iterator[Sequence[Cell]]:
        for each in (*found.found, *found.not_checked):
            for place in each.places:
                yield _row(each, place)
        for skipped in found.skipped:
            yield _skipped(skipped)

    return Sheet("Opportunities", _COLUMNS, rows)


def _row(each: Opportunity, place: Place) -> Sequence[Cell]:
    location, check, door = place.location, place.check, each.door_of(place)
    return (
        location.client,
        location.id,
        location.name,
        str(location.address),
        each.directory.name,
        each.directory.tier,
        place.kind.replace("_", " "),
        each.todo,
        each.score.points,
        each.score.level,
        "; ".join(f"{part.label} {part.points:g} of {part.most:g}: {part.says}" for part in each.score.parts),
        "; ".join(sighting.competitor for sighting in place.competitors),
        (each.state or "").replace("_", " "),
        "; ".join(f"{entry.label}: {entry.value}" for entry in place.enter),
        door.url if door else "",
        door.says if door else "",
        each.claim,
        each.cost,
        each.hours / len(each.places),
        place.says,
        place.url,
        check.checked_at if check else None,
        check.evidence if check else "",
        each.id,
    )


def _skipped(skipped: Skipped) -> Sequence[Cell]:
    """One row for all locations that it is left alone for: nobody does anything about it."""
    first, *more = skipped.locations
    info = skipped.directory
    known: dict[str, Cell] = {
        "client": first.client,
        "location id": "" if more else first.id,
        "location": f"{len(skipped.locations)} locations" if more else first.name,
        "directory": info.name,
        "tier": info.tier,
        "opportunity": SKIPPED,
        "why": skipped.says,
        "id": f"{info.id}-{SKIPPED}",
    }
    return [known.get(column.heading, "") for column in _COLUMNS]
