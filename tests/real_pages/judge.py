"""Whether a listing was read right, field by field, against what a person wrote down of its page.

The comparison is independent of the product's own: a phone is its number, a website its host, a street line its
words in any order (house numbers stand before or behind), all else letters and digits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import phonenumbers

from citations import Address, Listing
from citations.postal.regions import region_code
from tests.real_pages.saved import Truth

FIELDS = ("name", "street", "city", "region", "postcode", "phone", "website")
RIGHT, WRONG, MISSED, EXTRA = "right", "wrong", "missed", "extra"


@dataclass(frozen=True)
class Judged:
    """One field of one listing: what the page shows, what was read, and the word for it."""

    file: str
    field: str
    shown: str
    read: str
    word: str


def judged(truth: Truth, listing: Listing | None, country: str) -> Iterator[Judged]:
    """Each field that the page shows or that was read all the same.

    Left out: what the truth does not tell of this page (a column it lacks, values that stand in scripts only), and
    the address of a business's own site where its page does not print it.
    """
    for field in FIELDS:
        if field not in truth:
            continue
        shown, read = truth[field], value(listing, field) if listing else ""
        same = means(field, shown, country) == means(field, read, country)
        if (same and not shown) or (not shown and (_is_not_told(truth, field))):
            continue
        yield Judged(truth["file"], field, shown, read, _word(shown, read, same=same))


def _word(shown: str, read: str, *, same: bool) -> str:
    if same:
        return RIGHT
    if not read:
        return MISSED
    return WRONG if shown else EXTRA


def _is_not_told(truth: Truth, field: str) -> bool:
    own_site = "own site" in truth["site"] or "store page" in truth["site"]
    return "inline JS" in truth.get("note", "") or (own_site and field == "website")


def value(listing: Listing, field: str) -> str:
    """What was read of a field, as text."""
    if field == "phone":
        return "; ".join(listing.phones)
    if field in ("name", "website"):
        return str(getattr(listing, field))
    address = listing.address if isinstance(listing.address, Address) else Address(street=str(listing.address or ""))
    if field == "street":
        return " ".join(filter(None, (address.number, address.street, address.unit)))
    return str(getattr(address, field))


def means(field: str, text: str, country: str) -> object:
    """What of a value is compared."""
    if field == "phone":
        return _numbers(text, country)
    if field == "website":
        return (urlsplit(text if "://" in text else f"http://{text}").hostname or "").removeprefix("www.")
    if field == "region":
        text = region_code(text, country)
    if field == "city":
        text = text.partition(" (")[0]  # "Stuttgart (Möhringen)": the district
    if field == "street":
        text = re.sub(r"(?<=\d)\s+(?=[a-z]\b)", "", text.casefold())  # "77 a"
    words = re.findall(r"\w+", text.casefold())
    return sorted(words) if field == "street" else "".join(words)


def _numbers(text: str, country: str) -> frozenset[str]:
    found = frozenset(
        phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        for match in phonenumbers.PhoneNumberMatcher(text, country, leniency=phonenumbers.Leniency.POSSIBLE)
    )
    return found or frozenset(filter(None, [re.sub(r"\D", "", text)]))
