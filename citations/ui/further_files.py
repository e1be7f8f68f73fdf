"""What the owner or the agency has already: exports of accounts and trackers, read at once."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import streamlit as st

from citations.audit.tracker import track
from citations.locations import (
    LocationsError,
    OwnerExport,
    TrackerFile,
    platform_names,
    read_owner_export,
    read_tracker,
)
from citations.models import Location
from citations.opportunities.table import counted
from citations.ui import data
from citations.ui.draft import Draft
from citations.ui.html import draw, label

KINDS = ("csv", "tsv", "txt", "xlsx")
_ANY_PLATFORM = "google"  # to see whether a file can be read at all
T = TypeVar("T")


@dataclass(frozen=True)
class Export:
    """An export of an account of `platform`, a directory's id."""

    platform: str
    file: Draft

    def keep(self, folder: Path) -> list[str]:
        """Write it into `folder`, unless it lies there as it is; returns the words of the command line.

        Files of one name lie apart, and one that is handed over again keeps its date.
        """
        place = folder / sha256(self.file.content).hexdigest()[:8] / self.file.file_name
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            part = place.with_suffix(".part")
            part.write_bytes(self.file.content)
            part.replace(place)
        return ["--owner-export", f"{self.platform}={place}"]


@dataclass(frozen=True)
class Further:
    """What can be used of the files handed over. A tracker is never kept as a file: it may hold passwords."""

    exports: tuple[Export, ...] = ()
    trackers: tuple[TrackerFile, ...] = ()


def ask(locations: Sequence[Location], country: str) -> Further:
    """Draw the two places for such files, and what is in those handed over."""
    exports = st.file_uploader(
        "Exports of your accounts at Google, Bing, Apple or Facebook: they count as listings there",
        type=KINDS,
        accept_multiple_files=True,
        key="exports",
    )
    trackers = st.file_uploader(
        "Your own tracker: its addresses are looked at first, the rest is kept as history; passwords are not read",
        type=KINDS,
        accept_multiple_files=True,
        key="trackers",
    )
    usable = [_export(Draft(file.name, file.getvalue()), country) for file in exports]
    read = [_tracker(Draft(file.name, file.getvalue()), locations, country) for file in trackers]
    return Further(tuple(filter(None, usable)), tuple(filter(None, read)))


def _export(file: Draft, country: str) -> Export | None:
    """An export, with what is in it; where its header does not tell the platform, a person does."""
    try:
        export = _read_export(file, "", country)
    except LocationsError:
        if _usable(lambda: _read_export(file, _ANY_PLATFORM, country)) is None:
            return None
        platform = _asked_platform(file)
        if not platform:
            return None
        export = _read_export(file, platform, country)
    name = data.directories()[export.platform].name
    told = [*export.refusals, *export.notes]
    draw("further", name=file.name, says=f"{counted(len(export.listings), 'listing')} at {name}", told=told)
    return Export(export.platform, file)


def _asked_platform(file: Draft) -> str:
    names = {key: directory.name for key, directory in data.directories().items() if key in platform_names()[0]}
    return (
        st.selectbox(
            f"Whose export is {label(file.name)}? Its header does not tell",
            list(names),
            format_func=names.__getitem__,
            index=None,
            key=f"platform-{file.file_name}",
        )
        or ""
    )


def _tracker(file: Draft, locations: Sequence[Location], country: str) -> TrackerFile | None:
    """A tracker, with what of it is about these locations."""
    tracker = _usable(lambda: _read_tracker(file, country))
    if tracker is None:
        return None
    found = track(tracker, locations, data.directories().values())
    notes, places = counted(len(found.placed), "note"), counted(found.locations, "location")
    says = f"{notes} of {places}, {counted(found.addresses, 'known listing')}"
    secret = [f"not read, since it holds passwords: {name}" for name in tracker.secret_columns]
    draw("further", name=file.name, says=says, told=[*secret, *tracker.refusals, *tracker.notes, *found.problems])
    return tracker


def _usable(read: Callable[[], T]) -> T | None:
    """What was read; None with the reason on the page when the file cannot be used."""
    try:
        return read()
    except LocationsError as error:
        st.error(label(str(error).rpartition("/")[2]))
        return None


@st.cache_resource(max_entries=8, show_spinner="Reading the file …")
def _read_export(file: Draft, platform: str, country: str) -> OwnerExport:
    with tempfile.TemporaryDirectory() as folder:
        return read_owner_export(_written(file, Path(folder)), platform, country=country)


@st.cache_resource(max_entries=8, show_spinner="Reading the file …")
def _read_tracker(file: Draft, country: str) -> TrackerFile:
    with tempfile.TemporaryDirectory() as folder:
        return read_tracker(_written(file, Path(folder)), country=country)


def _written(file: Draft, folder: Path) -> Path:
    place = folder / file.file_name
    place.write_bytes(file.content)
    return place
