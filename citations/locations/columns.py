"""What the columns of a locations file mean: their names, read with the aliases in `columns.toml`."""

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

# What a former value may be of, by the field that its column names.
_FORMER = {"name": "name", "address": "address", "street": "address", "website": "website"}
_FORMER |= {"phone": "phone", "phones": "phone"}


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds.

    `field` is a field of `Location` or a part of its address; `about` says more: the day of hours,
    the role of a further phone, the field of a former value, the directory of a listing. `until`
    marks the column that says until when the value of the column with the same `group` held. Of
    two columns for one field that with the lower `rank` is used.
    """

    field: str
    about: str = ""
    group: str = ""
    until: bool = False
    rank: int = 0


@cache
def table() -> dict[str, Any]:
    """`columns.toml` as it stands."""
    return tomllib.loads((Path(__file__).parent / "columns.toml").read_text(encoding="utf-8"))


def words(text: str) -> str:
    """`text` in lower case words: "storeCode" and "STORE_CODE" both become "store code"."""
    text = re.sub(r"(?<=[a-z\d])(?=[A-Z])", " ", text)
    return " ".join(re.findall(r"[^\W_]+", text.lower()))


def read_columns(headers: Sequence[str], reader: "Callable[[str], Column | None] | None" = None) -> list[Column | None]:
    """What each column holds; None for one that says nothing to us or that a better named one replaces.

    `reader` says what a header means where a file is not one of locations.
    """
    columns = [(reader or read_column)(header) for header in headers]
    best: dict[object, int] = {}
    for index, column in enumerate(columns):
        if column is not None:
            seat = _seat(column, index)
            rival = columns[best.setdefault(seat, index)]
            if rival is not None and column.rank < rival.rank:
                best[seat] = index
    chosen = set(best.values())
    return [column if index in chosen else None for index, column in enumerate(columns)]


def _seat(column: Column, index: int) -> object:
    """Columns with the same seat compete; fields that hold several values take every column."""
    return index if column.group or column.field in table()["lists"] else (column.field, column.about)


@lru_cache(maxsize=4096)
def read_column(header: str) -> Column | None:
    """What the column with this header holds; None when its name says nothing to us."""
    name = words(header)
    return _value(name) or _until(name) or _listing(name)


def _value(name: str) -> Column | None:
    return _known().get(_squashed(name)) or _former(name) or _numbered(name)


@cache
def _known() -> dict[str, Column]:
    """Each alias without its spaces -> what it means."""
    return {_squashed(words(alias)): column for alias, column in _aliases()}


def _aliases() -> Iterator[tuple[str, Column]]:
    for field, names in table()["lists"].items():
        yield from ((name, Column(field)) for name in names)
    for role, names in table()["phones"].items():
        for name in (f"phone {role}", *names):
            yield name, Column("phones", role, words(name))
    for day, names in table()["days"].items():
        yield from ((name, Column("hours", day)) for name in names)
    for field, names in table()["fields"].items():
        yield from ((name, Column(field, rank=rank)) for rank, name in enumerate(names))


def _former(name: str) -> Column | None:
    """A value that was true once: "old business name", "former phone 2"."""
    first, _, rest = name.partition(" ")
    if first not in table()["words"]["former"]:
        return None
    column = _known().get(_squashed(rest)) or _known().get(_squashed(rest.rstrip("0123456789 ")))
    about = _FORMER.get(column.field, "") if column else ""
    return Column("former", about, name) if about else None


def _numbered(name: str) -> Column | None:
    """One more of its kind: "tracking number 2"."""
    start, _, last = name.rpartition(" ")
    column = _known().get(_squashed(start)) if last.isdigit() else None
    return replace(column, group=name) if column and column.group else None


def _until(name: str) -> Column | None:
    """Until when the value of another column held: "former phone until"."""
    start, _, last = name.rpartition(" ")
    column = _value(start) if last in table()["words"]["until"] else None
    return replace(column, until=True) if column and column.group else None


def _listing(name: str) -> Column | None:
    """The address of a listing: "Listing example_pages", "Yelp URL"."""
    known = table()["words"]
    pattern = rf"(?:{'|'.join(known['listing_before'])}) (?P<a>.+)|(?P<b>.+?) (?:{'|'.join(known['listing_after'])})"
    match = re.fullmatch(pattern, name)
    directory = (match["a"] or match["b"]) if match else ""
    if not directory or directory in known["not_listings"] or _value(directory):
        return None
    return Column("listings", directory.replace(" ", "_"))


def _squashed(name: str) -> str:
    return name.replace(" ", "")
