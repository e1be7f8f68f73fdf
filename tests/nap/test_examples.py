"""Verdicts by example: add a row to a table in `tests/examples`, get a test."""

import csv
from pathlib import Path

import pytest

from citations.models import FieldResult, Listing, Location
from citations.nap import compare
from citations.words import Verdict

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def _cases() -> list[object]:
    found: list[object] = []
    for field in ("name", "address", "phone", "website", "hours", "categories"):
        with (EXAMPLES / f"{field}_pairs.csv").open(encoding="utf-8", newline="") as file:
            found += [
                pytest.param(field, row, id=f"{field}: {row['listed'][:40]} {row['note']}")
                for row in csv.DictReader(file)
            ]
    return found


def compared(field: str, canonical: str, listed: str, country: str = "US") -> FieldResult:
    if field == "categories":
        record, shown = ({field: tuple(filter(None, text.split(";")))} for text in (canonical, listed))
        return compare(Location("1", "Acme", **record), Listing(**shown)).categories
    record = {"id": "1", "name": "Acme", "country": country} | {field: canonical}
    address = "100 Main St, Austin, TX 78701" if field == "name" else ""
    shown = {"phones": [listed]} if field == "phone" else {field: listed}
    return compare(Location(**({"address": address} | record)), Listing(**shown)).results[field]


@pytest.mark.parametrize(("field", "row"), _cases())
def test_verdict(field: str, row: dict[str, str]) -> None:
    result = compared(field, row["canonical"], row["listed"], row.get("country", "US"))
    assert (result.verdict.value, result.rule) == (row["verdict"], row["rule"])
    assert result.reason.endswith((".", "”."))


@pytest.mark.parametrize("field", ["name", "hours", "categories"])
def test_what_is_right_one_way_is_right_the_other(field: str) -> None:
    with (EXAMPLES / f"{field}_pairs.csv").open(encoding="utf-8", newline="") as file:
        pairs = [(row["canonical"], row["listed"]) for row in csv.DictReader(file) if row["canonical"]]
    told = [(a, b) for a, b in pairs if compared(field, a, b).verdict not in UNTOLD]
    assert len(told) > 10
    assert [pair for pair in told if _is_right(field, *pair) != _is_right(field, *reversed(pair))] == []


UNTOLD = (Verdict.ABSENT, Verdict.UNREADABLE, Verdict.NOT_COMPARED)


def _is_right(field: str, canonical: str, listed: str) -> bool:
    return compared(field, canonical, listed).verdict.is_right
