"""The locations file that is being prepared: uploaded, mended, and kept when its audit begins."""

import tempfile
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from citations.directory import slug
from citations.locations import LocationsFile, RefusedRow, is_workbook, mended, read_locations, refused_rows
from citations.settings import Settings

_LONGEST = 60


@dataclass(frozen=True)
class Draft:
    """A file as it stands now; `name` is what its owner calls it, `uploaded` tells which upload it came from."""

    name: str
    content: bytes
    uploaded: str = ""

    @property
    def kind(self) -> str:
        """The ending that its content asks for, whatever its name says."""
        if is_workbook(self.content):
            return ".xlsx"
        return ".json" if self.content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{") else ".csv"

    @property
    def file_name(self) -> str:
        """A name that is safe on every system and cannot leave its folder."""
        return f"{self._stem}{self.kind}"

    @property
    def _stem(self) -> str:
        stem = self.name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0]
        return slug(stem)[:_LONGEST].strip("-") or (
            f"locations-{sha256(self.name.encode('utf-8', 'replace')).hexdigest()[:8]}"
        )

    def path(self, home: Path) -> Path:
        """Where it is kept for its audit. A workbook is kept as CSV, mended or not, so that its history goes on."""
        return home / "uploads" / f"{self._stem}{'.csv' if self.kind == '.xlsx' else self.kind}"

    def read(self, country: str) -> LocationsFile:
        """Its locations and refusals. Raises LocationsError."""
        return _read(self.file_name, self.content, country)

    def refused(self, country: str) -> tuple[RefusedRow, ...]:
        """Its rows that are refused, with all their cells."""
        return _refused(self.file_name, self.content, country)

    def keep(self) -> Path:
        """Write it to its place, whole or not at all."""
        place = self.path(Settings().home)
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_suffix(".part")
        part.write_bytes(mended(self.content, {}) if is_workbook(self.content) else self.content)
        part.replace(place)
        return place


def current() -> Draft | None:
    """The draft of this session."""
    found = st.session_state.get("draft")
    return found if isinstance(found, Draft) else None


def take(upload: UploadedFile | None) -> None:
    """Make a new upload the draft; the same one again changes nothing."""
    if upload is None:
        return
    known = current()
    if known is None or known.uploaded != upload.file_id:
        st.session_state["draft"] = Draft(upload.name, upload.getvalue(), upload.file_id)


def rename(name: str) -> None:
    """Call the draft otherwise."""
    _change(name=name)


def mend(changes: dict[int, dict[str, str]]) -> None:
    """Write the changes of refused rows into the draft."""
    draft = current()
    if draft and changes:
        _change(content=mended(draft.content, changes))


def _change(**what: object) -> None:
    draft = current()
    if draft:
        st.session_state["draft"] = replace(draft, **what)  # type: ignore[arg-type]


@st.cache_resource(max_entries=8, show_spinner="Reading the file …")
def _read(name: str, content: bytes, country: str) -> LocationsFile:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(content)
        return read_locations(file, country=country)


@st.cache_resource(max_entries=8, show_spinner=False)
def _refused(name: str, content: bytes, country: str) -> tuple[RefusedRow, ...]:
    return refused_rows(content, _read(name, content, country))
