"""Settling: the kept fixes learn of every check that was made since, whoever made it, oldest first.

Nobody who saves a check has to think of the fixes: a check is unsettled until this has run.
"""

from collections import defaultdict
from collections.abc import Sequence

from citations.findings.fixes.observe import observe
from citations.store import KeptFix, Store, Unsettled


def settle(store: Store) -> int:
    """Let the kept fixes know of every check; returns how many were new to them. Quick when none is."""
    settled = 0
    while store.has_unsettled() and (some := store.settle_fixes(_judge)):
        settled += some
    return settled


def _judge(waiting: Sequence[Unsettled], kept: Sequence[KeptFix]) -> list[KeptFix]:
    """The fixes that these checks change."""
    of_place: dict[tuple[str, str, str], dict[str, KeptFix]] = defaultdict(dict)
    for fix in kept:
        of_place[fix.place][fix.id] = fix
    changed: dict[str, KeptFix] = {}
    for of in waiting:
        known = of_place[of.place]
        for fix in observe(of, known.values()):
            if known.get(fix.id) != fix:
                known[fix.id] = changed[fix.id] = fix
    return list(changed.values())
