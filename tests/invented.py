"""An invented audit with every status, reason, verdict and finding, and hostile text: input for reports and charts."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from citations.findings import Portfolio, location_result, portfolio, tally
from citations.models import Address, Check, Comparison, FieldResult, Finding, Former, Link, Listing, Location, Phone
from citations.store import AuditInfo, DirectoryInfo, Store
from citations.words import FindingKind, PhoneRole, Reason, Status, Verdict

DENTAL, HOSTILE = "Harbor Dental Group", '<script>alert("client")</script> & Söhne'
WHEN = datetime(2031, 5, 3, 9, 30, tzinfo=UTC)
MADE_AT = datetime(2031, 5, 4, 8, 0, tzinfo=UTC)
DIRECTORIES = (
    DirectoryInfo("example_pages", "Example Pages", 1),
    DirectoryInfo("own_website", "The business's own website", 1),
    DirectoryInfo("town_guide", "Town Guide", 1),
    DirectoryInfo("local_finder", "Local Finder", 2),
    DirectoryInfo("map_nearby", "Map Nearby", 2),
    DirectoryInfo("city_index", "City Index", 3),
)
TEXT_OF_A_STRANGER = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(2)>",
    '=HYPERLINK("https://evil.example","click")',
    "null\0byte and \x1b[31mescape",
    "abc\u202e gnp.exe \u2067 mixed \u05d0\u05d1",
    "{{ 7 * 7 }} {% raw %} {listed}",
    "half \ud83d a pair",
    "x" * 10_000,
    "word " * 2_000,
    "</style></svg><h1>broken out</h1>",
)
_TOWNS = ("Port Example", "Sample Bay", "Mill Harbor", "Quay Falls", "Northside", "East Landing")


def dental(number: int) -> Location:
    """One of the clean client's locations."""
    town = _TOWNS[number % len(_TOWNS)]
    return Location(
        id=f"dental-{number + 1}",
        name="Harbor Dental",
        address=Address(
            "Main Street", str(100 + 10 * number), "Suite 200", town, "WA", f"980{number % 100:02}", country="US"
        ),
        phone=f"(360) 555-01{number % 100:02}",
        website="https://harbordental.example/",
        hours="Mo-Fr 08:00-17:00",
        client=DENTAL,
        aliases=("Harbor Family Dental",),
        former=(
            Former("phone", "(360) 555-0199", "2029-06-30"),
            Former("address", f"14 Oak Street, {town}, WA", "2029"),
        ),
        phones=(Phone("(360) 555-0177", PhoneRole.TRACKING), Phone("(800) 555-0100", PhoneRole.TOLL_FREE)),
    )


def comparison(location: Location, *findings: Finding, **fields: FieldResult) -> Comparison:
    """A comparison in which every field not named is the same."""
    right = {
        "name": location.name,
        "address": str(location.address),
        "phone": location.phone,
        "website": location.website,
        "hours": location.hours,
    }
    same = {name: FieldResult(Verdict.SAME, value, value, "equal") for name, value in right.items()}
    return Comparison(**(same | fields), findings=findings)


def listed(
    location: Location, directory: str, *findings: Finding, link: Link | None = None, **fields: FieldResult
) -> Check:
    """A check that found the listing, with the fields that are not the same."""
    compared = comparison(location, *findings, **fields)
    url = f"https://{directory.replace('_', '-')}.example/biz/{location.id}"
    listing = Listing(
        url,
        directory,
        compared.name.listed,
        compared.address.listed,
        (compared.phone.listed,) if compared.phone.listed else (),
        compared.website.listed,
        link,
        sources={"phone": (compared.phone.listed, "json-ld")},
    )
    return Check(
        location.id,
        directory,
        Status.LISTED,
        url=url,
        listing=listing,
        comparison=compared,
        evidence=f"{directory}-{location.id}",
        how="browser" if directory == "town_guide" else "http",
        checked_at=WHEN,
        tried=(url,),
    )


def looked(location: Location, directory: str, status: Status, reason: Reason | None = None, detail: str = "") -> Check:
    """A check that found no listing, or could not look."""
    url = f"https://{directory.replace('_', '-')}.example/search?q=Harbor+Dental"
    return Check(location.id, directory, status, reason, detail, url, how="http", checked_at=WHEN, tried=(url,))


def wrong(verdict: Verdict, listed: str, canonical: str, reason: str, **parts: FieldResult) -> FieldResult:
    """A field that is not right."""
    return FieldResult(verdict, listed, canonical, "", reason, parts)


_FOLLOWED = Link("https://harbordental.example/", "Website")
_NOFOLLOW = Link("https://harbordental.example/", "Website", ("nofollow", "noopener"))


def dental_checks(location: Location, number: int) -> list[Check]:
    """The checks of one location: each location has troubles of its own, one wrong number runs through all."""
    old = wrong(Verdict.OUTDATED, "(360) 555-0199", location.phone, "the number was given up on 2029-06-30")
    pages = listed(location, "example_pages", phone=old, link=_FOLLOWED)
    site = listed(location, "own_website")
    return [pages, site, *_TROUBLES[number % len(_TROUBLES)](location)]


def _first(location: Location) -> list[Check]:
    town = location.postal.city
    unit = wrong(Verdict.DIFFERENT, "Suite 210", "Suite 200", "another suite")
    address = wrong(
        Verdict.DIFFERENT, f"100 Main Street, Suite 210, {town}, WA", str(location.address), "another suite", unit=unit
    )
    branch = wrong(Verdict.SIBLING, "(360) 555-0104", location.phone, "this is the number of Harbor Dental, Northside")
    return [
        listed(location, "town_guide", address=address, link=_NOFOLLOW),
        listed(location, "local_finder", phone=branch),
        looked(location, "map_nearby", Status.NOT_LISTED, detail="searched and found no listing"),
        looked(location, "city_index", Status.UNVERIFIED, Reason.ROBOTS, "robots.txt disallows /search"),
    ]


def _second(location: Location) -> list[Check]:
    moved = wrong(
        Verdict.OUTDATED, "14 Oak Street, Sample Bay, WA", str(location.address), "the address was left in 2029"
    )
    unit = wrong(Verdict.ABSENT, "", "Suite 200", "no unit")
    no_suite = wrong(
        Verdict.INCOMPLETE, "110 Main St, Sample Bay, WA", str(location.address), "the unit is left out", unit=unit
    )
    return [
        listed(location, "town_guide", address=moved, link=_FOLLOWED),
        listed(
            location,
            "local_finder",
            Finding(FindingKind.CLOSED, "the page says “permanently closed”"),
            address=no_suite,
        ),
        looked(location, "map_nearby", Status.UNVERIFIED, Reason.CAPTCHA, "a challenge page came with status 200"),
        looked(location, "city_index", Status.VANISHED, detail="the listing seen before is gone from its address"),
    ]


def _third(location: Location) -> list[Check]:
    stuffed = wrong(
        Verdict.DIFFERENT, "Harbor Dental Best Implants Cheap", location.name, "words were added to the name"
    )
    hours = wrong(Verdict.DIFFERENT, "Mo-Sa 09:00-20:00", location.hours, "Saturday differs")
    site = wrong(Verdict.OUTDATED, "http://harbor-dental-old.example/", location.website, "the old website")
    return [
        listed(
            location,
            "town_guide",
            Finding(FindingKind.KEYWORD_STUFFING, "“Best Implants Cheap” was added"),
            name=stuffed,
        ),
        listed(location, "local_finder", Finding(FindingKind.MISSING_LINK, "no link"), hours=hours, website=site),
        replace(
            looked(location, "map_nearby", Status.AMBIGUOUS, detail="2 listings may be this location; none is certain"),
            candidates=(
                Listing("https://map-nearby.example/1", name="Harbor Dental"),
                Listing("https://map-nearby.example/2", name="Harbour Dentist"),
            ),
        ),
        looked(
            location,
            "city_index",
            Status.NOT_APPLICABLE,
            detail="lists businesses of other countries only: United Kingdom",
        ),
    ]


def _fourth(location: Location) -> list[Check]:
    tidy = FieldResult(
        Verdict.FORMATTING, str(location.address).replace("Street", "St"), str(location.address), "St = Street"
    )
    tracking = FieldResult(Verdict.ACCEPTED, "(360) 555-0177", location.phone, "the tracking number")
    absent = wrong(Verdict.ABSENT, "", location.phone, "the listing shows no phone")
    duplicate = Finding(
        FindingKind.DUPLICATE, "This directory lists the business more than once: https://local-finder.example/biz/2"
    )
    return [
        listed(location, "town_guide", address=tidy, phone=tracking, link=_FOLLOWED),
        replace(
            listed(location, "local_finder", duplicate, phone=absent),
            candidates=(Listing("https://local-finder.example/biz/2", name="Harbor Dental"),),
        ),
        looked(location, "map_nearby", Status.UNVERIFIED, Reason.TIMEOUT, "no answer in 20 s"),
        looked(location, "city_index", Status.NOT_LISTED, detail="searched and found no listing"),
    ]


def _fifth(location: Location) -> list[Check]:
    return [
        looked(location, d, Status.UNVERIFIED, r)
        for d, r in zip(
            ("town_guide", "local_finder", "map_nearby", "city_index"),
            (Reason.BLOCKED, Reason.LOGIN, Reason.RATE_LIMITED, Reason.ASSISTED),
            strict=True,
        )
    ]


_TROUBLES = (_first, _second, _third, _fourth, _fifth)


def hostile_location() -> Location:
    """A record whose text attacks whoever shows it."""
    return Location(
        id="hostile-1",
        name='Bad "Name" <script>alert(3)</script>',
        address="1 <b>Main</b> St, Port Example, WA 98001",
        phone="(360) 555-0150",
        website="javascript:alert(4)",
        client=HOSTILE,
        listings={"example_pages": "javascript:alert(5)"},
    )


def hostile_checks(location: Location) -> list[Check]:
    """Listings of a stranger who means harm."""
    checks = []
    for directory, name, address in zip(DIRECTORIES[:5], TEXT_OF_A_STRANGER[:5], TEXT_OF_A_STRANGER[5:], strict=True):
        check = listed(
            location,
            directory.id,
            Finding(FindingKind.MOVED, TEXT_OF_A_STRANGER[0]),
            name=wrong(Verdict.DIFFERENT, name, location.name, TEXT_OF_A_STRANGER[1]),
            address=wrong(Verdict.DIFFERENT, address, str(location.address), TEXT_OF_A_STRANGER[8]),
        )
        checks.append(replace(check, url="javascript:alert(6)", detail=TEXT_OF_A_STRANGER[9]))
    return [*checks, looked(location, "city_index", Status.UNVERIFIED, Reason.ERROR_PAGE, TEXT_OF_A_STRANGER[0])]


def audited(
    home: Path, checks: Sequence[tuple[Location, Sequence[Check]]], *, finished: bool = True
) -> tuple[Store, AuditInfo]:
    """A store in `home` that holds an audit with these checks."""
    store = Store(f"sqlite:///{home / 'invented.db'}")
    planned = [(location.id, check.directory) for location, found in checks for check in found]
    info = store.begin("invented.csv", [location for location, _ in checks], DIRECTORIES, planned, fresh=True)
    tiers = {directory.id: directory.tier for directory in DIRECTORIES}
    for _, found in checks:
        for check in found:
            store.save(info.id, check, tally(check, tiers[check.directory]))
    if finished:
        store.finish(info.id)
    return store, store.audit(info.id)


def dental_portfolio(home: Path) -> Portfolio:
    """The clean client with five locations."""
    places = [dental(number) for number in range(5)]
    store, info = audited(home, [(place, dental_checks(place, number)) for number, place in enumerate(places)])
    found = portfolio(store, info.id, DENTAL)
    store.close()
    return found


def multiplied(found: Portfolio, times: int) -> Portfolio:
    """Each location `times` over, under an id of its own: a large portfolio."""
    tiers = {directory.id: directory for directory in found.audit.directories}
    results = []
    for result, number in itertools.product(found.results, range(times)):
        place = replace(result.location, id=f"{result.location.id}-{number}")
        checks = [replace(check, location=place.id) for check in result.checks]
        results.append(location_result(place, checks, tiers))
    return replace(found, results=tuple(results))


def both_clients(home: Path) -> tuple[Store, AuditInfo]:
    """An audit of the clean and the hostile client."""
    hostile = hostile_location()
    places = [dental(number) for number in range(5)]
    checks = [(place, dental_checks(place, number)) for number, place in enumerate(places)]
    return audited(home, [*checks, (hostile, hostile_checks(hostile))])
