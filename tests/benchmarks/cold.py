"""Forgetting: what was remembered of values goes, the tables that were read stay."""

import sys
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

_CACHED = type(lru_cache(len))


def forget() -> None:
    """Empty every bounded cache of `citations`; those without a bound hold tables, which no pair fills."""
    for cached in _bounded():
        cached.cache_clear()


@cache
def _bounded() -> Sequence[Any]:
    """The caches of the modules that were imported when this is first asked."""
    ours = [module for name, module in list(sys.modules.items()) if name.partition(".")[0] == "citations"]
    found = {id(thing): thing for module in ours for thing in vars(module).values() if isinstance(thing, _CACHED)}
    return [thing for thing in found.values() if thing.cache_parameters()["maxsize"] is not None]
