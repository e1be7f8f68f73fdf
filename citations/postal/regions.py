"""States, provinces and their codes, from `tables/regions.csv`."""

from functools import cache, lru_cache
from pathlib import Path

from citations.postal.table import rows
from citations.postal.vocabulary import AMERICAN

_TABLE = Path(__file__).parent / "tables" / "regions.csv"


@cache
def _regions() -> dict[tuple[str, str], tuple[str, str]]:
    """(country, code or name in lower case) -> (code, name)."""
    table = {}
    for row in rows(_TABLE):
        pair = (row["code"], row["name"])
        for spelling in (row["code"], row["name"], *row["also"].split("|")):
            if spelling:
                table[row["country"], spelling.lower()] = pair
    return table


def _of(country: str) -> str:
    """The country under which the table has a country's regions: the states have those of the territories too."""
    return "US" if country.upper() in AMERICAN else country.upper()


def has_regions(country: str) -> bool:
    """True when we know the regions of this country."""
    return bool(region_codes(country))


def region_name(region: str, country: str = "US") -> str:
    """The full name of a region given as code or name; the text itself when it is not known."""
    return _regions().get((_of(country), region.strip(" .").lower()), ("", region))[1]


def region_code(region: str, country: str = "US") -> str:
    """The code of a region given as code or name; the text itself when it is not known."""
    return _regions().get((_of(country), region.strip(" .").lower()), (region, ""))[0]


@cache
def region_codes(country: str = "US") -> frozenset[str]:
    """All region codes of a country."""
    return frozenset(code for (where, _), (code, _) in _regions().items() if where == _of(country))


@lru_cache(4096)
def is_region(text: str, country: str = "US") -> bool:
    """True when `text` is the code or the name of a region of the country."""
    return (_of(country), text.strip(" .").lower()) in _regions()
