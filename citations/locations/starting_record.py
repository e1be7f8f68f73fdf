"""Starting records: what a business's own page, or a listing, says of its locations, as records to begin with."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import phonenumbers

from citations.directory import Directory
from citations.locations import countries, values
from citations.locations.columns import table
from citations.locations.locations_file import Unfit
from citations.locations.read import with_ids
from citations.locations.row import clean
from citations.models import Listing, Location, Phone
from citations.postal import Address
from citations.words import Lifecycle

WANTED = ("name", "address", "phone", "website", "hours", "categories")
_SEPARATORS = re.compile(r"[|;,\n]")


@dataclass(frozen=True, slots=True)
class Start:
    """A record to begin with: `sources` says which reader gave each field, `remarks` what could not be used and why."""

    location: Location
    sources: Mapping[str, str]
    remarks: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields, and the parts of an address, that a person should add."""
        fields = tuple(field for field in WANTED if not getattr(self.location, field))
        address = self.location.address
        parts = ("street", "city", "postcode") if isinstance(address, Address) else ()
        return fields + tuple(part for part in parts if not getattr(address, part))


def starting_records(
    listings: Iterable[Listing], page: str = "", directory: Directory | None = None, country: str = "US"
) -> tuple[Start, ...]:
    """A record for each listing that has a name, and an address or a phone; the same place twice is one.

    `page` is the address of the business's own page: its website, when it names none. With a
    `directory` the listings are of that directory, and become known listings. `country` (code or
    name) holds for places that name none and whose phone does not tell it. Raises Unfit for a
    country that is not known.
    """
    default = countries.country(country)
    starts = [_Start(listing, page, directory, default).made() for listing in listings]
    usable = [start for start in starts if _is_usable(start.location)]
    different = list({repr(start.location): start for start in usable}.values())
    places = with_ids(start.location for start in different)
    return tuple(replace(start, location=place) for start, place in zip(different, places, strict=True))


def _is_usable(place: Location) -> bool:
    """True for what a locations file takes: a name, and a place or a phone to find it by."""
    address = place.address
    where = (address.street or address.city or address.postcode) if isinstance(address, Address) else address
    return bool(place.name and (where or place.phone))


class _Start:
    """Makes one record; every value keeps the rules of a locations file."""

    def __init__(self, listing: Listing, page: str, directory: Directory | None, default: str) -> None:
        self._listing, self._page, self._directory = listing, page, directory
        self._sources = {field: reader for field, (_, reader) in listing.sources.items()}
        self._remarks: list[str] = []
        self._country = self._told_country()
        if not self._country:
            self._country = default
            self._remarks.append(f"the page names no country; {default} is taken (--country)")

    def made(self) -> Start:
        listing = self._listing
        phones = [phone for text in listing.phones if (phone := self._fit("phone", text, self._phone))]
        location = Location(
            id="",
            name=_line(listing.name),
            address=self._address(),
            phone=phones[0] if phones else "",
            website=self._website(),
            country=self._country,
            phones=tuple(map(Phone, dict.fromkeys(phones[1:]))),
            hours=_line(listing.hours),
            categories=tuple(dict.fromkeys(part for text in listing.categories for part in _several(text))),
            listings=self._listings(),
            latitude=listing.latitude,
            longitude=listing.longitude,
        )
        if listing.lifecycle is not Lifecycle.OPEN:
            self._remarks.append(f"the page says of it: {listing.lifecycle.replace('_', ' ')}")
        return Start(location, self._sources, tuple(self._remarks))

    def _told_country(self) -> str:
        """The country of the address, else that of a phone number with its country's code."""
        address = self._listing.address
        if isinstance(address, Address) and address.country:
            self._sources["country"] = self._sources.get("address", "")
            return self._fit("country", address.country, countries.country)
        for text in self._listing.phones:
            if text.strip().startswith("+") and (region := _region(text)):
                self._sources["country"] = "its phone number"
                return region
        return ""

    def _address(self) -> Address | str:
        address = self._listing.address
        if not isinstance(address, Address):
            return _part(address or "")
        region = _part(address.region)
        code = self._fit("postcode", address.postcode, lambda text: countries.postcode(text, self._country, region))
        street, number, unit, city = map(_part, (address.street, address.number, address.unit, address.city))
        made = Address(street, number, unit, city, region, code, self._country)
        return "" if made.is_blank else made

    def _website(self) -> str:
        if self._listing.website:
            self._sources.setdefault("website", "a link on the page")
            return self._fit("website", self._listing.website, values.website)
        if self._directory is None and self._page.startswith(("http://", "https://")):
            self._sources["website"] = "the page's own address"
            return self._page.partition("#")[0]
        return ""

    def _listings(self) -> dict[str, str]:
        directory, url = self._directory, self._listing.url
        return {directory.id: url} if directory and directory.is_listing(url) else {}

    def _phone(self, text: str) -> str:
        return values.phone(_SEPARATORS.sub(" ", text), self._country)

    def _fit(self, what: str, text: str, rule: Callable[[str], str]) -> str:
        """The value as a locations file would take it; else blank, with a remark."""
        value = _line(text)
        try:
            return _line(rule(value)) if value else ""
        except Unfit as fault:
            self._remarks.append(f"{what} {value!r} is left out: {fault}")
            return ""


def _region(phone: str) -> str:
    try:
        return phonenumbers.region_code_for_number(phonenumbers.parse(phone)) or ""
    except phonenumbers.NumberParseException:
        return ""


def _line(text: str) -> str:
    """The text on one line; what only says that there is nothing is blank."""
    line = " ".join(clean(text).split())
    return "" if line.lower() in table()["words"]["nothing"] else line


def _part(text: str) -> str:
    """A part of an address, without the commas that join it to others."""
    return _line(clean(text).strip(", \n"))


def _several(text: str) -> Iterator[str]:
    yield from (part for one in _SEPARATORS.split(text) if (part := _line(one)))
