"""The grid of locations and directories, worst first: one page of rows, each cell a word and a colour."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from citations.findings import Score, score, worst
from citations.models import Check, Location
from citations.store import DirectoryInfo, Rollup
from citations.ui import data, signs
from citations.ui.frame import View
from citations.ui.html import draw
from citations.words import Status, Verdict

ROWS = 50


@dataclass(frozen=True)
class Cell:
    """One location in one directory; `unseen` completes the word for those who hear the page.

    `is_aside` where the directory is not for the location: a narrow page sums such cells up in one line.
    """

    directory: str
    sign: signs.Sign
    unseen: str
    says: str
    is_aside: bool = False


@dataclass(frozen=True)
class Row:
    """One location with its score and its cells, in the order of the directories."""

    name: str
    place: str
    client: str
    link: str
    score: Score
    cells: Sequence[Cell]

    @property
    def aside(self) -> list[str]:
        """The directories that are not for this location."""
        return [cell.directory for cell in self.cells if cell.is_aside]


def show(view: View, every: int) -> None:
    """The filters, the page of rows that they leave of `every` location, and the way to the next page."""
    draw("heading", text="Location by location, worst first")
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    text = left.text_input("Search", placeholder="Name, place, number", key="find", bind="query-params")
    only = right.toggle("Only with problems", key="problems", bind="query-params")
    shown = st.container()
    part, found = _searched(view, text, only=only) if text.strip() else _page_of_all(view, every, only=only)
    records = data.places(view.audit, [rollup.location for rollup in part])
    directories = sorted(view.audit.directories, key=lambda directory: (directory.tier, directory.name))
    rows = [_row(view, rollup, records[rollup.location], directories) for rollup in part]
    with shown:
        draw("grid", rows=rows, directories=directories, says=_says(len(part), found, every))


def _page_of_all(view: View, every: int, *, only: bool) -> tuple[Sequence[Rollup], int]:
    """The rows of the page and how many there are; only these rows are read."""
    found = data.count_problems(view.audit, view.client) if only else every
    return data.worst(view.audit, view.client, _page(found) - 1, ROWS, with_problem=only), found


def _searched(view: View, text: str, *, only: bool) -> tuple[Sequence[Rollup], int]:
    """The same of the locations that fit; every record is read for it."""
    records, rollups = data.locations(view.audit, view.client), worst_first(data.rollups(view.audit, view.client))
    found = [each for each in rollups if matches(records[each.location], text) and (not only or has_problem(each))]
    page = _page(len(found))
    return found[ROWS * (page - 1) : ROWS * page], len(found)


def worst_first(rollups: Sequence[Rollup]) -> list[Rollup]:
    """The lowest score first; a location where nothing could be checked stands last."""
    return sorted(rollups, key=lambda rollup: rollup.tally.turn)


def matches(location: Location, text: str) -> bool:
    """True when every word of `text` stands somewhere in the record."""
    record = f"{location.id} {location.name} {location.address} {location.phone} {location.client}".casefold()
    return all(word in record for word in text.casefold().split())


def has_problem(rollup: Rollup) -> bool:
    """True when a detail is wrong somewhere or a listing is missing."""
    missing = rollup.statuses.get(Status.NOT_LISTED, 0) + rollup.statuses.get(Status.VANISHED, 0)
    return bool(rollup.tally.wrong_fields or missing)


def _page(found: int) -> int:
    pages = math.ceil(found / ROWS)
    return int(st.pagination(pages, key="page", bind="query-params")) if pages > 1 else 1


def _row(view: View, rollup: Rollup, location: Location, directories: Sequence[DirectoryInfo]) -> Row:
    checks = {check.directory: check for check in data.checks(view.audit, location.id)}
    none = signs.no_check("not planned" if view.audit.is_finished else "not done yet")
    return Row(
        name=location.name,
        place=str(location.address),
        client="" if view.client else location.client,
        link=view.link("location", location=location.id),
        score=score([rollup.tally]),
        cells=[_cell(directory, checks.get(directory.id), none) for directory in directories],
    )


def _cell(directory: DirectoryInfo, check: Check | None, none: signs.Sign) -> Cell:
    if check is None:
        return Cell(directory.name, none, "", "")
    sign, word = signs.of_check(check), worst(check)
    usual = signs.of_word(word).word
    unseen = usual if isinstance(word, Verdict) and usual != sign.word else ""
    return Cell(directory.name, sign, unseen, check.detail or unseen, check.status is Status.NOT_APPLICABLE)


def _says(shown: int, found: int, every: int) -> str:
    if not found:
        return f"None of the {every:,} locations fits."
    part = f"{shown:,} of {found:,}" if shown < found else f"{found:,}"
    rest = "" if found == every else f", chosen from {every:,}"
    return f"{part} location{'s' if found != 1 else ''}{rest}. Choose one to see what each directory says."
