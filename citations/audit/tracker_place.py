"""Whose row it is: the location, or the client, that a row of a tracker is about.

Its words are looked for in everything that is known of the locations. No likeness decides: a row that fits
none, or several alike, is named and left to a person.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citations.locations import Clues, place_noise
from citations.models import Location
from citations.nap.batch import own_numbers
from citations.nap.phone import read_phones
from citations.postal.folding import without_umlauts, words
from citations.postal.regions import region_name
from citations.postal.vocabulary import country, directions, street_types

_MOST_NAMED = 4
Index = dict[str, set[int]]


@dataclass(frozen=True, slots=True)
class Whose:
    """The location of a row, or the client whose locations it is of; else `why` it cannot be told."""

    location: Location | None = None
    client: str | None = None
    why: str = ""


class Places:
    """The locations of an audit, found by the words that a tracker uses for them."""

    def __init__(self, locations: Sequence[Location]) -> None:
        self._locations = tuple(locations)
        self._known: dict[tuple[Clues, str], Whose] = {}
        languages = dict.fromkeys(name for place in locations for name in country(place.country).languages)
        self._standard = directions(tuple(languages)) | street_types(tuple(languages))
        self._noise = frozenset(self._word(word) for word in place_noise())
        self._with: Index = defaultdict(set)
        self._in: Index = defaultdict(set)
        self._called: Index = defaultdict(set)
        self._codes: dict[str, int] = {}
        self._phones: Index = defaultdict(set)
        for index, place in enumerate(self._locations):
            self._take(index, place)

    def of(self, clues: Clues, title: str = "") -> Whose:
        """Whose a row with these clues is; `title`, its sheet's, counts where it is the name of something here."""
        key = (clues, title)
        if key not in self._known:
            self._known[key] = self._found(clues, title)
        return self._known[key]

    def _found(self, clues: Clues, title: str) -> Whose:
        texts = [text for text in (*clues.texts, clues.client) if self._informs(text)]
        if not texts and self._fits(title, self._with):
            texts = [title]
        fits = [self._fits(text, self._with) for text in texts]
        fits += [self._fits(area, self._in) for area in clues.areas if self._informs(area)]
        if clues.phone and (known := self._by_phone(clues.phone)):
            fits.append(known)
        if (index := self._codes.get(clues.code.strip().casefold())) is not None:
            fits.append({index})
        fit = _common(fits) if fits else set(range(len(self._locations)))
        if not fit:
            return Whose(why=f"{str(clues) or title!r} is no location of this audit")
        if len(fit) > 1:
            fit = self._exactly(fit, (*texts, *clues.areas))
        if len(fit) == 1:
            return Whose(self._locations[next(iter(fit))])
        return self._of_client(fit, clues, title)

    def named(self, text: str) -> bool:
        """True when a text names one location, as the line above a block of rows does."""
        return bool(text) and self.of(Clues(texts=(text,))).location is not None

    def _of_client(self, fit: set[int], clues: Clues, title: str) -> Whose:
        """A row of several locations is their client's when it says no more than whose client it is."""
        clients = {self._locations[index].client for index in fit}
        of_client = {index for index, place in enumerate(self._locations) if place.client in clients}
        if len(clients) == 1 and fit == of_client and not (clues.texts or clues.areas or clues.phone):
            return Whose(client=clients.pop())
        names = ", ".join(self._locations[index].id for index in sorted(fit)[:_MOST_NAMED])
        more = f" and {len(fit) - _MOST_NAMED} more" if len(fit) > _MOST_NAMED else ""
        said = repr(str(clues) or title) if clues or title else "a row without a location"
        return Whose(why=f"{said} fits {len(fit)} locations ({names}{more}); name the store code")

    def _take(self, index: int, place: Location) -> None:
        self._codes[place.id.strip().casefold()] = index
        address = place.postal
        old = [former.value for former in place.former if former.field in ("name", "address")]
        area = (address.city, address.region, region_name(address.region, place.country), address.postcode)
        for text in (place.id, place.name, *place.aliases, *old, str(place.address), place.client, *area):
            for word in self._words(text):
                self._with[word].add(index)
        for word in self._words(" ".join(area)):
            self._in[word].add(index)
        street = f"{address.number} {address.street}"
        for text in (place.id, place.name, *place.aliases, address.city, street, f"{place.name} {address.city}"):
            self._called[self._key(text)].add(index)
        for number in own_numbers(place):
            self._phones[number].add(index)

    def _informs(self, text: str) -> bool:
        return any(word not in self._noise for word in self._words(text))

    def _fits(self, text: str, index: Index) -> set[int]:
        """The locations of which every word is known; a word that tells nothing may be lacking."""
        wanted = [word for word in self._words(text) if word in index or word not in self._noise]
        return _common([index.get(word, set()) for word in wanted])

    def _exactly(self, fit: set[int], texts: Sequence[str]) -> set[int]:
        """Those of several that are called just so, where the others only share the words."""
        counts = Counter(index for text in texts for index in self._called.get(self._key(text), ()) if index in fit)
        most = max(counts.values(), default=0)
        return {index for index, number in counts.items() if number == most} or fit

    def _by_phone(self, text: str) -> set[int]:
        countries = dict.fromkeys(place.country for place in self._locations)
        numbers = {number.e164 for code in countries for number in read_phones(text, code) if number.e164}
        return set().union(*(self._phones.get(number, set()) for number in numbers))

    def _words(self, text: str) -> Iterator[str]:
        return (self._word(word) for word in words(text) if word != "&")

    def _word(self, word: str) -> str:
        word = self._standard.get(word, word).casefold()
        return without_umlauts(re.sub(r"(?<=\w)strasse$", "str", word))

    def _key(self, text: str) -> str:
        return "".join(word for word in self._words(text) if word not in self._noise)


def _common(sets: Sequence[set[int]]) -> set[int]:
    """What is in all of them, beginning with the smallest; nothing when there is none."""
    smallest, *others = sorted(sets, key=len) or [set()]
    return smallest.intersection(*others)
