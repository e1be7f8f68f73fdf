"""The invented businesses on a directory's invented pages: of its country and its trade."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from citations.directory import Directory, slug
from citations.models import Location

NOBODY = "Qzxv Nowhere Vqqk"


@dataclass(frozen=True, slots=True)
class Business:
    """An invented business and the address of its listing."""

    name: str
    street: str
    city: str
    region: str
    postcode: str
    country: str
    line: str
    phone: str
    website: str
    url: str

    @property
    def record(self) -> Location:
        """The business as a customer's record."""
        return Location("sample", self.name, self.line, self.phone, self.website, self.country)


@dataclass(frozen=True, slots=True)
class Cast:
    """Who appears on the pages of a directory: the business asked for, its neighbour, and the site's own publisher."""

    one: Business
    other: Business
    language: str
    publisher: str
    publisher_phone: str

    @property
    def nobody(self) -> Location:
        """A record that no directory lists."""
        one = self.one
        return Location("nobody", NOBODY, one.line, country=one.country)


def cast(directory: Directory) -> Cast:
    """The businesses for a directory's pages.

    Raises ValueError when its file gives no example of a listing's address that its second business could have too.
    """
    country = next((code for code in directory.countries if code in _table()), "US")
    facts, trade = _table()[country], _trade(directory, country)
    names = [str(name).format(trade=trade) for name in facts["names"]]
    urls = _urls(directory, names, country)
    one, other = (_business(facts, names, urls, at, country) for at in (0, 1))
    return Cast(one, other, facts["language"], facts["publisher"], facts["publisher_phone"])


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((Path(__file__).parent / "businesses.toml").read_text(encoding="utf-8"))


def _trade(directory: Directory, country: str) -> str:
    home = _table()["trades_at_home"]
    named = next((_table()["trades"].get(industry) for industry in directory.industries), None)
    return str(named or home.get(country, home[""]))


def _business(facts: Mapping[str, Any], names: list[str], urls: list[str], at: int, country: str) -> Business:
    parts = {
        "street": str(facts["streets"][at]),
        "city": str(facts["city"]),
        "region": str(facts["region"]),
        "postcode": str(facts["postcodes"][at]),
    }
    website = f"https://www.{slug(names[at], country).replace('-', '')}.example/"
    line = str(facts["line"]).format(**parts)
    phone = str(facts["phones"][at])
    return Business(names[at], **parts, country=country, line=line, phone=phone, website=website, url=urls[at])


def _urls(directory: Directory, names: list[str], country: str) -> list[str]:
    """The addresses of both listings: the file's first example, and one like it."""
    if not directory.listing_examples:
        if directory.listing_pattern:
            raise ValueError(f"{directory.id}: give listing_examples, so that its pages can stand somewhere")
        home = f"https://{_host(directory)}"
        return [f"{home}/business/{slug(name, country)}" for name in names]
    first = directory.listing_examples[0]
    second = next((url for url in _neighbours(first, names) if url != first and directory.is_listing(url)), "")
    if not second:
        raise ValueError(f"{directory.id}: {first!r} cannot be varied; give an example with a number or the name in it")
    return [first, second]


def _neighbours(url: str, names: list[str]) -> tuple[str, ...]:
    """Addresses like `url`: of the other name, with the next number, with both."""
    words = [re.findall(r"\w+", slug(name).replace("-", " ")) for name in names]
    own, its = words
    named = re.sub(r"(?i)" + r"[\W_]?".join(own), lambda match: _as_in(match[0], its), url)
    runs = list(re.finditer(r"\d+", url))
    if not runs:
        return (named,)
    return (_next_number(named), named, _next_number(url))


def _as_in(found: str, words: list[str]) -> str:
    """`words` joined and capitalised like the name that was `found`."""
    joint = next((sign for sign in found if not sign.isalnum()), "")
    return joint.join(word.capitalize() if found[0].isupper() else word for word in words)


def _next_number(url: str) -> str:
    """`url` with its last number one higher."""
    runs = list(re.finditer(r"\d+", url))
    last = runs[-1]
    return f"{url[: last.start()]}{int(last[0]) + 1:0{len(last[0])}d}{url[last.end() :]}"


def _host(directory: Directory) -> str:
    domain = directory.domains[0].partition("/")[0]
    return domain if domain.count(".") > 1 else f"www.{domain}"
