"""The verdict on a listed name, rung by rung: the first rule that applies decides."""

from collections.abc import Sequence

from citations.models import FieldResult, Finding, Location
from citations.nap.closed_sign import without_sign
from citations.nap.name import Name, category_words, is_misspelling, read_name, same_name
from citations.nap.name_extra import (
    added_head,
    added_tail,
    added_words,
    degrees,
    has_legal_form,
    is_advertising,
    is_department,
    is_division,
    is_dress,
    is_person,
    is_stuffing,
    same_person,
    trading_names,
)
from citations.nap.name_place import is_added_place, is_place, place_words
from citations.nap.nothing import says_nothing
from citations.nap.wording import when
from citations.postal.folding import words
from citations.words import FindingKind, Kind, Verdict

Judgement = tuple[str, Verdict, str]


def compare_name(location: Location, listed: str) -> FieldResult:
    """The verdict on the listed name."""
    canonical = location.name
    if not canonical.strip():
        return FieldResult(Verdict.NOT_COMPARED, listed, "", "name.no_record", "Your record has no name.")
    if says_nothing(listed):
        return FieldResult(Verdict.ABSENT, "", canonical, "name.absent", "The listing shows no name.")
    rule, verdict, reason = _judge(listed, canonical, location)
    return FieldResult(verdict, listed, canonical, rule, reason)


def _judge(listed: str, canonical: str, location: Location) -> Judgement:
    if listed.strip() == canonical.strip():
        return "name.identical", Verdict.SAME, "The name is exactly yours."
    listed, canonical = without_sign(listed, canonical).name, without_sign(canonical, listed).name
    theirs, ours = read_name(listed), read_name(canonical)
    if same_name(theirs, ours):
        return _other_degree(theirs, ours) or _formatting(theirs, ours)
    return (
        _known(listed, location)
        or _person(theirs, ours, location)
        or _trading(listed, canonical)
        or _extended(listed, canonical, location)
        or _with_city(theirs, ours, location)
        or _category(theirs, ours)
        or _advertising(theirs, ours, location)
        or _different(theirs, ours, listed)
    )


def _other_degree(theirs: Name, ours: Name) -> Judgement | None:
    """One name with the degrees of two professions: a dentist is no physician, whoever mixed them up."""
    here, there = degrees(ours.letters), degrees(theirs.letters)
    if not (theirs.person and ours.person and here and there) or here & there:
        return None
    names = (" and ".join(sorted(side)) for side in (there, here))
    return (
        "name.other_degree",
        Verdict.DIFFERENT,
        "The listing has the degree of a {}, your record that of a {}.".format(*names),
    )


def _formatting(theirs: Name, ours: Name) -> Judgement:
    if theirs.letters == ours.letters:
        return "name.writing", Verdict.FORMATTING, "Only capitals, accents or punctuation differ; nothing to do."
    if theirs.number != ours.number:
        return "name.store_number", Verdict.FORMATTING, "Only one side carries the store number."
    if theirs.in_order == ours.in_order and theirs.core != ours.core:
        return "name.word_order", Verdict.FORMATTING, "The same words in another order."
    if len(theirs.core) == len(ours.core) and theirs.squeezed == ours.squeezed:
        reason = "Only a legal form, an article, a title or an abbreviation differs; customers see the same name."
        return "name.legal_form", Verdict.FORMATTING, reason
    return "name.spacing", Verdict.FORMATTING, "Only blanks or the spelling of an umlaut differ; nothing to do."


def _known(listed: str, location: Location) -> Judgement | None:
    theirs = read_name(listed)
    for alias in location.aliases:
        if same_name(theirs, read_name(alias)):
            return "name.alias", Verdict.ACCEPTED, f"“{listed}” is a name that you also go by."
    for former in location.former:
        if former.field == "name" and same_name(theirs, read_name(former.value)):
            reason = f"The listing still calls you “{listed}”, a name you gave up{when(former.until)}."
            return "name.former", Verdict.OUTDATED, reason
    return None


def _person(theirs: Name, ours: Name, location: Location) -> Judgement | None:
    if same_person(theirs, ours):
        return "name.middle_name", Verdict.FORMATTING, "The same person; only one side gives a middle name in full."
    is_one = location.kind is Kind.PRACTITIONER or (theirs.person and ours.person)
    if is_one and theirs.in_order == ours.in_order and len(ours.core) > 1:
        return "name.word_order", Verdict.FORMATTING, "The same words in another order."
    return None


def _trading(listed: str, canonical: str) -> Judgement | None:
    sides, own = trading_names(listed), trading_names(canonical)
    if (sides, own) == ((listed,), (canonical,)):
        return None
    if any(same_name(read_name(a), read_name(b)) for a in sides for b in own):
        reason = "Your name stands there beside another that belongs to it: a company's, an owner's or a former one."
        return "name.trading_as", Verdict.FORMATTING, reason
    return None


def _extended(listed: str, canonical: str, location: Location) -> Judgement | None:
    """Our name, and more before or behind a dash, bar, colon or bracket."""
    if tail := added_tail(listed, canonical):
        return _addition(tail, location)
    if head := added_head(listed, canonical):
        return _addition(head, location)
    left_out = added_tail(canonical, listed) or added_head(canonical, listed)
    if not left_out or is_person(left_out):
        return None
    if not is_department(left_out, set(words(location.postal.city))):
        rule = "name.location_suffix" if is_place(left_out, location) else "name.tail_left_out"
        return rule, Verdict.FORMATTING, f"The listing leaves out “{left_out}”."
    return None


def _addition(added: str, location: Location) -> Judgement:
    if is_dress(added):
        return "name.legal_form", Verdict.FORMATTING, f"The listing adds “{added}”; customers see the same name."
    if is_place(added, location):
        return "name.location_suffix", Verdict.FORMATTING, f"The listing adds the place “{added}” to your name."
    if has_legal_form(added):
        return "name.trading_as", Verdict.FORMATTING, f"The listing names the company “{added}” beside your name."
    if other := _other_entity(added, location):
        return other
    reason = f"The listing adds “{added}” to your name. Directories may hide listings whose names carry advertising."
    return "name.keywords", Verdict.FORMATTING, reason


def _other_entity(added: str, location: Location) -> Judgement | None:
    """A department or a practitioner at our place; our own practice when we are one."""
    if is_department(added, set(words(location.postal.city))):
        return _department(added)
    if location.kind is Kind.PRACTITIONER or is_person(location.name):
        return "name.practice", Verdict.FORMATTING, f"The listing names “{added}” beside you."
    if is_person(added):
        reason = f"The listing adds “{added}”: it seems to be one of your people with a listing of their own."
        return "name.practitioner", Verdict.DIFFERENT, reason
    return None


def _department(added: str) -> Judgement:
    reason = f"The listing adds “{added}”: it seems to be a department or a neighbour with a listing of its own."
    return "name.department", Verdict.DIFFERENT, reason


def _with_city(theirs: Name, ours: Name, location: Location) -> Judgement | None:
    """One side ends with the record's city: `Starbucks` and `Starbucks Portland`, `Starbucks of Portland, OR`."""
    extra = added_words(theirs, ours) or added_words(ours, theirs)
    if not extra or theirs.number != ours.number or not is_added_place(extra, location):
        return None
    does = "adds" if len(theirs.core) > len(ours.core) else "leaves out"
    return "name.location_suffix", Verdict.FORMATTING, f"The listing {does} your city; customers see the same business."


def _category(theirs: Name, ours: Name) -> Judgement | None:
    """One side adds category words at its end: `Starbucks` and `Starbucks Coffee`."""
    extra = added_words(theirs, ours) or added_words(ours, theirs)
    if theirs.number and ours.number and theirs.number != ours.number:
        return None
    if extra and set(extra) <= category_words("category"):
        side = "adds" if len(theirs.core) > len(ours.core) else "leaves out"
        reason = f"The listing {side} “{' '.join(extra)}”; customers see the same business."
        return "name.category_word", Verdict.FORMATTING, reason
    return None


def _advertising(theirs: Name, ours: Name, location: Location) -> Judgement | None:
    """A name and behind it, without a dash, a department or what people search for: `Joe's Plumbing Austin Plumber`."""
    added, left_out = added_words(theirs, ours), added_words(ours, theirs)
    if not (added or left_out):
        return None
    text = " ".join(added or left_out)
    if is_division(added):
        return _department(text)
    here = place_words(location.postal.city, location.postal.region, location.country)
    is_stuffed = is_stuffing(added or left_out, ours if added else theirs, here)
    if not (is_stuffed or is_advertising(set(added or left_out))) or is_department(text):
        return None
    if left_out:
        return "name.tail_left_out", Verdict.FORMATTING, f"The listing leaves out “{text}”."
    reason = f"The listing adds “{text}” to your name. Directories may hide listings whose names carry advertising."
    return "name.keywords", Verdict.FORMATTING, reason


def _different(theirs: Name, ours: Name, listed: str) -> Judgement:
    if theirs.number and ours.number and theirs.number != ours.number:
        reason = f"The listing is for store {theirs.number}; yours is {ours.number}."
        return "name.other_number", Verdict.DIFFERENT, reason
    if is_misspelling(theirs, ours):
        return "name.misspelling", Verdict.DIFFERENT, f"The listing misspells your name as “{listed}”."
    added = [word for word in theirs.core if word not in ours.core]
    missing = [word for word in ours.core if word not in theirs.core]
    if added and not missing:
        reason = f"The listing adds “{' '.join(added)}” to your name: it may be another business."
        return "name.longer", Verdict.DIFFERENT, reason
    if missing and not added:
        return "name.shorter", Verdict.DIFFERENT, f"The listing leaves out “{' '.join(missing)}” from your name."
    return "name.different", Verdict.DIFFERENT, f"The listing calls you “{listed}”."


def name_findings(result: FieldResult) -> Sequence[Finding]:
    """Advertising words beside the name."""
    if result.rule == "name.keywords":
        return (Finding(FindingKind.KEYWORD_STUFFING, result.reason),)
    return ()
