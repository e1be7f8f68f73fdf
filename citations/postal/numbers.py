"""Numbers written as words, and ordinals in their several endings, as digits."""

import re

from citations.postal.vocabulary import spelled_numbers

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)|(\d*[23])d")
_FRENCH_ORDINAL = re.compile(r"(\d+)(?:e|er|re|ere|eme|ieme|nd|nde)")


def ordinal(number: int) -> str:
    """1 -> 1st, 12 -> 12th, 23 -> 23rd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def spelled_number(words: list[str]) -> tuple[int, bool, int]:
    """(value, whether it is an ordinal, how many words it takes) of the number that `words` begin with; 0 without."""
    total, is_ordinal, count = 0, False, 0
    for word in words:
        value, is_last = spelled_numbers().get(word, (0, False))
        if not value or not _goes_on(total, value):
            break
        total, is_ordinal, count = (total * 100 if value == 100 and total else total + value), is_last, count + 1
        if is_last:
            break
    return total, is_ordinal, count


def _goes_on(total: int, value: int) -> bool:
    """One hundred, hundred and three, twenty-one; two three are two numbers."""
    if total == 0 or (value == 100 and total < 10):
        return True
    return value < 100 and (total % 100 == 0 or (value < 10 and total % 10 == 0 and total % 100 >= 20))


def numbers_as_digits(words: list[str], *, french: bool = False) -> list[str]:
    """Third, 3d and 3rd are 3rd; Seven is 7; in French 3e and 3ième are 3rd too: a key for comparing."""
    if spelled_numbers().keys().isdisjoint(words) and not any(word[:1].isdigit() for word in words):
        return words
    found, at = [], 0
    while at < len(words):
        value, is_ordinal, count = spelled_number(words[at:])
        written = _ORDINAL.fullmatch(words[at]) or (_FRENCH_ORDINAL.fullmatch(words[at]) if french else None)
        if written:
            value, is_ordinal, count = int(written[1] or written[2]), True, 1
        found.append((ordinal(value) if is_ordinal else str(value)) if count else words[at])
        at += count or 1
    return found
