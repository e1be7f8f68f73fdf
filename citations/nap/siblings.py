"""Values that belong to another location of the same client: the verdict is `sibling`, and its reason says which."""

from collections.abc import Sequence
from dataclasses import replace

from citations.models import FieldResult, Location
from citations.nap.batch import Batch, label
from citations.nap.phone import shown, voice_lines
from citations.nap.website import read_site
from citations.postal import Address
from citations.words import Verdict

_WRONG = (Verdict.DIFFERENT, Verdict.UNREADABLE)


def _sibling(result: FieldResult, field: str, reason: str) -> FieldResult:
    return replace(result, verdict=Verdict.SIBLING, rule=f"{field}.sibling", reason=reason)


def _other(other: Location, location: Location) -> str:
    """How a reason speaks of a sibling: "Acme Dental South in Austin, another location of yours"."""
    name, city = label(other, location), other.postal.city
    where = f" in {city}" if city and city not in name else ""
    return f"{name}{where}, another location of yours"


def sibling_name(result: FieldResult, location: Location, batch: Batch) -> FieldResult:
    """The result itself, or `sibling` when a wrong name is that of another location of the client."""
    if result.verdict not in _WRONG and result.rule != "name.keywords":
        return result
    other = batch.with_name(location, result.listed)
    if other is None:
        return result
    return _sibling(result, "name", f"The listing carries the name of {_other(other, location)}.")


def sibling_address(
    result: FieldResult, location: Location, address: Address | str | None, batch: Batch
) -> FieldResult:
    """The result itself, or `sibling` when a wrong or partial address is that of another location of the client."""
    if result.verdict not in (*_WRONG, Verdict.INCOMPLETE):
        return result
    other = batch.at_address(location, address)
    if other is None:
        return result
    return _sibling(result, "address", f"The listing sends visitors to {_other(other, location)}.")


def sibling_phone(result: FieldResult, location: Location, phones: Sequence[str], batch: Batch) -> FieldResult:
    """The result itself, or `sibling` when a wrong number reaches another location of the client."""
    if result.verdict not in _WRONG:
        return result
    for number in voice_lines(phones, location.country):
        if other := batch.with_phone(location, [number.e164]):
            reason = f"The listing sends callers to {shown(number.e164)}, the number of {_other(other, location)}."
            return _sibling(result, "phone", reason)
    return result


def sibling_page(result: FieldResult, location: Location, text: str, batch: Batch) -> FieldResult:
    """The result itself, or `sibling` when the link leads to the page of another location of the client."""
    if result.verdict not in (Verdict.DIFFERENT, Verdict.FORMATTING) or result.rule == "website.same_page":
        return result
    site = read_site(text)
    other = batch.with_page(location, site)
    if other is None or (site.is_home and result.verdict is not Verdict.DIFFERENT):
        return result
    return _sibling(result, "website", f"The link leads to the page of {_other(other, location)}.")
