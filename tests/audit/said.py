"""What two audits of the same places say, held against each other."""

from collections.abc import Iterator, Mapping
from typing import Any

Said = Mapping[tuple[str, str], Mapping[str, Any]]
# What an audit says anew each time: when it looked, and where its evidence lies.
_ANEW = ("checked_at", "evidence")


def differences(one: Said, other: Said) -> list[str]:
    """Each field of each check that the two do not agree on, with both values; times and places of evidence aside."""
    return [f"{at}: {here!r}, not {there!r}" for at, here, there in _unlike(one, other)]


def _unlike(one: Any, other: Any, at: str = "") -> Iterator[tuple[str, Any, Any]]:
    if isinstance(one, list) and isinstance(other, list):
        one, other = dict(enumerate(one)), dict(enumerate(other))
    if not (isinstance(one, Mapping) and isinstance(other, Mapping)):
        if one != other:
            yield at, one, other
        return
    for name in [*one, *(name for name in other if name not in one)]:
        if name not in _ANEW:
            yield from _unlike(one.get(name), other.get(name), f"{at} {name}".strip())
