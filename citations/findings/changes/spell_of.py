"""What one check says of its place, as history keeps it."""

from collections.abc import Iterator

from citations.findings.fixes.observe import fix_field
from citations.findings.problems import problems
from citations.findings.score import listing_points
from citations.models import Check
from citations.store import FieldSaid, Spell, Unsettled
from citations.words import FindingKind, Reason, Status

NOBODY_LOOKED = (Reason.ASSISTED, Reason.NOT_CHECKED)
_SHARE_OF_NONE = {Status.NOT_LISTED: 0.0, Status.VANISHED: 0.0}
_WHOLE = 100.0


def spell_of(of: Unsettled) -> Spell | None:
    """A spell that begins and ends with this check, which has its time; None when nobody has looked yet."""
    check = of.check
    if check.status is Status.NOT_APPLICABLE or (check.status is Status.UNVERIFIED and check.reason in NOBODY_LOOKED):
        return None
    if check.checked_at is None:
        raise ValueError(f"the check of {check.location} in {check.directory} has no time")
    return Spell(
        of.place,
        of.audit_id,
        of.audit_id,
        check.checked_at,
        check.checked_at,
        check.status,
        check.reason,
        _share(check),
        check.listing.url if check.status is Status.LISTED and check.listing else "",
        dict(_fields(of)) if check.status is Status.LISTED else {},
    )


def _share(check: Check) -> float | None:
    if check.status is Status.LISTED and check.comparison is not None:
        return listing_points(check.comparison)
    return _SHARE_OF_NONE.get(check.status)


def _fields(of: Unsettled) -> Iterator[tuple[str, FieldSaid]]:
    """Every field that was compared, then the notices and whatever else is to be put right, which say more."""
    compared = of.check.comparison
    for name, result in compared.results.items() if compared else ():
        wrong = False if result.verdict.is_right else None
        yield name, FieldSaid(result.verdict, result.listed, result.canonical, wrong)
    if of.check.unread:  # whether there are second listings cannot be told
        yield "duplicates", FieldSaid(FindingKind.DUPLICATE)
    found = sorted(problems(of.location, of.directory, of.check, _WHOLE), key=lambda problem: -problem.harm.rank)
    for problem in found:
        field = fix_field(problem)
        said = compared.results.get(field) if compared else None
        texts = (said.listed, said.canonical) if said else (problem.listed, problem.canonical)
        yield field, FieldSaid(problem.word, *texts, wrong=True)
