"""One fix: a line that opens to its evidence, the values to enter, and what people decide about it."""

import re
from datetime import date

import streamlit as st

from citations.findings import Fix
from citations.findings.fixes.enter import record_text
from citations.models import FIELDS
from citations.reports.shown import marked, plain, value, web_address
from citations.reports.wording import fix_what, sentence
from citations.ui import data, fix_change, signs
from citations.ui.frame import View
from citations.ui.html import draw, label
from citations.words import FixState

_OF_THE_RECORD = (*FIELDS, "categories")
_LONGEST = 70  # of a value in the line of a fix; opened, it shows the whole
_SITE_START = re.compile(r"^(https?://)?(www\.)?", re.IGNORECASE)


def show(view: View, fix: Fix, place: str, today: date, *, name_directory: bool = True) -> None:
    """The line of a fix, with the rest when it is opened."""
    where = [place, fix.directory.name] if name_directory else [place]
    line = f"**{label(title(fix))}** · {' · '.join(label(text) for text in (*where, *_urgency(fix, today)))}"
    # Streamlit takes a line with another text for another line, so what is open is remembered here.
    opened: set[str] = st.session_state.setdefault("opened fixes", set())
    with st.expander(line, expanded=fix.id in opened, on_change="rerun", key=f"fix-{fix.id}") as box:
        (opened.add if box.open else opened.discard)(fix.id)
        if box.open:
            _opened(view, data.fix(view.audit, fix.location, fix.id) or fix, today)


def title(fix: Fix) -> str:
    """The problem in a few words: what is wrong with its value, else what is left out, or what is said or missing."""
    what = fix_what(fix).removeprefix("the ").capitalize()
    if fix.listed:
        return f"{what}: {plain(_SITE_START.sub('', fix.listed), _LONGEST)}"
    if fix.field in _OF_THE_RECORD:
        return f"{what} left out"
    return signs.of_word(fix.kept.word).word


def _urgency(fix: Fix, today: date) -> tuple[str, ...]:
    if not fix.state.is_pending:
        return (signs.of_word(fix.state).word.lower(),)
    late = "overdue since" if fix.state.is_to_do and fix.due < today else "due"
    marks = () if fix.state is FixState.OPEN else (signs.of_word(fix.state).word.lower(),)
    return (*marks, f"{fix.level} priority", f"{late} {fix.due.day} {fix.due:%b %Y}", fix.owner)


def _opened(view: View, fix: Fix, today: date) -> None:
    canonical = record_text(fix.location, fix.field) if fix.field in _OF_THE_RECORD else ""
    parts = next((problem.parts for problem in fix.problems if problem.parts), {})
    differs = value(canonical), value(fix.listed)
    if canonical and fix.listed:
        differs = marked(canonical, fix.listed, fix.field, parts)
    draw(
        "fix",
        fix=fix,
        sign=signs.of_word(fix.state),
        level=signs.of_word(fix.level),
        sentences=[sentence(problem) for problem in fix.problems],
        canonical=differs[0],
        listed=differs[1],
        says=fix.says(today),
        door=fix.door if fix.door and web_address(fix.door.url) else None,
        evidence=view.link("location", location=fix.location.id),
        checked=next((problem.check.checked_at for problem in fix.problems), None),
    )
    if fix.state.is_pending:
        _values(fix)
    fix_change.in_place(fix, today)


def _values(fix: Fix) -> None:
    """The exact values, each with a button that copies it."""
    draw("subheading", text="Enter exactly")
    for start in range(0, len(fix.enter), 2):
        for column, entry in zip(st.columns(2), fix.enter[start : start + 2], strict=False):
            with column:
                draw("quiet", text=entry.label)
                st.code(entry.value, language=None, wrap_lines=True)
