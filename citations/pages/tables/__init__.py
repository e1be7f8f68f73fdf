"""The room's tables, each read once: what readers know as data and not as code."""

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


@cache
def toml(name: str) -> dict[str, Any]:
    """The table `name`.toml."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `name`.csv; lines that begin with # are its provenance."""
    return tuple(csv.DictReader(_lines(f"{name}.csv")))


@cache
def words(name: str) -> frozenset[str]:
    """The lines of `name`.txt."""
    return frozenset(_lines(f"{name}.txt"))


@cache
def labels(kind: str) -> frozenset[str]:
    """The words that label a value of this kind, in lower case."""
    return frozenset(toml("labels")[kind])


def _lines(name: str) -> list[str]:
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
