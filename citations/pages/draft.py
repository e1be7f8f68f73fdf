"""Listings in the making: each reader drafts one with the sources of its values; drafts are laid over each other."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any

from citations.models import Listing
from citations.postal import Address
from citations.words import Lifecycle

_EMPTY: tuple[Any, ...] = ("", None, (), [], Lifecycle.OPEN)
_SOURCE_NAMES = {"phones": "phone"}
_LINE = ("street", "number", "unit")
_PLACE = ("city", "region", "postcode", "country")


def draft(reader: str, raw: Mapping[str, str] | None = None, **values: Any) -> Listing:
    """A listing of these values, each with its source: the raw text (its own text by default) and the reader."""
    kept = {name: value for name, value in values.items() if value not in _EMPTY}
    sources = {}
    for name, value in kept.items():
        source = _SOURCE_NAMES.get(name, name)
        if source not in ("url", "link", "directory"):
            sources[source] = ((raw or {}).get(source) or _text(value), reader)
    return Listing(**kept, sources=sources)


def overlaid(drafts: Iterable[Listing]) -> Listing:
    """One listing out of several: the first that has a value gives it; an address may be completed by a later one."""
    result = Listing()
    for other in drafts:
        changes = {f.name: getattr(other, f.name) for f in fields(Listing) if f.name != "sources"}
        changes = {name: value for name, value in changes.items() if value not in _EMPTY}
        new = {name: value for name, value in changes.items() if getattr(result, name) in _EMPTY}
        sources = {name: source for name, source in other.sources.items() if name not in result.sources}
        address = completed(result.address, other.address)
        if address is not None and address != result.address:
            new["address"] = address
        result = replace(result, **new, sources={**sources, **result.sources})
    return result


def completed(first: Address | str | None, second: Address | str | None) -> Address | str | None:
    """`first` with what it lacks taken from `second`, when the two do not contradict each other.

    The street line is taken whole or not at all: one reader puts the suite into it, another beside it.
    """
    if not isinstance(first, Address) or first.is_blank:
        return first or second
    if not isinstance(second, Address) or _contradict(first, second):
        return first
    wanted = _PLACE if first.street else _LINE + _PLACE
    missing = {part: getattr(second, part) for part in wanted if not getattr(first, part) and getattr(second, part)}
    raw = second.raw if "street" in missing else first.raw
    return replace(first, **missing, raw=raw) if missing else first


def _contradict(first: Address, second: Address) -> bool:
    pairs = [
        (getattr(first, part).lower(), getattr(second, part).lower())
        for part in ("street", "city", "region", "postcode")
    ]
    return any(one and other and one not in other and other not in one for one, other in pairs)


def _text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(str(part) for part in value)
    return str(value)
