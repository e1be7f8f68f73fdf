"""Settling: the fixes and the history learn of every check that was made since, whoever made it, oldest first.

Nobody who saves a check has to think of them: a check is unsettled until this has run.
"""

from collections import defaultdict
from collections.abc import Sequence

from citations.findings.changes import learn
from citations.findings.fixes.observe import observe
from citations.findings.in_order import in_order
from citations.store import KeptFix, Learnt, Lesson, Memory, Spell, Store, Unsettled

Place = tuple[str, str, str]


def settle(store: Store) -> int:
    """Let fixes and history know of every check; returns how many were new to them. Quick when none is."""
    settled = 0
    while store.fixes.are_behind() and (some := store.fixes.settle(_judge)):
        settled += some
    return settled


def _judge(waiting: Sequence[Unsettled], memory: Memory) -> Lesson:
    """What these checks change, each in the order of its audit."""
    spells: dict[Place, dict[int, Spell]] = defaultdict(dict)
    for spell in memory.spells:
        spells[spell.place][spell.audit_id] = spell
    fixes: dict[Place, dict[str, KeptFix]] = defaultdict(dict)
    for fix in memory.fixes:
        fixes[fix.place][fix.id] = fix
    changed: dict[str, KeptFix] = {}
    learnt: list[Learnt] = []
    for each in waiting:
        of = in_order(each, spells[each.place].values())
        changed |= _observed(of, fixes[of.place])
        learnt += _learnt(of, spells[of.place])
    return Lesson(list(changed.values()), learnt)


def _observed(of: Unsettled, known: dict[str, KeptFix]) -> dict[str, KeptFix]:
    """The fixes that the check changes, by their ids; they are `known` from now on."""
    changed = {fix.id: fix for fix in observe(of, known.values()) if known.get(fix.id) != fix}
    known |= changed
    return changed


def _learnt(of: Unsettled, known: dict[int, Spell]) -> list[Learnt]:
    """What the check teaches of its place; it is `known` from now on."""
    one = learn(of, list(known.values()))
    if one.spell is None:
        return []
    known[one.spell.audit_id] = one.spell
    return [one]
