"""What a check teaches of its place: whether a new spell begins with it, and what changed since the one before."""

from collections.abc import Sequence
from dataclasses import replace

from citations.findings.changes.compare import changes
from citations.findings.changes.spell_of import spell_of
from citations.findings.score import weights
from citations.store import Learnt, Spell, Unsettled


def learn(of: Unsettled, known: Sequence[Spell]) -> Learnt:
    """What the check `of` teaches, where `known` are the place's spells, the oldest first.

    A check of an audit takes the place of what the same audit saw there before.
    """
    now = spell_of(of)
    if now is None or (known and _is_late(now, known[-1])):
        return Learnt(of.audit_id, of.place)
    earlier = [spell for spell in known if spell.audit_id < of.audit_id]
    shares = [spell.share for spell in earlier if spell.share is not None]
    return Learnt(
        of.audit_id,
        of.place,
        _prolonged(earlier, now),
        tuple(changes(of, now, earlier)),
        weights().tier[of.directory.tier],
        shares[-1] if shares else None,
    )


def _is_late(now: Spell, last: Spell) -> bool:
    """True when a later look at the place is known."""
    return now.audit_id < last.until_audit or now.since < last.since


def _prolonged(earlier: Sequence[Spell], now: Spell) -> Spell:
    """The last spell when it says the same still, else the new one."""
    if earlier and earlier[-1].says == now.says:
        return replace(earlier[-1], until=now.until, until_audit=now.audit_id, share=now.share)
    return now
