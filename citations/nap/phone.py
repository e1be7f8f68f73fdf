"""Phone numbers: read out of whatever stands in the field, compared as E.164 and never by a score."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import phonenumbers

from citations.models import Listing, Location
from citations.postal.folding import plain
from citations.postal.table import rows
from citations.postal.vocabulary import AMERICAN
from citations.words import PhoneRole

_PARTS = re.compile(
    r"\s*(?:[\n\r|•·]|<br\s*/?>|;(?!\s*ext)|,(?!\s*,|\s*(?:ext|x)\b)(?=[^,]*\d{3})|\s(?:or|and|und|oder|et|ou|&)\s)\s*",
    re.IGNORECASE,
)


_SLASHED = re.compile(r"(?<=\d{4})\s*/\s*(?=\D*\d{3})")


_AREA_CODE = re.compile(r"\D*0\d{3,4}\D*")  # with its trunk zero, as it stands before a slash in Germany


_EXTENSION = re.compile(
    r"(?:;\s*ext\s*=|\bext(?:ension|n)?\b\.?:?|\bx\.?|(?<=\d)x|#|,,+)\s*(\d{1,7})\s*\)?\s*$", re.IGNORECASE
)


_VANITY = re.compile(r"(?:\+?1[-. ]?)?\(?([2-9]\d\d)\)?[-. ]?([A-Z0-9][A-Z0-9 .-]*[A-Z][A-Z0-9 .-]*)$")


# A toll-free number may have its letters in any case: nothing else stands behind 1-800.
_TOLL_FREE = re.compile(r"(?:\+?1[-. ]?)?\(?8(?:00|33|44|55|66|77|88)\)?[-. ][A-Za-z-]{7,}$")


_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


_NORTH_AMERICAN = re.compile(r"(?:\+?1)?([2-9]\d\d[2-9]\d{6})")


_PLACEHOLDER = re.compile(r"(\d)\1{6,}|1?(?:123)?1234567(?:89?0?)?|0123456789?|\d{3}(?:0000000|1234567|5555555)|0+")


@dataclass(frozen=True, slots=True)
class Number:
    """One number: `e164` blank when it cannot be dialled, `digits` what was written, `fax` when labelled so."""

    e164: str = ""
    extension: str = ""
    digits: str = ""
    fax: bool = False
    text: str = ""

    @property
    def is_placeholder(self) -> bool:
        """True for 555-555-5555, 000-000-0000, 123-456-7890 and their like."""
        return bool(_PLACEHOLDER.fullmatch(self.digits.removeprefix("1") if len(self.digits) == 11 else self.digits))


@lru_cache(65536)
def read_phones(text: str, country: str = "US") -> tuple[Number, ...]:
    """Every number in `text`, in order, each with its extension and whether it is labelled as fax."""
    line = _ascii_digits(re.sub(r"^\s*(?:tel|callto|sms):(?://)?", "", text, flags=re.IGNORECASE))
    pieces = [piece for part in _PARTS.split(_before_labels(line)) for piece in _slashed(part)]
    return tuple(number for piece in pieces if piece and (number := _read_one(piece.strip(), country)))


def _slashed(part: str) -> list[str]:
    """The numbers on both sides of a slash; one number when it stands behind an area code ("0221/4710-123")."""
    pieces = _SLASHED.split(part)
    return [part] if _AREA_CODE.fullmatch(pieces[0]) else pieces


def _ascii_digits(text: str) -> str:
    if text.isascii():
        return text
    letters = plain(text.replace("\n", " | "))
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in letters)


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = "|".join(re.escape(row["word"]) for row in rows(Path(__file__).parent / "tables" / "phone_labels.csv"))
    return re.compile(rf"(?<=\d)[\s,;.]+(?=(?:{labels})\b\.?\s*:?\s*\+?\(?\d)", re.IGNORECASE)


def _before_labels(line: str) -> str:
    """A new part wherever a label stands between two numbers: "512-555-0101 Fax 512-555-0102"."""
    return _label_pattern().sub(" | ", line)


def _read_one(piece: str, country: str) -> Number | None:
    if not re.search(r"\d{2}", re.sub(r"[\s().-]", "", piece)):
        return None
    fax = bool(re.search(r"\b(?:tele)?fax\b|\bfacsimile\b|^f:", piece, re.IGNORECASE))
    extension = _EXTENSION.search(piece)
    core = piece[: extension.start()] if extension else piece
    core = _vanity(core.strip()) or core
    core = re.sub(r"[^\d+]", "", re.sub(r"\(0\)", "", core))
    core = re.sub(r"^(?:011|00)(?=[1-9]\d{9,})", "+", core)
    digits = core.lstrip("+")
    if not digits:
        return None
    return Number(_e164(core, country), extension[1] if extension else "", digits, fax, piece)


def _vanity(text: str) -> str:
    """Letters as on the keypad; what goes beyond seven letters and digits is not dialled."""
    found = _VANITY.search(text.upper() if _TOLL_FREE.fullmatch(text) else text)
    if not found:
        return ""
    subscriber = re.sub(r"[^A-Z0-9]", "", found[2]).translate(_KEYPAD)
    return found[1] + subscriber[:7] if len(subscriber) >= 7 and found.start() == 0 else ""


def _e164(core: str, country: str) -> str:
    american = country in AMERICAN or country in ("", "CA")
    if american and (plain_number := _NORTH_AMERICAN.fullmatch(core)):
        return f"+1{plain_number[1]}"
    try:
        parsed = phonenumbers.parse(core, country or "US")
    except phonenumbers.NumberParseException:
        return ""
    if phonenumbers.is_possible_number_with_reason(parsed) != phonenumbers.ValidationResult.IS_POSSIBLE:
        return ""
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(8192)
def shown(e164: str) -> str:
    """The number as people write it: (602) 555-0144, +44 20 7946 0958."""
    try:
        parsed = phonenumbers.parse(e164, None)
    except phonenumbers.NumberParseException:
        return e164
    american = parsed.country_code == 1
    style = phonenumbers.PhoneNumberFormat.NATIONAL if american else phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)


def main_number(location: Location) -> str:
    """The canonical number as written: the record's phone, else its first further number with the role main."""
    return location.phone or next((phone.number for phone in location.phones if phone.role is PhoneRole.MAIN), "")


def listed_numbers(listing: Listing, country: str) -> tuple[Number, ...]:
    """The numbers of a listing that could be dialled for a conversation: no fax lines, no placeholders."""
    found = [number for text in listing.phones for number in read_phones(text, country)]
    return tuple(number for number in found if not number.fax and not number.is_placeholder)
