"""What the record knows beside its canonical values: former ones, roles, aliases, siblings, a hidden address."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from citations.models import Former, Link, LinkVisit, Listing, Location, Phone
from citations.nap import Batch, compare
from citations.nap.levels.address import address_level
from citations.nap.link_end import judge_end
from citations.postal import Address
from citations.words import FindingKind, Kind, Lifecycle, PhoneRole, Verdict

NORTH = Location(
    "north",
    "Acme Dental North",
    Address("Main St", "100", "Ste 200", "Austin", "TX", "78701"),
    "(512) 555-0101",
    "https://acme.example/north",
    aliases=("Acme Smiles",),
    former=(
        Former("address", "7 Elm Ave, Austin, TX 78702", "2021-03-01"),
        Former("phone", "512-555-0150", "2020"),
        Former("name", "Lone Star Dental", "2019-06"),
        Former("website", "https://lonestar.example"),
    ),
    phones=(
        Phone("512-555-0160", PhoneRole.TRACKING),
        Phone("800-555-0199", PhoneRole.TOLL_FREE),
        Phone("512-555-0170", PhoneRole.FAX),
        Phone("512-555-0180", PhoneRole.RETIRED, "2022-01"),
    ),
    hours="Mo-Fr 09:00-17:00",
)
SOUTH = Location(
    "south",
    "Acme Dental South",
    Address("Main St", "100", "Ste 210", "Austin", "TX", "78701"),
    "(512) 555-0102",
    "https://acme.example/south",
)
FOREIGN = Location("foreign", "Other", "9 Oak Rd, Austin, TX 78701", "(512) 555-0103", client="somebody else")
BATCH = Batch([NORTH, SOUTH, FOREIGN])


def test_reasons_name_the_directory_the_number_the_date_and_the_branch() -> None:
    def said(**shown: object) -> list[str]:
        found = compare(NORTH, Listing(**{"name": NORTH.name, "website": NORTH.website} | shown), BATCH, "Superpages")
        return [result.reason for result in found.results.values() if result.verdict.is_wrong]

    assert said(phones=["512-555-0180"]) == [
        "Superpages sends callers to (512) 555-0180, a number you gave up in January 2022."
    ]
    assert said(phones=["512-555-0102"]) == [
        "Superpages sends callers to (512) 555-0102, the number of Acme Dental South in Austin, "
        "another location of yours."
    ]
    both = compare(NORTH, Listing(phones=["512-555-0101", "512-555-0150"]), directory="Superpages")
    old = "Superpages also shows (512) 555-0150, a number you gave up in 2020."
    assert (both.phone.verdict, old in both.phone.reason) == (Verdict.FORMATTING, True)
    assert [(finding.kind, finding.reason) for finding in both.findings[:1]] == [(FindingKind.OLD_NUMBER, old)]
    assert said(address="7 Elm Ave, Austin, TX 78702") == [
        "Superpages still shows 7 Elm Ave, which you left in March 2021."
    ]
    assert said(hours="Mo-Fr 09:00-16:00") == [
        "Superpages shows other hours on Monday to Friday (09:00–16:00 on Monday; you are open 09:00–17:00)."
    ]
    assert "(round the clock on Monday; you are open 09:00–17:00)" in said(hours="24/7")[0]
    assert said(name="“The listing ” of Austin")[0].startswith("Superpages calls you ““The listing ” of Austin”")


@pytest.mark.parametrize(
    ("number", "verdict", "words"),
    [
        ("512-555-0160", Verdict.ACCEPTED, "advertising number (512) 555-0160"),
        ("800-555-0199", Verdict.ACCEPTED, "toll-free"),
        ("512-555-0170", Verdict.DIFFERENT, "fax line"),
        ("512-555-0180", Verdict.OUTDATED, "gave up in January 2022"),
        ("512-555-0150", Verdict.OUTDATED, "gave up in 2020"),
        ("512-555-0102", Verdict.SIBLING, "Acme Dental South"),
        ("512-555-0103", Verdict.DIFFERENT, "your number is (512) 555-0101"),
    ],
)
def test_a_known_number_says_what_it_is(number: str, verdict: Verdict, words: str) -> None:
    result = compare(NORTH, Listing(phones=[number]), BATCH).phone
    assert (result.verdict, words in result.reason) == (verdict, True), result


def test_a_number_holds_until_its_month_is_over() -> None:
    this = date.today().replace(day=1)
    for month, verdict in ((this, Verdict.ACCEPTED), (this - timedelta(days=1), Verdict.OUTDATED)):
        record = replace(NORTH, id=f"{month}", phones=(Phone("512-555-0160", "tracking", f"{month:%Y-%m}"),))
        assert compare(record, Listing(phones=["512-555-0160"])).phone.verdict is verdict, month


@pytest.mark.parametrize(
    ("address", "verdict", "words"),
    [
        ("7 Elm Avenue, Austin, TX 78702", Verdict.OUTDATED, "left in March 2021"),
        ("7 Elm Ave, Austin", Verdict.OUTDATED, "7 Elm Ave"),
        ("100 Main St #210, Austin, TX 78701", Verdict.SIBLING, "Acme Dental South"),
        ("100 Main St #220, Austin, TX 78701", Verdict.DIFFERENT, "you are in Ste 200"),
        ("9 Oak Rd, Austin, TX 78701", Verdict.DIFFERENT, "you are at 100"),
        ("100 Main St, Austin, TX 78701", Verdict.INCOMPLETE, "Visitors may not find the door"),
    ],
)
def test_a_known_address_says_what_it_is(address: str, verdict: Verdict, words: str) -> None:
    result = compare(NORTH, Listing(address=address), BATCH).address
    assert (result.verdict, words in result.reason) == (verdict, True), result


def test_names_known_from_the_record() -> None:
    verdicts = {name: compare(NORTH, Listing(name=name), BATCH).name.verdict for name in NAMES}
    assert verdicts == NAMES


NAMES = {
    "Acme Smiles": Verdict.ACCEPTED,
    "Lone Star Dental LLC": Verdict.OUTDATED,
    "Acme Dental South": Verdict.SIBLING,
    "Other": Verdict.DIFFERENT,
}


def test_websites_known_from_the_record() -> None:
    old = compare(NORTH, Listing(website="http://www.lonestar.example/"), BATCH)
    branch = compare(NORTH, Listing(website="https://acme.example/south/"), BATCH)
    below = compare(NORTH, Listing(website="https://acme.example/south/menu"), BATCH)
    ours = compare(NORTH, Listing(website="https://acme.example/north/menu"), BATCH)
    assert (below.website.verdict, ours.website.rule) == (Verdict.SIBLING, "website.other_page")
    assert (old.website.verdict, branch.website.verdict) == (Verdict.OUTDATED, Verdict.SIBLING)
    assert [finding.kind for finding in old.findings] == [FindingKind.OLD_DOMAIN]
    assert [finding.kind for finding in branch.findings] == [FindingKind.WRONG_BRANCH_LINK]


def test_address_parts_are_judged_one_by_one() -> None:
    listed = Address(street="100 Main Street Suite 210", city="Austin", region="Texas", postcode="78701-1234")
    parts = compare(NORTH, Listing(address=listed)).address.parts
    assert {name: part.verdict.value for name, part in parts.items()} == {
        "number": "same",
        "street": "formatting",
        "unit": "different",
        "city": "same",
        "region": "formatting",
        "postcode": "formatting",
    }


def test_a_street_line_in_the_record_counts_like_its_parts() -> None:
    record = Location("1", "Acme", Address("100 Main St Ste 200", city="Austin", region="TX", postcode="78701"))
    assert compare(record, Listing(address=NORTH.address)).address.verdict is Verdict.SAME


@pytest.mark.parametrize("shown", ["100 Main St, Austin, TX 78701", "100 Main Street, Austin, TX 78701"])
def test_a_private_door_that_is_right_is_said_to_be_private(shown: str) -> None:
    van = Location("van", "Acme Vans", "100 Main St, Austin, TX 78701", hide_address=True)
    said = compare(van, Listing(name="Acme Vans", address=shown))
    assert said.address.verdict.is_right
    assert said.address.reason.endswith("But it should not be shown: you visit your customers.")
    assert [finding.kind for finding in said.findings] == [FindingKind.ADDRESS_MUST_NOT_SHOW]


def test_a_hidden_address_must_not_show() -> None:
    van = Location("van", "Acme Vans", "100 Main St, Austin, TX 78701", hide_address=True)
    shown = compare(van, Listing(address="100 Main St, Austin, TX 78701"))
    town = compare(van, Listing(address="Austin, TX 78701"))
    nothing = compare(van, Listing())
    for area in ("Austin", "Austin, TX", "78701", "Serving Austin and Round Rock", "Greater Austin area"):
        found = compare(van, Listing(address=area))
        assert (found.address.verdict.is_right, found.findings) == (True, ()), area
    visiting = Location("van", "Acme Vans", kind="service_area")
    door = compare(visiting, Listing(address="100 Main St, Austin, TX 78701"))
    assert [finding.kind for finding in door.findings] == [FindingKind.ADDRESS_MUST_NOT_SHOW]
    assert [finding.kind for finding in shown.findings] == [FindingKind.ADDRESS_MUST_NOT_SHOW]
    assert (town.findings, town.address.verdict) == ((), Verdict.SAME)
    assert nothing.address.verdict is Verdict.ACCEPTED


def test_findings_beside_the_verdicts() -> None:
    listing = Listing(
        name="Acme Dental North - Cheap Implants Open Late",
        website="https://acme.example/north",
        link=Link("https://acme.example/north", rel=("nofollow",)),
        hours="Mo-Th 09:00-17:00",
        lifecycle=Lifecycle.CLOSED,
    )
    kinds = {finding.kind for finding in compare(NORTH, listing).findings}
    assert kinds == {
        FindingKind.KEYWORD_STUFFING,
        FindingKind.NOFOLLOW_LINK,
        FindingKind.PARTLY_DIFFERENT_HOURS,
        FindingKind.CLOSED,
    }
    assert [finding.kind for finding in compare(NORTH, Listing()).findings] == [FindingKind.MISSING_LINK]


@pytest.mark.parametrize(
    ("record", "listing", "found"),
    [
        ("open", {"lifecycle": "closed"}, FindingKind.CLOSED),
        ("open", {"name": "Acme Dental North - CLOSED"}, FindingKind.CLOSED),
        ("open", {"name": "Acme Dental North (moved to 9 Elm St)"}, FindingKind.MOVED),
        ("open", {"name": "CLOSED - Acme Dental North"}, FindingKind.CLOSED),
        ("open", {"name": "(Temporarily closed) Acme Dental North"}, FindingKind.CLOSED),
        ("open", {"name": "Acme Dental North has moved"}, FindingKind.MOVED),
        ("open", {"name": "Closed Loop Dental"}, None),
        ("open", {"hours": "Permanently closed"}, FindingKind.CLOSED),
        ("open", {"hours": "This location is permanently closed"}, FindingKind.CLOSED),
        ("open", {"hours": "Closed"}, None),
        ("open", {"lifecycle": "moved"}, FindingKind.MOVED),
        ("open", {}, None),
        ("closed", {}, FindingKind.SHOWN_OPEN),
        ("closed", {"lifecycle": "closed"}, None),
        ("closed", {"lifecycle": "temporarily_closed"}, None),
        ("temporarily_closed", {}, FindingKind.SHOWN_OPEN),
        ("temporarily_closed", {"hours": "vorübergehend geschlossen"}, None),
        ("temporarily_closed", {"lifecycle": "closed"}, FindingKind.CLOSED),
    ],
)
def test_whether_a_listing_is_open_is_held_against_the_record(
    record: str, listing: dict[str, str], found: FindingKind | None
) -> None:
    place = Location("1", "Acme Dental North", lifecycle=record)
    kinds = [finding.kind for finding in compare(place, Listing(**{"name": place.name} | listing)).findings]
    assert kinds == [found] * bool(found)


@pytest.mark.parametrize("name", ["Closed Loop Coffee", "Moved by Grace", "The Closed Door", "Never Closed"])
def test_a_name_that_holds_such_a_word_is_no_sign(name: str) -> None:
    place = Location("1", name, website="https://acme.example")
    for writing in (name, name.upper(), f"{name}, LLC"):
        assert compare(place, Listing(name=writing, website=place.website)).findings == (), writing


def test_a_practice_web_of_ports_has_siblings_too() -> None:
    one = Location("1", "A", website="http://127.0.0.1:8101/")
    two = Location("2", "B", website="http://127.0.0.1:8102/")
    assert compare(one, Listing(website="http://127.0.0.1:8102"), Batch([one, two])).website.verdict is Verdict.SIBLING


def test_plain_strings_are_words_too() -> None:
    record = Location(
        "1", "Jane Smith, DDS", phone="512-555-0101", phones=[Phone("512-555-0150", "retired")], kind="practitioner"
    )
    assert (record.kind, record.phones[0].role) == (Kind.PRACTITIONER, PhoneRole.RETIRED)
    comparison = compare(record, Listing(phones="512-555-0150", lifecycle="closed"))
    assert comparison.phone.verdict is Verdict.OUTDATED
    assert FindingKind.CLOSED in {finding.kind for finding in comparison.findings}


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Location("1", "A", kind="shop"),
            "Location.kind: 'shop' is not one of business, practice, practitioner",
        ),
        (lambda: Phone("1", "mobile"), "Phone.role: 'mobile' is not one of main, tracking"),
        (lambda: Listing(lifecycle="gone"), "Listing.lifecycle: 'gone' is not one of open, closed"),
        (lambda: Former("adress", "x"), "Former.field: 'adress' is not one of name, address"),
    ],
)
def test_an_unknown_word_is_named_with_the_choices(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        make()


def test_a_street_that_the_record_knows_by_another_name_is_accepted() -> None:
    known = replace(NORTH, street_aliases=("Airport Blvd",))
    shown = Listing(address="100 Airport Boulevard, Suite 200, Austin, TX 78701")
    address = compare(known, shown).address
    assert (address.verdict, address.rule) == (Verdict.ACCEPTED, "address.street_known")
    assert compare(NORTH, shown).address.verdict is Verdict.DIFFERENT
    assert (address_level(known, shown), address_level(NORTH, shown)) == ("same", "other_street_same_number")
    other = Listing(address="102 Airport Boulevard, Suite 200, Austin, TX 78701")
    assert compare(known, other).address.rule == "address.number_different"


def test_a_date_may_be_given_as_a_date() -> None:
    record = replace(
        NORTH,
        former=(Former("name", "Acme Teeth", date(2021, 3, 15)),),
        phones=(Phone("512-555-0160", "tracking", date(2020, 1, 31)),),
    )
    comparison = compare(record, Listing(name="Acme Teeth", phones=["512-555-0160"]))
    assert "gave up in March 2021" in comparison.name.reason
    assert "gave up in January 2020" in comparison.phone.reason
    assert Former("phone", "512-555-0160", None).until == ""  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("end", "rule"),
    [
        ("https://acme.example/north", "website.redirected"),
        ("https://www.facebook.com/acme", "website.profile"),
        ("https://other.example/", "website.other_domain"),
        ("", "website.shortener"),
    ],
)
def test_a_followed_shortener_is_judged_by_where_it_ends(end: str, rule: str) -> None:
    record = Location("1", "Acme", website="https://acme.example/")
    followed = LinkVisit("https://bit.ly/3abc", final_url=end)
    assert judge_end(compare(record, Listing(website="https://bit.ly/3abc")), followed).website.rule == rule
