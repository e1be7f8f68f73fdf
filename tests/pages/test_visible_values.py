"""Addresses and phones in visible text, by the tables under tests/examples: add a row, get a test.

A bar in `text` is the end of a line; several phones are joined by semicolons.
"""

import csv
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from citations.pages.addresses import find_addresses
from citations.pages.phones import visible_phones
from citations.pages.text import visible_lines
from citations.postal import Address

EXAMPLES = Path(__file__).parents[1] / "examples"
PARTS = ("street", "unit", "city", "region", "postcode")


def rows(name: str) -> list[dict[str, str]]:
    with (EXAMPLES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines_of(text: str) -> list:
    body = "".join(f"<p>{line.replace('&', '&amp;')}</p>" for line in text.split("|") if line.strip())
    return visible_lines(LexborHTMLParser(body).body)


@pytest.mark.parametrize("row", rows("visible_addresses.csv"), ids=lambda row: row["note"])
def test_address(row: dict[str, str]) -> None:
    text = row["text"].replace(" | ", " • ")
    found = next(find_addresses(lines_of(text), (row["country"],)), None)
    address = found.address if found else Address()
    assert {part: getattr(address, part) for part in PARTS} == {part: row[part] for part in PARTS}


@pytest.mark.parametrize("row", rows("visible_phones.csv"), ids=lambda row: row["note"])
def test_phones(row: dict[str, str]) -> None:
    text = row["text"].replace(" | ", " • ")
    assert "; ".join(number for number, _ in visible_phones(lines_of(text), (row["country"],))) == row["phones"]
