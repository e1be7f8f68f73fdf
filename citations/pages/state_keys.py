"""An object of a page's state, asked for values by the keys under which programs usually keep them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from citations.pages.tables import toml
from citations.pages.text import clean

_MOST_TEXTS = 20


def key_of(key: str) -> str:
    """A key as the table spells it.

    >>> key_of("street_Address-1")
    'streetaddress1'
    """
    return key.lower().replace("_", "").replace("-", "")


@cache
def keys(field: str) -> tuple[str, ...]:
    """The keys under which a field is usually kept, likeliest first."""
    return tuple(toml("state")[field])


@dataclass(frozen=True, slots=True)
class Keyed:
    """The values of an object by their usual keys, and what references in it stand for."""

    values: Mapping[str, Any]
    known: Mapping[str, Any]

    @classmethod
    def of(cls, value: Mapping[str, Any], known: Mapping[str, Any]) -> "Keyed":
        """The object `value`, in a state whose references mean `known`."""
        return cls({key_of(key): inner for key, inner in value.items() if inner is not None}, known)

    def here(self, field: str) -> list[Any]:
        """The values under a field's usual keys in the object itself, likeliest first."""
        return [self._meant(self.values[key]) for key in keys(field) if key in self.values]

    def all(self, field: str) -> list[Any]:
        """The values under a field's usual keys; then those one step down, in an object that holds some of them."""
        held = [self._meant(self.values[key]) for key in keys("holder") if key in self.values]
        inner = [Keyed.of(value, self.known) for value in held if isinstance(value, dict)]
        return self.here(field) + [value for thing in inner for value in thing.here(field)]

    def text(self, field: str) -> str:
        """The first text among the field's values; blank when there is none."""
        return next((text for value in self.all(field) if (text := plain(value))), "")

    def _meant(self, value: Any) -> Any:
        """What a reference to another part of the state stands for; any other value itself."""
        if isinstance(value, dict):
            is_reference = "__ref" in value or value.get("type") == "id"
            key = value.get("__ref") or value.get("id") if is_reference else None
        else:
            key = value if isinstance(value, str) and value.startswith("$") else None
        return self.known.get(key, value) if isinstance(key, str) else value


def plain(value: Any, wrapped_as: str = "wrapped") -> str:
    """The text of a value, or the one that an object wraps under a usual key; blank for anything else."""
    if isinstance(value, dict):
        inner = {key_of(key): part for key, part in value.items()}
        return next((text for key in keys(wrapped_as) if (text := _scalar(inner.get(key)))), "")
    return _scalar(value)


def texts(value: Any) -> list[str]:
    """The texts in a value or list of values."""
    values = value if isinstance(value, list) else [value]
    return [text for part in values[:_MOST_TEXTS] if (text := plain(part))]


def _scalar(value: Any) -> str:
    return clean(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
