"""Texts that fill a field and say nothing: "N/A", "-", "keine Angabe". What they fill is absent, not wrong."""

from functools import cache, lru_cache
from pathlib import Path

from citations.postal.table import lines
from citations.unseen import seen


@cache
def _texts() -> frozenset[str]:
    return lines(Path(__file__).parent / "tables" / "nothing.txt")


@lru_cache(16384)
def says_nothing(text: str) -> bool:
    """True for a blank text, for marks alone, and for the words of `nothing.txt`."""
    bare = seen(text).strip().lower().strip(" .:;!()[]<>“”\"'")
    return not any(c.isalnum() for c in bare) or bare.removesuffix("://") in _texts()
