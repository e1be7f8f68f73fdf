"""Owners' exports, in the shapes that the platforms document: what each row says, and what is refused."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.locations import LocationsError, OwnedListing, OwnerExport, platform_of, read_owner_export
from citations.locations.owner_columns import table
from citations.words import Lifecycle

GOOGLE = (
    "Store code,Business name,Address line 1,Address line 2,Address line 3,Locality,Administrative area,"
    "Country / Region,Postal code,Primary phone,Additional phones,Website,Monday hours,Sunday hours,Status,"
    "AdWords location extensions phone,Google updates\n"
    'P-01,Harbor Lane Bakery,12 Harbor Lane,Suite 4,Rear building,Portland,OR,US,97201,(503) 555-0111,"(503) 555-0112",'
    "https://harborlane.example/,08:00-18:00,x,{status},(503) 555-0199,\n"
)
BING = (
    "StoreId;BusinessName;AddressLine1;City;StateOrProvince;ZipCode;Country;PhoneNumber;MainWebSite;"
    "OperatingHours;IsClosed\n"
    "P-01;Harbor Lane Bakery;12 Harbor Lane;Portland;OR;97201;US;(503) 555-0111;harborlane.example;"
    "Mo-Fr 8:00-18:00;{flag}\n"
)
APPLE = (
    "partnersLocationId\tdisplayName\tfullThoroughfare\tlocality\tadministrativeArea\tpostCode\tcountryCode\t"
    "phoneNumber\thomepageUrl\tlocationStatus\tPlace Card URL\n"
    "P-01\tHarbor Lane Bakery\t12 Harbor Lane\tPortland\tOR\t97201\tUS\t+1 503-555-0111\thttps://harborlane.example\t"
    "{status}\thttps://maps.apple.com/place?auid=1\n"
)
FACEBOOK = (
    "Main Page ID,Store Number,Page ID,Location Name,Address,City,State,Zip,Country,Phone,Website,Mon 1 open,"
    "Mon 1 close,Is Permanently Closed\n"
    "999,P-01,1234567,Harbor Lane Bakery,12 Harbor Lane,Portland,OR,97201,US,5035550111,harborlane.example,08:00,18:00,"
    "{flag}\n"
)


def export(folder: Path, text: str, platform: str = "") -> OwnerExport:
    file = folder / "export.csv"
    file.write_text(text, encoding="utf-8")
    return read_owner_export(file, platform)


def only(folder: Path, text: str, platform: str = "") -> OwnedListing:
    read = export(folder, text, platform)
    assert read.refusals == ()
    (listing,) = read.listings
    return listing


@pytest.mark.parametrize(
    ("text", "platform", "url", "hours"),
    [
        (GOOGLE.format(status="Published"), "google", "", "Mo 08:00-18:00; Su closed"),
        (BING.format(flag="No"), "bing_maps", "", "Mo-Fr 8:00-18:00"),
        (APPLE.format(status="OPEN"), "apple_maps", "https://maps.apple.com/place?auid=1", ""),
        (FACEBOOK.format(flag="FALSE"), "facebook", "https://www.facebook.com/1234567", "Mo 08:00-18:00"),
    ],
)
def test_each_platform_is_known_by_its_header_and_read(
    tmp_path: Path, text: str, platform: str, url: str, hours: str
) -> None:
    row = only(tmp_path, text)
    listing = row.listing
    assert (listing.directory, row.code, listing.name) == (platform, "P-01", "Harbor Lane Bakery")
    assert str(listing.address).replace(" Suite 4, Rear building", "") == "12 Harbor Lane, Portland, OR 97201"
    assert "555" in listing.phones[0] or "5550111" in listing.phones[0]
    assert "harborlane.example" in listing.website
    assert (listing.url, listing.hours, listing.lifecycle, row.is_public) == (url, hours, Lifecycle.OPEN, True)


def test_all_lines_of_an_address_and_only_the_numbers_that_are_shown(tmp_path: Path) -> None:
    listing = only(tmp_path, GOOGLE.format(status="Published")).listing
    assert listing.address is not None
    assert not isinstance(listing.address, str)
    assert listing.address.unit == "Suite 4, Rear building"
    assert listing.phones == ("(503) 555-0111", "(503) 555-0112")


@pytest.mark.parametrize(
    ("text", "lifecycle", "is_public", "is_duplicate"),
    [
        (GOOGLE.format(status="Permanently closed"), Lifecycle.CLOSED, True, False),
        (GOOGLE.format(status="Temporarily closed"), Lifecycle.TEMPORARILY_CLOSED, True, False),
        (GOOGLE.format(status="Duplicate"), Lifecycle.OPEN, True, True),
        (GOOGLE.format(status="Suspended"), Lifecycle.OPEN, False, False),
        (GOOGLE.format(status="not published"), Lifecycle.OPEN, False, False),
        (GOOGLE.format(status="Verification Required"), Lifecycle.OPEN, False, False),
        (BING.format(flag="Yes"), Lifecycle.CLOSED, True, False),
        (APPLE.format(status="TEMPORARILY_CLOSED"), Lifecycle.TEMPORARILY_CLOSED, True, False),
        (FACEBOOK.format(flag="TRUE"), Lifecycle.CLOSED, True, False),
        (FACEBOOK.format(flag="Permanently closed"), Lifecycle.CLOSED, True, False),
    ],
)
def test_what_a_row_says_of_itself(
    tmp_path: Path, text: str, lifecycle: Lifecycle, is_public: bool, is_duplicate: bool
) -> None:
    row = only(tmp_path, text)
    assert (row.listing.lifecycle, row.is_public, row.is_duplicate) == (lifecycle, is_public, is_duplicate)


def test_a_status_that_is_not_known_is_named_and_changes_nothing(tmp_path: Path) -> None:
    read = export(tmp_path, GOOGLE.format(status="Sparkling"))
    assert read.listings[0].is_public
    assert [(note.line, note.column, note.value) for note in read.notes] == [(2, "Status", "Sparkling")]


def test_a_row_without_a_name_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    read = export(tmp_path, "Store code,Business name,Google updates\n1,,\n2,Fern Florist,\n")
    assert [(refusal.line, refusal.column) for refusal in read.refusals] == [(2, "Business name")]
    assert [row.code for row in read.listings] == ["2"]


def test_only_what_has_a_column_is_shown(tmp_path: Path) -> None:
    assert only(tmp_path, "Business name,Postal code,Google updates\nA,97201,\n").shown == {"name", "address"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Name,City\nA,B\n", "does not tell whose export this is"),
        ("Colour,Weight\nred,1\n", "no column holds the business's name"),
        ("", "the file is empty"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_name(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(LocationsError, match=r"export\.csv") as refused:
        export(tmp_path, text)
    assert says in str(refused.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(LocationsError, match=r"nowhere\.csv"):
        read_owner_export(tmp_path / "nowhere.csv")


@pytest.mark.parametrize("name", ["google", "Google Business Profile", "GBP", "Google Maps"])
def test_a_platform_is_known_by_what_people_call_it(name: str) -> None:
    assert platform_of(name) == "google"


def test_no_name_stands_for_two_platforms() -> None:
    names = [name for known in table()["platforms"].values() for name in known]
    assert len(names) == len(set(names))


_TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20)


@given(st.lists(st.lists(_TEXT, min_size=1, max_size=6), max_size=6))
def test_every_row_is_a_listing_or_is_refused(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    file = tmp_path_factory.mktemp("any") / "e.csv"
    head = ["Business name", "Address line 1", "Status", "Page ID", "Is closed", "Google updates"]
    with file.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out, quoting=csv.QUOTE_ALL).writerows([head, *rows])
    read = read_owner_export(file, "google")
    told = {row.line for row in read.listings} | {refusal.line for refusal in read.refusals}
    assert len(told) == sum(any(cell.strip() for cell in row) for row in rows)
