"""Rows that cannot be used yet: why, and their cells to be mended in place."""

from collections.abc import Sequence

import streamlit as st

from citations.locations import LocationsFile, RefusedRow
from citations.ui import draft
from citations.ui.html import draw

WHERE = "Row"
MOST = 500  # rows that are mended at a time


def show(made: draft.Draft, read: LocationsFile, country: str) -> None:
    """The refusals of the draft and an editor for their rows."""
    rows = made.refused(country)
    if not rows:
        return
    draw("refusals", refusals=read.refusals[:MOST], rows=len(rows), more=max(0, len(read.refusals) - MOST))
    version = f"{hash(made.content)}"
    columns = list(dict.fromkeys(name for row in rows for name in row.cells))
    table = [_table_row(row, columns) for row in rows[:MOST]]
    edited = st.data_editor(
        table,
        disabled=[WHERE],
        hide_index=True,
        key=f"refused-{version}",
        alt="The refused rows: choose a cell and type the right value",
        column_config={name: st.column_config.TextColumn(name) for name in columns},
    )
    changes = changed(rows[:MOST], edited)
    if st.button("Read these rows again", type="primary", disabled=not changes, key="mend"):
        draft.mend(changes)
        st.rerun()
    says = "Change cells above, then read again. Rows that stay refused are left out; the others go on."
    draw("quiet", text=f"{says} A mended workbook becomes CSV." if made.kind == ".xlsx" else says)


def _table_row(row: RefusedRow, columns: Sequence[str]) -> dict[str, object]:
    return {WHERE: row.where, **{name: row.cells.get(name, "") for name in columns}}


def changed(rows: tuple[RefusedRow, ...], edited: list[dict[str, object]]) -> dict[int, dict[str, str]]:
    """What a person changed: number of the row -> heading -> new text."""
    changes = {}
    for row, now in zip(rows, edited, strict=True):
        cells = {name: str(value or "") for name, value in now.items() if name != WHERE}
        new = {name: text for name, text in cells.items() if text != row.cells.get(name, "")}
        if new:
            changes[row.number] = new
    return changes
