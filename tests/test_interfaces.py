"""`docs/interfaces.md` and the code say the same."""

import re
from enum import StrEnum
from pathlib import Path

import pytest

import citations
from citations import words
from citations.settings import Settings

INTERFACES = (Path(__file__).parent.parent / "docs" / "interfaces.md").read_text(encoding="utf-8")

ROWS = {
    "status": words.Status,
    "reason": words.Reason,
    "verdict": words.Verdict,
    "decision": words.Decision,
    "finding": words.FindingKind,
    "kind of location": words.Kind,
    "role of a phone": words.PhoneRole,
    "lifecycle": words.Lifecycle,
    "access": words.Access,
    "kind of directory": words.DirectoryKind,
    "evidence grade of a search": words.Grade,
    "state of a fix": words.FixState,
    "owner of a fix": words.FixOwner,
    "kind of change": words.ChangeKind,
    "what made a change": words.Because,
    "what a score is of": words.ScoreOf,
    "state of an audit's process": words.RunState,
    "how often an audit comes again": words.Every,
    "priority of an audit in a fleet": words.Priority,
    "kind of opportunity": words.OpportunityKind,
    "a listing's link to the website": words.LinkState,
    "markup of invented pages": words.Markup,
    "wall of invented pages": words.Wall,
    "health of a directory": words.HealthState,
    "a person's word": words.Said,
    "what a tracker says": words.Noted,
    "what became of a page": words.Arrival,
}


@pytest.mark.parametrize("row", ROWS)
def test_each_word_is_documented_in_its_row(row: str) -> None:
    line = next(line for line in INTERFACES.splitlines() if line.startswith(f"| {row} |"))
    enum: type[StrEnum] = ROWS[row]
    assert re.findall(r"`(\w+)`", line) == list(enum)


def test_no_enum_is_left_out() -> None:
    enums = {thing for thing in vars(words).values() if isinstance(thing, type) and issubclass(thing, StrEnum)}
    assert enums - {StrEnum} == set(ROWS.values())


def test_each_setting_is_documented() -> None:
    documented = set(re.findall(r"^\| `CITATIONS_(\w+)` \|", INTERFACES, re.MULTILINE))
    assert documented == {name.upper() for name in Settings.model_fields}


def test_the_front_door_offers_what_is_promised() -> None:
    for name in citations.__all__:
        assert name in INTERFACES
        assert getattr(citations, name)
