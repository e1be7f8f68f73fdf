"""A business's own website over several pages: which are read, what comes from where, what contradicts itself.

Each case is a small site on loopback, audited through the whole way of a check.
"""

import asyncio
import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from citations import Address, Batch, Location, Phone
from citations.audit import Checker, Looker
from citations.audit.own_site import pages_to_read
from citations.catalog import load_catalog
from citations.models import Check, Link
from citations.settings import Settings
from citations.web import EvidenceFolder, Visitor
from citations.words import FindingKind, PhoneRole, Reason, Status
from tests.loopback import Answer, Site, site

BAKERY = Location(
    "b1", "Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201", "(503) 555-0111",
    hours="Mo-Fr 08:00-17:00", client="bakery",
)  # fmt: skip
ADDRESS = "12 Harbor Lane, Portland, OR 97201"


def data(**other: object) -> str:
    """The bakery's JSON-LD; `other` replaces what it says."""
    street = {"@type": "PostalAddress", "streetAddress": "12 Harbor Lane", "addressLocality": "Portland"}
    whole = {
        "@context": "https://schema.org", "@type": "Bakery", "name": "Harbor Lane Bakery",
        "address": street | {"addressRegion": "OR", "postalCode": "97201"}, "telephone": "(503) 555-0111",
        "openingHours": "Mo-Fr 08:00-17:00",
    }  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(whole | other)}</script>'


def page(*parts: str, head: str = "", links: Mapping[str, str] | None = None) -> str:
    """A page with these lines and a menu."""
    menu = "".join(f'<a href="{path}">{text}</a> ' for path, text in (links or {}).items())
    lines = "".join(f"<p>{part}</p>" for part in parts)
    body = f"<nav>{menu}</nav><h1>Harbor Lane Bakery</h1>{lines}"
    return f"<html><head><title>Harbor Lane Bakery</title>{head}</head><body>{body}</body></html>"


def checks(
    folder: Path, pages: Mapping[str, str], *locations: Location, robots: str = "", silent: Sequence[str] = ()
) -> tuple[list[Check], Site]:
    """The checks of these locations, whose websites are paths of a site with these pages.

    A path gives no answer as often as it stands in `silent`.
    """
    left = list(silent)

    def answer(path: str) -> Answer:
        if path in left:
            left.remove(path)
            raise ConnectionAbortedError
        if path == "/robots.txt":
            return (200, robots) if robots else (404, "")
        return (200, pages[path]) if path in pages else (404, "<h1>no such page</h1>")

    with site(answer) as served:
        settings = Settings(allow_private=frozenset({served.host}), pace=0, timeout=10)
        here = [replace(one, website=served.origin + (one.website or "/")) for one in locations or [BAKERY]]
        (own,) = load_catalog().pick(["own_website"])

        async def all_of_them() -> list[Check]:
            async with Visitor(settings) as visitor:
                checker = Checker(Looker(visitor, settings, has_browser=False), EvidenceFolder(folder), Batch(here))
                return [await checker.check(location, own) for location in here]

        return asyncio.run(all_of_them()), served


def one(folder: Path, pages: Mapping[str, str], location: Location = BAKERY) -> Check:
    return checks(folder, pages, location)[0][0]


def contradictions(check: Check) -> list[str]:
    assert check.comparison is not None, check
    found = check.comparison.findings
    return [finding.reason for finding in found if finding.kind is FindingKind.INSIDE_CONTRADICTION]


def test_what_the_first_page_leaves_out_comes_from_the_contact_page(tmp_path: Path) -> None:
    pages = {
        "/": page(ADDRESS, links={"/contact-us": "Contact"}),
        "/contact-us": page(ADDRESS, "Phone: (503) 555-0111", "Mon-Fri 8am-5pm"),
    }
    check = one(tmp_path, pages)
    assert check.status is Status.LISTED
    assert check.comparison is not None
    assert check.comparison.phone.verdict == "same"
    assert check.listing is not None
    raw, source = check.listing.sources["phone"]
    assert raw == "(503) 555-0111"
    assert source.startswith("visible, http://127.0.0.1")
    assert source.endswith("/contact-us")
    assert "contact" not in check.listing.sources["address"][1]
    assert check.detail.startswith("read on http")


def test_a_first_page_that_says_nothing_is_made_up_for(tmp_path: Path) -> None:
    pages = {
        "/": page("Bread since 1990", links={"/kontakt": "Kontakt"}),
        "/kontakt": page(ADDRESS, "Phone: (503) 555-0111"),
    }
    assert one(tmp_path, pages).status is Status.LISTED
    nothing = one(tmp_path, {"/": page("Bread since 1990")})
    assert (nothing.status, nothing.reason) == (Status.UNVERIFIED, Reason.LAYOUT_CHANGED)


def test_at_most_five_pages_are_read_and_robots_are_obeyed(tmp_path: Path) -> None:
    words = ("contact", "contacts", "locations", "stores", "about", "hours", "blog", "jobs")
    menu = {f"/{word}": word for word in words}
    everything = {path: page(ADDRESS, "Phone: (503) 555-0111", links=menu) for path in ("/", *menu)}
    _, served = checks(tmp_path, everything)
    assert len(served.pages_asked) <= 5
    assert "/blog" not in served.pages_asked
    _, walled = checks(tmp_path, everything, robots="User-agent: *\nDisallow: /contact")
    assert "/contact" not in walled.pages_asked


def test_pages_that_branches_share_are_visited_once(tmp_path: Path) -> None:
    menu = {"/contact": "Contact"}
    pages = {
        "/": page("All our bakeries", links=menu),
        "/portland": page(ADDRESS, "Phone: (503) 555-0111", links=menu),
        "/salem": page("4 Oak Street, Salem, OR 97301", "Phone: (503) 555-0122", links=menu),
        "/contact": page("Write to us"),
    }
    salem = replace(BAKERY, id="b2", address="4 Oak Street, Salem, OR 97301", phone="(503) 555-0122", website="/salem")
    found, served = checks(tmp_path, pages, replace(BAKERY, website="/portland"), salem)
    assert [check.status for check in found] == [Status.LISTED, Status.LISTED]
    assert [contradictions(check) for check in found] == [[], []]
    assert served.pages_asked.count("/contact") == 1


OFFICES = (
    "<h2>Portland</h2><p>12 Harbor Lane, Portland, OR 97201</p><p>Phone: (503) 555-0111</p>"
    "<h2>Salem</h2><p>4 Oak Street, Salem, OR 97301</p><p>Phone: (503) 555-0122</p>"
)
SALEM = replace(BAKERY, id="b2", address="4 Oak Street, Salem, OR 97301", phone="(503) 555-0122")


def test_of_the_offices_on_one_page_each_location_gets_its_own(tmp_path: Path) -> None:
    found, _ = checks(tmp_path, {"/": page(OFFICES)}, BAKERY, SALEM)
    for check in found:
        assert check.status is Status.LISTED
        assert check.comparison is not None
        assert (check.comparison.address.verdict, check.comparison.phone.verdict) == ("same", "same")
        assert contradictions(check) == []


@pytest.mark.parametrize("others", [[], [SALEM]], ids=["alone in the batch", "with its sibling"])
def test_a_sibling_on_the_page_is_no_contradiction_and_a_wrong_number_in_the_data_is(
    tmp_path: Path, others: list[Location]
) -> None:
    right, _ = checks(tmp_path, {"/": page(OFFICES, head=data())}, BAKERY, *others)
    assert contradictions(right[0]) == []
    wrong, _ = checks(tmp_path, {"/": page(OFFICES, head=data(telephone="(503) 555-0199"))}, BAKERY, *others)
    (reason,) = contradictions(wrong[0])
    assert "about the phone: (503) 555-0199, but (503) 555-0111" in reason


def examples(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parents[1] / "examples" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@pytest.mark.parametrize("row", examples("own_site"), ids=lambda row: row["case"])
def test_data_and_text_of_one_page(tmp_path: Path, row: dict[str, str]) -> None:
    here = replace(BAKERY, phones=(Phone("(503) 555-0177", PhoneRole.TRACKING),))
    elm = Address("Elm Street", "9", "", "Portland", "OR", "97202", "US")
    sibling = replace(BAKERY, id="b3", address=elm, phone="(503) 555-0122", website="/elm")
    head = "" if row["data"] == "none" else data(**json.loads(row["data"]))
    found, _ = checks(tmp_path, {"/": page(*row["text"].split(" | "), head=head)}, here, sibling)
    said = contradictions(found[0])
    assert len(said) == bool(row["contradiction"]), said
    for reason in said:
        assert f"about the {row['contradiction']}" in reason
        assert all(value in reason for value in row["values"].split(" | "))
        assert "in the hidden data for search engines of http" in reason
        assert "in the text of the same page" in reason


def test_pages_contradict_each_other(tmp_path: Path) -> None:
    pages = {
        "/": page(ADDRESS, "Phone: (503) 555-0111", links={"/contact": "Contact us"}),
        "/contact": page(ADDRESS, "Phone: (503) 555-0133"),
    }
    (reason,) = contradictions(one(tmp_path, pages))
    assert "(503) 555-0111, but (503) 555-0133" in reason
    assert reason.endswith("/contact.")


def test_another_page_about_another_business_is_left_out(tmp_path: Path) -> None:
    pages = {
        "/": page(ADDRESS, "Phone: (503) 555-0111", head=data(), links={"/about": "About us"}),
        "/about": page("Our designer: Quay Web, 7 Mill Road, Portland, OR 97203", "Phone: (503) 555-0188"),
    }
    check = one(tmp_path, pages)
    assert contradictions(check) == []
    assert check.detail == ""


@pytest.mark.parametrize("row", examples("site_pages"), ids=lambda row: row["links"])
def test_which_pages_are_worth_reading(row: dict[str, str]) -> None:
    origin = "https://harborlane.example"
    pairs = (link.rpartition("=") for link in row["links"].split(" | "))
    links = [Link(path if ":" in path else origin + path, text) for text, _, path in pairs]
    expected = [origin + path for path in row["pages"].split(" | ") if path]
    assert pages_to_read(BAKERY, links, origin + row["start"]) == expected


def test_a_page_on_somebody_elses_host_is_read_alone() -> None:
    links = [Link("https://www.facebook.com/contact", "Contact")]
    assert pages_to_read(BAKERY, links, "https://www.facebook.com/harborlane") == []
