"""Assist: the queue of what a person has to look at, one click a page, and what came of the pages brought."""

import asyncio
from collections.abc import AsyncIterator

import streamlit as st

from citations.audit.assist import Desk, Inbox, Key, Outcome
from citations.settings import Settings
from citations.ui import assist_entry, assist_pages, data
from citations.ui.frame import View, begin
from citations.ui.html import draw

EVERY = "2s"  # how often the folder is looked at while the page is open


def show() -> None:
    """The page."""
    view = begin()
    desk = data.desk(view.audit, view.client)
    entries = desk.entries
    draw("assist", left=len(entries), settled=len(desk.settled), progress=desk.progress)
    if entries:
        assist_entry.show(desk, entries)
    _watch(view, _inbox(view, desk))
    assist_pages.show(view, desk, entries)


def opened() -> Key | None:
    """The entry whose page the person opened last."""
    return st.session_state.get(assist_entry.OPENED)


@st.fragment(run_every=EVERY)
def _watch(view: View, inbox: Inbox) -> None:
    """Take in what the browser saved to the folder; the page is drawn anew when something came."""
    folder = Settings().home / "inbox"
    newest = [(page, assist_pages.sign_of(page)) for page in data.arrived(view.audit, 1)]
    draw("watched", folder=str(folder.absolute()), newest=newest)
    if asyncio.run(_all(inbox.glance())):
        data.forget()
        st.rerun()


def _inbox(view: View, desk: Desk) -> Inbox:
    """The folder, with its memory of files that are still being written, before the desk as it stands now."""
    settings, key = Settings(), f"assist-inbox-{view.audit.id}-{view.client}"
    if key not in st.session_state:
        st.session_state[key] = Inbox(settings.home / "inbox", desk, settings.max_bytes, opened=opened)
    inbox: Inbox = st.session_state[key]
    inbox.desk = desk
    return inbox


async def _all(outcomes: AsyncIterator[Outcome]) -> list[Outcome]:
    return [outcome async for outcome in outcomes]
