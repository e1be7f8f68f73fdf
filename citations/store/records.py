"""Locations, listings and checks as JSON and back: the one place that knows how, for the database and for users."""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from citations.models import Check, Listing, Location

T = TypeVar("T")


def to_json(record: Check | Location | Listing) -> str:
    """The record as JSON text, every field in it."""
    adapter = _adapters()[type(record)]
    try:
        return adapter.dump_json(record, warnings=False).decode()
    except PydanticSerializationError:
        # A stranger's page can hold half a surrogate pair, which no UTF-8 text can.
        return json.dumps(_whole(adapter.dump_python(record, warnings=False)), default=str)


def to_data(record: Check | Location) -> dict[str, Any]:
    """The record as what `json.loads` would give: only dicts, lists, text, numbers, booleans and None."""
    data: dict[str, Any] = json.loads(to_json(record))
    return data


def check_from_json(text: str) -> Check:
    """The check that `to_json` wrote, equal to what it was. Raises ValueError for anything else."""
    return _read(Check, text)


def location_from_json(text: str) -> Location:
    """The location that `to_json` wrote, equal to what it was. Raises ValueError for anything else."""
    return _read(Location, text)


def listing_from_json(text: str) -> Listing:
    """The listing that `to_json` wrote, equal to what it was. Raises ValueError for anything else."""
    return _read(Listing, text)


@cache
def _adapters() -> dict[type, TypeAdapter[Any]]:
    return {kind: TypeAdapter(kind) for kind in (Check, Location, Listing)}


def _read(kind: type[T], text: str) -> T:
    value: T = _adapters()[kind].validate_json(text)
    _freeze(value)
    return value


def _freeze(value: Any) -> Any:
    """Make tuples of the lists that JSON gave for our sequences, in place, so that records stay immutable."""
    kind: Any = type(value)
    if kind is list or kind is tuple:
        return tuple(map(_freeze, value))
    if kind is dict:
        for item in value.values():
            _freeze(item)
    for name in _deep_fields(kind):
        old = getattr(value, name)
        if (frozen := _freeze(old)) is not old:
            object.__setattr__(value, name, frozen)
    return value


@cache
def _deep_fields(kind: type) -> tuple[str, ...]:
    """The fields of one of our records that may hold a list, at any depth; none of anything else."""
    if not is_dataclass(kind):
        return ()
    return tuple(f.name for f in fields(kind) if f.type not in (str, float, bool, int))


def plain(text: str) -> str:
    """`text` as every database takes it: half surrogate pairs become the sign for a lost character, NUL goes."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "")


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Mapping):
        return {_whole(key): _whole(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(item) for item in value]
    return value
