"""What one directory says of a location, field by field, with the evidence for it."""

import gzip
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import Markup

from citations.directory import slug
from citations.models import Check, Comparison, FieldResult, TrackerNote
from citations.reports.shown import marked, value
from citations.reports.wording import why_not_checked, wording
from citations.store import DirectoryInfo
from citations.ui import data, noted, signs
from citations.ui.html import draw, label
from citations.words import Status, Verdict

Refuse = Callable[[], None]
_UNMARKED = (Verdict.SAME, Verdict.NOT_COMPARED, Verdict.ABSENT, Verdict.UNREADABLE)


@dataclass(frozen=True)
class Line:
    """One field: what the record says, what the listing says with the difference marked, and the verdict.

    `calm` when the difference does no harm.
    """

    field: str
    canonical: Markup
    listed: Markup
    sign: signs.Sign
    reason: str
    parts: list["Line"]
    calm: bool


def show(
    directory: DirectoryInfo, check: Check, notes: Sequence[TrackerNote] = (), refuse: Refuse | None = None
) -> None:
    """The section of one directory; `notes` are what the agency's tracker says of it.

    `refuse` is called when a person says that the listing is not this location's.
    """
    fields, findings = (_shown(check.comparison), check.comparison.findings) if check.comparison else ({}, ())
    with st.container(border=True, key=f"directory-{directory.id}"):
        draw(
            "listing",
            directory=directory,
            importance=wording()["importance"][str(directory.tier)],
            check=check,
            sign=signs.of_status(check),
            how=wording()["how"].get(check.how, ""),
            why=why_not_checked(check),
            lines=lines(fields),
            noted=noted.lines(notes),
            beside=noted.beside_check(notes, check),
            findings=[(signs.of_word(finding.kind), finding.reason) for finding in findings],
        )
        keys = dict.fromkeys((check.evidence, *(finding.evidence for finding in findings)))
        if kept := tuple(filter(None, keys)):
            _evidence(directory, check, kept)
        if refuse and check.status is Status.LISTED and check.url:
            with st.popover("Not ours?", key=f"refuse-{directory.id}"):
                draw("quiet", text="The next audit looks past this listing. You can say otherwise in Assist.")
                about = f"the listing in {directory.name}"
                st.button("It is another business", key=f"not-ours-{directory.id}", on_click=refuse, help=about)


def _shown(comparison: Comparison) -> Mapping[str, FieldResult]:
    """The results to show: the categories only where the listing was seen to have some."""
    return comparison.results if comparison.categories.listed else comparison.fields


def lines(fields: Mapping[str, FieldResult]) -> list[Line]:
    """The fields (or the parts of an address) that anything can be said of."""
    return [_line(name, result) for name, result in fields.items() if result.listed or result.canonical]


def _line(name: str, result: FieldResult) -> Line:
    canonical, listed = marked(result.canonical, result.listed, name, result.parts)
    if result.verdict in _UNMARKED:
        canonical, listed = value(result.canonical), value(result.listed)
    return Line(
        name,
        canonical if result.canonical else Markup(),
        listed if result.listed else Markup(),
        signs.of_word(result.verdict),
        result.reason,
        lines(result.parts),
        calm=result.verdict.is_right,
    )


def _evidence(directory: DirectoryInfo, check: Check, keys: Sequence[str]) -> None:
    """The screenshot and the captured pages, read from disk only when they are asked for."""
    title = f"Screenshot and captured page, {label(directory.name)}"
    with st.expander(title, on_change="rerun", key=f"evidence-{directory.id}") as box:
        for number, key in enumerate(keys if box.open else ()):
            _opened(directory, check, key, number)


def _opened(directory: DirectoryInfo, check: Check, key: str, number: int) -> None:
    """One captured page; the first is the listing itself, the others are those that a finding rests on."""
    folder = data.evidence()
    try:
        facts, picture = folder.facts(key), folder.screenshot(key)
    except KeyError:
        st.caption("The captured page is not in the evidence folder any more.")
        return
    if picture:
        st.image(picture, alt=f"Screenshot of the page at {directory.name}", width="stretch")
    elif number == 0:
        st.caption("No screenshot was taken: that is done for listings with a wrong detail.")
    draw("captured", facts=facts)
    name = f"-{number + 1}" if number else ""
    st.download_button(
        "Download the page as it was captured",
        lambda: gzip.compress(folder.html(key)),
        file_name=f"{slug(check.location)}-{directory.id}{name}.html.gz",
        mime="application/gzip",
        key=f"page-{directory.id}{name}",
        on_click="ignore",
    )
