"""The tables that the practice web is made from, as values (`tables/README.md` says where they come from)."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from citations.practice.hours import Week, read_week

FOLDER = Path(__file__).parent / "tables"


@dataclass(frozen=True, slots=True)
class Town:
    """A town with some of its postcodes and area codes."""

    metro: str
    city: str
    region: str
    region_name: str
    postcodes: Sequence[str]
    area_codes: Sequence[str]
    country: str

    @property
    def house_numbers(self) -> tuple[int, int]:
        """The least and the greatest house number to give: streets are long in America."""
        return (101, 9899) if self.country == "US" else (2, 148)


@dataclass(frozen=True, slots=True)
class Trade:
    """A line of business: how its names end, when it opens, whether it sits in a suite."""

    id: str
    schema_type: str
    noun: str
    name_words: Sequence[str]
    also_words: Sequence[str]
    week: Week
    suite: bool
    country: str


@dataclass(frozen=True, slots=True)
class FaultKind:
    """One thing that can be wrong with a listing, and what a right reading says of it."""

    name: str
    fields: Sequence[str]
    verdict: str
    finding: str
    weight: int
    note: str


@cache
def rows(table: str) -> tuple[Mapping[str, str], ...]:
    """The rows of one table by column name."""
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def towns() -> tuple[Town, ...]:
    """Every town, in the order of the table."""
    return tuple(
        Town(
            r["metro"],
            r["city"],
            r["region"],
            r["region_name"],
            _parts(r["postcodes"]),
            _parts(r["area_codes"]),
            r["country"],
        )
        for r in rows("towns")
    )


@cache
def metros(country: str = "US") -> Mapping[str, tuple[Town, ...]]:
    """The towns of a country by metropolitan area."""
    names = dict.fromkeys(town.metro for town in towns() if town.country == country)
    return {name: tuple(town for town in towns() if town.metro == name) for name in names}


@cache
def trades(country: str = "US") -> tuple[Trade, ...]:
    """Every trade of a country, in the order of the table."""
    return tuple(
        Trade(
            r["trade"],
            r["schema_type"],
            r["noun"],
            _parts(r["name_words"]),
            _parts(r["also_words"]),
            read_week(r["hours"]),
            r["suite"] == "1",
            r["country"],
        )
        for r in rows("trades")
        if r["country"] == country
    )


@cache
def fault_kinds() -> Mapping[str, FaultKind]:
    """Every fault by name, in the order of the table."""
    return {
        r["fault"]: FaultKind(
            r["fault"], tuple(r["field"].split("+")), r["verdict"], r["finding"], int(r["weight"]), r["note"]
        )
        for r in rows("faults")
    }


@cache
def words(table: str, kind: str) -> tuple[str, ...]:
    """The words of one kind in a table of words."""
    return next(_parts(r["words"]) for r in rows(table) if r["kind"] == kind)


@cache
def area_codes(region: str) -> tuple[str, ...]:
    """The area codes of a state, or of `toll_free`."""
    return next(_parts(r["codes"]) for r in rows("area_codes") if r["region"] == region)


@cache
def regions() -> tuple[str, ...]:
    """The states that the table of area codes knows."""
    return tuple(r["region"] for r in rows("area_codes") if r["region"] != "toll_free")


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))
