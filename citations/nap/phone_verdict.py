"""The verdict on listed numbers: exact, by the role that the record gives a number, never by a score."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from citations.models import FieldResult, Finding, Location
from citations.models.told import told
from citations.nap.nothing import says_nothing
from citations.nap.phone import Number, main_number, read_phones, shown, voice_numbers
from citations.nap.wording import has_passed, when
from citations.postal.vocabulary import AMERICAN
from citations.words import FindingKind, PhoneRole, Verdict

BESIDE = "beside"


def compare_phone(location: Location, phones: Sequence[str], today: date) -> FieldResult:
    """The verdict on the listed numbers as of today; a match of any one of them wins."""
    canonical = main_number(location)
    texts = [text for text in phones if not says_nothing(text)]
    shown_text = " / ".join(texts)
    if not canonical:
        return FieldResult(Verdict.NOT_COMPARED, shown_text, "", "phone.no_record", "Your record has no phone number.")
    identical = [_identical(canonical, canonical)] if canonical.strip() in (text.strip() for text in texts) else []
    if identical and len(texts) == 1:
        return identical[0]
    ours = [one for one in read_phones(canonical, location.country) if not one.fax] or [Number()]
    numbers = [n for n in voice_numbers(phones, location.country) if not _is_placeholder(n, ours)]
    if not numbers and not identical:
        return _no_number(texts, canonical, location.country)
    results = identical + [_judge(number, _its_like(number, ours), canonical, location, today) for number in numbers]
    if len(results) == 1:
        return results[0]
    return _with_old(min(results, key=lambda result: _ORDER.index(result.verdict)), results)


def _identical(listed: str, canonical: str) -> FieldResult:
    return FieldResult(Verdict.SAME, listed, canonical, "phone.identical", "The number is exactly yours.")


def _its_like(number: Number, ours: Sequence[Number]) -> Number:
    """That of the record's numbers which the listed one is; the first when it is none."""
    return next((one for one in ours if one.e164 == number.e164), ours[0])


def _with_old(best: FieldResult, results: Sequence[FieldResult]) -> FieldResult:
    """The best result, with a number that was given up and stands beside the right one as a part of it."""
    old = next((result for result in results if result.verdict is Verdict.OUTDATED), None)
    if old is None or not best.verdict.is_right:
        return best
    also = replace(old, reason=old.reason.replace("sends callers to", "also shows", 1))
    return replace(best, reason=f"{best.reason} {also.reason}", parts={BESIDE: also})


def phone_findings(result: FieldResult) -> Sequence[Finding]:
    """A number that was given up and stands beside the right one misleads whoever calls it."""
    old = result.parts.get(BESIDE)
    return (Finding(FindingKind.OLD_NUMBER, old.reason),) if old else ()


def _is_placeholder(number: Number, ours: Sequence[Number]) -> bool:
    """True for 555-555-5555 and its like, but not when the record has the very number, which then is a real one."""
    if number.e164 and any(number.e164 == one.e164 for one in ours):
        return False
    no_area = number.e164.startswith(_NO_AREA) and not any(one.e164.startswith(_NO_AREA) for one in ours)
    return no_area or number.is_placeholder


_NO_AREA = "+1555"  # nobody in North America has this area code
_ORDER = [
    Verdict.SAME,
    Verdict.FORMATTING,
    Verdict.ACCEPTED,
    Verdict.INCOMPLETE,
    Verdict.OUTDATED,
    Verdict.DIFFERENT,
    Verdict.UNREADABLE,
]


def _no_number(texts: list[str], canonical: str, country: str) -> FieldResult:
    text = " / ".join(texts)
    if not texts:
        reason = "The listing shows no phone number, so callers cannot reach you from it."
        return FieldResult(Verdict.ABSENT, "", canonical, "phone.absent", reason)
    found = [number for one in texts for number in read_phones(one, country)]
    if any(number.fax for number in found):
        reason = f"The listing shows only a fax line ({text}), so callers cannot reach you from it."
        return FieldResult(Verdict.ABSENT, text, canonical, "phone.only_fax", reason)
    if found:
        reason = f"The listing shows a placeholder ({text}) where your phone number belongs."
        return FieldResult(Verdict.ABSENT, text, canonical, "phone.placeholder", reason)
    reason = f"The text “{text}” cannot be read as a phone number."
    return FieldResult(Verdict.UNREADABLE, text, canonical, "phone.unreadable", reason)


def _judge(listed: Number, ours: Number, canonical: str, location: Location, today: date) -> FieldResult:
    if ours.e164 and listed.e164 == ours.e164:
        return _same_line(listed, ours, canonical)
    if known := _known_number(listed, canonical, location, today):
        return known
    if listed.e164 and not ours.e164 and _is_local(ours, listed, location.country):
        reason = "The listing gives the area code that your record leaves out."
        return FieldResult(Verdict.FORMATTING, listed.text, canonical, "phone.record_no_area_code", reason)
    if listed.is_masked:
        reason = f"The listing shows only a part of its number ({listed.text}), so it was not compared."
        return FieldResult(Verdict.UNREADABLE, listed.text, canonical, "phone.masked", reason)
    if not listed.e164 or _is_local(listed, ours, location.country):
        return _short_or_unreadable(listed, ours, canonical, location.country)
    reason = told(lambda: f"The listing sends callers to {shown(listed.e164)}; your number is {shown(ours.e164)}.")
    return FieldResult(Verdict.DIFFERENT, listed.text, canonical, "phone.different", reason)


def _same_line(listed: Number, ours: Number, canonical: str) -> FieldResult:
    if listed.text.strip() == canonical.strip():
        return _identical(listed.text, canonical)
    if listed.extension and ours.extension and listed.extension != ours.extension:
        reason = f"The number is yours, but callers are told extension {listed.extension} in place of {ours.extension}."
        return FieldResult(Verdict.DIFFERENT, listed.text, canonical, "phone.extension", reason)
    if listed.extension != ours.extension:
        reason = "The number is yours; only one side names an extension."
        return FieldResult(Verdict.FORMATTING, listed.text, canonical, "phone.extension_one_sided", reason)
    reason = "The same number, written in another way; nothing to do."
    return FieldResult(Verdict.FORMATTING, listed.text, canonical, "phone.e164", reason)


def _known_number(listed: Number, canonical: str, location: Location, today: date) -> FieldResult | None:
    for phone in location.phones:
        if _is_one_of(listed, read_phones(phone.number, location.country)):
            role = PhoneRole.RETIRED if has_passed(phone.until, today) else phone.role
            return _by_role(listed, role, phone.until, canonical)
    for former in location.former:
        if former.field == "phone" and _is_one_of(listed, read_phones(former.value, location.country)):
            return _by_role(listed, PhoneRole.RETIRED, former.until, canonical)
    return None


def _is_one_of(listed: Number, known: Iterable[Number]) -> bool:
    return bool(listed.e164) and any(number.e164 == listed.e164 for number in known)


def _by_role(listed: Number, role: PhoneRole, until: str, canonical: str) -> FieldResult:
    number = shown(listed.e164)
    if role is PhoneRole.RETIRED:
        reason = f"The listing sends callers to {number}, a number you gave up{when(until)}."
        return FieldResult(Verdict.OUTDATED, listed.text, canonical, "phone.retired", reason)
    if role is PhoneRole.FAX:
        reason = f"The listing sends callers to {number}, which is your fax line."
        return FieldResult(Verdict.DIFFERENT, listed.text, canonical, "phone.fax", reason)
    rule, reason = _REACHES_US[role]
    return FieldResult(Verdict.ACCEPTED, listed.text, canonical, rule, reason.format(number=number))


_REACHES_US = {
    PhoneRole.TRACKING: (
        "phone.tracking",
        "The listing carries your advertising number {number}. If the campaign ends, those calls are lost.",
    ),
    PhoneRole.TOLL_FREE: ("phone.toll_free", "The listing carries your toll-free number {number}, which reaches you."),
    PhoneRole.MAIN: ("phone.main", "The listing carries {number}, another number of yours, which reaches you."),
}


def _is_local(listed: Number, ours: Number, country: str) -> bool:
    """True when only the area code is missing: seven digits in America, five to eight elsewhere."""
    lengths = (7,) if country in AMERICAN or country in ("", "CA") else (5, 6, 7, 8)
    return len(listed.digits) in lengths and len(ours.digits) > len(listed.digits) and _ends(ours, listed)


def _ends(ours: Number, listed: Number) -> bool:
    return "+" not in listed.text and not listed.digits.startswith("0") and ours.digits.endswith(listed.digits)


def _short_or_unreadable(listed: Number, ours: Number, canonical: str, country: str) -> FieldResult:
    if _is_local(listed, ours, country):
        reason = "The area code is missing: callers from elsewhere will not get through."
        return FieldResult(Verdict.INCOMPLETE, listed.text, canonical, "phone.no_area_code", reason)
    if len(listed.digits) >= 7:
        reason = f"The listing shows {listed.text}, which is not your number and not a complete one."
        return FieldResult(Verdict.DIFFERENT, listed.text, canonical, "phone.not_dialable", reason)
    reason = f"The text “{listed.text}” cannot be read as a phone number."
    return FieldResult(Verdict.UNREADABLE, listed.text, canonical, "phone.unreadable", reason)
