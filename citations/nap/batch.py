"""The locations of one audit, indexed once: whose value is this, and how many share it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from citations.models import Listing, Location
from citations.nap.address import address_key, compare_parts
from citations.nap.name import read_name, same_name
from citations.nap.phone import listed_numbers, main_number, read_phones
from citations.nap.website import Site, listed_website, read_site
from citations.nap.whole_address import complete
from citations.postal import Address
from citations.words import PhoneRole

Index = dict[object, list[Location]]


class Batch:
    """Locations indexed by phone, address, name and website.

    Only locations of the same client are siblings: another client's value is simply another's.
    """

    def __init__(self, locations: Iterable[Location]) -> None:
        self.locations: tuple[Location, ...] = tuple(locations)
        self._phones: Index = defaultdict(list)
        self._addresses: Index = defaultdict(list)
        self._names: Index = defaultdict(list)
        self._pages: Index = defaultdict(list)
        self._domains: Index = defaultdict(list)
        for location in self.locations:
            self._add(location)

    def _add(self, location: Location) -> None:
        for number in own_numbers(location):
            self._phones[number].append(location)
        if any(key := address_key(location.address, location.country)):
            self._addresses[key].append(location)
        self._names[read_name(location.name).squeezed].append(location)
        if (site := read_site(location.website)).host:
            self._pages[site].append(location)
            self._domains[site.domain].append(location)

    def __len__(self) -> int:
        return len(self.locations)

    def with_phone(self, location: Location, numbers: Iterable[str]) -> Location | None:
        """A sibling that owns one of these E.164 numbers."""
        return next((other for number in numbers for other in self._siblings(self._phones, number, location)), None)

    def at_address(self, location: Location, address: Address | str | None) -> Location | None:
        """A sibling whose address this is, unit included."""
        theirs = complete(address, location.country)
        key = address_key(theirs, location.country)
        for other in self._siblings(self._addresses, key, location) if key[0] or key[1] else ():
            verdict = compare_parts(theirs, complete(other.address, other.country), other.country).verdict
            if verdict.is_right:
                return other
        return None

    def with_name(self, location: Location, name: str) -> Location | None:
        """A sibling with this name, when it is not also ours."""
        read = read_name(name)
        if same_name(read, read_name(location.name)):
            return None
        found = self._siblings(self._names, read.squeezed, location)
        return next((other for other in found if same_name(read, read_name(other.name))), None)

    def with_page(self, location: Location, site: Site) -> Location | None:
        """A sibling whose very page this is, or under whose page it lies, when it is a page of its own."""
        ours = read_site(location.website)
        for page in (site, *site.pages_above):
            if page == ours:
                return None
            if other := next(self._siblings(self._pages, page, location), None):
                return other
        return None

    def phone_shared_by(self, number: str, location: Location) -> int:
        """How many locations of the batch that go by this location's name own this E.164 number.

        Others at the same number have names of their own, as the practitioners of one practice do.
        """
        name = read_name(location.name).squeezed
        return sum(read_name(other.name).squeezed == name for other in self._phones.get(number, ()))

    def site_shared_by(self, domain: str) -> int:
        """How many locations of the batch have a website on this domain."""
        return len(self._domains.get(domain, ()))

    def named(self, name: str) -> int:
        """How many locations of the batch, whoever's, go by this name."""
        return len(self._names.get(read_name(name).squeezed, ()))

    def rivals(self, location: Location, listing: Listing) -> Sequence[Location]:
        """Siblings that share the listing's number, address or page, each once."""
        numbers = [number.e164 for number in listed_numbers(listing, location.country)]
        key = address_key(listing.address, location.country)
        site = read_site(listed_website(listing))
        found = [other for number in numbers for other in self._siblings(self._phones, number, location)]
        found += self._siblings(self._addresses, key, location)
        found += self._siblings(self._pages, site, location)
        return tuple({other.id: other for other in found}.values())[:20]

    @staticmethod
    def _siblings(index: Index, key: object, location: Location) -> Iterator[Location]:
        for other in index.get(key, ()):
            if other.id != location.id and other.client == location.client:
                yield other


def own_numbers(location: Location) -> frozenset[str]:
    """The E.164 numbers that reach a location now: main, tracking, toll-free."""
    texts = [main_number(location)]
    texts += [phone.number for phone in location.phones if phone.role not in (PhoneRole.RETIRED, PhoneRole.FAX)]
    return frozenset(number.e164 for text in texts for number in read_phones(text, location.country) if number.e164)


def label(location: Location, beside: Location | None = None) -> str:
    """How to speak of a sibling: by its name when that tells it apart, else by its street and city."""
    if beside is None or location.name != beside.name:
        return location.name
    ours, theirs = (complete(place.address, place.country) for place in (location, beside))
    street = f"{ours.number} {ours.street}".strip()
    if street == f"{theirs.number} {theirs.street}".strip():
        street = ours.unit or location.id
    place = ours.city if ours.city != theirs.city else street
    return f"{location.name} ({place or street or location.id})"
