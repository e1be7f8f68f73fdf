"""What the columns of owners' exports mean, and the words in them: read with `owner_export.toml`."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from citations.locations.columns import Column, read_column, read_columns, words
from citations.locations.columns import table as locations_table
from citations.locations.locations_file import LocationsError
from citations.locations.status import status
from citations.locations.table_kind import TableKind

_WHERE = frozenset({"address", "street", "number", "unit", "city", "region", "postcode", "line"})
_SHOWN = {"name": "name", "phone": "phone", "phones": "phone", "website": "website"}
_SHOWN |= {"hours": "hours", "opens": "hours", "closes": "hours"}
_TIMES = re.compile(r"(?:hours )?(?P<day>[a-z]+)(?: hours)?(?: 1)? (?P<end>open|start|from|close|end|to)")
_NO_LISTING = frozenset({"former", "listings", "competitors", "aliases", "client", "kind"})


def platform_of(name: str) -> str:
    """The directory id of a platform as people call it; `name` itself when it is none of the known ones."""
    known = words(name)
    platforms: dict[str, list[str]] = table()["platforms"]
    return next((key for key, names in platforms.items() if known in (words(key), *names)), name.strip())


@cache
def table() -> dict[str, Any]:
    """`owner_export.toml` as it stands."""
    return tomllib.loads((Path(__file__).parent / "owner_export.toml").read_text(encoding="utf-8"))


def guess(headers: Iterable[str]) -> str:
    """The platform whose own headings stand in the header most often. Raises LocationsError when none does."""
    heads = {words(header) for header in headers}
    hallmarks: dict[str, list[str]] = table()["hallmarks"]
    found = {key: len(heads & {words(mark) for mark in marks}) for key, marks in hallmarks.items()}
    best = max(found, key=lambda key: found[key])
    if list(found.values()).count(found[best]) > 1:  # also when none has any
        choices = ", ".join(names[0] for names in table()["platforms"].values())
        raise LocationsError(f"the header does not tell whose export this is; write PLATFORM=FILE, one of {choices}")
    return best


@lru_cache(maxsize=4096)
def read_owner_column(header: str) -> Column | None:
    """What the column with this header holds."""
    name = words(header)
    if name in _never():
        return None
    return _known().get(name.replace(" ", "")) or _more(name) or _listed(read_column(header))


@cache
def _never() -> frozenset[str]:
    return frozenset(words(name) for name in table()["never"]["columns"])


@cache
def _known() -> Mapping[str, Column]:
    found: dict[str, Column] = {}
    for field, names in table()["fields"].items():
        for rank, name in enumerate(names):
            found.setdefault(words(name).replace(" ", ""), Column(field, rank=rank))
    for flag, names in table()["flags"].items():
        found |= {words(name).replace(" ", ""): Column("flag", flag, words(name)) for name in names}
    return found


def _more(name: str) -> Column | None:
    """Further lines of an address, and opening and closing times that have columns of their own."""
    if re.fullmatch(r"address line [3-9]|sub locality|sublocality", name):
        return Column("line", group=name)
    match = _TIMES.fullmatch(name)
    day = match and next((key for key, names in locations_table()["days"].items() if match["day"] in names), "")
    if not match or not day:
        return None
    return Column("opens" if match["end"] in ("open", "start", "from") else "closes", day)


def _listed(column: Column | None) -> Column | None:
    """A column of a locations file when it is something that a listing shows."""
    if column is None or column.field in _NO_LISTING:
        return None
    return None if column.until or column.about in ("tracking", "fax", "retired") else column


def read_owner_columns(headers: Sequence[str]) -> list[Column | None]:
    """What each column of an export holds; None for one that says nothing of a listing."""
    return read_columns(headers, read_owner_column)


OF_OWNERS = TableKind(
    read_owner_columns, frozenset({"name"}), "no column holds the business's name; is this an owner's export?"
)


@lru_cache(maxsize=1024)
def status_word(text: str) -> str:
    """The word of [status] for what the platform says; blank when it is not known."""
    known = status(text).name
    if known:
        return str(table()["means"][known])
    said = words(text)
    return next((word for word, names in table()["status"].items() if said in names), "")


def shown_field(column: Column) -> str:
    """The field of a listing that a column fills; blank when it is none of those compared."""
    return "address" if column.field in _WHERE else _SHOWN.get(column.field, "")
