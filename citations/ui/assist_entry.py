"""The entry at hand: where to look, what the record says, and what the person can say of it."""

import asyncio
from collections.abc import Sequence

import streamlit as st

from citations.audit import Looker, counted_visitor
from citations.audit.assist import Desk, Entry, Key, Outcome, called, doubts, paste
from citations.settings import Settings
from citations.ui import data
from citations.ui.html import draw, label
from citations.words import Said

OPENED = "assist-opened"
TOLD = "assist-told"


def show(desk: Desk, entries: Sequence[Entry]) -> None:
    """The entry that was opened while it is still to be settled, else the next; and the way to the one after it."""
    by_key = {entry.key: entry for entry in entries}
    opened = by_key.get(st.session_state.get(OPENED, ("", "")))
    following = _after(entries, opened)
    entry = opened or following
    with st.container(border=True, key="assist-entry"):
        draw("assist_entry", entry=entry, opened=opened is not None, name=called(entry.location))
        _candidates(desk, entry)
        with st.container(horizontal=True):
            _open_buttons(opened, following)
            if opened:
                st.button("Not there", key="not-there", on_click=_say, args=(desk, opened, Said.NOT_THERE))
            st.button("Skip", key="skip", on_click=_say, args=(desk, entry, Said.SKIPPED))
        _paste(desk, entry)


def _after(entries: Sequence[Entry], opened: Entry | None) -> Entry:
    """The entry after the opened one; from the beginning again at the end."""
    keys = [entry.key for entry in entries]
    place = keys.index(opened.key) + 1 if opened else 0
    return entries[place % len(entries)]


def _open_buttons(opened: Entry | None, following: Entry) -> None:
    """One click opens the next page in a new tab and moves on to it here."""
    if opened and opened.key != following.key:
        words = f"Open next: {called(following.location)} · {following.directory.name}"
        st.link_button("Open again", opened.link.url, key="open-again")
    else:
        words = f"Open {following.link.leads_to}"
    st.link_button(
        label(words),
        following.link.url,
        key="open-next",
        type="primary",
        on_click=_open,
        args=(following.key,),
    )


def _open(key: Key) -> None:
    st.session_state[OPENED] = key


def _candidates(desk: Desk, entry: Entry) -> None:
    """Listings that may be this location: the person says which is, and which is not."""
    for number, doubt in enumerate(doubts(desk, entry.key)):
        with st.container(horizontal=True, key=f"candidate-{number}"):
            draw("candidate", candidate=doubt.listing, identity=doubt.identity, sister=doubt.sister)
            about, url = f"candidate {number + 1}", doubt.listing.url
            ours, not_ours = (desk, entry, Said.OURS, url), (desk, entry, Said.NOT_OURS, url)
            st.button("This is ours", key=f"ours-{number}", on_click=_say, args=ours, help=about)
            st.button("Not ours", key=f"not-ours-{number}", on_click=_say, args=not_ours, help=about)


def _say(desk: Desk, entry: Entry, word: Said, url: str = "") -> None:
    desk.say(entry.key, word, url or entry.link.url)
    st.session_state.pop(OPENED, None)
    data.forget()


def _paste(desk: Desk, entry: Entry) -> None:
    """A pasted address or text for this entry; pages saved elsewhere are handed over below."""
    with st.form("assist-paste", clear_on_submit=True, border=False):
        text = st.text_area(
            "Or paste the listing's address, or the text of its page", key="assist-text", height=80, max_chars=200_000
        )
        if st.form_submit_button("Read it") and text.strip():
            outcome = asyncio.run(_pasted(desk, text, entry.key))
            st.session_state[TOLD] = f"{outcome.page.word}: {outcome.page.says}"
            data.forget()
            st.rerun()
    if told := st.session_state.pop(TOLD, ""):
        st.info(label(told))


async def _pasted(desk: Desk, text: str, key: Key) -> Outcome:
    settings = Settings()
    async with counted_visitor(settings) as visitor:
        return await paste(desk, text, key, Looker(visitor, settings, has_browser=False))
