"""Listings at which several checks ended: in one directory a listing is one location's.

Each check looks by itself, so two locations of a client may both be `listed` at one address, or one has for a second
listing what is a sister's own. The optimal assignment decides (`citations.nap.assignment`), and the checks are mended:

held        stays, without the second listings that are a sister's
contested   ambiguous: a person has to say whose it is
taken       unverified, with the sister's name, until the directory has been searched past it; ambiguous where second
            listings are left
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from citations.audit.duplicates import without_duplicates
from citations.directory import Directory
from citations.findings import tally
from citations.models import Check, Listing, Location
from citations.nap import Batch, identify
from citations.nap.assignment import Assigned, Became, Claim, assign
from citations.nap.batch import label
from citations.same_page import is_among, page_key
from citations.store import NOTHING_DECIDED, AuditInfo, Decided, Store
from citations.words import Reason, Status

Key = tuple[str, str, str]
_BY_WORD, _BY_RECORD, _BY_EVIDENCE = 2, 1, 0


@dataclass(frozen=True, slots=True)
class Party:
    """A location that is listed in a directory: its check, what people said there, and where it is known to be."""

    location: Location
    check: Check
    decided: Decided = NOTHING_DECIDED
    known: str = ""

    @property
    def listings(self) -> Iterator[Listing]:
        """Its listing, and its second ones, at addresses of their own."""
        every = (self.check.listing, *self.check.candidates)
        return (listing for listing in every if listing and listing.url)

    def claim(self, listing: Listing, key: Hashable, batch: Batch) -> Claim:
        """Its claim on a listing: by a person's word, by the record or the tracker, or by the evidence alone."""
        if is_among(listing.url, self.decided.ours):
            return Claim(self.location.id, key, 0.0, _BY_WORD)
        bits = identify(self.location, listing, batch).bits
        return Claim(self.location.id, key, bits, _BY_RECORD if is_among(listing.url, [self.known]) else _BY_EVIDENCE)


@dataclass(frozen=True, slots=True)
class Parted:
    """A check as it is when each listing is one location's; `taken` are sisters' listings by URL, with their names."""

    check: Check
    taken: Mapping[str, str] = field(default_factory=dict)


def part(parties: Sequence[Party], directory: Directory, batch: Batch) -> Iterator[Parted]:
    """The checks, of one client in one directory, that change when each listing is one location's."""
    places = {party.location.id: party.location for party in parties}
    claimed = [(party, listing, _key(listing, directory)) for party in parties for listing in party.listings]
    became = assign(party.claim(listing, key, batch) for party, listing, key in claimed)
    of_party: dict[str, list[tuple[Listing, Assigned]]] = defaultdict(list)
    for (party, listing, _), assigned in zip(claimed, became, strict=True):
        of_party[party.location.id].append((listing, assigned))
    for party in parties:
        parted = _parted(party, of_party[party.location.id], places)
        if parted.check is not party.check:
            yield parted


def _key(listing: Listing, directory: Directory) -> Hashable:
    """What two readings of one listing have in common; a card without an address of its own stands at its page's."""
    page = page_key(listing.url)
    if directory.listing_pattern and directory.is_listing(listing.url):
        return page
    return page, listing.name, str(listing.address or "")


def _parted(party: Party, found: Sequence[tuple[Listing, Assigned]], places: Mapping[str, Location]) -> Parted:
    def sister(assigned: Assigned) -> str:
        return label(places[assigned.rival.location], party.location) if assigned.rival else ""

    (listing, own), *further = found
    taken = {one.url: sister(assigned) for one, assigned in further if assigned.became is Became.TAKEN}
    check = without_duplicates(party.check, taken)
    if own.became is Became.CONTESTED:
        why = f"{listing.url}: {own.why(sister(own))}, and is one location's; a person has to say whose it is"
        return Parted(_doubtful(check, (listing, *check.candidates), why), taken)
    if own.became is Became.TAKEN:
        taken = {listing.url: sister(own), **taken}
        why = f"{listing.url} is the listing of {sister(own)}: {own.why(sister(own))}"
        return Parted(_doubtful(check, check.candidates, why), taken)
    return Parted(check, taken)


def _doubtful(check: Check, candidates: Sequence[Listing], why: str) -> Check:
    """The check without its listing: ambiguous where candidates are left, else unverified."""
    doubtful = replace(check, listing=None, comparison=None, link=None, candidates=tuple(candidates), detail=why)
    if candidates:
        return replace(doubtful, status=Status.AMBIGUOUS, url=candidates[0].url)
    detail = f"{why}; nothing else was looked for"
    return replace(doubtful, status=Status.UNVERIFIED, reason=Reason.WEAK_SEARCH, url="", identity=None, detail=detail)


class SharedListings:
    """Parts the listings that an audit has found for several locations of a client."""

    def __init__(self, store: Store, audit: AuditInfo, batch: Batch, directories: Iterable[Directory]) -> None:
        self._store, self._audit, self._batch = store, audit, batch
        # A business's own site is about all its branches.
        self._directories = {one.id: one for one in directories if "*" not in one.domains}
        self._tiers = {info.id: info.tier for info in audit.directories}
        self._places = {place.id: place for place in batch.locations}

    def settle(self, of: Check | None = None) -> list[Parted]:
        """Mend the checks in the store, with `of` only those that claim what it has; returns those that changed."""
        changed = self.part(of)
        self.keep(changed)
        return changed

    def part(self, of: Check | None = None) -> list[Parted]:
        """The checks that `settle` would change; nothing is kept yet."""
        decided = self._store.people.decided(self._audit.source)
        changed: list[Parted] = []
        for key in [of.directory] if of else self._directories:
            for parties in self._contests(key, decided, of) if key in self._directories else ():
                changed += part(parties, self._directories[key], self._batch)
        return changed

    def keep(self, changed: Iterable[Parted]) -> None:
        """Put checks in the store as they are now."""
        for parted in changed:
            self._store.save(self._audit.id, parted.check, tally(parted.check, self._tiers[parted.check.directory]))

    def holder(self, location: Location, directory: str, url: str) -> Location | None:
        """The sister of `location` that is listed at `url`; None when none is."""
        for client, other, at in self._store.claimed(self._audit.id, directory):
            if client == location.client and other != location.id and page_key(at) == page_key(url):
                return self._places[other]
        return None

    def _contests(self, key: str, decided: Mapping[Key, Decided], of: Check | None) -> Iterator[list[Party]]:
        """Those who claim one listing with others, client by client."""
        claims: dict[tuple[str, Hashable], set[str]] = defaultdict(set)
        for client, location, url in self._claimed(key, of):
            claims[client, page_key(url)].add(location)
        of_client: dict[str, set[str]] = defaultdict(set)
        for (client, _), locations in claims.items():
            if len(locations) > 1 and (of is None or of.location in locations):
                of_client[client] |= locations
        for locations in of_client.values():
            yield [self._party(location, key, decided) for location in sorted(locations)]

    def _claimed(self, key: str, of: Check | None) -> Iterator[tuple[str, str, str]]:
        """(client, location id, URL); the second listings of all, or quicker only those of one check."""
        yield from self._store.claimed(self._audit.id, key)
        if of is None:
            yield from self._store.doubled(self._audit.id, key)
        else:
            client = self._places[of.location].client
            yield from ((client, of.location, other.url) for other in of.candidates if other.url)

    def _party(self, location: str, key: str, decided: Mapping[Key, Decided]) -> Party:
        place, check = self._places[location], self._store.check(self._audit.id, location, key)
        if check is None:
            raise LookupError(f"the check of {location} in {key} is gone")
        said = decided.get((place.client, location, key), NOTHING_DECIDED)
        return Party(place, check, said, self._directories[key].known_url(place) or said.tracked)
