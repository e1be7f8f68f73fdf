"""Labelled pairs of places from `../shared/data/pairs`, as locations and listings."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from citations.models import Listing, Location
from citations.postal import Address
from tests.shared_data import DATA

PAIRS = DATA / "pairs"


class Pair(NamedTuple):
    """A record, a listing, whether a person says that they are one place, and the country.

    Where records and listings stand in several pairs, the record's id and the listing's URL tell them.
    """

    location: Location
    listing: Listing
    same: bool
    country: str


def overture() -> list[Pair]:
    """2,042 labelled pairs of many countries with full name, address, phone and website on both sides."""
    return [_overture_pair(str(at), row) for at, row in enumerate(_rows(PAIRS / "overture_places.csv"))]


def _overture_pair(key: str, row: dict[str, str]) -> Pair:
    a, b = (
        Address(
            row[f"street_{s}"], "", "", row[f"city_{s}"], row[f"region_{s}"], row[f"postcode_{s}"], row[f"country_{s}"]
        )
        for s in "ab"
    )
    country = row["country_a"] or "US"
    location = Location(key, row["name_a"], a, row["phone_a"], row["website_a"], country)
    listing = Listing(
        name=row["name_b"], address=b, phones=[row["phone_b"]] if row["phone_b"] else [], website=row["website_b"]
    )
    return Pair(location, listing, row["label"] == "1", country)


def yelp_zomato() -> list[Pair]:
    """450 candidate pairs of restaurants in Madison: name, address, coordinates; no phones."""
    return [_yelp_pair(row) for row in _rows(PAIRS / "yelp_zomato_madison.csv")]


def _yelp_pair(row: dict[str, str]) -> Pair:
    ours = Address(row["ltable_address"], postcode=row["ltable_postal_code"][:5])
    here = [_number(row[f"{side}table_{axis}itude"]) for side in "lr" for axis in ("lat", "long")]
    location = Location(row["ltable_business_id"], row["ltable_name"], ours, latitude=here[0], longitude=here[1])
    listing = Listing(
        row["rtable_id"], name=row["rtable_name"], address=row["rtable_address"], latitude=here[2], longitude=here[3]
    )
    return Pair(location, listing, row["gold_labels"] == "1", "US")


def _number(text: str) -> float | None:
    return float(text) if text else None


def fodors_zagats(split: str) -> list[Pair]:
    """Candidate pairs of restaurants: name, street, city, phone. The column `class` gives the label away: not read."""
    folder = PAIRS / "fodors_zagats"
    a, b = ({row["id"]: row for row in _rows(folder / f"table{side}.csv")} for side in "AB")
    return [_fodors_pair(a[row["ltable_id"]], b[row["rtable_id"]], row) for row in _rows(folder / f"{split}.csv")]


def _fodors_pair(a: dict[str, str], b: dict[str, str], row: dict[str, str]) -> Pair:
    location = Location(row["ltable_id"], _untick(a["name"]), _fodors_address(a), _untick(a["phone"]))
    listing = Listing(
        row["rtable_id"], name=_untick(b["name"]), address=_fodors_address(b), phones=[_untick(b["phone"])]
    )
    return Pair(location, listing, row["label"] == "1", "US")


def _fodors_address(row: dict[str, str]) -> Address:
    return Address(street=_untick(row["addr"]), city=_untick(row["city"]))


def _untick(text: str) -> str:
    """The data wraps texts in backticks and writes `art \\ 's`."""
    return re.sub(r"\s*\\\s*'", "'", text.strip("` '")).replace("  ", " ").strip()


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
