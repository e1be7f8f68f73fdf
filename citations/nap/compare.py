"""A listing held against the record: one verdict for each field, each with its rule and a reason."""

from dataclasses import replace
from datetime import date

from citations.models import Comparison, FieldResult, Listing, Location
from citations.nap.address import compare_address
from citations.nap.batch import Batch, label
from citations.nap.bounded import bounded
from citations.nap.categories import compare_categories
from citations.nap.closed import lifecycle_findings
from citations.nap.hidden_address import address_findings
from citations.nap.hours_verdict import compare_hours, hours_findings
from citations.nap.name_verdict import compare_name, name_findings
from citations.nap.phone import listed_numbers, shown
from citations.nap.phone_verdict import compare_phone
from citations.nap.spoken import spoken_of
from citations.nap.website import listed_website, read_site
from citations.nap.website_verdict import compare_website, website_findings
from citations.words import Verdict

_WRONG = (Verdict.DIFFERENT, Verdict.UNREADABLE)


def compare(location: Location, listing: Listing, batch: Batch | None = None, directory: str = "") -> Comparison:
    """The verdicts on name, address, phone, website, hours and categories, and what else the listing shows.

    `batch` holds the other locations of the audit: a value that belongs to one of them is `sibling`.
    `directory` is the name by which the reasons speak of where the listing stands ("Superpages sends callers to …");
    without it they say "The listing". Never raises, whatever the texts.
    """
    listing = bounded(listing)
    name, address = compare_name(location, listing.name), compare_address(location, listing.address)
    phone = compare_phone(location, listing.phones, date.today())
    website = compare_website(location, listed_website(listing))
    if batch is not None:
        name, address = _sibling_name(name, location, batch), _sibling_address(address, location, listing, batch)
        phone, website = (
            _sibling_phone(phone, location, listing, batch),
            _sibling_page(website, location, listing, batch),
        )
    hours = compare_hours(location, listing.hours)
    findings = [
        *name_findings(name),
        *address_findings(location, listing),
        *website_findings(website, listing),
        *hours_findings(hours),
        *lifecycle_findings(location, listing),
    ]
    categories = compare_categories(tuple(listing.categories), tuple(location.categories))
    comparison = Comparison(name, address, phone, website, hours, tuple(findings), categories)
    return spoken_of(comparison, directory) if directory else comparison


def _sibling(result: FieldResult, field: str, reason: str) -> FieldResult:
    return replace(result, verdict=Verdict.SIBLING, rule=f"{field}.sibling", reason=reason)


def _other(other: Location, location: Location) -> str:
    """How a reason speaks of a sibling: "Acme Dental South in Austin, another location of yours"."""
    name, city = label(other, location), other.postal.city
    where = f" in {city}" if city and city not in name else ""
    return f"{name}{where}, another location of yours"


def _sibling_name(result: FieldResult, location: Location, batch: Batch) -> FieldResult:
    if result.verdict not in _WRONG and result.rule != "name.keywords":
        return result
    other = batch.with_name(location, result.listed)
    if other is None:
        return result
    return _sibling(result, "name", f"The listing carries the name of {_other(other, location)}.")


def _sibling_address(result: FieldResult, location: Location, listing: Listing, batch: Batch) -> FieldResult:
    if result.verdict not in (*_WRONG, Verdict.INCOMPLETE):
        return result
    other = batch.at_address(location, listing)
    if other is None:
        return result
    return _sibling(result, "address", f"The listing sends visitors to {_other(other, location)}.")


def _sibling_phone(result: FieldResult, location: Location, listing: Listing, batch: Batch) -> FieldResult:
    if result.verdict not in _WRONG:
        return result
    for number in listed_numbers(listing, location.country):
        if other := batch.with_phone(location, [number.e164]):
            reason = f"The listing sends callers to {shown(number.e164)}, the number of {_other(other, location)}."
            return _sibling(result, "phone", reason)
    return result


def _sibling_page(result: FieldResult, location: Location, listing: Listing, batch: Batch) -> FieldResult:
    if result.verdict not in (Verdict.DIFFERENT, Verdict.FORMATTING) or result.rule == "website.same_page":
        return result
    site = read_site(listed_website(listing))
    other = batch.with_page(location, site)
    if other is None or (site.is_home and result.verdict is not Verdict.DIFFERENT):
        return result
    return _sibling(result, "website", f"The link leads to the page of {_other(other, location)}.")
