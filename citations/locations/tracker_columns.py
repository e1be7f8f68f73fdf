"""What the columns of an agency's tracker hold: read with `tracker.toml`."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from citations.locations.columns import Column, read_columns, words
from citations.locations.table_kind import TableKind
from citations.locations.tracker_wide import PLATFORM_COLUMN, with_platforms
from citations.locations.tracker_words import table


@lru_cache(maxsize=4096)
def read_tracker_column(header: str) -> Column | None:
    """What the column with this header holds; None for one that says nothing to us or must not be read."""
    return None if is_secret(header) else _known().get(words(header))


def is_secret(header: str) -> bool:
    """True for a column that holds passwords: it is not read."""
    name = words(header)
    return "password" in name or any(f" {name}".endswith(f" {words(secret)}") for secret in table()["never"]["columns"])


@cache
def _known() -> Mapping[str, Column]:
    return {words(name): column for name, column in _named()}


def _named() -> Iterator[tuple[str, Column]]:
    """Each heading with what it means; of those that mean several things the last one counts."""
    for section in ("places", "notes"):
        for field, names in table()[section].items():
            yield from ((name, Column(field, group=words(name))) for name in names)
    for event, names in table()["events"].items():
        yield from ((name, Column("event", event, words(name))) for name in names)
    for field, names in table()["fields"].items():
        yield from ((name, Column(field, rank=rank)) for rank, name in enumerate(names))


def read_tracker_columns(headers: Sequence[str]) -> list[Column | None]:
    """What each column of a tracker holds; None for one that says nothing to us."""
    return with_platforms(headers, read_columns(headers, read_tracker_column))


TRACKER = TableKind(
    read_tracker_columns,
    frozenset({"platform", PLATFORM_COLUMN}),
    "no column names the platform of each row; head one of them 'Platform'",
    or_all=frozenset({"url", "status"}),  # the address tells the platform
    every_sheet=True,
    has_links=True,
)
