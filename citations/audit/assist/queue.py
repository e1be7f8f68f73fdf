"""The queue: what of an audit a person has to look at, in an order in which the work is quick."""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from citations.audit.assist.deep_link import DeepLink, deep_link
from citations.directory import Directory
from citations.models import Check, Location
from citations.words import Status

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One location in one directory for a person to look at: why, and what the check said so far.

    `known` is a listing URL that a person or an earlier audit gave. `is_skipped` when a person put it off: it
    stands at the end.
    """

    location: Location
    directory: Directory
    check: Check
    why: str
    known: str = ""
    is_skipped: bool = False

    @property
    def key(self) -> Key:
        """(location id, directory id), as the store knows the check."""
        return self.location.id, self.directory.id

    @property
    def link(self) -> DeepLink:
        """Where to look; worked out when it is asked for, since a queue can hold many thousand entries."""
        return deep_link(self.location, self.directory, self.check, self.known)


def why_a_person(check: Check) -> str:
    """What a person can do about `check`; blank when there is nothing."""
    if check.status is Status.AMBIGUOUS:
        return str(_table()["ambiguous"]["says"])
    if check.status is not Status.UNVERIFIED or check.reason is None:
        return ""
    return str(_table()["person"].get(check.reason.value, ""))


def queue(
    checks: Iterable[Check],
    locations: Mapping[str, Location],
    directories: Mapping[str, Directory],
    *,
    known: Mapping[Key, str] | None = None,
    skipped: Collection[Key] = (),
) -> list[Entry]:
    """The entries of these checks by the directory's tier, then directory by directory, then location by location.

    `directories` are those that can be read now; `known` holds listing URLs that a person or an earlier
    audit gave. A check in a directory that is not at hand any more is left out: nobody could read its page.
    """
    known = known or {}
    places = {location: place for place, location in enumerate(locations)}
    entries = list(_entries(checks, locations, directories, known, skipped))
    return sorted(entries, key=lambda e: (e.is_skipped, e.directory.tier, e.directory.name, places[e.location.id]))


def _entries(
    checks: Iterable[Check],
    locations: Mapping[str, Location],
    directories: Mapping[str, Directory],
    known: Mapping[Key, str],
    skipped: Collection[Key],
) -> Iterator[Entry]:
    for check in checks:
        why = why_a_person(check)
        location, directory = locations.get(check.location), directories.get(check.directory)
        if why and location and directory:
            key = (location.id, directory.id)
            yield Entry(location, directory, check, why, known.get(key, ""), is_skipped=key in skipped)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "reasons.toml").read_text(encoding="utf-8"))
