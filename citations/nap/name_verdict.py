"""The verdict on a listed name, rung by rung: the first rule that applies decides."""

from citations.models import FieldResult, Finding, Listing, Location
from citations.nap.name import (
    Name,
    added_tail,
    category_words,
    is_department,
    is_misspelling,
    read_name,
    same_name,
    trading_names,
)
from citations.nap.nothing import says_nothing
from citations.nap.wording import when
from citations.postal.folding import words
from citations.words import FindingKind, Verdict


def compare_name(location: Location, listing: Listing) -> FieldResult:
    """The verdict on the listed name."""
    listed, canonical = listing.name, location.name
    if not canonical.strip():
        return FieldResult(Verdict.NOT_COMPARED, listed, "", "name.no_record", "Your record has no name.")
    if says_nothing(listed):
        return FieldResult(Verdict.ABSENT, "", canonical, "name.absent", "The listing shows no name.")
    rule, verdict, reason = _judge(listed, canonical, location)
    return FieldResult(verdict, listed, canonical, rule, reason)


def _judge(listed: str, canonical: str, location: Location) -> tuple[str, Verdict, str]:
    if listed.strip() == canonical.strip():
        return "name.identical", Verdict.SAME, "The name is exactly yours."
    theirs, ours = read_name(listed), read_name(canonical)
    if same_name(theirs, ours):
        return _formatting(theirs, ours)
    return (
        _known(listed, location)
        or _trading(listed, canonical)
        or _extended(listed, canonical, location)
        or _with_city(theirs, ours, location)
        or _category(theirs, ours)
        or _different(theirs, ours, listed)
    )


def _formatting(theirs: Name, ours: Name) -> tuple[str, Verdict, str]:
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


def _known(listed: str, location: Location) -> tuple[str, Verdict, str] | None:
    theirs = read_name(listed)
    for alias in location.aliases:
        if same_name(theirs, read_name(alias)):
            return "name.alias", Verdict.ACCEPTED, f"“{listed}” is a name that you also go by."
    for former in location.former:
        if former.field == "name" and same_name(theirs, read_name(former.value)):
            reason = f"The listing still calls you “{listed}”, a name you gave up{when(former.until)}."
            return "name.former", Verdict.OUTDATED, reason
    return None


def _trading(listed: str, canonical: str) -> tuple[str, Verdict, str] | None:
    sides, own = trading_names(listed), trading_names(canonical)
    if len(sides) + len(own) > 2 and any(same_name(read_name(a), read_name(b)) for a in sides for b in own):
        return "name.trading_as", Verdict.FORMATTING, "The company's name and its trading name are both given."
    return None


def _extended(listed: str, canonical: str, location: Location) -> tuple[str, Verdict, str] | None:
    """Our name, then a dash, bar, colon or bracket, then more."""
    if tail := added_tail(listed, canonical):
        return _addition(tail, location)
    tail = added_tail(canonical, listed)
    if tail and not is_department(tail):
        kind = "location_suffix" if _is_place(tail, location) else "tail_left_out"
        return f"name.{kind}", Verdict.FORMATTING, f"The listing leaves out “{tail}”."
    return None


def _addition(tail: str, location: Location) -> tuple[str, Verdict, str]:
    if _is_place(tail, location):
        return "name.location_suffix", Verdict.FORMATTING, f"The listing adds the place “{tail}” to your name."
    if is_department(tail, set(words(location.postal.city))):
        reason = f"The listing adds “{tail}”: it seems to be a department or a neighbour with a listing of its own."
        return "name.department", Verdict.DIFFERENT, reason
    reason = f"The listing adds “{tail}” to your name. Directories may hide listings whose names carry advertising."
    return "name.keywords", Verdict.FORMATTING, reason


def _is_place(tail: str, location: Location) -> bool:
    postal = location.postal
    known = set(words(f"{postal.city} {postal.region} {postal.street}")) | {
        "downtown",
        "north",
        "south",
        "east",
        "west",
        "mall",
    }
    return set(words(tail)) <= known | {"of", "at", "in"}


def _with_city(theirs: Name, ours: Name, location: Location) -> tuple[str, Verdict, str] | None:
    """One side ends with the record's city: `Starbucks` and `Starbucks Portland`."""
    short, long = sorted((theirs.core, ours.core), key=len)
    extra = long[len(short) :]
    city = {*read_name(location.postal.city).core, "in"}
    if not short or long[: len(short)] != short or not set(extra) <= city or theirs.number != ours.number:
        return None
    does = "adds" if long == theirs.core else "leaves out"
    return "name.location_suffix", Verdict.FORMATTING, f"The listing {does} your city; customers see the same business."


def _category(theirs: Name, ours: Name) -> tuple[str, Verdict, str] | None:
    """One side adds category words at its end: `Starbucks` and `Starbucks Coffee`."""
    short, long = sorted((theirs.core, ours.core), key=len)
    extra = long[len(short) :]
    if theirs.number and ours.number and theirs.number != ours.number:
        return None
    if short and extra and long[: len(short)] == short and set(extra) <= category_words("category"):
        side = "adds" if len(theirs.core) > len(ours.core) else "leaves out"
        reason = f"The listing {side} “{' '.join(extra)}”; customers see the same business."
        return "name.category_word", Verdict.FORMATTING, reason
    return None


def _different(theirs: Name, ours: Name, listed: str) -> tuple[str, Verdict, str]:
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


def name_findings(result: FieldResult) -> list[Finding]:
    """Advertising words beside the name."""
    if result.rule == "name.keywords":
        return [Finding(FindingKind.KEYWORD_STUFFING, result.reason)]
    return []
