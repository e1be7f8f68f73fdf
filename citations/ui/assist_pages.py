"""The pages that were brought: handed over here or saved to the folder, what came of each, and whose they are."""

import asyncio
from collections.abc import Sequence

import streamlit as st

from citations.audit.assist import Desk, Entry, Key, NotAPageError, called, take_file
from citations.audit.assist.saved import ENDINGS, ROOM_FOR_PICTURES
from citations.reports.shown import plain
from citations.settings import Settings
from citations.store import Arrived
from citations.ui import data, signs
from citations.ui.assist_entry import OPENED
from citations.ui.frame import View
from citations.ui.html import draw, label
from citations.words import Arrival, Status

NEWEST, MOST = 8, 200  # pages that are shown at once, and behind a click
UNREAD, UNFILED = "assist-unread", "assist-unfiled"
_SIGNS = {
    Arrival.CHECKED: (Status.LISTED, "checked"),
    Arrival.ASKED: (Status.AMBIGUOUS, "whose is it?"),
    Arrival.WALLED: (Status.UNVERIFIED, "a wall"),
    Arrival.ASIDE: (Status.UNVERIFIED, "put aside"),
}


def show(view: View, desk: Desk, entries: Sequence[Entry]) -> None:
    """The box for saved pages, what was brought, and the question whose a page is."""
    _upload(desk)
    brought = data.arrived(view.audit, MOST)
    signed = [(page, sign_of(page)) for page in brought]
    draw("brought", pages=signed[:NEWEST])
    if signed[NEWEST:]:
        with st.expander(f"{len(signed) - NEWEST:,} earlier"):
            draw("brought_list", pages=signed[NEWEST:])
    open_ones = [p for p in brought if p.word in (Arrival.ASKED, Arrival.ASIDE) and p.evidence]
    if open_ones and entries:
        _ask_whose(desk, open_ones, entries)


def sign_of(page: Arrived) -> signs.Sign:
    """What became of a page, as a sign."""
    return signs.of_word(*_SIGNS.get(page.word, (Status.UNVERIFIED, str(page.word))))


def _upload(desk: Desk) -> None:
    """Saved pages handed over in the view, several at once."""
    with st.form("assist-upload", clear_on_submit=True, border=False):
        files = st.file_uploader(
            "Saved pages (HTML, MHTML, web archive or PDF)",
            accept_multiple_files=True,
            type=sorted(ending.removeprefix(".") for ending in ENDINGS),
            max_upload_size=Settings().max_bytes * ROOM_FOR_PICTURES // 1_000_000,
            key="assist-files",
        )
        if st.form_submit_button("Read them") and files:
            st.session_state[UNREAD] = [told for file in files if (told := _read(desk, file.name, file.read()))]
            data.forget()
            st.rerun()
    for told in st.session_state.pop(UNREAD, []):
        st.warning(label(told))


def _read(desk: Desk, name: str, content: bytes) -> str:
    """Take in one file; returns why it could not be read, blank when it could."""
    try:
        taking = take_file(desk, content, name, Settings().max_bytes, opened=st.session_state.get(OPENED))
        outcome = asyncio.run(taking)
    except NotAPageError as error:
        return f"{name}: {error}"
    return f"{name}: {outcome.page.says}" if outcome and outcome.page.word is Arrival.AGAIN else ""


def _ask_whose(desk: Desk, pages: Sequence[Arrived], entries: Sequence[Entry]) -> None:
    """A page that says too little about whose it is: the person says it, among the entries of its directory."""
    by_directory: dict[str, list[Entry]] = {}
    for entry in entries:
        by_directory.setdefault(entry.directory.id, []).append(entry)
    pages = [page for page in pages if not page.url or _directory(desk, page) in by_directory]
    if not pages:
        return
    # A page that has just been put aside is the one that is offered: with it, the box is another one.
    page = st.selectbox("A page that was put aside", pages, format_func=_page_name, key=f"assist-{pages[0].digest}")
    where = _directory(desk, page) or _where(desk, page, list(by_directory))
    here = {entry.key: called(entry.location) for entry in by_directory[where]}
    key: Key = st.selectbox(
        "It is the listing of",
        list(here),
        format_func=lambda key: plain(here[key]),
        key=f"assist-whose-{page.digest}-{where}",
    )
    st.button("File it there", key="file-there", on_click=_assign, args=(desk, page, key))
    if told := st.session_state.pop(UNFILED, ""):
        st.warning(label(told))


def _directory(desk: Desk, page: Arrived) -> str:
    """The id of the directory that the page is from; blank when it does not say so."""
    directory = desk.directory_at(page.url) if page.url else None
    return directory.id if directory else ""


def _where(desk: Desk, page: Arrived, ids: Sequence[str]) -> str:
    """The directory of a page that does not say where it is from, as the person says it."""
    return st.selectbox(
        "It is from", ids, format_func=lambda it: plain(desk.directories[it].name), key=f"assist-where-{page.digest}"
    )


def _assign(desk: Desk, page: Arrived, key: Key) -> None:
    try:
        outcome = asyncio.run(desk.assign(page.digest, key))
    except KeyError:
        st.session_state[UNFILED] = "That page is not in the evidence folder any more."
        return
    if not outcome.checks:
        st.session_state[UNFILED] = f"{page.name}: {outcome.page.says}"
    data.forget()


def _page_name(page: Arrived) -> str:
    return plain(f"{page.name}: {page.says}")
