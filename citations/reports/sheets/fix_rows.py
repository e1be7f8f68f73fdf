"""The fix list as a sheet: one row for each fix, for a spreadsheet or a tracker."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from citations.findings import Fix
from citations.reports.sheets.sheet import Cell, Column, Holds, Sheet
from citations.reports.wording import fix_says

_COLUMNS = (
    Column("client", 20),
    Column("location id", 12),
    Column("location", 26),
    Column("address", 34),
    Column("directory", 20),
    Column("task", 38, Holds.PROSE),
    Column("field", 10),
    Column("list", 12),
    Column("the listing says", 30),
    Column("enter", 44, Holds.PROSE),
    Column("where", 40, Holds.LINK),
    Column("what to do there", 24),
    Column("claim it at", 30, Holds.LINK),
    Column("priority", 9, Holds.NUMBER),
    Column("level", 10, Holds.WORD),
    Column("what to decide", 44, Holds.PROSE),
    Column("why", 44, Holds.PROSE),
    Column("points", 8, Holds.NUMBER),
    Column("state", 12, Holds.WORD),
    Column("how it stands", 40, Holds.PROSE),
    Column("owner", 10),
    Column("due", 12, Holds.DATE),
    Column("goes live after", 16),
    Column("note", 24),
    Column("first seen", 12, Holds.DATE),
    Column("last seen wrong", 12, Holds.DATE),
    Column("verified", 12, Holds.DATE),
    Column("id", 18),
)


def fixes_sheet(fixes: Sequence[Fix], today: date) -> Sheet:
    """The fixes in their order, as they stand `today`."""
    return Sheet("Fixes", _COLUMNS, lambda: _rows(fixes, today))


def _rows(fixes: Iterable[Fix], today: date) -> Iterator[Sequence[Cell]]:
    for fix in fixes:
        kept, place = fix.kept, fix.location
        yield (
            place.client,
            place.id,
            place.name,
            str(place.address),
            fix.directory.name,
            fix_says(fix),
            fix.field,
            fix.notice.id if fix.notice else "",
            fix.listed,
            "; ".join(f"{entry.label}: {entry.value}" for entry in fix.enter),
            fix.door.url if fix.door else "",
            fix.door.says if fix.door else "",
            fix.claim,
            round(fix.priority, 1),
            fix.level,
            fix.notice.asks(fix.directory.name) if fix.notice else "",
            fix.why,
            round(fix.worth, 1),
            fix.state,
            fix.says(today),
            fix.owner,
            fix.due,
            fix.live_after,
            kept.note,
            kept.opened_at.date(),
            kept.seen_at.date(),
            kept.verified_at.date() if kept.verified_at else None,
            fix.id,
        )
