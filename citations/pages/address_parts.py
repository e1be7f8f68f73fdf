"""What the pieces of an address line look like: street, unit, city."""

import re
from dataclasses import dataclass
from functools import cache

from citations.pages.tables import toml
from citations.postal import Address

DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(r"\d+")
_SPLIT = re.compile(r"\s*[,\n|•·]\s*|\s+[–-]\s+(?!\d)|(?<!\d)\s+[–-]\s+")
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_LABEL = re.compile(r"^[^\d:]{2,20}:\s*|^[^\w#(]+")
_PO_BOX = re.compile(
    r"p\.?\s?o\.?\s?box\s*\w+|(?:postfach|case postale|bo[iî]te postale|casella postale|[bc]\.?p\.?)\s*[\d ]+",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(r"\d{1,4}(?:\s?(?:bis|ter|quater|[a-d]))?", re.IGNORECASE)
_PHONE_LIKE = re.compile(r"\d{3}[\s.)-]+\d{3,4}[\s.-]\d{3,4}|\d{7,}")
_NO_STREET = re.compile(
    r"\d[:.]\d{2}\s*([ap]\.?m|uhr)?\b|[$€£%★©]|\d+ (reviews?|ratings?|years?|results?|stars?|sterne|km|mi|miles)\b"
    r"|^\d[.,]\d\b|^\d (out )?of \d\b|//|\bwww\.|\S@\S",
    re.IGNORECASE,
)
_HOUSE_NUMBER = re.compile(r"#?(?!\d+(st|nd|rd|th)\b)[a-z]?\d", re.IGNORECASE)  # "12", "N95W18855"; not "47th Street"
_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W_]+")
_NAME = r"[A-ZÀ-Þ][\w.'’/-]*"
_BETWEEN = "of|the|de|la|le|les|du|upon|on|by|in|and|&|am|an|der|im|bei|ob|vor|sur|sous|en|et"
_CITY_LAST = re.compile(rf"(?:{_NAME}|of|the|de|la|le)(?:\s+(?:{_NAME}|{_BETWEEN}))*$")
_CITY_FIRST = re.compile(rf"{_NAME}(?:\s+(?:{_NAME}|{_BETWEEN}))*(?:\s\([^)]{{2,30}}\))?")
_US_LIKE = frozenset({"US", "CA", "AU", "NZ"})
_STREET_FIRST = frozenset({"FR", "BE", "LU", "ES", "IT", "PT", ""})  # "Avenue de la Gare"; "" behind a label


@dataclass(frozen=True, slots=True)
class Found:
    """An address, and the lines from first to last that it was read from."""

    address: Address
    first: int
    last: int

    @property
    def completeness(self) -> int:
        """How many of street, city and postcode it has."""
        return sum(bool(part) for part in (self.address.street, self.address.city, self.address.postcode))


def pieces_of(text: str) -> list[str]:
    """The pieces between commas, line ends and bullets, without brackets ("(at 24th St)") and labels."""
    plain = _BRACKETS.sub("", text)
    return [piece for part in _SPLIT.split(plain) if (piece := _LABEL.sub("", part).strip(" .:;"))]


def is_street(piece: str, country: str) -> bool:
    """True when a piece can be a street line: a number with a name, a street word, or a box."""
    if is_po_box(piece):
        return True
    words = _WORD.findall(piece.lower())
    if not words or len(piece) > 70 or len(words) > 9 or _PHONE_LIKE.search(piece) or _NO_STREET.search(piece):
        return False
    if country not in _US_LIKE:
        return bool(DIGIT.search(piece)) or _is_bare_street(piece, words, country)
    if _HOUSE_NUMBER.match(piece):
        ends_in_direction = words[-1] in _words("directions") and len(piece.split()) > 2  # "7300 I40 W"
        return has_street_word(piece) or len(words[-1]) > 1 or ends_in_direction
    is_behind_unit = words[0] in _words("units") and bool(DIGIT.search(piece))
    return _is_bare_street(piece, words, country) or (is_behind_unit and has_street_word(piece))


def _is_bare_street(piece: str, words: list[str], country: str) -> bool:
    """True for a street without a house number: it ends with the word for a street, or begins with it ("Rue Haute").

    Such a word elsewhere is in a business's name: "Harbor Lane Bakery", "St. James Dental".
    """
    if len(words) == 1:
        return has_street_word(piece) and bool(DIGIT.search(piece))  # "Highway 175"
    last = next((word for word in reversed(words) if word not in _words("directions")), "")
    first = has_street_word(words[0]) if country in _STREET_FIRST else words[0] in _words("streets_first")
    is_street_like = first or has_street_word(last)
    begins_so = piece[0].isupper() or piece[0].isdigit() or (first and country in _STREET_FIRST)
    return is_street_like and len(words) <= 4 and begins_so


def is_po_box(piece: str) -> bool:
    """True when a piece is a box at a post office."""
    return bool(_PO_BOX.fullmatch(piece))


def is_number_alone(piece: str) -> bool:
    """True for a house number that a comma parts from its street, as in France: "12 bis, rue de la Gare"."""
    return bool(_NUMBER_ALONE.fullmatch(piece))


def is_unit(piece: str) -> bool:
    """True when a piece names a part of a building."""
    words = piece.lower().replace("#", "# ").split()
    holds_street = has_street_word(piece) and len(_NUMBERS.findall(piece)) > 1  # "Shop 3/120 Beach Rd"
    return bool(words) and len(words) <= 4 and words[0].strip(".") in _words("units") and not holds_street


def split_street_from_city(piece: str) -> tuple[str, str]:
    """("12 Main St", "Austin") for "12 Main St Austin"; two blanks when the piece is not both."""
    match = _fused().fullmatch(piece)
    return (match[1], match[2]) if match else ("", "")


def trailing_city(piece: str) -> str:
    """The words at the end of `piece` that can be a city's name; blank when none can."""
    match = _CITY_LAST.search(piece)
    city = match[0] if match else ""
    return city if 1 < len(city) <= 40 and len(city.split()) <= 5 else ""


def leading_city(text: str) -> str:
    """The words at the beginning of `text` that can be a city's name, with the district in brackets behind it."""
    match = _CITY_FIRST.match(text.strip())
    return match[0] if match and len(match[0]) > 1 else ""


def has_street_word(piece: str) -> bool:
    """True when a word of `piece` means a street."""
    words = _TOKEN.findall(piece.lower())
    if not _words("streets").isdisjoint(words):
        return True
    return any(len(word) > 4 and word.endswith(tuple(_words("street_endings"))) for word in words)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(toml("words")[kind])


@cache
def _fused() -> re.Pattern[str]:
    suffixes = "|".join(sorted(_words("streets"), key=len, reverse=True))
    units = "|".join(re.escape(unit) for unit in sorted(_words("units"), key=len, reverse=True))
    return re.compile(
        rf"(\d\S*\s+(?:\S+\s+)+?(?:{suffixes})\b\.?(?:\s+[NSEW]{{1,2}}\b)?(?:\s+(?:{units})\.?\s*[\w-]+)?)\s+([A-Z]\D{{1,40}})",
        re.IGNORECASE,
    )


def without_country(text: str) -> str:
    """`text` without a country's name at its end."""
    plain = text.rstrip(" .)(,")
    if not plain.endswith(_country_names()):
        return text
    name = max((name for name in _country_names() if plain.endswith(name)), key=len)
    before = plain[: -len(name)]
    return before.rstrip(" ,\n") if before.endswith((" ", ",", "\n")) else text


@cache
def _country_names() -> tuple[str, ...]:
    return tuple(name for names in toml("words")["countries"].values() for name in names)
