"""What came of a page, in one line."""

from urllib.parse import urlsplit

from citations.directory import Directory
from citations.models import FIELDS, Check, Listing, Location
from citations.words import Status, Verdict

_QUIET = frozenset({Verdict.SAME, Verdict.FORMATTING, Verdict.ACCEPTED, Verdict.NOT_COMPARED})


def in_one_line(check: Check, location: Location, directory: Directory) -> str:
    """The status and what is amiss: "Harbor Dental, 12 Quay, Seattle · Yelp: listed; phone outdated …"."""
    return f"{called(location)} · {directory.name}: {check.status}{_more(check)}"


def called(location: Location) -> str:
    """The location's name with what tells it from its sisters: its street and city, or its id."""
    postal = location.postal
    where = ", ".join(part for part in (f"{postal.number} {postal.street}".strip(), postal.city) if part)
    return f"{location.name}, {where or location.id}"


def on_another_site(url: str, its: Directory | None) -> str:
    """Of a page that is for nobody's check: `its` is the audit's directory to which it belongs, None for any other."""
    if not url:
        return "it does not say where it is from"
    if its:
        return f"it is from {its.name}, where no check needs a person"
    return f"it is from {urlsplit(url).netloc}, which is none of the queue's directories"


def on_another_directory(its: Directory, location: Location, wanted: Directory) -> str:
    """Of a page of one directory that was brought for the location's entry in another one."""
    here = f"{called(location)} · {wanted.name}"
    return f"it is from {its.name}, and was brought for {here}: nothing was kept. Open the entry of {its.name} for it"


def shown(listing: Listing) -> str:
    """What a listing shows of a business, briefly."""
    parts = (listing.name, str(listing.address or ""), *listing.phones[:1])
    return ", ".join(part for part in parts if part) or "a listing without a name"


def _more(check: Check) -> str:
    if check.status is Status.LISTED and check.comparison:
        fields = {name: getattr(check.comparison, name) for name in FIELDS}
        wrong = {name: result for name, result in fields.items() if result.verdict not in _QUIET}
        amiss = [" ".join(f"{name} {result.verdict} {result.listed}".split()) for name, result in wrong.items()]
        return f"; {', '.join(amiss)}" if amiss else "; every detail that could be compared is right"
    reason = f" ({check.reason})" if check.reason else ""
    return f"{reason}{'; ' + check.detail if check.detail else ''}"
