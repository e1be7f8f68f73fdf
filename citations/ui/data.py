"""What the pages read of the store, most of it kept for a minute (`answer.py`)."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic

import streamlit as st

from citations.audit import Health, HealthBook, Run
from citations.audit import runs as all_runs
from citations.audit import take_in_tracker as keep_tracker
from citations.audit.assist import Desk
from citations.catalog import Catalog, load_catalog
from citations.directory import Directory
from citations.findings import (
    Changed,
    Fix,
    LocationResult,
    Portfolio,
    Scored,
    fixes,
    location_result,
    notes_of,
    portfolio,
    remembered,
    settle,
)
from citations.findings import changed as find_changed
from citations.findings import decide as decide_fixes
from citations.findings import scored as find_scores
from citations.findings.labels import labels
from citations.locations import TrackerFile
from citations.models import Check, Location
from citations.opportunities import Opportunities
from citations.opportunities import opportunities as find_opportunities
from citations.settings import Settings
from citations.store import Arrived, AuditInfo, LeftAlone, Rollup, Spell, Total
from citations.ui.answer import SECONDS, kept, store
from citations.web import EvidenceFolder
from citations.words import ChangeKind, ScoreOf

_DESK = "desk"


def audits() -> list[AuditInfo]:
    """Every audit, the newest first. Raises StoreError when the database cannot be opened."""
    return sorted(store().audits(), key=lambda audit: audit.id, reverse=True)


@kept()
def rollups(audit: AuditInfo, client: str) -> list[Rollup]:
    """The sums of each location."""
    return store().rollups(audit.id, client or None)


@kept()
def left_alone(audit: AuditInfo, client: str) -> list[LeftAlone]:
    """The directories that the audit stopped asking in the middle."""
    return store().answers.left_alone(audit.id, client or None)


@kept()
def total(audit: AuditInfo, client: str) -> Total | None:
    """The sums of all locations; None when the client has none."""
    return next(iter(store().totals(audit.id, ScoreOf.PORTFOLIO, client or None)), None)


@kept()
def scores(audit: AuditInfo, client: str, of: ScoreOf, most: int) -> Sequence[Scored]:
    """The scores of the client's brands, or of the clients, the lowest `most` of them, and how they have moved."""
    totals = store().totals(audit.id, of, client or None, most=most)
    return find_scores(totals, of, store().standings(audit.id))


@kept(64)
def worst(audit: AuditInfo, client: str, page: int, rows: int, *, with_problem: bool) -> Sequence[Rollup]:
    """A page of so many rows, counted from 0, of the locations' sums, the lowest score first."""
    return store().worst(audit.id, client or None, most=rows, skip=page * rows, with_problem=with_problem)


@kept()
def count_problems(audit: AuditInfo, client: str) -> int:
    """How many locations have a wrong detail or a missing listing."""
    return store().count_problems(audit.id, client or None)


@kept()
def locations(audit: AuditInfo, client: str) -> Mapping[str, Location]:
    """The canonical records by location id."""
    return {location.id: location for location in store().locations(audit.id, client or None)}


@kept(64)
def places(audit: AuditInfo, ids: Sequence[str]) -> Mapping[str, Location]:
    """The canonical records of these locations, by id."""
    return {location.id: location for location in store().places(audit.id, ids)}


@kept()
def first_places(audit: AuditInfo, client: str, most: int) -> Sequence[Location]:
    """The first canonical records."""
    return store().locations(audit.id, client or None, most=most)


@kept(8, "Working out charts and causes …")
def whole(audit: AuditInfo, client: str) -> Portfolio:
    """Every check of the client, judged: costly for many thousand checks, so only for charts and causes."""
    return portfolio(store(), audit.id, client or None)


@kept(500)
def checks(audit: AuditInfo, location: str) -> list[Check]:
    """The checks of one location."""
    return store().checks(audit.id, location=location)


def result(audit: AuditInfo, location: Location) -> LocationResult:
    """One location with its checks judged."""
    noted = store().tracker.histories(audit.source, location.client)
    directories = {directory.id: directory for directory in audit.directories}
    return location_result(location, checks(audit, location.id), directories, notes_of(location, noted))


def spells(audit: AuditInfo, location: Location) -> Sequence[Spell]:
    """What each directory said of a location from when to when, as is known."""
    return store().history.spells(location.client or audit.source, location.id)


@kept()
def names(audit: AuditInfo, client: str) -> Mapping[str, str]:
    """What each location is called, by its id."""
    return labels(locations(audit, client).values())


def fix_list(audit: AuditInfo, client: str) -> tuple[Fix, ...]:
    """Everything that is or was to be put right at the locations of the audit, the most urgent first.

    It is of today, not of the day of the audit, and comes from the store's memory: no check is read.
    """
    _settle()
    return _fix_list(audit, client, datetime.now(UTC).date())


def fix(audit: AuditInfo, location: Location, wanted: str) -> Fix | None:
    """One fix with the problems that its newest check shows."""
    found = result(audit, location)
    part = Portfolio(audit, location.client, (found,), found.score)
    kept = store().fixes.of_clients([location.client or audit.source])
    of_location = {key: fix for key, fix in kept.items() if fix.location_id == location.id}
    every = fixes(part, of_location, datetime.now(UTC).date(), directories())
    return next((fix for fix in every if fix.id == wanted), None)


def changed(audit: AuditInfo, client: str, kinds: tuple[ChangeKind, ...] = (), page: int = 0, rows: int = 0) -> Changed:
    """What changed since the audit before; with `rows`, one page of the changes, counted from 0. No check is read."""
    _settle()
    return _changed(audit, client, kinds, page, rows)


@kept(8, "Looking for opportunities …")
def opportunities(audit: AuditInfo, client: str) -> Opportunities:
    """What is within reach of the client's locations, by every check of the audit."""
    return find_opportunities(whole(audit, client), directories())


def decide(ids: Sequence[str], **decided: object) -> None:
    """Keep what a person decided about these fixes."""
    decide_fixes(store(), ids, **decided)
    _fix_list.clear()
    if "accepted_at" in decided:
        forget()


def take_in_tracker(source: str, locations: Sequence[Location], tracker: TrackerFile) -> None:
    """Keep what a tracker says of the locations of a file, before that file is audited."""
    keep_tracker(store(), source, locations, tracker, directories().values())


def catalog() -> Catalog:
    """The directories at hand now, with their files."""
    return _catalog(Settings().directories)


def directories() -> Mapping[str, Directory]:
    """The directories at hand now, by id."""
    return catalog().directories


def health() -> Mapping[str, Health]:
    """What the last live check of each directory found, by id, where its file is still the one that was checked."""
    return HealthBook(Settings().home).current(directories().values())


def runs() -> list[Run]:
    """The last run of each locations file, the newest first; never from memory."""
    return all_runs(Settings().home)


def outcomes(audit: int) -> Mapping[str, int]:
    """How many checks of an audit came to each status by now."""
    total = store().totals(audit, ScoreOf.PORTFOLIO)
    return {str(status): number for each in total for status, number in each.statuses.items() if number}


def desk(audit: AuditInfo, client: str) -> Desk:
    """A desk on what a person has to look at, as it stands now.

    It is kept for the session while nothing changes: it knows every open check, which takes a moment to read.
    """
    now, said = Settings(), store().people.stamp(audit.id, audit.source)
    stamp = (now.database, audit.id, audit.done, client, said, now.directories, int(monotonic() // SECONDS))
    kept: tuple[object, Desk] | None = st.session_state.get(_DESK)
    if kept is None or kept[0] != stamp:
        kept = stamp, Desk(store(), audit, directories(), evidence(), client or None)
        st.session_state[_DESK] = kept
    return kept[1]


def arrived(audit: AuditInfo, most: int) -> Sequence[Arrived]:
    """The newest pages that people brought to the audit; never from memory."""
    return store().people.arrived(audit.id, most=most)


def forget() -> None:
    """Read anew what a person's check has changed."""
    for answer in (rollups, total, scores, worst, count_problems, whole, checks):
        answer.clear()


def evidence() -> EvidenceFolder:
    """The evidence folder of the settings in force."""
    return EvidenceFolder(Settings().evidence_folder)


def _settle() -> None:
    """Let the fixes know of every check; the first time after a large audit this takes a while."""
    if store().fixes.are_behind():
        with st.spinner("Bringing the fix list up to date …"):
            settle(store())
        for answer in (_fix_list, _changed, scores):
            answer.clear()


@kept(8, "Gathering the fixes …")
def _fix_list(audit: AuditInfo, client: str, today: date) -> tuple[Fix, ...]:
    places = {(place.client or audit.source, place.id): place for place in locations(audit, client).values()}
    verified = {rollup.location: rollup.tally.verified for rollup in rollups(audit, client)}
    infos = {info.id: info for info in audit.directories}
    known = store().fixes.of_audit(audit.id, client or None).values()
    noted = store().tracker.histories(audit.source, client or None)
    return remembered(known, places, verified, infos, today, directories(), noted)


@kept(spinner="Looking up what changed …")
def _changed(audit: AuditInfo, client: str, kinds: tuple[ChangeKind, ...], page: int, rows: int) -> Changed:
    return find_changed(store(), audit.id, client or None, kinds or None, most=rows or None, skip=page * rows)


@kept(2)
def _catalog(folders: tuple[Path, ...]) -> Catalog:
    return load_catalog(folders)
