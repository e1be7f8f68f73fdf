"""New audit: a file in, its refused rows mended, directories chosen, a process of its own started and watched."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from citations.audit import duration
from citations.audit.running import is_held, run_folder
from citations.audit.unused_listings import unused_listings
from citations.audit.worker import WorkerError, start
from citations.directory import Directory
from citations.locations import LocationsError, LocationsFile
from citations.locations.countries import names
from citations.settings import Settings
from citations.ui import data, directory_choice, draft, further_files, refused, run_progress
from citations.ui.frame import dress, known_audits
from citations.ui.html import draw, label
from citations.words import Access

EARLIER = 5
KINDS = ("csv", "tsv", "txt", "json", "xlsx")
_VISITS = 2  # pages that a check takes, as a rule


def show() -> None:
    """The page."""
    dress()
    draw("new_audit")
    _running()
    draw("heading", text="1. Your locations")
    draft.take(st.file_uploader("Locations file: CSV, JSON or XLSX, one location per row", type=KINDS, key="upload"))
    made = draft.current()
    if made is None:
        draw(
            "quiet",
            text="The columns may have the names that your export gives them; docs/locations-files.md lists them.",
        )
    else:
        country = _country()
        try:
            read = made.read(country)
        except LocationsError as error:
            st.error(label(str(error).split(": ", 1)[-1]))
        else:
            _locations(made, read, country)
            if read.locations:
                _audit(made, read, country)
    _earlier()


def _running() -> None:
    """The audits that run now, each with its progress."""
    found = [run for run in data.runs() if run.is_running]
    if found:
        draw("heading", text="Running now")
    for run in found:
        run_progress.show(run)


def _earlier() -> None:
    """The runs that have ended; those that did not finish can be continued."""
    found = [run for run in data.runs() if not run.is_running][:EARLIER]
    if found:
        draw("heading", text="Earlier runs")
    for run in found:
        run_progress.show(run)


def _country() -> str:
    known = names()
    codes = sorted(known, key=lambda code: (code != "US", known[code]))
    return str(
        st.selectbox("Country of rows that do not name one", codes, format_func=known.__getitem__, key="country")
    )


def _locations(made: draft.Draft, read: LocationsFile, country: str) -> None:
    """What of the file can be used, and what cannot yet."""
    notes = [*read.notes, *unused_listings(read.locations, data.directories().values())]
    draw("accepted", number=len(read.locations), notes=notes, ignored=read.ignored_columns)
    if read.locations:
        with st.expander("Show them"):
            rows = [
                {
                    "Id": place.id,
                    "Name": place.name,
                    "Address": str(place.address),
                    "Phone": place.phone,
                    "Website": place.website,
                    "Client": place.client,
                }
                for place in read.locations
            ]
            st.dataframe(rows, hide_index=True, alt="The accepted locations")
    refused.show(made, read, country)
    st.download_button(
        "Download the file as it stands now", made.content, file_name=made.file_name, on_click="ignore", key="mended"
    )


def _audit(made: draft.Draft, read: LocationsFile, country: str) -> None:
    """Further files, the choice of directories, and the start."""
    with st.expander("Exports of accounts, or a tracker of your own"):
        further = further_files.ask(read.locations, country)
    draw("heading", text="2. Directories")
    chosen = directory_choice.ask(read.locations)
    draw("heading", text="3. Start")
    name = st.text_input(
        "Name of this file",
        value=made.name,
        key="name",
        help="An audit of a file with the same name takes up its history; give another client's file another name.",
    )
    if name and name != made.name:
        draft.rename(name)
        st.rerun()
    home = Settings().home
    is_running = is_held(run_folder(home, str(made.path(home).resolve())))
    fresh = _asks_fresh(str(made.path(home).resolve()))
    draw("quiet", text=estimate(len(read.locations), chosen))
    if is_running:
        st.info("This file is being audited now: see its progress above.")
    ready = bool(chosen) and not is_running
    if st.button("Start the audit", type="primary", disabled=not ready, key="start"):
        words = ["--directories", ",".join(directory.id for directory in chosen), "--country", country]
        file = made.keep()
        for export in further.exports:
            words += export.keep(file.with_suffix(""))
        for tracker in further.trackers:
            data.take_in_tracker(str(file.resolve()), read.locations, tracker)
        _start(file, [*words, *(["--fresh"] if fresh else [])])


def _asks_fresh(source: str) -> bool:
    """True when an unfinished audit of the file is there and a person wants to start over."""
    known = next((audit for audit in known_audits() if audit.source == source), None)
    if known is None or known.is_finished:
        return False
    return st.checkbox(
        f"Start over: audit {known.id} of this file is not finished ({known.done} of {known.planned} checks)"
    )


def _start(file: Path, words: Sequence[str]) -> None:
    try:
        with st.spinner("Starting …"):
            start(Settings().home, file, words)
    except (WorkerError, OSError) as error:
        st.error(label(str(error)))
        return
    st.rerun()


def estimate(locations: int, directories: Sequence[Directory]) -> str:
    """How much there is to do, and about how long it takes at the pace that is kept."""
    checks = locations * len(directories)
    pace = Settings().pace
    visited = [d for d in directories if d.access != Access.ASSISTED and "*" not in d.domains]
    slowest = max((directory.pace if directory.pace is not None else pace for directory in visited), default=0.0)
    seconds = locations * slowest * _VISITS
    long = f"; about {duration(seconds)} at the pace that each site is asked" if seconds else ""
    return f"{_count(checks, 'check')}: {_count(locations, 'location')} in {_directories(len(directories))}{long}."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _directories(number: int) -> str:
    return f"{number:,} director{'y' if number == 1 else 'ies'}"
