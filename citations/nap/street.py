"""Street names compared: spelling is formatting, another name, type or compass word is another street."""

import re
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from citations.models import FieldResult
from citations.nap.part import blank_side, two_scripts
from citations.nap.street_writings import Judgement, two_writings
from citations.postal.street import SURE_TYPES, Street, read_street, without_elision
from citations.postal.vocabulary import country
from citations.words import Verdict


@lru_cache(16384)
def compare_street(listed: str, canonical: str, code: str, city: str = "") -> FieldResult:
    """The verdict on two street names (without house number and unit)."""
    if decided := blank_side(listed, canonical, "street", "the street"):
        return decided
    rule, verdict, reason = _judge(listed, canonical, code, city)
    return FieldResult(verdict, listed, canonical, f"address.{rule}", reason)


def _judge(listed: str, canonical: str, code: str, city: str) -> Judgement:
    theirs, ours = read_street(listed, code), read_street(canonical, code)
    if theirs == ours or _differ_by_an_article(listed, canonical, theirs, ours, code):
        reason = (
            f"The listing writes “{listed}” where you write “{canonical}”. Customers and maps treat them as the same."
        )
        return "street_writing", Verdict.FORMATTING, reason
    if found := _alike(listed, canonical, theirs, ours, code) or two_writings(listed, canonical, code, city):
        return found
    if two_scripts(listed, canonical):
        reason = f"“{listed}” and “{canonical}” are written in two scripts, so the streets were not compared."
        return "street_script", Verdict.NOT_COMPARED, reason
    return (_word_by_word if country(code).by_words else _other_street)(listed, canonical, theirs, ours)


def _differ_by_an_article(listed: str, canonical: str, theirs: Street, ours: Street, code: str) -> bool:
    """True for place de l'Étoile and Place Étoile, whichever side leaves the article out."""
    bare = [without_elision(text, code) for text in (listed, canonical)]
    if bare == [listed, canonical]:
        return False
    return read_street(bare[0], code) in (ours, read_street(bare[1], code)) or read_street(bare[1], code) == theirs


def _alike(listed: str, canonical: str, theirs: Street, ours: Street, code: str) -> Judgement | None:
    """The judgement on one name with another type or compass word, or with other blanks; None for another name."""
    if theirs.squeezed == ours.squeezed or theirs.abbreviated == ours.abbreviated:
        return _same_name(listed, canonical, theirs, ours)
    if theirs.letters(code) == ours.letters(code):
        return _same_name(listed, canonical, theirs._replace(kind=""), ours._replace(kind=""))
    if ours.abbreviated in theirs.with_type(code):  # Cottage Grove beside Cottage Grove Ave: the name of an avenue
        return _same_name(listed, canonical, theirs._replace(kind=_of_its_own(theirs, code)), ours)
    if theirs.abbreviated in ours.with_type(code):
        return _same_name(listed, canonical, theirs, ours._replace(kind=_of_its_own(ours, code)))
    return None


def _of_its_own(street: Street, code: str) -> str:
    """The type of a street whose name is whole: Park Lane is no Park Lane Court, nor in Britain Queen's Gate a mews."""
    return street.kind if street.kind in SURE_TYPES or country(code).has("type_told") else ""


def _word_by_word(listed: str, canonical: str, theirs: Street, ours: Street) -> Judgement:
    """Where we have no rules for a country's streets: all words are alike, some are missing, or others are there."""
    how = "Compared word by word, as we have no rules for the streets of this country"
    a, b = (tuple(word for word in street.name.split() if len(word) > 1) for street in (theirs, ours))
    kinds = {theirs.kind, ours.kind} - {""}
    if a and b and len(kinds) < 2 and sorted(a) == sorted(b):
        return "street_words", Verdict.FORMATTING, f"{how}: “{listed}” and “{canonical}” share every full word."
    if a and b and len(kinds) < 2 and (set(a) < set(b) or set(b) < set(a)):
        reason = f"{how}: “{listed}” and “{canonical}” share their words, but one says more than the other."
        return "street_words_partly", Verdict.INCOMPLETE, reason
    rule, verdict, reason = _other_street(listed, canonical, theirs, ours)
    return rule, verdict, f"{reason} {how}."


def _other_street(listed: str, canonical: str, theirs: Street, ours: Street) -> Judgement:
    if _is_typo(theirs, ours):
        return "street_misspelt", Verdict.DIFFERENT, f"The listing seems to misspell “{canonical}” as “{listed}”."
    return "street_different", Verdict.DIFFERENT, f"The listing sends visitors to {listed}; you are on {canonical}."


def _same_name(listed: str, canonical: str, theirs: Street, ours: Street) -> Judgement:
    if _other_type(theirs.kind, ours.kind):
        reason = f"The listing says “{listed}” and you are on “{canonical}”: that may be another street."
        return "street_type", Verdict.DIFFERENT, reason
    compass, own = (theirs.before, theirs.after), (ours.before, ours.after)
    is_numbered = theirs.kind in _ROADS and theirs.name[:1].isdigit()
    if compass != own and is_numbered and sorted(compass) == sorted(own):
        reason = "The same numbered road, with its compass word in another place."
        return "street_direction_of_road", Verdict.FORMATTING, reason
    if compass != own:
        return _directions(listed, canonical, compass, own)
    if "HWY" in (theirs.kind, ours.kind) and theirs.kind != ours.kind:
        return "street_highway", Verdict.FORMATTING, "The same numbered road, with and without its class."
    if theirs.kind != ours.kind:
        return "street_type_missing", Verdict.FORMATTING, "Only one side says what sort of street it is."
    return "street_spacing", Verdict.FORMATTING, "The same street, with other blanks or hyphens."


_ROADS = frozenset({"HWY", "SR", "US", "CR", "I", "FM", "RM", "TR", "RTE"})


def _other_type(a: str, b: str) -> bool:
    if not a or not b or a == b:
        return False
    return not ("HWY" in (a, b) and {a, b} <= _ROADS)


def _directions(listed: str, canonical: str, a: tuple[str, str], b: tuple[str, str]) -> Judgement:
    if all(not x or not y or x == y for x, y in zip(a, b, strict=True)) and sorted(a) != sorted(b):
        missing = set("".join(b)) - set("".join(a))
        if missing or not any(a):
            reason = f"The listing leaves out a compass word of “{canonical}”, so visitors may look at the wrong end."
            return "street_direction_missing", Verdict.INCOMPLETE, reason
        return "street_direction_extra", Verdict.INCOMPLETE, f"The listing adds a compass word: “{listed}”."
    if sorted(a) == sorted(b):
        reason = f"“{listed}” and “{canonical}” have the compass word in another place: that may be another address."
        return "street_direction_moved", Verdict.DIFFERENT, reason
    reason = f"The listing sends visitors to {listed}; you are on {canonical}."
    return "street_direction", Verdict.DIFFERENT, reason


def _is_typo(a: Street, b: Street) -> bool:
    if re.search(r"\d", a.name + b.name) or min(len(a.name), len(b.name)) < 5:
        return False
    return a.kind == b.kind and DamerauLevenshtein.distance(a.name, b.name) == 1
