"""What every page begins with: the style, the choice of audit and client, and what to do when there is none."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import streamlit as st
from sqlalchemy.exc import SQLAlchemyError

from citations.models import Location
from citations.reports.wording import wording
from citations.store import AuditInfo, StoreError
from citations.ui import data, run_progress
from citations.ui.html import HERE, draw, when

EVERY_CLIENT = ""
_SOME = 50  # locations tell whether they are of the practice web
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class View:
    """What is being looked at; its address is a link."""

    audit: AuditInfo
    client: str

    def link(self, page: str, **more: str) -> str:
        """The address of `page` on the same audit and client."""
        return f"{page}?{urlencode({'audit': self.audit.id, 'client': self.client} | more)}"


def dress() -> None:
    """Give the page its style."""
    st.html(HERE / "style.css")


def begin() -> View:
    """Draw the top of the page and return what is being looked at; stops the page when there is nothing."""
    dress()
    audits = known_audits()
    if not audits:
        draw("no_audit")
        st.stop()
    left, right = st.columns(2)
    with left:
        by_id = {str(audit.id): audit for audit in audits}
        audit = by_id[choose("Audit", list(by_id), "audit", lambda key: _audit_name(by_id[key]))]
    with right:
        client = choose("Client", _clients(audit), "client", lambda name: name or "All clients")
    _notes(audit, client)
    return View(audit, client)


def choose(
    label: str, options: Sequence[str], parameter: str, name: Callable[[str], str], *, unsaid: str | None = None
) -> str:
    """A choice that stands in the address, so that the view is a link; an unknown one falls to the first.

    The option `unsaid` is meant when the address says nothing, and leaves it so.
    """
    wanted = st.query_params.get(parameter)
    index = options.index(wanted) if wanted in options else 0
    picked = st.selectbox(label, options, index=index, format_func=name, key=parameter, persist_state="session")
    if wanted is not None and wanted not in options:
        st.caption(f"The link asks for another {label.lower()} that is not here.")
    if picked == unsaid:
        st.query_params.pop(parameter, None)
    elif picked != wanted:
        st.query_params[parameter] = picked
    return picked


def is_sample(locations: Iterable[Location]) -> bool:
    """True when every website of the records is on this machine: the practice web, not real businesses."""
    hosts = {_host(location.website) for location in locations if location.website}
    return bool(hosts) and hosts <= set(_LOOPBACK)


def known_audits() -> list[AuditInfo]:
    """Every audit, the newest first; stops the page with the reason when the database cannot be opened."""
    try:
        return data.audits()
    except (StoreError, SQLAlchemyError, OSError) as error:
        draw("unusable", reason=str(error))
        st.stop()


def _clients(audit: AuditInfo) -> list[str]:
    return [EVERY_CLIENT, *sorted(client for client in audit.clients if client)]


def _audit_name(audit: AuditInfo) -> str:
    state = "" if audit.is_finished else f", {audit.done} of {audit.planned} checks done"
    return f"No. {audit.id}, {when(audit.started_at)}{state}"


def _notes(audit: AuditInfo, client: str) -> None:
    running = next((run for run in data.runs() if run.is_running and run.audit == audit.id), None)
    unfinished = not audit.is_finished and running is None
    sample, left_alone = is_sample(data.first_places(audit, client, _SOME)), data.left_alone(audit, client)
    if unfinished or sample or left_alone:
        reasons = wording()["reason_short"]
        draw("notes", audit=audit, unfinished=unfinished, sample=sample, left_alone=left_alone, reasons=reasons)
    if running:
        run_progress.strip(running)


def _host(website: str) -> str:
    try:
        return urlsplit(website if "://" in website else f"//{website}").hostname or ""
    except ValueError:
        return ""
