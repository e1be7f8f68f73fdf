"""The fix list: what to put right, by directory or by the same wrong value, the most urgent first."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import streamlit as st
from markupsafe import Markup

from citations.findings import Fix, score, tasks
from citations.reports import csv_bytes, fixes_sheet
from citations.reports.shown import plain
from citations.reports.wording import task_says
from citations.store import Tally
from citations.ui import data, fix_change, fix_filter, fix_first, fix_row
from citations.ui.frame import View, begin
from citations.ui.html import draw
from citations.words import FixState

ROWS = 20
BY_DIRECTORY, BY_VALUE = "Directory", "Same value"


@dataclass(frozen=True)
class Group:
    """Fixes under one heading."""

    key: str
    says: Markup | str
    fixes: Sequence[Fix]

    @property
    def worth(self) -> float:
        """Points that the locations concerned gain together."""
        return sum(fix.worth for fix in self.fixes if fix.state.is_pending)


def show() -> None:
    """The page."""
    view, today = begin(), datetime.now(UTC).date()
    every = data.fix_list(view.audit, view.client)
    _head(view, every, today)
    if not every:
        return
    fix_first.show(view, every, view.link("fixes", by=BY_VALUE))
    names = data.names(view.audit, view.client)
    wanted = fix_filter.ask(every, names)
    found = [fix for fix in every if wanted.lets(fix, today)]
    grouping = _tools(found, today)
    groups = by_value(found) if grouping == BY_VALUE else by_directory(found)
    rows = [(group, fix) for group in groups for fix in group.fixes]
    pages = math.ceil(len(rows) / ROWS)
    shown = st.container()
    page = int(st.pagination(pages, key="page", bind="query-params")) if pages > 1 else 1
    with shown:
        if not rows:
            draw("nothing_left")
        last = ""
        for group, fix in rows[ROWS * (page - 1) : ROWS * page]:
            if group.key != last:
                _heading(group)
            last = group.key
            fix_row.show(view, fix, names[fix.location.id], today, name_directory=grouping != BY_DIRECTORY)


def by_directory(found: Sequence[Fix]) -> list[Group]:
    """A group for each directory, the one with the most urgent fix first."""
    groups: dict[str, list[Fix]] = {}
    for fix in found:
        groups.setdefault(fix.directory.id, []).append(fix)
    return [Group(key, plain(group[0].directory.name), group) for key, group in groups.items()]


def by_value(found: Sequence[Fix]) -> list[Group]:
    """A group for each task: the same wrong value wherever it stands, then the rest by directory or listing."""
    return [Group(f"{task.kind}-{task.first.id}", task_says(task), task.fixes) for task in tasks(found)]


def _head(view: View, every: Sequence[Fix], today: date) -> None:
    """The counts, and what the whole score gains when everything is done."""
    total = data.total(view.audit, view.client)
    tally = total.tally if total else Tally()
    lost = sum(fix.kept.lost for fix in every if fix.state.is_pending)

    def count(*states: FixState) -> int:
        return sum(fix.state in states for fix in every)

    draw(
        "fixes",
        whose=view.client or "All clients",
        score=score([tally]),
        gain=100 * lost / tally.verified if tally.verified else 0.0,
        numbers=(
            ("To do", count(FixState.OPEN, FixState.REGRESSED)),
            ("Overdue", sum(fix_filter.is_overdue(fix, today) for fix in every)),
            ("Wrong again", count(FixState.REGRESSED)),
            ("Submitted", count(FixState.SUBMITTED)),
            ("Verified", count(FixState.VERIFIED)),
            ("Put off or accepted", count(FixState.SNOOZED, FixState.ACCEPTED)),
        ),
        nothing=not every,
    )


def _tools(found: Sequence[Fix], today: date) -> str:
    """How to group (returned), the list as a file, and one change for all of it."""
    left, middle, right = st.columns([2, 1, 1], vertical_alignment="bottom")
    ways = [BY_DIRECTORY, BY_VALUE]
    grouping = left.segmented_control(
        "Group by", ways, default=BY_DIRECTORY, key="by", required=True, bind="query-params"
    )
    middle.download_button(
        "Download as CSV",
        lambda: csv_bytes(fixes_sheet(found, today)),
        file_name="fixes.csv",
        mime="text/csv",
        on_click="ignore",
        disabled=not found,
        width="stretch",
    )
    with right:
        fix_change.popover(f"Change all {len(found):,}", "all", found)
    return grouping or BY_DIRECTORY


def _heading(group: Group) -> None:
    left, right = st.columns([4, 1], vertical_alignment="bottom")
    with left:
        draw("fix_group", group=group, number=len(group.fixes))
    with right:
        if len(group.fixes) > 1:
            fix_change.popover(f"Change {len(group.fixes):,}", group.key, group.fixes)
