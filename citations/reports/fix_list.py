"""The fix list as CSV: one row for each fix, for a spreadsheet or a tracker."""

import csv
import io
from collections.abc import Iterable

from citations.findings import Fix
from citations.reports.shown import plain

COLUMNS = (
    "id", "client", "location id", "location", "address", "directory", "field", "the listing says", "enter",
    "where", "priority", "level", "why", "points", "state", "owner", "due", "note",
    "first seen", "last seen wrong", "verified",
)  # fmt: skip
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
MOST = 2000


def fix_list_csv(fixes: Iterable[Fix]) -> bytes:
    """The fixes in their order; UTF-8 with a mark, so that Excel reads it; no cell can become a formula."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(COLUMNS)
    for fix in fixes:
        rows.writerow([_cell(value) for value in _row(fix)])
    return out.getvalue().encode("utf-8-sig", "replace")


def _row(fix: Fix) -> tuple[object, ...]:
    kept, place = fix.kept, fix.location
    enter = "; ".join(f"{entry.label}: {entry.value}" for entry in fix.enter)
    return (
        fix.id, place.client, place.id, place.name, str(place.address), fix.directory.name,
        fix.field, fix.listed, enter,
        fix.door.url if fix.door else "", round(fix.priority, 1), fix.level, fix.why, round(fix.worth, 1),
        fix.state, fix.owner, fix.due.isoformat(), kept.note,
        kept.opened_at.date().isoformat(), kept.seen_at.date().isoformat(),
        kept.verified_at.date().isoformat() if kept.verified_at else "",
    )  # fmt: skip


def _cell(value: object) -> object:
    if not isinstance(value, str):
        return value
    text = plain(value, MOST)
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text
