"""What stands around phone numbers in a field: several numbers, labels in several languages, extensions, masks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from citations.postal.folding import plain
from citations.postal.table import rows

_SLASHED = re.compile(r"(?<=\d{4})\s*/\s*(?=\D*\d{3})")
_AREA_CODE = re.compile(r"\D*0\d{3,4}\D*")  # with its trunk zero, as it stands before a slash in Germany
_LINK = re.compile(r"^\s*(?:tel|callto|sms):(?://)?", re.IGNORECASE)
_ALWAYS = re.compile(r"\b24\s*/\s*7\b|\b24\s*-?\s*(?:h|hrs?|hours?|stunden)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()\d]*[a-z][^()]*\)", re.IGNORECASE)  # "(Mon-Fri 9-5)", "(FLOWERS)"
_BARE = re.compile(r"\+?\d[\d -]*\d", re.ASCII)  # one number and nothing else: no label, extension or second number
_MASK = re.compile(r"\d[\d\s().-]*(?:[x*•·…]{2,}|\.{3,})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one number without its extension and asides; `whole` as it was written, `fax` when labelled so."""

    text: str
    extension: str
    fax: bool
    whole: str


def pieces(text: str) -> Iterator[Piece]:
    """The numbers in `text`, one by one, in order."""
    return iter((Piece(text, "", False, text),)) if _BARE.fullmatch(text) else among_words(text)


def among_words(text: str) -> Iterator[Piece]:
    """The numbers in a text that may say anything beside them."""
    line = _ALWAYS.sub(" ", _plain_letters(_LINK.sub("", text)))
    line = _before_labels().sub(" | ", line)
    for part in _between().split(line):
        for whole in map(str.strip, _slashed(part)):
            if whole:
                yield _piece(whole)


def is_masked(text: str) -> bool:
    """True when a part of the number is hidden until a visitor asks for it: "512-555-XXXX", "030 23****"."""
    return bool(_MASK.search(text))


def is_fax(text: str) -> bool:
    """True when a word, or a letter in front, calls the number a fax line."""
    return bool(_fax().search(text))


def _piece(whole: str) -> Piece:
    extension = _extension().search(whole)
    core = whole[: extension.start()] if extension else whole
    fax = is_fax(whole)
    return Piece(_ASIDE.sub(" ", core).strip(), extension[1] if extension else "", fax, whole)


def _slashed(part: str) -> list[str]:
    """The numbers on both sides of a slash; one number when it stands behind an area code ("0221/4710-123")."""
    found = _SLASHED.split(part)
    return [part] if _AREA_CODE.fullmatch(found[0]) else found


def _plain_letters(text: str) -> str:
    """Digits of every script as ours, letters without accents, a bar for each new line."""
    text = text.replace("\n", " | ")
    if text.isascii():
        return text
    letters = unicodedata.normalize("NFKD", plain(text))
    bare = (c for c in letters if not unicodedata.combining(c))
    return "".join(str(unicodedata.digit(c)) if c.isdigit() else "-" if c in "‐‑−" else c for c in bare)


@cache
def _words(role: str) -> str:
    """A pattern of the labels of one role, the longest first."""
    table = rows(Path(__file__).parent / "tables" / "phone_labels.csv")
    return "|".join(sorted((re.escape(row["word"]) for row in table if row["role"] == role), key=len, reverse=True))


@cache
def _before_labels() -> re.Pattern[str]:
    """A new part begins wherever a label stands between two numbers: "512-555-0101 Fax 512-555-0102"."""
    word = rf"(?:{_words('fax')}|{_words('voice')})\b\.?\s*:?\s*\+?\(?\d"
    letter = rf"(?:{_words('fax letter')}|{_words('voice letter')})\b[.:]?\s*\+?\(?\d[\d\s().-]{{5}}"
    return re.compile(rf"(?<=[\d)])[\s,;./()-]+(?={word}|{letter})", re.IGNORECASE)


@cache
def _between() -> re.Pattern[str]:
    """What separates two numbers; a comma does not when an extension follows."""
    extension = rf",(?!\s*,|\s*(?:{_words('extension')}|x)\b)(?=[^,]*\d{{3}})"
    either = r"\s(?:or|and|und|oder|o\.?|bzw\.?|et|ou|y|&)\s"
    return re.compile(rf"\s*(?:[\r|•·]|<br\s*/?>|;(?!\s*ext)|{extension}|{either})\s*", re.IGNORECASE)


@cache
def _extension() -> re.Pattern[str]:
    words = rf"\(?\s*\b(?:{_words('extension')})\b\.?:?"
    return re.compile(
        rf"(?:;\s*ext\s*=|{words}|\bx\.?|(?<=\d)x|(?<=\d)\s+p\.|#|,,+)\s*(\d{{1,7}})\s*\)?\s*$", re.IGNORECASE
    )


@cache
def _fax() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('fax')})\b|^(?:{_words('fax letter')})\b[.:]?\s*[+(\d]", re.IGNORECASE)
