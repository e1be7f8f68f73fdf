"""The tables of this room, each read once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_TABLES = Path(__file__).parent / "tables"


@cache
def table(name: str) -> dict[str, Any]:
    """The table `tables/NAME.toml`."""
    return tomllib.loads((_TABLES / f"{name}.toml").read_text(encoding="utf-8"))


def says(group: str, key: str, **values: object) -> str:
    """The words for `key`, filled with `values`."""
    text: str = table("wording")[group][key]
    return text.format(**values)


def joined(names: list[str]) -> str:
    """Names as people list them: "A", "A and B", "A, B and C"."""
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)


def counted(number: int, one: str) -> str:
    """The number with its noun: "1 location", "12 locations"."""
    return f"{number} {one if number == 1 else one + 's'}"
