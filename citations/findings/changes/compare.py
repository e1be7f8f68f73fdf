"""Two states of one place, side by side.

What was right and is wrong now is new; when it had been wrong before that, it is regressed. What was wrong and is right
is fixed, or accepted where a person said that it is fine. A field that could not be read now, or never before, tells
nothing: it is held against the last time that it was read.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache

from citations.findings.changes.making import Before, Making
from citations.findings.fixes.table import table
from citations.findings.problems import harms
from citations.same_page import page_key
from citations.store import Change, FieldSaid, Spell, Unsettled
from citations.words import ChangeKind, Status

_GONE = (Status.NOT_LISTED, Status.VANISHED)


def changes(of: Unsettled, now: Spell, earlier: Sequence[Spell]) -> Iterator[Change]:
    """How `now`, which the check `of` says, differs from the `earlier` spells of its place, the oldest first."""
    if not earlier:
        return
    making = Making(of, now)
    answered = [spell for spell in earlier if spell.is_answered]
    if kind := _of_listing(now, earlier[-1], answered):
        against = earlier[-1] if kind is ChangeKind.SEEN_AGAIN else answered[-1]
        yield making.listing(kind, against, _began(earlier, against))
        if kind is ChangeKind.SEEN_AGAIN and (kind := _of_listing(now, answered[-1], answered)):
            yield making.listing(kind, answered[-1], _began(earlier, answered[-1]))
    if now.status is Status.LISTED:
        yield from _of_fields(making, now, [spell for spell in answered if spell.status is Status.LISTED])


def _of_listing(now: Spell, last: Spell, answered: Sequence[Spell]) -> ChangeKind | None:
    if not answered:
        return None
    if not now.is_answered:
        return ChangeKind.NEWLY_BLOCKED if last.is_answered else None
    if not last.is_answered:
        return ChangeKind.SEEN_AGAIN
    if now.status is not Status.LISTED:
        return ChangeKind.VANISHED if last.status is Status.LISTED else None
    if last.status in _GONE:
        return ChangeKind.APPEARED
    is_moved = now.url and last.url and page_key(now.url) != page_key(last.url)
    return ChangeKind.OTHER_PAGE if is_moved else None


def _of_fields(making: Making, now: Spell, listed: Sequence[Spell]) -> Iterator[Change]:
    noticed = {field for spell in listed for field, said in spell.fields.items() if said.wrong}
    for field in dict.fromkeys((*now.fields, *sorted(noticed))):
        said = now.fields.get(field, _unsaid(field))
        before = _before(field, listed)
        if before is not None and (kind := _kind(making, field, said, before, listed)):
            yield making.field(kind, field, said, before)


def _kind(making: Making, field: str, said: FieldSaid, before: Before, listed: Sequence[Spell]) -> ChangeKind | None:
    if said.wrong is None or making.is_unfollowed(before.said, said):
        return None
    if not said.wrong:
        fine = ChangeKind.ACCEPTED if making.is_fine(field) else ChangeKind.FIXED
        return fine if before.said.wrong else None
    if not before.said.wrong:
        was_wrong = any(spell.fields[field].wrong for spell in listed if field in spell.fields)
        return ChangeKind.REGRESSED if was_wrong else ChangeKind.NEW
    is_same = said.word == before.said.word and making.is_same_value(field, said, before.said)
    return None if is_same else ChangeKind.CHANGED


def _before(field: str, listed: Sequence[Spell]) -> Before | None:
    """What the field said when it was last read, back to the first time in a row."""
    found: Before | None = None
    for spell in reversed(listed):
        said = spell.fields.get(field, _unsaid(field))
        if said.wrong is None:
            continue
        if found and said != found.said:
            break
        found = Before(found.said if found else said, spell, found.last if found else spell)
    return found


def _unsaid(field: str) -> FieldSaid:
    """What it means that a field is not among those of a listing: a notice is not there, another was not read."""
    return FieldSaid("", wrong=False if field in _of_notices() else None)


@cache
def _of_notices() -> frozenset[str]:
    """The fields that only a notice makes."""
    made = set(table()["field"].values())
    return frozenset(made - {field for field, _ in harms() if field not in ("finding", "status")})


def _began(earlier: Sequence[Spell], last: Spell) -> datetime:
    """Since when the listing has stood as in `last`, whatever its fields said."""
    began = last.since
    for spell in reversed(earlier[: earlier.index(last)]):
        if (spell.status, page_key(spell.url)) != (last.status, page_key(last.url)):
            break
        began = spell.since
    return began
