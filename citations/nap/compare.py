"""A listing held against the record: one verdict for each field, each with its rule and a reason."""

from datetime import date

from citations.models import Comparison, Listing, Location
from citations.nap.batch import Batch
from citations.nap.bounded import bounded
from citations.nap.categories import compare_categories
from citations.nap.closed import lifecycle_findings
from citations.nap.desk import desk
from citations.nap.spoken import spoken_of
from citations.nap.website import listed_website
from citations.nap.website_verdict import link_findings


def compare(location: Location, listing: Listing, batch: Batch | None = None, directory: str = "") -> Comparison:
    """The verdicts on name, address, phone, website, hours and categories, and what else the listing shows.

    `batch` holds the other locations of the audit: a value that belongs to one of them is `sibling`.
    `directory` is the name by which the reasons speak of where the listing stands ("Superpages sends callers to …");
    without it they say "The listing". Never raises, whatever the texts.
    """
    listing, judges = bounded(listing), desk(batch, date.today())(location)
    name, address = judges.name[listing.name], judges.address[listing.address]
    phone, website = judges.phone[listing.phones], judges.website[listed_website(listing)]
    hours = judges.hours[listing.hours]
    findings = (
        *name.findings,
        *address.findings,
        *phone.findings,
        *website.findings,
        *link_findings(website.result, listing.link),
        *hours.findings,
        *lifecycle_findings(location, (listing.lifecycle, name.says, hours.says)),
    )
    categories = compare_categories(listing.categories, location.categories)
    comparison = Comparison(
        name.result, address.result, phone.result, website.result, hours.result, findings, categories
    )
    return spoken_of(comparison, directory) if directory else comparison
