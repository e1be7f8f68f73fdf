"""Looks in the order of their audits: a clock that was set back makes no later look an earlier one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from citations.store import Spell, Unsettled
from citations.words import OWNER_EXPORT

_JUST_AFTER = timedelta(microseconds=1)


def in_order(of: Unsettled, known: Iterable[Spell]) -> Unsettled:
    """`of` with a time that is not before what it comes after; `known` are the place's spells.

    That is whatever earlier audits saw at the place, and the same audit: it keeps one check of a place, the last one
    made. Fixes and history tell by time what came after what. What an owner's export says keeps the date of the file:
    an old file is old in any audit.
    """
    seen = max((spell.until for spell in known if spell.until_audit <= of.audit_id), default=None)
    at = of.check.checked_at
    if seen is None or at is None or at >= seen or of.check.how == OWNER_EXPORT:
        return of
    return replace(of, check=replace(of.check, checked_at=seen + _JUST_AFTER))
