"""The peer that does our job the plain way: both sides of every pair are parsed with the usual libraries.

It gives what we give, as far as those libraries and a few dictionaries go: a verdict and a reason for each field, and
for each part of the address. Nothing is remembered from pair to pair. It is written to be quick at that: tables are
dictionaries, expressions are compiled once, and a value that is the very same text on both sides is parsed no more
than the other.
"""

import re
from typing import NamedTuple
from urllib.parse import urlsplit

import phonenumbers
import tldextract
import usaddress
from rapidfuzz import fuzz

from citations.models import Listing, Location

PARTS = {
    "AddressNumber": "number",
    "AddressNumberPrefix": "number",
    "AddressNumberSuffix": "number",
    "StreetNamePreDirectional": "street",
    "StreetNamePreModifier": "street",
    "StreetNamePreType": "street",
    "StreetName": "street",
    "StreetNamePostType": "street",
    "StreetNamePostDirectional": "street",
    "USPSBoxType": "street",
    "USPSBoxID": "street",
    "OccupancyType": "unit",
    "OccupancyIdentifier": "unit",
    "SubaddressType": "unit",
    "SubaddressIdentifier": "unit",
    "PlaceName": "city",
    "StateName": "region",
    "ZipCode": "postcode",
}
NAMES = ("number", "street", "unit", "city", "region", "postcode")
SPELLINGS = {  # what a script writes first; it grows with every customer
    "street": "st",
    "avenue": "ave",
    "boulevard": "blvd",
    "drive": "dr",
    "lane": "ln",
    "road": "rd",
    "court": "ct",
    "place": "pl",
    "parkway": "pkwy",
    "circle": "cir",
    "terrace": "ter",
    "highway": "hwy",
    "north": "n",
    "south": "s",
    "east": "e",
    "west": "w",
    "suite": "#",
    "ste": "#",
    "unit": "#",
    "apt": "#",
    "apartment": "#",
}
STATES = {"texas": "tx", "ohio": "oh", "colorado": "co", "arizona": "az", "tennessee": "tn", "wisconsin": "wi"}
DAYS = ("mo", "tu", "we", "th", "fr", "sa", "su")
WORDS = re.compile(r"[a-z0-9]+|#")
TIME = r"(\d\d?):(\d\d)\s*([ap]?)m?"
HOURS = re.compile(rf"([a-z]{{2}})[a-z]*(?:\s*-\s*([a-z]{{2}})[a-z]*)?:?\s+(?:(closed|off)|{TIME}\s*[-–]\s*{TIME})")
FORMS = frozenset({"llc", "inc", "corp", "ltd", "co", "the", "and", "pllc", "gmbh"})
SUFFIXES = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


class Said(NamedTuple):
    """A verdict with its reason."""

    verdict: str
    reason: str = ""


class Compared(NamedTuple):
    """The verdicts on one pair."""

    name: Said
    address: dict[str, Said]
    phone: Said
    website: Said
    hours: Said


def compared(place: Location, listing: Listing) -> Compared:
    """Every field of a pair, both sides parsed."""
    theirs, ours = _parts(str(listing.address or "")), _parts(str(place.address))
    return Compared(
        _name(listing.name, place.name),
        {part: _held(part, theirs.get(part, ""), ours.get(part, "")) for part in NAMES},
        _phone(listing.phones, place.phone, place.country),
        _held("website", _site(listing.website), _site(place.website)),
        _hours(listing.hours, place.hours),
    )


def _held(what: str, listed: str, canonical: str) -> Said:
    """Two values in one form."""
    if listed == canonical:
        return Said("same")
    if not listed:
        return Said("incomplete", f"The listing leaves out {what} {canonical}.")
    return Said("different", f"The listing says {what} {listed}; you have {canonical}.")


def _parts(text: str) -> dict[str, str]:
    try:
        labelled = list(usaddress.tag(text)[0].items())
    except usaddress.RepeatedLabelError as error:
        labelled = [(label, word) for word, label in error.parsed_string]
    found: dict[str, str] = {}
    for label, words in labelled:
        if part := PARTS.get(label):
            found[part] = f"{found.get(part, '')} {_standard(words)}".strip()
    found["postcode"] = found.get("postcode", "")[:5]
    found["region"] = STATES.get(found.get("region", ""), found.get("region", ""))
    return found


def _standard(text: str) -> str:
    return " ".join(SPELLINGS.get(word, word) for word in WORDS.findall(text.lower()))


def _name(listed: str, canonical: str) -> Said:
    theirs, ours = (" ".join(w for w in WORDS.findall(name.lower()) if w not in FORMS) for name in (listed, canonical))
    if theirs == ours:
        return Said("same")
    score = fuzz.token_sort_ratio(theirs, ours)
    return Said("formatting" if score >= 90 else "different", f"{listed} and {canonical}: {score:.0f} of 100")


def _phone(listed: tuple[str, ...] | list[str], canonical: str, country: str) -> Said:
    ours = _e164(canonical, country)
    theirs = [_e164(text, country) for text in listed]
    if ours in theirs:
        return Said("same")
    if not theirs:
        return Said("absent", "The listing shows no number.")
    return Said("different", f"The listing sends callers to {', '.join(theirs)}; your number is {ours}.")


def _e164(text: str, country: str) -> str:
    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return text
    if not phonenumbers.is_possible_number(number):
        return text
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _site(url: str) -> str:
    if not url:
        return ""
    parts = urlsplit(url if "//" in url else f"http://{url}")
    return SUFFIXES(parts.hostname or "").top_domain_under_public_suffix + parts.path.rstrip("/")


def _hours(listed: str, canonical: str) -> Said:
    theirs, ours = _week(listed), _week(canonical)
    wrong = [day for day, here, there in zip(DAYS, ours, theirs, strict=True) if here != there]
    return Said("different", f"The listing shows other hours on {', '.join(wrong)}.") if wrong else Said("same")


def _week(text: str) -> list[str]:
    week = [""] * 7
    for first, last, closed, *times in HOURS.findall(text.lower()):
        if first in DAYS and (last or first) in DAYS:
            span = "" if closed else f"{_minutes(*times[:3])}-{_minutes(*times[3:])}"
            for day in range(DAYS.index(first), DAYS.index(last or first) + 1):
                week[day] = span
    return week


def _minutes(hour: str, minute: str, half: str) -> int:
    return int(hour) % (12 if half else 24) * 60 + int(minute) + (720 if half == "p" else 0)
