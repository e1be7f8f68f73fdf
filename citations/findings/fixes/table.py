"""`tables/fixes.toml`, read once."""

import tomllib
from functools import cache
from typing import Any

from citations.findings.problems import Harm, harms
from citations.findings.score import TABLES


@cache
def table() -> dict[str, Any]:
    """The whole table."""
    return tomllib.loads((TABLES / "fixes.toml").read_text(encoding="utf-8"))


@cache
def _harms() -> dict[str, Harm]:
    return {harm.id: harm for harm in harms().values()}


def harm_of(name: str) -> Harm:
    """The harm with this id; for one that the table no longer has, the mildest."""
    known = _harms()
    return known.get(name) or max(known.values(), key=lambda harm: harm.rank)
