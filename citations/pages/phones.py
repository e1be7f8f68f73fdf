"""Phone numbers that a page shows: tel: links, labelled numbers, numbers by their look; a fax is none of them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

import phonenumbers
from selectolax.lexbor import LexborNode

from citations.pages.tables import labels
from citations.pages.text import MOST_LINES, Line, clean

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    r"(?<![\w/#$€£.,=-])(?:\+|\()?\d[\d\s().\-‐‑–−－/]{5,22}\d(?:\s?(?:ext|x|Durchwahl)\.?\s?\d{1,5})?(?![\w%$€£])"
)
_DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-](19|20)\d\d|(19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|(19|20)\d\d\s?[–-]\s?(19|20)\d\d"
)
_US_SHAPE = re.compile(r"(\+?1[\s.-]?)?\(?[2-9]\d{2}\)?[\s.–-]{1,2}\d{3}[\s.–-]\d{4}.*")
_LABEL_END = re.compile(r"[\s:：.\-–|>·】\])]+$")
_HEAD = re.compile(r"(?:^|[|·•,;【\[(/])\s*([^|·•,;\d【\[(/]{0,40})$")


def link_phones(nodes: list[LexborNode]) -> Iterator[str]:
    """The numbers of tel: links as the page shows them; the target's own digits where the text is no number."""
    for node in nodes:
        target = unquote(node.attributes.get("href") or "")
        if not target.lower().startswith("tel:"):
            continue
        digits = clean(target[4:].split(";")[0])
        text = clean(node.text(separator=" "))
        shown = _NUMBER.search(text)
        if sum(c.isdigit() for c in digits) >= 5 and not is_fax(text):
            yield shown[0].strip() if shown and same_digits(shown[0], digits) else digits


def visible_phones(lines: list[Line], countries: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """The numbers in `lines`, in order, each with whether a label says that it is a phone."""
    before = ""
    for line in lines[:MOST_LINES]:
        if _DIGIT.search(line.text) and len(line.text) < 2_000:
            yield from _numbers(line.text, before, countries)
        before = line.text


def _numbers(text: str, before: str, countries: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    end = 0
    for match in _NUMBER.finditer(text):
        head = text[end : match.start()]
        end = match.end()
        label = _label(head) or (_label(before) if not head.strip(" :.") else "")
        if is_fax(label):
            continue
        labelled = _is_label(label)
        if not _DATE.search(match[0]) and is_phone(match[0], countries, labelled=labelled):
            yield match[0].strip(), labelled


def _label(text: str) -> str:
    """The word or two before a number that may say what it is."""
    found = _HEAD.search(_LABEL_END.sub("", text[-60:]))
    return found[1].strip(" :：.").lower() if found else ""


def _is_label(label: str) -> bool:
    known = labels("phone")
    return label in known or label.rpartition(" ")[2] in known - {"t", "p", "main", "office"}


def is_fax(label: str) -> bool:
    """True for words that call a number a fax."""
    lower = label.lower().strip(" :.")
    return "fax" in lower or lower in labels("fax")


@lru_cache(maxsize=20_000)
def is_phone(text: str, countries: tuple[str, ...], *, labelled: bool = False) -> bool:
    """True when `text` can be a phone number; without a label it must look like one of these countries' numbers."""
    for country in countries:
        try:
            number = phonenumbers.parse(text, country)
        except phonenumbers.NumberParseException:
            continue
        if labelled and phonenumbers.is_possible_number(number):
            return True
        if country in ("US", "CA") and not text.startswith("+"):
            if _US_SHAPE.fullmatch(text):
                return True
        elif phonenumbers.is_valid_number(number) and (text[0] in "+(0" or country not in ("DE", "AT", "GB")):
            return True
    return False


def same_digits(one: str, other: str) -> bool:
    """True when two spellings end in the same seven digits."""
    return _last_digits(one) == _last_digits(other)


def distinct(numbers: list[str]) -> tuple[str, ...]:
    """Each number once, in its first spelling."""
    kept: dict[str, str] = {}
    for number in numbers:
        kept.setdefault(_last_digits(number), number)
    return tuple(kept.values())


def _last_digits(number: str) -> str:
    return re.sub(r"\D", "", number)[-7:]
