"""Forgetting: what was remembered of values goes, the tables that were read stay."""

import sys
from functools import lru_cache

_CACHED = type(lru_cache(len))


def forget() -> None:
    """Empty every bounded cache of `citations`; those without a bound hold tables, which no pair fills."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "citations":
            for thing in vars(module).values():
                if isinstance(thing, _CACHED) and thing.cache_parameters()["maxsize"] is not None:
                    thing.cache_clear()
