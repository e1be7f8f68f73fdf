"""The words of the client report, from `wording.toml`: consequences and causes in plain language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from citations.findings import Fix, FixTask, Problem
from citations.models import Check, FieldResult
from citations.reports.shown import value
from citations.words import Reason, Status, Verdict


@cache
def wording() -> Mapping[str, Any]:
    """The whole table of words."""
    table: dict[str, Any] = tomllib.loads((Path(__file__).parent / "wording.toml").read_text(encoding="utf-8"))
    return table


def sentence(problem: Problem) -> Markup:
    """What the problem does to a customer, as one sentence of safe HTML."""
    unit = _unit_alone(problem)
    if unit is not None:
        word = Verdict.DIFFERENT if unit.listed else Verdict.ABSENT
        return _filled(wording()["problem"]["unit"][word], problem, unit.listed, unit.canonical)
    return _filled(wording()["problem"][problem.field][problem.word], problem, problem.listed)


def finding_sentence(kind: str, directory: str) -> Markup:
    """What a finding on `directory` means, as one sentence of safe HTML."""
    return Markup(wording()["problem"]["finding"][kind]).format(directory=value(directory))  # noqa: S704 - our own text


def task_says(task: FixTask) -> Markup:
    """What is to be done, as a phrase of safe HTML."""
    directory = task.first.directory.name
    if task.kind == "cause":
        return task_text(task.first.field, listed=task.first.listed)
    if task.kind == "listing":
        *most, last = dict.fromkeys(fix_what(fix) for fix in task.fixes)
        return task_text("listing", directory=directory, what=f"{', '.join(most)} and {last}" if most else last)
    return task_text(task.kind, directory=directory)


def task_text(key: str, **values: str) -> Markup:
    """The phrase for a kind of task, filled with values, which are escaped and shortened."""
    words = {name: value(text, 90) for name, text in values.items()}
    return Markup(wording()["task"][key]).format(**words)  # noqa: S704 - our own text; the values are escaped


def fix_what(fix: Fix) -> str:
    """What a fix puts right: "the phone number"."""
    words: dict[str, str] = wording()["what"]
    return words.get(fix.kept.word) or words[fix.field]


def fix_says(fix: Fix) -> str:
    """What one fix asks for, as plain text: "Correct the phone number on Example Pages"."""
    kind = {"listing": "missing", "duplicates": "duplicates"}.get(fix.field, "listing")
    phrase: str = wording()["task"][kind]
    return phrase.format(directory=fix.directory.name, what=fix_what(fix))


def why_not_checked(check: Check) -> str:
    """Why a check says nothing, in words; blank when it does say something."""
    if check.status is Status.AMBIGUOUS:
        return str(wording()["ambiguous"]["says"])
    if check.status is not Status.UNVERIFIED:
        return ""
    return str(wording()["reason"][check.reason or Reason.NOT_CHECKED])


def _filled(template: str, problem: Problem, listed: str, unit: str = "") -> Markup:
    return Markup(template).format(  # noqa: S704 - our own text; the values are escaped
        directory=value(problem.directory.name),
        listed=value(listed),
        canonical=value(problem.canonical),
        unit=value(unit),
    )


def _unit_alone(problem: Problem) -> FieldResult | None:
    """The unit's result when nothing else of the address is amiss."""
    if problem.field != "address" or problem.check.comparison is None:
        return None
    parts = problem.check.comparison.address.parts
    amiss = [name for name, part in parts.items() if part.verdict.is_wrong or part.verdict in _LACKING]
    return parts["unit"] if amiss == ["unit"] and parts["unit"].canonical else None


_LACKING = (Verdict.INCOMPLETE, Verdict.ABSENT)
