"""Which fixes are shown: the choices above the list, which stand in the address."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import streamlit as st

from citations.findings import Fix, notice_lists
from citations.reports.shown import plain
from citations.ui import signs
from citations.ui.frame import choose
from citations.words import FixOwner, FixState

TO_DO, OVERDUE, EVERYTHING = "to_do", "overdue", "everything"
STATES = (TO_DO, OVERDUE, *(str(s) for s in FixState if s is not FixState.OPEN), EVERYTHING)
_NAMES = {TO_DO: "To do", OVERDUE: "Overdue", EVERYTHING: "Everything"}
LEVELS = ("", "high", "medium", "low")


@dataclass(frozen=True)
class Filter:
    """The choices; blank lets everything through."""

    state: str = EVERYTHING
    directory: str = ""
    location: str = ""
    level: str = ""
    owner: str = ""
    text: str = ""
    notice: str = ""

    def lets(self, fix: Fix, today: date) -> bool:
        """True for a fix that is to be shown."""
        pairs = (
            (self.directory, fix.directory.id),
            (self.location, fix.location.id),
            (self.level, fix.level),
            (self.owner, fix.owner),
            (self.notice, fix.notice.id if fix.notice else ""),
        )
        return (
            is_in(fix, self.state, today)
            and all(wanted in ("", given) for wanted, given in pairs)
            and has_words(fix, self.text)
        )


def ask(every: Sequence[Fix], names: Mapping[str, str]) -> Filter:
    """Draw the choices; `names` are the locations by id."""
    sites = {fix.directory.id: fix.directory.name for fix in every}
    places = {fix.location.id: names[fix.location.id] for fix in every}
    lists = notice_lists()
    columns = (*st.columns(3), *st.columns(4))
    with columns[0]:
        state = choose("State", STATES, "state", lambda key: _NAMES.get(key) or signs.of_word(key).word, unsaid=TO_DO)
    with columns[1]:
        directory = choose("Directory", _sorted(sites), "directory", _name(sites), unsaid="")
    with columns[2]:
        location = choose("Location", _sorted(places), "at", _name(places), unsaid="")
    with columns[3]:
        level = choose("Priority", LEVELS, "priority", lambda key: key.capitalize() or "Any", unsaid="")
    with columns[4]:
        owner = choose("Owner", ("", *FixOwner), "owner", lambda key: key.capitalize() or "Anybody", unsaid="")
    with columns[5]:
        notice = choose(
            "List", ("", *lists), "list", lambda key: lists[key].title if key else "All corrections", unsaid=""
        )
    hint = "Name, place, wrong value, note"
    text = columns[6].text_input("Search", placeholder=hint, key="find", bind="query-params")
    return Filter(state, directory, location, level, owner, text or "", notice)


def is_in(fix: Fix, state: str, today: date) -> bool:
    """True when the fix is in this state, or in one of those that the choice stands for."""
    if state == OVERDUE:
        return is_overdue(fix, today)
    return state == EVERYTHING or (state == TO_DO and fix.state.is_to_do) or fix.state == state


def is_overdue(fix: Fix, today: date) -> bool:
    """True when it should have been done by now."""
    return fix.state.is_to_do and fix.due < today


def has_words(fix: Fix, text: str) -> bool:
    """True when every word of `text` stands somewhere in the fix or its location."""
    place, kept = fix.location, fix.kept
    said = f"{place.id} {place.name} {place.address} {place.client} {kept.listed} {kept.note} {kept.url}".casefold()
    return all(word in said for word in text.casefold().split())


def _sorted(names: Mapping[str, str]) -> list[str]:
    return ["", *sorted(names, key=lambda key: names[key].casefold())]


def _name(names: Mapping[str, str]) -> Callable[[str], str]:
    return lambda key: plain(names[key]) if key else "All"
