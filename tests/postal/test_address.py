"""Addresses read from text: add a row to `tests/examples/address.csv`, get a test."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.postal import Address

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PARTS = ("number", "street", "unit", "city", "region", "postcode")
COUNTRIES = ("US", "PR", "GB", "IE", "CA", "AU", "NZ", "DE", "AT", "CH", "FR", "IT", "JP", "")


def _rows() -> list[dict[str, str]]:
    with (EXAMPLES / "address.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", _rows(), ids=lambda row: f"{row['country']} {row['note']}")
def test_parts(row: dict[str, str]) -> None:
    text = row["text"].replace("\\n", "\n")
    address = Address.from_text(text, row["country"])
    assert {part: getattr(address, part) for part in PARTS} == {part: row[part] for part in PARTS}
    assert address.raw == text


@settings(deadline=None)
@given(st.text(max_size=80), st.sampled_from(COUNTRIES))
def test_never_raises_and_keeps_the_text(text: str, country: str) -> None:
    assert Address.from_text(text, country).raw == text


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "123",
                "1/2",
                "Main",
                "St",
                "N",
                "Ste",
                "#",
                "200",
                ",",
                "\n",
                "Austin",
                "TX",
                "78701",
                "PO Box",
                "(",
                ")",
                "-",
                "Floor",
                "2nd",
                "&",
                "UK",
            ]
        ),
        max_size=14,
    ),
    st.sampled_from(COUNTRIES),
)
def test_never_raises_on_words_of_addresses(words: list[str], country: str) -> None:
    Address.from_text(" ".join(words), country)


def test_a_page_of_text_is_no_address() -> None:
    text = "Lorem ipsum 12 " * 100
    assert Address.from_text(text) == Address(country="US", raw=text)


@pytest.mark.parametrize(
    ("address", "line"),
    [
        (Address("Oak Road", "12", "Suite 5", "Austin", "TX", "78701", "US"), "12 Oak Road Suite 5, Austin, TX 78701"),
        (Address("Oak Road", "12", "", "Austin", "TX", "78701"), "12 Oak Road, Austin, TX 78701"),
        (Address("Lindenstraße", "12", "", "Köln", "", "50823", "DE"), "Lindenstraße 12, 50823 Köln"),
        (Address("rue de l'Exemple", "12", "", "Paris", "", "75002", "FR"), "12 rue de l'Exemple, 75002 Paris"),
        (Address("Warwick Road", "24", "", "Solihull", "", "B92 7HX", "GB"), "24 Warwick Road, Solihull, B92 7HX"),
    ],
)
def test_an_address_is_written_as_in_its_country(address: Address, line: str) -> None:
    assert str(address) == line
