"""One part of an address held against the record's: what all parts share."""

import unicodedata

from citations.models import FieldResult
from citations.words import Verdict


def part(verdict: Verdict, listed: str, canonical: str, rule: str, reason: str = "") -> FieldResult:
    """The verdict on one part of an address, by the rule `address.RULE`."""
    return FieldResult(verdict, listed, canonical, f"address.{rule}", reason)


def blank_side(listed: str, canonical: str, name: str, word: str) -> FieldResult | None:
    """The result when a side is blank or both are identical; None when there is something to compare."""
    if not canonical:
        return part(Verdict.NOT_COMPARED, listed, canonical, f"{name}_no_record")
    if not listed:
        return part(
            Verdict.INCOMPLETE, listed, canonical, f"{name}_missing", f"The listing leaves out {word} {canonical}."
        )
    if listed == canonical:
        return part(Verdict.SAME, listed, canonical, f"{name}_identical")
    return None


def two_scripts(listed: str, canonical: str) -> bool:
    """True when one text is in Latin letters and the other has none, so that no letter can be compared."""
    if listed.isascii() and canonical.isascii():
        return False
    return {_is_latin(listed), _is_latin(canonical)} == {True, False}


def _is_latin(text: str) -> bool | None:
    """Whether the letters are Latin ones; None when there is none."""
    letters = [letter for letter in text if letter.isalpha()]
    return any("LATIN" in unicodedata.name(letter, "") for letter in letters) if letters else None
