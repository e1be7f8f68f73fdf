"""Spells, changes and trends as rows of their tables."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, func, insert, select, tuple_, update

from citations.store import totals
from citations.store.history_tables import changes, seen_twice, spells, trends
from citations.store.records import plain
from citations.store.spell import FieldSaid, Learnt, Place, Spell
from citations.words import Reason, Status

_AT_ONCE = 250  # places in one query: databases limit the values


def of_places(connection: Connection, places: Iterable[Place]) -> list[Spell]:
    """Every spell of these places, the oldest first."""
    wanted, found = sorted(set(places)), []
    for start in range(0, len(wanted), _AT_ONCE):
        here = tuple_(spells.c.client, spells.c.location_id, spells.c.directory_id)
        part = select(spells).where(here.in_(wanted[start : start + _AT_ONCE])).order_by(spells.c.audit_id)
        found += [spell(row) for row in connection.execute(part).mappings()]
    return found


def write(connection: Connection, learnt: Sequence[Learnt]) -> None:
    """Keep what was learnt in place of what was known of these places in the same audits."""
    keys = [_key(one.place, one.audit_id) for one in learnt]
    kept = {(one.spell.place, one.spell.audit_id): one.spell for one in learnt if one.spell}
    begun = {(one.place, one.audit_id) for one in learnt if one.spell and one.spell.audit_id == one.audit_id}
    for table in (spells, changes, seen_twice):
        _remove(connection, table, keys)
    _insert(connection, spells, (_spell_row(spell) for key, spell in kept.items() if key in begun))
    _prolong(connection, [spell for key, spell in kept.items() if key not in begun])
    _insert(connection, changes, (_change_row(change) for one in learnt for change in one.changes))
    _insert(connection, seen_twice, (row for one in learnt for row in _twice(one)))
    _add_up(connection, learnt)


def write_totals(connection: Connection, learnt: Sequence[Learnt]) -> None:
    """Let the totals know of the trends that changed.

    It comes last: who saves a check holds the check before the total, and so do we.
    """
    clients: dict[int, set[str]] = {}
    for one in learnt:
        clients.setdefault(one.audit_id, set()).add(one.place[0])
    for audit, concerned in sorted(clients.items()):
        totals.write_trends(connection, audit, concerned)


def _prolong(connection: Connection, prolonged: Sequence[Spell]) -> None:
    """Spells that say the same still: only their end is new."""
    this = (spells.c[name] == bindparam(f"old_{name}") for name in _KEY)
    ends = ("until", "until_audit", "share")
    again = update(spells).where(*this).values({name: bindparam(f"new_{name}") for name in ends})
    rows = [
        {f"old_{name}": value for name, value in _key(spell.place, spell.audit_id).items()}
        | {f"new_{name}": getattr(spell, name) for name in ends}
        for spell in prolonged
    ]
    if rows:
        connection.execute(again, rows)


def spell(row: Any) -> Spell:
    """The spell that a row holds."""
    return Spell(
        (row["client"], row["location_id"], row["directory_id"]),
        row["audit_id"],
        row["until_audit"],
        row["since"],
        row["until"],
        Status(row["status"]),
        Reason(row["reason"]) if row["reason"] else None,
        row["share"],
        row["url"],
        {name: FieldSaid(*said) for name, said in json.loads(row["fields"]).items()},
    )


def _spell_row(spell: Spell) -> dict[str, Any]:
    said = {
        name: (plain(one.word), plain(one.listed), plain(one.canonical), one.wrong)
        for name, one in spell.fields.items()
    }
    return _key(spell.place, spell.audit_id) | {
        "until_audit": spell.until_audit,
        "since": spell.since,
        "until": spell.until,
        "status": spell.status.value,
        "reason": spell.reason.value if spell.reason else "",
        "share": spell.share,
        "url": plain(spell.url),
        "fields": json.dumps(said, ensure_ascii=False, separators=(",", ":")),
    }


def _change_row(change: Any) -> dict[str, Any]:
    return {name: plain(value) if isinstance(value, str) else value for name, value in asdict(change).items()}


def _twice(one: Learnt) -> Iterable[dict[str, Any]]:
    if one.spell is not None and one.spell.share is not None and one.share_before is not None:
        shares = {"weight": one.weight, "share": one.spell.share, "share_before": one.share_before}
        yield _key(one.place, one.audit_id) | shares


def _key(place: Place, audit: int) -> dict[str, Any]:
    return dict(zip(_KEY, (*place, audit), strict=True))


_KEY = ("client", "location_id", "directory_id", "audit_id")


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    if new := list(rows):
        connection.execute(insert(table), new)


def _remove(connection: Connection, table: Table, keys: Iterable[dict[str, Any]]) -> None:
    this = (table.c[name] == bindparam(f"old_{name}") for name in _KEY)
    if old := [{f"old_{name}": value for name, value in key.items()} for key in keys]:
        connection.execute(delete(table).where(*this), old)


def _add_up(connection: Connection, learnt: Sequence[Learnt]) -> None:
    """Sum up anew the trends of the locations concerned."""
    of_audit: dict[int, set[tuple[str, str]]] = {}
    for one in learnt:
        of_audit.setdefault(one.audit_id, set()).add(one.place[:2])
    for audit, wanted in of_audit.items():
        places = sorted(wanted)
        for start in range(0, len(places), _AT_ONCE):
            _add_up_some(connection, audit, places[start : start + _AT_ONCE])


def _add_up_some(connection: Connection, audit: int, places: list[tuple[str, str]]) -> None:
    table, key = seen_twice, (seen_twice.c.audit_id, seen_twice.c.client, seen_twice.c.location_id)
    sums = (
        func.count().label("checks"),
        func.sum(table.c.weight).label("weight"),
        func.sum(table.c.weight * table.c.share).label("earned"),
        func.sum(table.c.weight * table.c.share_before).label("earned_before"),
    )
    here = tuple_(table.c.client, table.c.location_id).in_(places)
    rows = connection.execute(select(*key, *sums).where(table.c.audit_id == audit, here).group_by(*key)).mappings()
    new = [dict(row) for row in rows]  # read before it is replaced
    old = tuple_(trends.c.client, trends.c.location_id).in_(places)
    connection.execute(delete(trends).where(trends.c.audit_id == audit, old))
    _insert(connection, trends, new)
