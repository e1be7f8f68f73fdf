"""How near a listed name comes to one of the record's names, as named levels."""

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz import fuzz

from citations.models import Listing, Location
from citations.nap.batch import Batch
from citations.nap.levels.unmatched import unmatched
from citations.nap.name import Name, category_words, read_name, same_name
from citations.nap.name_extra import added_tail, is_department, tails, trading_names
from citations.nap.name_place import place_words
from citations.nap.whole_address import complete
from citations.postal.folding import fold, words
from citations.postal.table import rows

# Letters that two names share, in percent, from which they count as the same, as most and as half of them.
_SHARED_LETTERS = ((96, "same"), (80, "most"), (50, "half"))


def name_level(location: Location, listing: Listing) -> str:
    """How near the listed name comes to one of the record's names."""
    if not read_name(listing.name).core or not read_name(location.name).core:
        return "blank"
    theirs, ours = _names(listing.name), _names(location.name)
    if any(same_name(a, b) for a in theirs for b in ours):
        return "same"
    former = [former.value for former in location.former if former.field == "name"]
    if any(same_name(a, read_name(text)) for a in theirs for text in (*location.aliases, *former)):
        return "alias"
    return _nearness(listing.name, location.name, _place_words(location, listing))


def letters_level(location: Location, listing: Listing) -> str:
    """How many of their letters the two names share, blanks apart: a plural, a typing error, another spelling."""
    ours, theirs = read_name(location.name).squeezed, read_name(listing.name).squeezed
    if not ours or not theirs:
        return "blank"
    percent = fuzz.ratio(ours, theirs)
    return next((level for least, level in _SHARED_LETTERS if percent >= least), "few")


def chain_level(location: Location, listing: Listing, batch: Batch | None) -> str:
    """How many locations of the batch go by one of the two names: the name of a chain tells little."""
    known = max(batch.named(location.name), batch.named(listing.name)) if batch else 1
    return "one" if known <= 1 else "few" if known <= 5 else "many"


def rarity_level(location: Location, listing: Listing) -> str:
    """How many words that few names have stand in the one of the two names that has the fewest."""
    ours, theirs = read_name(location.name).core, read_name(listing.name).core
    if not ours or not theirs:
        return "blank"
    rare = min(len(set(core) - common_words()) for core in (ours, theirs))
    return ("none", "one", "more")[min(rare, 2)]


@cache
def common_words() -> frozenset[str]:
    """The words of `common_words.csv`: many names have them."""
    return frozenset(row["word"] for row in rows(Path(__file__).parents[1] / "tables" / "common_words.csv"))


@lru_cache(4096)
def _names(text: str) -> Sequence[Name]:
    """Each name in a text: both sides of "trading as", and the words in another script beside Latin ones."""
    parts = trading_names(text)
    if text.isascii() and "&" not in text:  # nor hides a sign of HTML a letter of another script
        return [read_name(part) for part in parts if part]
    foreign = (" ".join(word for word in part.split() if not fold(word).isascii()) for part in parts)
    return [read_name(part) for part in (*parts, *foreign) if part]


def _place_words(location: Location, listing: Listing) -> frozenset[str]:
    """The words of both addresses: street, town, region and country."""
    found: set[str] = set()
    for address in (location.address, listing.address):
        place = complete(address, location.country)
        found |= place_words(place.city, place.region, location.country) | set(words(place.street))
    return frozenset(found)


def _nearness(listed: str, canonical: str, place: frozenset[str]) -> str:
    """The level of two names that are not the same."""
    tail = added_tail(listed, canonical) or added_tail(canonical, listed)
    if tail and not is_department(tail, place):
        level = _added(frozenset(read_name(tail).core), place)
        return "aside" if level == "extended" and f"({tail}" in f"{listed} {canonical}".replace("( ", "(") else level
    if _tails_differ(listed, canonical, place):
        return "other_tail"
    a, b = read_name(listed), read_name(canonical)
    if a.number and b.number and a.number != b.number:
        return "other_number"
    theirs, ours = unmatched(a.core, b.core)
    if theirs and ours:
        return _each_has_more(a, b, theirs, ours, place)
    return _added(theirs | ours, place) if theirs or ours else "misspelt"


def _tails_differ(listed: str, canonical: str, place: frozenset[str]) -> bool:
    """One head, and behind a dash or comma something else: two advisors, wards or machines of one house."""
    first, second = tails(listed, canonical)
    first, second = first - place, second - place
    return bool(first and second) and not first & second


def _added(extra: frozenset[str], place: frozenset[str]) -> str:
    """The level of a name that has everything of the other, and these words more."""
    rest = extra - place
    if not rest:
        return "with_place"
    for kind in ("department", "venue"):
        if rest & category_words(kind) or any(_ends_with(word, kind) for word in rest):
            return kind
    if rest <= category_words("category"):
        return "category"
    return "numbered" if all(map(_is_mark, rest)) else "extended"


def _ends_with(word: str, kind: str) -> bool:
    """True where no blanks part the words, and the last is of that kind."""
    return not word.isascii() and any(word.endswith(end) for end in category_words(kind) if not end.isascii())


def _is_mark(word: str) -> bool:
    """A number or a letter that tells one of several apart: Building 2, Block C, Tower II."""
    return len(word) == 1 or word in ("ii", "iii", "iv") or any(letter.isdigit() for letter in word)


def _each_has_more(a: Name, b: Name, theirs: frozenset[str], ours: frozenset[str], place: frozenset[str]) -> str:
    """The level of names that each have words of their own."""
    shorter, longer = sorted((a.squeezed, b.squeezed), key=len)
    if not shorter.isascii() and len(shorter) >= 3 and shorter in longer:  # a script without blanks between words
        rest = longer.replace(shorter, "")
        return "department" if any(word in rest for word in category_words("department")) else "extended"
    if any(map(_is_mark, theirs)) and any(map(_is_mark, ours)):
        return "other_number"
    if theirs | ours <= place:
        return "other_place"
    shared = min(len(set(a.core) - theirs), len(set(b.core) - ours))
    if _are_two_parts(theirs, ours):
        return "other_department" if shared else "conflict"
    return _shared_words(a, b, theirs, ours, shared)


def _are_two_parts(theirs: frozenset[str], ours: frozenset[str]) -> bool:
    """One names a counter or a ward, or both name a room for guests: the cafe and the dining room of a hotel."""
    rooms = category_words("venue") | category_words("category")
    both = bool(theirs & rooms and ours & rooms and (theirs | ours) & category_words("venue"))
    return both or bool((theirs | ours) & category_words("department"))


def _shared_words(a: Name, b: Name, theirs: frozenset[str], ours: frozenset[str], shared: int) -> str:
    rest = ["".join(word for word in name.core if word in own) for name, own in ((a, theirs), (b, ours))]
    if fuzz.ratio(a.squeezed, b.squeezed) >= 85 and fuzz.ratio(*rest) >= 60:
        return "nearly"
    least = min(len(set(a.core)), len(set(b.core)))
    if shared * 3 >= 2 * least:
        return "overlap"
    if not shared:
        return "conflict"
    return "half" if shared * 2 >= least else "word"
