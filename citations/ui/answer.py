"""Answers of the store that are kept for a minute, for every session.

An answer is kept under the audit's count of finished checks, so that a running audit shows its progress. Everything
kept is immutable.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import streamlit as st
from streamlit.runtime.caching.cache_utils import CachedFunc

from citations.settings import Settings
from citations.store import AuditInfo, Store

SECONDS = 60
Asked = ParamSpec("Asked")
Told = TypeVar("Told")


def kept(entries: int = 16, spinner: str = "") -> Callable[[Callable[Asked, Told]], CachedFunc[Asked, Told]]:
    """Keeps the answers to a question, the last so many; `spinner` is what is shown while it is worked out."""
    return st.cache_resource(
        ttl=SECONDS, max_entries=entries, show_spinner=spinner or False, hash_funcs={AuditInfo: _stamp}
    )


def store() -> Store:
    """The store of the settings in force, opened once. Raises StoreError when it cannot be opened."""
    return _opened(Settings().database)


@st.cache_resource(show_spinner=False)
def _opened(database: str) -> Store:
    return Store(database)


def _stamp(audit: AuditInfo) -> tuple[str, int, int]:
    return Settings().database, audit.id, audit.done
