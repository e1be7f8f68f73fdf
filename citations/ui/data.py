"""What the pages read: the store, opened once, and cached answers of it.

An answer is kept under the audit's count of finished checks, so that a running audit shows its
progress, and for a minute at most. Everything cached is immutable; sessions share it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from citations.findings import LocationResult, Portfolio, location_result, portfolio
from citations.models import Check, Location
from citations.settings import Settings
from citations.store import AuditInfo, Rollup, Store
from citations.web import EvidenceFolder

SECONDS = 60


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


def locations(audit: AuditInfo, client: str) -> Mapping[str, Location]:
    """The canonical records by location id."""
    return _locations(_key(audit, client=client))


def whole(audit: AuditInfo, client: str) -> Portfolio:
    """Every check of the client, judged: costly for many thousand checks, so only for charts and causes."""
    return _whole(_key(audit, client=client))


def checks(audit: AuditInfo, location: str) -> list[Check]:
    """The checks of one location."""
    return _checks(_key(audit, location=location))


def result(audit: AuditInfo, location: Location) -> LocationResult:
    """One location with its checks judged."""
    return location_result(location, checks(audit, location.id), {d.id: d for d in audit.directories})


def evidence() -> EvidenceFolder:
    """The evidence folder of the settings in force."""
    return EvidenceFolder(Settings().evidence_folder)


def _key(audit: AuditInfo, client: str = "", location: str = "") -> Key:
    return Key(Settings().database, audit.id, audit.done, client, location)


@st.cache_resource(show_spinner=False)
def _store(database: str) -> Store:
    return Store(database)


@st.cache_resource(ttl=SECONDS, max_entries=16, show_spinner=False)
def _rollups(key: Key) -> list[Rollup]:
    return _store(key.database).rollups(key.audit, key.client or None)


@st.cache_resource(ttl=SECONDS, max_entries=16, show_spinner=False)
def _locations(key: Key) -> Mapping[str, Location]:
    found = _store(key.database).locations(key.audit, key.client or None)
    return {location.id: location for location in found}


@st.cache_resource(ttl=SECONDS, max_entries=8, show_spinner="Working out charts and causes …")
def _whole(key: Key) -> Portfolio:
    return portfolio(_store(key.database), key.audit, key.client or None)


@st.cache_resource(ttl=SECONDS, max_entries=500, show_spinner=False)
def _checks(key: Key) -> list[Check]:
    return _store(key.database).checks(key.audit, location=key.location)
