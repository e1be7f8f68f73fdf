"""What changed since the audit before, field by field, with the dates."""

from collections.abc import Iterator, Sequence

from citations.findings import Changed
from citations.reports.change_words import change_says, now, was
from citations.reports.sheets.sheet import Cell, Column, Holds, Sheet

_COLUMNS = (
    Column("client", 20),
    Column("location id", 12),
    Column("location", 26),
    Column("directory", 20),
    Column("tier", 6, Holds.COUNT),
    Column("field", 12),
    Column("change", 20, Holds.WORD),
    Column("what happened", 60, Holds.PROSE),
    Column("before", 34),
    Column("now", 34),
    Column("correct", 34),
    Column("why", 44, Holds.PROSE),
    Column("because of", 12),
    Column("so since", 12, Holds.DATE),
    Column("so until", 12, Holds.DATE),
    Column("seen otherwise", 14, Holds.DATE),
    Column("in audit", 8, Holds.COUNT),
    Column("compared with audit", 10, Holds.COUNT),
    Column("listing", 44, Holds.LINK),
)


def changes_sheet(changed: Changed | None) -> Sheet:
    """One row for each change, those that harm customers most first; none when nothing is known of an audit before."""

    def rows() -> Iterator[Sequence[Cell]]:
        for change in changed.changes if changed else ():
            location = changed.locations.get((change.client, change.location_id)) if changed else None
            yield (
                location.client if location else change.client,
                change.location_id,
                location.name if location else "",
                changed.directory(change) if changed else change.directory_id,
                change.tier,
                change.field,
                change.kind,
                change_says(change),
                was(change),
                now(change),
                change.canonical,
                change.reason,
                change.because,
                change.since.date(),
                change.before_at.date(),
                change.at.date(),
                change.audit_id,
                change.before_audit,
                change.url,
            )

    return Sheet("Changes", _COLUMNS, rows)
