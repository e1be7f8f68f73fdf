"""Phone numbers: read out of whatever stands in the field, compared as E.164 and never by a score."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import phonenumbers

from citations.models import Listing, Location
from citations.nap.phone_text import Piece, is_fax, is_masked, pieces
from citations.postal.vocabulary import AMERICAN
from citations.words import PhoneRole

_VANITY = re.compile(r"(?:\+?1[-. ]?)?\(?([2-9]\d\d)\)?[-. ]?([A-Z0-9][A-Z0-9 .-]*[A-Z][A-Z0-9 .-]*)$")


# A toll-free number may have its letters in any case: nothing else stands behind 1-800.
_TOLL_FREE = re.compile(r"(?:\+?1[-. ]?)?\(?8(?:00|33|44|55|66|77|88)\)?[-. ][A-Za-z-]{7,}$")


_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")


_NORTH_AMERICAN = re.compile(r"(?:\+?1)?([2-9]\d\d[2-9]\d{6})")


_TWO_DIGITS = re.compile(r"\d[\s().-]*\d")


_NOT_DIALLED = re.compile(r"[^\d+]")


_EXIT_CODE = re.compile(r"^(?:011|00)(?=[1-9]\d{9,})")


# As most listings write it: there is no label, extension, letter or second number to look for.
_PLAIN_AMERICAN = re.compile(r"(\+1[-. ]?)?(?:\(([2-9]\d\d)\) ?|([2-9]\d\d)[-. ]?)([2-9]\d\d)[-. ]?(\d{4})", re.ASCII)


_PLACEHOLDER = re.compile(
    r"(\d)\1{5,}|0?(?:123)?123456(?:7(?:8(?:90?)?)?)?|0?2345678900?|0?9876543210?|\d{2,3}(?:0{7}|1234567|5{7})"
)


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
        """True for 555-555-5555, 000-000-0000, 123-456-7890, +44 1234 567890, 01 23 45 67 89 and their like."""
        national = self.digits.removeprefix("1") if len(self.digits) == 11 else self.digits
        if self.e164.startswith("+1"):
            national = self.e164[2:]
        elif self.e164 and "+" in self.text:
            national = self.e164.removeprefix(f"+{phonenumbers.parse(self.e164, None).country_code}")
        return bool(_PLACEHOLDER.fullmatch(national))

    @property
    def is_masked(self) -> bool:
        """True when the listing hides a part of it."""
        return is_masked(self.text)


# O for 0, the only letters there; with blanks around it the word is Spanish for "or".
_WITH_LETTER_O = re.compile(r"(?=.*[oO])(?!.*\s[oO]\s)(?:[\s().+-]*[\doO]){7,15}[\s().+-]*")
_MOST_SLIPS = 4


@lru_cache(16384)
def read_phones(text: str, country: str = "US") -> tuple[Number, ...]:
    """Every number in `text`, in order, each with its extension and whether it is labelled as fax."""
    if _is_american(country) and (plain := _PLAIN_AMERICAN.fullmatch(text)):
        country_code, bracketed, bare, *rest = plain.groups()
        digits = "".join((bracketed or bare, *rest))
        return (Number(f"+1{digits}", "", f"1{digits}" if country_code else digits, text=text),)
    return tuple(number for piece in pieces(text) for number in _read(piece, country))


def _is_american(country: str) -> bool:
    return country in AMERICAN or country in ("", "CA")


def _read(piece: Piece, country: str) -> Iterator[Number]:
    """The number of a piece; where its digits together are none, those that phonenumbers finds within."""
    if not _TWO_DIGITS.search(piece.text):
        return
    text = _with_zeros(piece.text)
    core = _vanity(text) or _letters_elsewhere(text, country) or text
    core = _EXIT_CODE.sub("+", _NOT_DIALLED.sub("", core.replace("(0)", "")))
    digits = core.lstrip("+")
    e164 = "" if is_masked(piece.whole) else _e164(core, country)
    within = () if e164 or len(digits) < 8 or core.startswith("+") else tuple(_within(piece, country))
    if within:
        yield from within
    elif digits:
        yield Number(e164, piece.extension, digits, piece.fax, piece.whole)


def _with_zeros(text: str) -> str:
    """`512-555-O1O1` with the zeros that somebody typed as letters; other letters make it a vanity number."""
    is_slip = _WITH_LETTER_O.fullmatch(text) and len(re.findall("[oO]", text)) <= _MOST_SLIPS
    return re.sub("[oO]", "0", text) if is_slip else text


def _within(piece: Piece, country: str) -> Iterator[Number]:
    """The numbers among other words and figures: "1st: 512-555-0101 2nd: 512-555-0102"."""
    text, end = piece.whole, 0
    for found in phonenumbers.PhoneNumberMatcher(text, country or "US", leniency=phonenumbers.Leniency.POSSIBLE):
        digits = re.sub(r"\D", "", found.raw_string)
        e164 = _e164(phonenumbers.format_number(found.number, phonenumbers.PhoneNumberFormat.E164), country)
        if e164 and len(digits) >= 7:
            yield Number(e164, found.number.extension or "", digits, is_fax(text[end : found.start]), found.raw_string)
        end = found.end


def _vanity(text: str) -> str:
    """Letters as on the keypad; what goes beyond seven letters and digits is not dialled."""
    found = _VANITY.search(text.upper() if _TOLL_FREE.fullmatch(text) else text)
    if not found:
        return ""
    subscriber = re.sub(r"[^A-Z0-9]", "", found[2]).translate(_KEYPAD)
    return found[1] + subscriber[:7] if len(subscriber) >= 7 and found.start() == 0 else ""


_LETTERS = re.compile(r"(\+?[\d() -]{4,8}?)[ -]?([A-Z]{4,10})")


def _letters_elsewhere(text: str, country: str) -> str:
    """`1300 FLOWER` and `0800 REACTS`: letters behind the free and shared-cost codes of other countries."""
    found = _LETTERS.fullmatch(text)
    if not found or _is_american(country):
        return ""
    return found[1] + found[2].translate(_KEYPAD)


def _e164(core: str, country: str) -> str:
    if _is_american(country) and (plain_number := _NORTH_AMERICAN.fullmatch(core)):
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
    if found := _NORTH_AMERICAN.fullmatch(e164):
        return f"({found[1][:3]}) {found[1][3:6]}-{found[1][6:]}"
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


def voice_numbers(texts: Iterable[str], country: str) -> tuple[Number, ...]:
    """The numbers in these texts but for fax lines."""
    return tuple(number for text in texts for number in read_phones(text, country) if not number.fax)


def voice_lines(texts: Iterable[str], country: str) -> tuple[Number, ...]:
    """The numbers in these texts that could be dialled for a conversation: no fax lines, no placeholders."""
    return tuple(number for number in voice_numbers(texts, country) if not number.is_placeholder)


def listed_numbers(listing: Listing, country: str) -> tuple[Number, ...]:
    """The numbers of a listing that could be dialled for a conversation."""
    return voice_lines(listing.phones, country)
