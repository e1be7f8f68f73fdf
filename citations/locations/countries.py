"""Countries by code or name, and what their postcodes look like, from `countries.csv`."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import phonenumbers

from citations.locations.columns import words
from citations.locations.locations_file import Foreign, Unfit
from citations.postal.regions import region_code


@dataclass(frozen=True, slots=True)
class Country:
    """A country of `countries.csv`, with the pattern of its postcodes.

    A spreadsheet takes the zeros from the front of a postcode that has `digits` digits and leaves at
    least `fewest`; `zero_regions` are the regions where postcodes begin with a zero (none named: any).
    """

    code: str
    postcode: str
    example: str
    digits: int
    fewest: int
    zero_regions: tuple[str, ...]

    def fits(self, text: str) -> bool:
        """True when `text` is written as the country's postcodes are."""
        return bool(re.fullmatch(self.postcode, text, re.IGNORECASE | re.ASCII))

    def with_zeros(self, text: str, region: str) -> str:
        """`text` with the zeros that a spreadsheet took, when it can have been one of `region`."""
        head, dash, tail = text.partition("-")
        has_zeros = not (region and self.zero_regions) or region_code(region, self.code) in self.zero_regions
        if has_zeros and head.isdecimal() and self.fewest <= len(head) < self.digits:
            return head.zfill(self.digits) + dash + tail
        return text


@cache
def _countries() -> dict[str, Country]:
    """Code or name in lower case words -> country."""
    found: dict[str, Country] = {}
    with (Path(__file__).parent / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            digits, fewest = int(row["digits"] or 0), int(row["fewest"] or 0)
            zero_regions = tuple(row["zero_regions"].split())
            entry = Country(row["code"], row["postcode"], row["example"], digits, fewest, zero_regions)
            found |= {words(name): entry for name in (row["code"], *row["names"].split("|"))}
    return found


@cache
def three_letters() -> Mapping[str, str]:
    """The codes of three letters (ISO 3166-1 alpha-3) by those of two, as far as the table has them."""
    with (Path(__file__).parent / "countries.csv").open(encoding="utf-8", newline="") as file:
        named = [(row["code"], row["names"].split("|")) for row in csv.DictReader(file)]
    return {code: name for code, every in named for name in every if re.fullmatch("[A-Z]{3}", name)}


def two_letters(code: str) -> str:
    """The code of two letters for one of three; blank for one that the table does not have."""
    return next((two for two, three in three_letters().items() if three == code), "")


@cache
def names() -> Mapping[str, str]:
    """The countries that are known by more than their code: code -> name."""
    with (Path(__file__).parent / "countries.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["names"].split("|")[0] for row in csv.DictReader(file)}


def in_words(codes: Iterable[str]) -> str:
    """Countries by name, with commas: "Germany, Austria"; a code that is not known stays."""
    return ", ".join(names().get(code, code) for code in codes)


def country(text: str) -> str:
    """The ISO code of a country given by code or name."""
    known = _countries().get(words(text))
    if known:
        return known.code
    code = text.strip().upper()
    if code in phonenumbers.SUPPORTED_REGIONS:
        return code
    raise Unfit("this country is not known; write its two letter ISO code, such as US or GB")


def postcode(text: str, country: str, region: str = "") -> str:
    """A postcode that fits the pattern of the country; zeros that a spreadsheet took from its front are put back."""
    known = _countries().get(country.lower())
    text = re.sub(r"\.0$", "", text)
    if known is None:
        return text
    text = known.with_zeros(text, region)
    if known.fits(text):
        return text
    other = next(
        (code for code in ("CA", "GB", "US") if code != known.code and _countries()[code.lower()].fits(text)), ""
    )
    hint = f"; it looks like one of {other}: is the country right?" if other else ""
    raise Foreign(f"not a postcode of {country}, such as {known.example}{hint}")
