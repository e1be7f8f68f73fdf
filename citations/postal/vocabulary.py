"""The words of addresses, from `tables/`: loaded once, asked by the readers and by comparison."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from citations.postal.folding import fold
from citations.postal.table import rows

TABLES = Path(__file__).parent / "tables"
AMERICAN = frozenset({"US", "PR", "VI", "GU", "AS", "MP"})


@dataclass(frozen=True, slots=True)
class Country:
    """How one country writes addresses; the default suits a country that we know nothing of."""

    code: str = ""
    languages: tuple[str, ...] = ("en",)
    postcode: str = r"\b\d{4,6}\b"
    city_first: bool = False
    number_first: bool | None = None
    names: tuple[str, ...] = ()
    by_words: bool = True
    habits: frozenset[str] = frozenset()

    def has(self, habit: str) -> bool:
        """True when the country has this habit, of those that the head of `countries.csv` explains."""
        return habit in self.habits


@cache
def country(code: str) -> Country:
    """The rules of the country with this ISO code; territories follow the United States."""
    code = "US" if code.upper() in AMERICAN else code.upper()
    for row in rows(TABLES / "countries.csv"):
        if row["country"] == code:
            return Country(
                code,
                tuple(row["languages"].split("|")),
                row["postcode"],
                row["place"] == "city_first",
                row["number"] == "first",
                tuple(row["names"].split("|")),
                row["compared"] == "by_words",
                frozenset(row["habits"].split("|")),
            )
    return Country(code)


@cache
def street_types(languages: tuple[str, ...]) -> dict[str, str]:
    """Each spelling of a street type -> its standard; the first language wins."""
    return _by_language("street_types.csv", languages)


@cache
def type_word(standard: str, languages: tuple[str, ...]) -> str:
    """The full word of a street type, in small letters: its first spelling in the table; blank for none."""
    spellings = (word for language in languages for word, kind in street_types((language,)).items() if kind == standard)
    return next(spellings, standard.lower()) if standard else ""


@cache
def directions(languages: tuple[str, ...]) -> dict[str, str]:
    """Each compass word -> N, S, E, W, NE, NW, SE or SW; the first language wins."""
    return _by_language("directions.csv", languages)


@cache
def articles(languages: tuple[str, ...]) -> dict[str, str]:
    """Each small word within a street's name -> what it is compared as, blank for nothing; the first language wins."""
    return _by_language("articles.csv", languages)


def _by_language(table: str, languages: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for language in languages:
        for row in rows(TABLES / table):
            if row["language"] == language:
                found.setdefault(row["word"], row["standard"])
    return found


class UnitWord(NamedTuple):
    """A word for a unit: `needs_number` when it says nothing alone, `behind_type` when it is a street's name too."""

    standard: str
    needs_number: bool
    behind_type: bool


@cache
def units() -> dict[str, UnitWord]:
    """Each word for a unit and what it means."""
    return {
        row["word"]: UnitWord(
            row["standard"],
            row["needs_number"] in ("yes", "numbered_behind_type"),
            row["needs_number"].endswith("behind_type"),
        )
        for row in rows(TABLES / "units.csv")
    }


@cache
def phrases(table: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Phrases of `table` as words with their standard, the longest first."""
    found = [(tuple(row["words"].split()), row["standard"]) for row in rows(TABLES / table)]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


@cache
def first_words(table: str) -> frozenset[str]:
    """The words with which the phrases of `table` begin: a text that has none of them has no phrase."""
    return frozenset(phrase[0] for phrase, _ in phrases(table))


@cache
def spelled_numbers() -> dict[str, tuple[int, bool]]:
    """Each number word -> (its value, whether it is an ordinal)."""
    return {row["word"]: (int(row["value"]), row["ordinal"] == "yes") for row in rows(TABLES / "numbers.csv")}


@cache
def aliases(table: str, key: str) -> dict[tuple[str, str], str]:
    """(country, folded other name) -> folded usual name, from a table with the columns `key` and `also`."""
    return {(row["country"], _letters(row["also"])): _letters(row[key]) for row in rows(TABLES / table)}


def _letters(text: str) -> str:
    return re.sub(r"[^\w]+", " ", fold(text)).strip()


@cache
def place_particles() -> frozenset[str]:
    """The words that are written small within the name of a place."""
    return frozenset(row["word"] for row in rows(TABLES / "place_particles.csv"))


@cache
def buildings() -> frozenset[str]:
    """The words that end the name of a building, seldom that of a street."""
    return frozenset(row["word"] for row in rows(TABLES / "buildings.csv"))


@cache
def house_names() -> frozenset[str]:
    """The words that end the name of a house or an estate which stands in place of a number."""
    return frozenset(row["word"] for row in rows(TABLES / "house_names.csv"))


@cache
def cities_like_regions(code: str) -> frozenset[str]:
    """The cities of a country, in small letters, that are called like one of its regions."""
    table = rows(TABLES / "cities_like_regions.csv")
    return frozenset(row["city"].lower() for row in table if row["country"] == code)
