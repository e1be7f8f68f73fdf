"""What the pages read: the store, opened once, and cached answers of it.

An answer is kept under the audit's count of finished checks, so that a running audit shows its
progress, and for a minute at most. Everything cached is immutable; sessions share it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
from citations.store import Arrived, AuditInfo, LeftAlone, Rollup, Spell, Store, Total
from citations.web import EvidenceFolder
from citations.words import ChangeKind, ScoreOf

SECONDS = 60
_DESK = "desk"


@dataclass(frozen=True)
class Key:
    """What an answer depends on."""

    database: str
    audit: int
    done: int
    client: str = ""
    location: str = ""


def audits() -> list[AuditInfo]:
    """Every audit, the newest first. Raises StoreError when the database cannot be opened."""
    return sorted(_store(Settings().database).audits(), key=lambda audit: audit.id, reverse=True)


def rollups(audit: AuditInfo, client: str) -> list[Rollup]:
    """The sums of each location."""
    return _rollups(_key(audit, client=client))


def left_alone(audit: AuditInfo, client: str) -> list[LeftAlone]:
    """The directories that the audit stopped asking in the middle."""
    return _left_alone(_key(audit, client=client))


def total(audit: AuditInfo, client: str) -> Total | None:
    """The sums of all locations; None when the client has none."""
    return _total(_key(audit, client=client))


def scores(audit: AuditInfo, client: str, of: ScoreOf, most: int) -> Sequence[Scored]:
    """The scores of the client's brands, or of the clients, the lowest `most` of them, and how they have moved."""
    return _scores(_key(audit, client=client), of, most)


def worst(audit: AuditInfo, client: str, page: int, rows: int, *, with_problem: bool) -> Sequence[Rollup]:
    """A page of so many rows, counted from 0, of the locations' sums, the lowest score first."""
    return _worst(_key(audit, client=client), page, rows, with_problem)


def count_problems(audit: AuditInfo, client: str) -> int:
    """How many locations have a wrong detail or a missing listing."""
    return _count_problems(_key(audit, client=client))


def locations(audit: AuditInfo, client: str) -> Mapping[str, Location]:
    """The canonical records by location id."""
    return _locations(_key(audit, client=client))


def places(audit: AuditInfo, ids: Sequence[str]) -> Mapping[str, Location]:
    """The canonical records of these locations, by id."""
    return _places(_key(audit), tuple(ids))


def first_places(audit: AuditInfo, client: str, most: int) -> Sequence[Location]:
    """The first canonical records."""
    return _first_places(_key(audit, client=client), most)


def whole(audit: AuditInfo, client: str) -> Portfolio:
    """Every check of the client, judged: costly for many thousand checks, so only for charts and causes."""
    return _whole(_key(audit, client=client))


def checks(audit: AuditInfo, location: str) -> list[Check]:
    """The checks of one location."""
    return _checks(_key(audit, location=location))


def result(audit: AuditInfo, location: Location) -> LocationResult:
    """One location with its checks judged."""
    noted = _store(Settings().database).tracker.histories(audit.source, location.client)
    directories = {directory.id: directory for directory in audit.directories}
    return location_result(location, checks(audit, location.id), directories, notes_of(location, noted))


def spells(audit: AuditInfo, location: Location) -> Sequence[Spell]:
    """What each directory said of a location from when to when, as is known."""
    return _store(Settings().database).history.spells(location.client or audit.source, location.id)


def names(audit: AuditInfo, client: str) -> Mapping[str, str]:
    """What each location is called, by its id."""
    return _names(_key(audit, client=client))


def fix_list(audit: AuditInfo, client: str) -> tuple[Fix, ...]:
    """Everything that is or was to be put right at the locations of the audit, the most urgent first.

    It is of today, not of the day of the audit, and comes from the store's memory: no check is read.
    """
    _settle()
    return _fix_list(_key(audit, client=client), datetime.now(UTC).date())


def fix(audit: AuditInfo, location: Location, wanted: str) -> Fix | None:
    """One fix with the problems that its newest check shows."""
    found = result(audit, location)
    part = Portfolio(audit, location.client, (found,), found.score)
    kept = _store(Settings().database).fixes_of([location.client or audit.source])
    of_location = {key: fix for key, fix in kept.items() if fix.location_id == location.id}
    every = fixes(part, of_location, datetime.now(UTC).date(), directories())
    return next((fix for fix in every if fix.id == wanted), None)


def changed(audit: AuditInfo, client: str, kinds: tuple[ChangeKind, ...] = (), page: int = 0, rows: int = 0) -> Changed:
    """What changed since the audit before; with `rows`, one page of the changes, counted from 0. No check is read."""
    _settle()
    return _changed(_key(audit, client=client), kinds, page, rows)


def opportunities(audit: AuditInfo, client: str) -> Opportunities:
    """What is within reach of the client's locations, by every check of the audit."""
    return _opportunities(_key(audit, client=client))


def decide(ids: Sequence[str], **decided: object) -> None:
    """Keep what a person decided about these fixes."""
    decide_fixes(_store(Settings().database), ids, **decided)
    _fix_list.clear()
    if "accepted_at" in decided:
        forget()


def take_in_tracker(source: str, locations: Sequence[Location], tracker: TrackerFile) -> None:
    """Keep what a tracker says of the locations of a file, before that file is audited."""
    keep_tracker(_store(Settings().database), source, locations, tracker, directories().values())


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
    total = _store(Settings().database).totals(audit, ScoreOf.PORTFOLIO)
    return {str(status): number for each in total for status, number in each.statuses.items() if number}


def desk(audit: AuditInfo, client: str) -> Desk:
    """A desk on what a person has to look at, as it stands now.

    It is kept for the session while nothing changes: it knows every open check, which takes a moment to read.
    """
    now, store = Settings(), _store(Settings().database)
    said = store.people.stamp(audit.id, audit.source)
    stamp = (_key(audit, client=client), said, now.directories, int(monotonic() // SECONDS))
    kept: tuple[object, Desk] | None = st.session_state.get(_DESK)
    if kept is None or kept[0] != stamp:
        kept = stamp, Desk(store, audit, directories(), evidence(), client or None)
        st.session_state[_DESK] = kept
    return kept[1]


def arrived(audit: AuditInfo, most: int) -> Sequence[Arrived]:
    """The newest pages that people brought to the audit; never from memory."""
    return _store(Settings().database).people.arrived(audit.id, most=most)


def forget() -> None:
    """Read anew what a person's check has changed."""
    for answer in (_rollups, _total, _scores, _worst, _count_problems, _whole, _checks):
        answer.clear()


def evidence() -> EvidenceFolder:
    """The evidence folder of the settings in force."""
    return EvidenceFolder(Settings().evidence_folder)


def _key(audit: AuditInfo, client: str = "", location: str = "") -> Key:
    return Key(Settings().database, audit.id, audit.done, client, location)


@st.cache_resource(show_spinner=False)
def _store(database: str) -> Store:
    return Store(database)


def _settle() -> None:
    """Let the fixes know of every check; the first time after a large audit this takes a while."""
    store = _store(Settings().database)
    if store.has_unsettled():
        with st.spinner("Bringing the fix list up to date …"):
            settle(store)
        _fix_list.clear()
        _changed.clear()
        _scores.clear()


@st.cache_resource(ttl=SECONDS, max_entries=16, show_spinner=False)
def _names(key: Key) -> Mapping[str, str]:
    return labels(_locations(key).values())


@st.cache_resource(ttl=SECONDS, max_entries=8, show_spinner="Gathering the fixes …")
def _fix_list(key: Key, today: date) -> tuple[Fix, ...]:
    store = _store(key.database)
    audit, client = store.audit(key.audit), key.client or None
    places = {(place.client or audit.source, place.id): place for place in _locations(key).values()}
    verified = {rollup.location: rollup.tally.verified for rollup in _rollups(key)}
    infos = {info.id: info for info in audit.directories}
    kept, noted = store.kept_fixes(key.audit, client).values(), store.tracker.histories(audit.source, client)
    return remembered(kept, places, verified, infos, today, directories(), noted)


@st.cache_resource(ttl=SECONDS, max_entries=16, show_spinner="Looking up what changed …")
def _changed(key: Key, kinds: tuple[ChangeKind, ...], page: int, rows: int) -> Changed:
    store, client, most = _store(key.database), key.client or None, rows or None
    return find_changed(store, key.audit, client, kinds or None, most=most, skip=page * rows)


@st.cache_resource(ttl=SECONDS, max_entries=2, show_spinner=False)
def _catalog(folders: tuple[Path, ...]) -> Catalog:
    return load_catalog(folders)


@st.cache_resource(ttl=SECONDS, max_entries=16, show_spinner=False)
def _rollups(key: Key) -> list[Rollup]:
    return _store(key.database).rollups(key.audit, key.client or None)


@st.cache_resource(ttl=SECONDS, max_entries=16, show_spinner=False)
def _left_alone(key: Key) -> list[LeftAlone]:
    return _store(key.database).left_alone(key.audit, key.client or None)


@st.cache_resource(ttl=SECONDS, max_entries=16, show_spinner=False)
def _total(key: Key) -> Total | None:
    return next(iter(_store(key.database).totals(key.audit, ScoreOf.PORTFOLIO, key.client or None)), None)


@st.cache_resource(ttl=SECONDS, max_entries=16, show_spinner=False)
def _scores(key: Key, of: ScoreOf, most: int) -> Sequence[Scored]:
    store = _store(key.database)
    totals = store.totals(key.audit, of, key.client or None, most=most)
    return find_scores(totals, of, store.standings(key.audit))


@st.cache_resource(ttl=SECONDS, max_entries=64, show_spinner=False)
def _worst(key: Key, page: int, rows: int, with_problem: bool) -> Sequence[Rollup]:
    client = key.client or None
    return _store(key.database).worst(key.audit, client, most=rows, skip=page * rows, with_problem=with_problem)


@st.cache_resource(ttl=SECONDS, max_entries=16, show_spinner=False)
def _count_problems(key: Key) -> int:
    return _store(key.database).count_problems(key.audit, key.client or None)


@st.cache_resource(ttl=SECONDS, max_entries=64, show_spinner=False)
def _places(key: Key, ids: tuple[str, ...]) -> Mapping[str, Location]:
    return {location.id: location for location in _store(key.database).places(key.audit, ids)}


@st.cache_resource(ttl=SECONDS, max_entries=16, show_spinner=False)
def _first_places(key: Key, most: int) -> Sequence[Location]:
    return _store(key.database).locations(key.audit, key.client or None, most=most)


@st.cache_resource(ttl=SECONDS, max_entries=16, show_spinner=False)
def _locations(key: Key) -> Mapping[str, Location]:
    found = _store(key.database).locations(key.audit, key.client or None)
    return {location.id: location for location in found}


@st.cache_resource(ttl=SECONDS, max_entries=8, show_spinner="Working out charts and causes …")
def _whole(key: Key) -> Portfolio:
    return portfolio(_store(key.database), key.audit, key.client or None)


@st.cache_resource(ttl=SECONDS, max_entries=8, show_spinner="Looking for opportunities …")
def _opportunities(key: Key) -> Opportunities:
    return find_opportunities(_whole(key), directories())


@st.cache_resource(ttl=SECONDS, max_entries=500, show_spinner=False)
def _checks(key: Key) -> list[Check]:
    return _store(key.database).checks(key.audit, location=key.location)
