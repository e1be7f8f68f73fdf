"""What a check says of the fixes of its listing: the one place where a fix begins, ends, or begins anew.

the same wrong value again            -> still to do; after it had been right: wrong again
the field is right                    -> verified
another wrong value, or no listing    -> replaced (the other value is a fix of its own)
a person said that the value is fine  -> stays accepted
the check could not tell              -> stays as it was, and says so
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any

from citations.findings.fine import FINE
from citations.findings.fixes.table import table
from citations.findings.problems import Problem, harms, problems
from citations.findings.wrong_value import wrong_value
from citations.models import Check
from citations.same_page import is_among
from citations.store import KeptFix, Unsettled
from citations.words import FindingKind, FixState, Status

_ADDRESS = re.compile(r"https?://[^\s,;]*[^\s,;:.]")
_WHOLE = 100.0  # a location of which this much is verified: there points and weight are the same


@dataclass(frozen=True, slots=True)
class _Seen:
    """The problems that one field of a listing has, as one fix."""

    id: str
    field: str
    cause: str
    listed: str
    problems: tuple[Problem, ...]

    @property
    def worst(self) -> Problem:
        return min(self.problems, key=lambda problem: (problem.harm.rank, problem.field == "finding"))


def observe(of: Unsettled, kept: Iterable[KeptFix]) -> tuple[KeptFix, ...]:
    """The fixes of one listing after the check `of`, which has its time; `kept` are those known of it before."""
    known = {fix.id: fix for fix in kept}
    seen = _seen(of)
    shown = [_shown(of, one, known) for one in seen.values()]
    return (*shown, *(_not_shown(fix, of) for fix in known.values() if fix.id not in seen))


def fix_problems(of: Unsettled, found: Iterable[Problem]) -> dict[str, tuple[Problem, ...]]:
    """Fix id -> the problems of one listing that it puts right together."""
    return {one.id: one.problems for one in _grouped(of, found)}


def lost(kept: KeptFix, verified: float) -> float:
    """Points that the location's score gains by the fix, when `verified` is its verified weight."""
    return 100 * kept.lost / verified if verified else 0.0


def ended_at(fix: KeptFix) -> datetime | None:
    """When the wrong value was last found gone after it was last seen; None while it stands."""
    ends = [at for at in (fix.verified_at, fix.replaced_at) if at and at > fix.seen_at]
    return max(ends, default=None)


def _seen(of: Unsettled) -> dict[str, _Seen]:
    return {one.id: one for one in _grouped(of, problems(of.location, of.directory, of.check, _WHOLE))}


def _grouped(of: Unsettled, found: Iterable[Problem]) -> list[_Seen]:
    groups: dict[str, list[Problem]] = defaultdict(list)
    for problem in found:
        groups[fix_field(problem)].append(problem)
    return [_group(of, field, tuple(group)) for field, group in groups.items()]


def _group(of: Unsettled, field: str, group: Sequence[Problem]) -> _Seen:
    compared = of.check.comparison.results.get(field) if of.check.comparison else None
    listed = next((problem.listed for problem in group if problem.listed), compared.listed if compared else "")
    value = wrong_value(field, listed, of.location.country)
    name = "\x1f".join((*of.place, field, value))
    return _Seen(sha256(name.encode("utf-8", "replace")).hexdigest()[:16], field, value, listed, tuple(group))


def fix_field(problem: Problem) -> str:
    """The field in which a problem is put right; a notice that is of no field is one by itself."""
    return str(table()["field"].get(problem.word, problem.word)) if problem.field == "finding" else problem.field


def _shown(of: Unsettled, seen: _Seen, known: dict[str, KeptFix]) -> KeptFix:
    """The fix of a wrong value that the check shows."""
    fix, when, worst = known.get(seen.id), _when(of.check), seen.worst
    if fix and when <= _last_judged(fix):
        return fix
    right = [other.verified_at for other in known.values() if other.field == seen.field and other.verified_at]
    facts: dict[str, Any] = {
        "audit_id": of.audit_id,
        "harm": worst.harm.id,
        "tier": of.directory.tier,
        "lost": sum(problem.worth for problem in seen.problems),
        "word": str(worst.word),
        "listed": seen.listed,
        "url": (of.check.listing.url if of.check.listing else "") or of.check.url,
        "reason": worst.reason,
        "seen_at": when,
        "verified_at": max(right, default=None),
    }
    if fix:
        begins = when if ended_at(fix) else fix.opened_at
        return replace(fix, opened_at=begins, unsure="", **facts)
    return KeptFix(seen.id, *of.place, field=seen.field, cause=seen.cause, opened_at=when, **facts)


def _not_shown(fix: KeptFix, of: Unsettled) -> KeptFix:
    """The fix of a wrong value that the check does not show."""
    when = _when(of.check)
    if when <= max(_last_judged(fix), fix.unsure_at or fix.opened_at):
        return fix
    if _is_fine(fix, of):
        return replace(fix, audit_id=of.audit_id, unsure="", seen_at=when)
    found, why = _found_instead(fix, of.check)
    if found is None:
        return replace(fix, audit_id=of.audit_id, unsure_at=when, unsure=why)
    if ended_at(fix):
        return replace(fix, unsure="")
    if found is FixState.VERIFIED:
        return replace(fix, audit_id=of.audit_id, unsure="", verified_at=when)
    return replace(fix, audit_id=of.audit_id, unsure="", replaced_at=when)


def _is_fine(fix: KeptFix, of: Unsettled) -> bool:
    """True when the very value is still there, and accepted since a person said that it is fine."""
    result = of.check.comparison.fields.get(fix.field) if of.check.comparison else None
    is_said = result is not None and result.rule == FINE
    return is_said and result is not None and wrong_value(fix.field, result.listed, of.location.country) == fix.cause


def _found_instead(fix: KeptFix, check: Check) -> tuple[FixState | None, str]:
    """What stands in the place of the wrong value, and why that cannot be told."""
    if check.status in (Status.NOT_LISTED, Status.VANISHED):
        return FixState.REPLACED, ""
    if check.status is not Status.LISTED or check.comparison is None:
        return None, check.detail or (check.reason or check.status).replace("_", " ")
    if unseen := _not_looked_at(fix, check):
        return None, unseen
    result = check.comparison.results.get(fix.field)
    if result is None or result.verdict.is_right:
        return FixState.VERIFIED, ""
    if (fix.field, result.verdict) in harms():
        return FixState.REPLACED, ""
    return None, result.reason or result.verdict.replace("_", " ")


def _not_looked_at(fix: KeptFix, check: Check) -> str:
    """Why nobody can say whether it still stands though the listing was read; blank when somebody can."""
    unread = next((url for url in check.unread if url in fix.reason), "")
    if unread:
        return f"{unread} could not be looked at"
    if fix.word == FindingKind.DUPLICATE:
        looked_at = (check.url, *check.tried)
        closed = [url for url in _ADDRESS.findall(fix.reason) if not is_among(url, looked_at)]
        return f"{closed[0]} was not looked at" if closed else ""
    if fix.word != FindingKind.DEAD_LINK or not _is_same_link(fix, check):
        return ""
    if check.link is None:
        return "the link was not followed"
    return f"the link could not be followed: {check.link.detail}" if check.link.reason else ""


def _is_same_link(fix: KeptFix, check: Check) -> bool:
    listed = check.comparison.website.listed if check.comparison else ""
    return wrong_value(fix.field, listed, "") == fix.cause


def _last_judged(fix: KeptFix) -> datetime:
    return max(at for at in (fix.seen_at, fix.verified_at, fix.replaced_at) if at)


def _when(check: Check) -> datetime:
    if check.checked_at is None:
        raise ValueError(f"the check of {check.location} in {check.directory} has no time")
    return check.checked_at
