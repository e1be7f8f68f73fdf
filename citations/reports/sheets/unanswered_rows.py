"""What could not be checked, each with its reason: none of it is a missing listing."""

from collections.abc import Iterator, Sequence

from citations.reports.sheets.sheet import Cell, Column, Holds, Sheet
from citations.reports.sheets.where import WHERE, where
from citations.reports.summary import Summary
from citations.reports.wording import why_not_checked

_COLUMNS = (
    *WHERE,
    Column("status", 18, Holds.WORD),
    Column("reason", 14),
    Column("in words", 60, Holds.PROSE),
    Column("detail", 60, Holds.PROSE),
    Column("look by hand", 44, Holds.LINK),
    Column("may be it", 60, Holds.PROSE),
    Column("checked", 17, Holds.MOMENT),
)


def unanswered_sheet(summary: Summary) -> Sheet:
    """One row for each check that came to no answer; where several listings may be it, they are named."""

    def rows() -> Iterator[Sequence[Cell]]:
        for shown in summary.unanswered:
            check = shown[2]
            reason = (check.reason or "").replace("_", " ")
            says, may_be = why_not_checked(check), " | ".join(f"{it.name} {it.url}".strip() for it in check.candidates)
            yield (*where(shown), check.status, reason, says, check.detail, check.url, may_be, check.checked_at)

    return Sheet("Could not check", _COLUMNS, rows)
