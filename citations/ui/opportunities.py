"""Opportunities: where a client could be listed or better linked, the best first, with reasons and values."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from citations.opportunities import Opportunities, Opportunity
from citations.reports import csv_bytes, opportunities_sheet
from citations.ui import data, signs
from citations.ui.frame import View, begin, choose
from citations.ui.html import draw
from citations.words import OpportunityKind

ROWS = 20
MOST_PLACES = 50
REACH, LEFT_ALONE = "", "left_alone"
_NAMES = {
    REACH: "Within reach",
    OpportunityKind.COMPETITORS_LISTED: "Competitors are there",
    OpportunityKind.NOT_LISTED: "Not listed yet",
    OpportunityKind.LINK: "Links to the website",
    OpportunityKind.NOT_CHECKED: "Not checked",
    LEFT_ALONE: "Left alone",
}


@dataclass(frozen=True)
class Wanted:
    """What is to be shown: a kind, and words that stand in the directory, the locations or the competitors."""

    kind: str
    text: str = ""

    def lets(self, each: Opportunity) -> bool:
        """True for an opportunity that is to be shown."""
        return self.kind in (REACH, each.kind) and has_words(each, self.text)


def show() -> None:
    """The page."""
    view = begin()
    found = data.opportunities(view.audit, view.client)
    _head(view, found)
    wanted = _ask(found)
    if wanted.kind == LEFT_ALONE:
        draw("left_alone", skipped=found.skipped)
        return
    among = found.not_checked if wanted.kind == OpportunityKind.NOT_CHECKED else found.found
    chosen = [each for each in among if wanted.lets(each)]
    _download(chosen, found)
    pages = math.ceil(len(chosen) / ROWS)
    shown = st.container()
    page = int(st.pagination(pages, key="page", bind="query-params")) if pages > 1 else 1
    names = data.names(view.audit, view.client)
    with shown:
        draw(
            "opportunities",
            chosen=chosen[ROWS * (page - 1) : ROWS * page],
            kind=wanted.kind,
            names=names,
            most=MOST_PLACES,
            sign=signs.of_word,
            link=lambda location: view.link("location", location=location.id),
            says=_NAMES[wanted.kind],
        )


def has_words(each: Opportunity, text: str) -> bool:
    """True when every word of `text` stands somewhere in the opportunity or its places."""
    places = (f"{at.location.name} {at.location.address} {at.location.client} {at.says}" for at in each.places)
    told = " ".join((each.directory.name, each.todo, *places)).casefold()
    return all(word in told for word in text.casefold().split())


def _head(view: View, found: Opportunities) -> None:
    def count(kind: OpportunityKind) -> int:
        return sum(each.kind is kind for each in found.found)

    draw(
        "opportunities_head",
        whose=view.client or "All clients",
        numbers=(
            ("Competitors are there", count(OpportunityKind.COMPETITORS_LISTED)),
            ("Not listed yet", count(OpportunityKind.NOT_LISTED)),
            ("Links to the website", count(OpportunityKind.LINK)),
            ("Not checked", len(found.not_checked)),
        ),
    )


def _ask(found: Opportunities) -> Wanted:
    kinds = [REACH, *OpportunityKind, *([LEFT_ALONE] if found.skipped else [])]
    left, right = st.columns([1, 2], vertical_alignment="bottom")
    with left:
        kind = choose("Show", kinds, "kind", lambda key: _NAMES[key], unsaid=REACH)
    hint = "Directory, location, competitor"
    return Wanted(kind, right.text_input("Search", placeholder=hint, key="find", bind="query-params") or "")


def _download(chosen: Sequence[Opportunity], found: Opportunities) -> None:
    """What is shown, as a file; with everything within reach, also what was not checked or left alone."""
    is_all = len(chosen) == len(found.found) and list(chosen) == list(found.found)
    part = found if is_all else replace(found, found=tuple(chosen), not_checked=(), skipped=())
    st.download_button(
        "Download as CSV",
        lambda: csv_bytes(opportunities_sheet(part)),
        file_name="opportunities.csv",
        mime="text/csv",
        on_click="ignore",
        disabled=not chosen,
    )
