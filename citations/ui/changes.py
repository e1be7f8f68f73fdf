"""What changed since the audit before: the figures, the trend of what was seen twice, and each change, dated."""

import math

import streamlit as st

from citations.findings import Changed
from citations.reports import changes_sheet, csv_bytes
from citations.reports.change_words import change_says, change_what, now, was
from citations.ui import data, signs
from citations.ui.frame import View, begin, choose
from citations.ui.html import draw
from citations.words import ChangeKind

ROWS = 50
ALL, WORSE, BETTER = "", "worse", "better"
_GROUPS = {
    ALL: ("All changes", tuple(ChangeKind)),
    WORSE: ("To do that was not to be done", tuple(kind for kind in ChangeKind if kind.is_worse)),
    BETTER: ("Put right", tuple(kind for kind in ChangeKind if kind.is_better)),
}


def show() -> None:
    """The page."""
    view = begin()
    whole = data.changed(view.audit, view.client, rows=1)
    draw("changes_head", whose=view.client or "All clients", changed=whole, numbers=_numbers(whole))
    if not whole.counts:
        return
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    with left:
        wanted = choose("Show", [*_GROUPS, *whole.counts], "kind", _name, unsaid=ALL)
    kinds = _GROUPS[wanted][1] if wanted in _GROUPS else (ChangeKind(wanted),)
    with right:
        _download(view, kinds)
    shown = st.container()
    pages = math.ceil(sum(whole.counts.get(kind, 0) for kind in kinds) / ROWS)
    page = int(st.pagination(pages, key="page", bind="query-params")) if pages > 1 else 1
    part = data.changed(view.audit, view.client, kinds, page - 1, ROWS)
    with shown:
        draw(
            "changes",
            changed=part,
            sign=signs.of_word,
            what=change_what,
            says=change_says,
            was=was,
            now=now,
            link=lambda change: view.link("location", location=change.location_id),
        )


def _name(kind: str) -> str:
    return _GROUPS[kind][0] if kind in _GROUPS else signs.of_word(kind).word


def _numbers(whole: Changed) -> tuple[tuple[str, int], ...]:
    def count(*kinds: ChangeKind) -> int:
        return sum(whole.counts.get(kind, 0) for kind in kinds)

    return (
        ("New problems", count(ChangeKind.NEW, ChangeKind.VANISHED)),
        ("Wrong again", count(ChangeKind.REGRESSED)),
        ("Put right", count(ChangeKind.FIXED, ChangeKind.APPEARED)),
        ("Cannot be checked now", count(ChangeKind.NEWLY_BLOCKED)),
    )


def _download(view: View, kinds: tuple[ChangeKind, ...]) -> None:
    st.download_button(
        "Download as CSV",
        lambda: csv_bytes(changes_sheet(data.changed(view.audit, view.client, kinds))),
        file_name="changes.csv",
        mime="text/csv",
        on_click="ignore",
    )
