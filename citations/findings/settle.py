"""Settling: the fixes and the history learn of every check that was made since, whoever made it, oldest first.

Nobody who saves a check has to think of them: a check is unsettled until this has run.
"""

from collections import defaultdict
from collections.abc import Sequence

from citations.findings.changes import learn
from citations.findings.fixes.observe import observe
from citations.store import KeptFix, Learnt, Lesson, Memory, Spell, Store, Unsettled

Place = tuple[str, str, str]


def settle(store: Store) -> int:
    """Let fixes and history know of every check; returns how many were new to them. Quick when none is."""
    settled = 0
    while store.has_unsettled() and (some := store.settle(_judge)):
        settled += some
    return settled


def _judge(waiting: Sequence[Unsettled], memory: Memory) -> Lesson:
    """What these checks change."""
    return Lesson(_fixes(waiting, memory.fixes), _learnt(waiting, memory.spells))


def _fixes(waiting: Sequence[Unsettled], kept: Sequence[KeptFix]) -> list[KeptFix]:
    """The fixes that these checks change."""
    of_place: dict[Place, dict[str, KeptFix]] = defaultdict(dict)
    for fix in kept:
        of_place[fix.place][fix.id] = fix
    changed: dict[str, KeptFix] = {}
    for of in waiting:
        known = of_place[of.place]
        for fix in observe(of, known.values()):
            if known.get(fix.id) != fix:
                known[fix.id] = changed[fix.id] = fix
    return list(changed.values())


def _learnt(waiting: Sequence[Unsettled], spells: Sequence[Spell]) -> list[Learnt]:
    """What each of these checks teaches of its place."""
    of_place: dict[Place, dict[int, Spell]] = defaultdict(dict)
    for spell in spells:
        of_place[spell.place][spell.audit_id] = spell
    learnt = []
    for of in waiting:
        one = learn(of, list(of_place[of.place].values()))
        if one.spell:
            learnt.append(one)
            of_place[of.place][one.spell.audit_id] = one.spell
    return learnt
