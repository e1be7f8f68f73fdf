"""How much of an audit is done this time: --limit, --only, --since."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from citations.audit import Part
from citations.catalog import Catalog
from citations.cli.main import refuse
from citations.directory import Directory

_HOURS = {"h": 1, "d": 24, "w": 7 * 24}


def part_of(
    limit: int | None, only: Sequence[str], chosen: Sequence[Directory], catalog: Catalog, *, is_fleet: bool
) -> Part:
    """The part that was asked for. Ends the program where it names a directory that is not asked, or a fleet works.

    Raises DirectoryError for one that there is not.
    """
    ids = frozenset(name.strip() for words in only for name in words.split(",") if name.strip())
    if is_fleet and (ids or limit is not None):
        refuse("--limit and --only are for one machine: a fleet makes every check; choose with --directories")
    catalog.refuse_unknown(sorted(ids))
    if not_asked := sorted(ids - {directory.id for directory in chosen}):
        names = ",".join(f"+{name}" for name in not_asked)
        refuse(f"--only {', '.join(not_asked)}: this audit does not ask it; to add it: --directories {names}")
    return Part(limit, ids)


def moment_of(since: str, now: datetime, *, fresh: bool) -> datetime | None:
    """The moment that --since means: a date (its beginning, by this machine's clock) or an age (12h, 30d, 2w).

    None when it was not given. Ends the program when it is neither, when it lies ahead, or beside --fresh.
    """
    if not since:
        return None
    if fresh:
        refuse("--since leaves out what was looked at, and --fresh looks at all anew: give one of them")
    if age := re.fullmatch(r"(\d{1,5})([hdw])", since.strip().lower()):
        return now - timedelta(hours=int(age[1]) * _HOURS[age[2]])
    try:
        moment = datetime.fromisoformat(since.strip()).astimezone(UTC)
    except (ValueError, OverflowError):
        refuse(f"--since {since!r} is neither a date (2026-03-31) nor an age (12h, 30d, 2w)")
    if moment > now:
        refuse(f"--since {since!r} lies ahead")
    return moment
