"""Boxes and houses named beside the door: a door that agrees is not the whole address when they differ."""

from dataclasses import replace

from citations.models import FieldResult
from citations.nap.part import part
from citations.postal.beside_door import boxes, houses
from citations.words import Verdict


def beside_the_door(result: FieldResult, listed: str, canonical: str, code: str) -> FieldResult:
    """`result`, unless both texts name a box or a house beside one door, and not the same one."""
    number = result.parts.get("number")
    if not (number and number.listed and result.verdict.is_right) or listed == canonical:
        return result
    for name, beside in (("unit", _box), ("number", _house)):
        if wrong := beside(listed, canonical, code):
            parts = {**result.parts, name: wrong}
            return replace(result, verdict=wrong.verdict, rule=wrong.rule, reason=wrong.reason, parts=parts)
    return result


def _box(listed: str, canonical: str, code: str) -> FieldResult | None:
    ours = boxes(canonical, code)
    theirs = boxes(listed, code) if ours else ours
    if not theirs or theirs & ours:
        return None
    reason = f"The listing names box {_said(theirs)}; yours is box {_said(ours)}, so letters go astray."
    return part(Verdict.DIFFERENT, _said(theirs), _said(ours), "unit_box", reason)


def _house(listed: str, canonical: str, code: str) -> FieldResult | None:
    ours = houses(canonical, code)
    theirs = houses(listed, code) if ours else ours
    if not theirs or theirs & ours:
        return None
    there, here = (_said(frozenset(map(str.title, names))) for names in (theirs, ours))
    reason = f"The listing names {there} where you say {here}; the number and the street agree."
    return part(Verdict.INCOMPLETE, there, here, "number_house", reason)


def _said(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
