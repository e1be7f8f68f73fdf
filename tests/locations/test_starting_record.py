"""Records to begin with, out of what a page says: they are read back as they are, and what they lack is said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.directory import Directory
from citations.locations import locations_csv, starting_records
from citations.locations.locations_file import Unfit
from citations.models import Address, Listing, Location, Phone
from citations.words import Lifecycle
from tests.locations.files import read


class ExamplePages(Directory):
    """A directory."""

    id = "example_pages"
    name = "Example Pages"
    domains = ("pages.example",)
    listing_pattern = r"/biz/\w+$"


OAK = Listing(
    url="https://pages.example/biz/oak",
    name="Oak\nDental",
    address=Address("1 Oak St", "", "", "Boston", "MA", "2134", "US", raw="1 Oak St, Boston"),
    phones=("(617) 555-0144", "12", "+1 617 555 0145", "(617) 555-0144"),
    website="https://oak.example/",
    hours="Mo-Fr 09:00-17:00",
    categories=("Dentist, Orthodontist", "Dentist"),
    latitude=42.35,
    longitude=-71.13,
    sources={"name": ("Oak", "json-ld"), "phone": ("(617) 555-0144", "tel-link")},
)


def test_a_listing_becomes_a_record() -> None:
    (start,) = starting_records([OAK], "https://pages.example/biz/oak", ExamplePages())
    assert start.location == Location(
        id="oak-dental-02134-1-oak-st",
        name="Oak Dental",
        address=Address("1 Oak St", city="Boston", region="MA", postcode="02134", country="US"),
        phone="(617) 555-0144",
        website="https://oak.example/",
        phones=(Phone("+1 617 555 0145"), Phone("(617) 555-0144")),
        hours="Mo-Fr 09:00-17:00",
        categories=("Dentist", "Orthodontist"),
        listings={"example_pages": "https://pages.example/biz/oak"},
        latitude=42.35,
        longitude=-71.13,
    )
    assert start.missing == ()
    assert start.sources["phone"] == "tel-link"
    assert start.remarks == ("phone '12' is left out: too short for a phone number; write it like (201) 555-0123",)


def test_what_is_missing_is_said() -> None:
    (start,) = starting_records([Listing(name="Elm", address=Address(city="Leeds", country="GB"))], country="US")
    assert start.location.country == "GB"
    assert start.missing == ("phone", "website", "hours", "categories", "street", "postcode")


@pytest.mark.parametrize(
    ("listing", "country", "said"),
    [
        (Listing(name="Elm", phones=("+44 113 496 0123",)), "GB", 0),
        (Listing(name="Elm", phones=("0113 496 0123",)), "AU", 1),
        (
            Listing(name="Elm", phones=("0113 496 0123",), address=Address(city="Leeds", country="United Kingdom")),
            "GB",
            0,
        ),
    ],
)
def test_the_country_is_the_page_s_before_the_caller_s(listing: Listing, country: str, said: int) -> None:
    (start,) = starting_records([listing], country="Australia")
    assert start.location.country == country
    assert len([remark for remark in start.remarks if "--country" in remark]) == said


def test_the_page_is_the_website_only_of_a_business_s_own_page() -> None:
    elm = Listing(name="Elm", phones=("(617) 555-0144",))
    assert starting_records([elm], "https://elm.example/#top")[0].location.website == "https://elm.example/"
    assert starting_records([elm], "file:///home/elm.html")[0].location.website == ""
    assert starting_records([elm], "https://pages.example/biz/elm", ExamplePages())[0].location.website == ""


def test_places_that_cannot_be_found_are_left_out_and_said_twice_is_once() -> None:
    elm = Listing(name="Elm", phones=("(617) 555-0144",))
    starts = starting_records([Listing(name="Elm Group"), Listing(phones=elm.phones), elm, elm])
    assert [start.location.name for start in starts] == ["Elm"]


def test_a_place_that_is_closed_is_said_to_be() -> None:
    elm = Listing(name="Elm", phones=("+1 617 555 0144",), lifecycle=Lifecycle.TEMPORARILY_CLOSED)
    assert starting_records([elm])[0].remarks == ("the page says of it: temporarily closed",)


def test_branches_of_one_name_have_ids_of_their_own() -> None:
    branches = [Listing(name="Elm", phones=(f"(617) 555-014{number}",)) for number in range(3)]
    assert len({start.location.id for start in starting_records(branches)}) == 3


def test_a_country_that_is_not_known() -> None:
    with pytest.raises(Unfit, match="this country is not known"):
        starting_records([OAK], country="Atlantis")


ANY = st.text(max_size=12) | st.sampled_from(
    ["(617) 555-0144", "+44 113 496 0123", "02134", "https://a.example/", "US"]
)
ADDRESSES = st.none() | ANY | st.builds(Address, ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY)
LISTINGS = st.builds(
    Listing, url=ANY, name=ANY, address=ADDRESSES, phones=st.lists(ANY, max_size=3), website=ANY, hours=ANY,
    categories=st.lists(ANY, max_size=3), latitude=st.none() | st.floats(-90, 90), longitude=st.none(),
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(listings=st.lists(LISTINGS, max_size=3))
def test_whatever_a_page_says_can_be_read_as_a_locations_file(
    listings: list[Listing], tmp_path_factory: pytest.TempPathFactory
) -> None:
    places = tuple(start.location for start in starting_records(listings, "https://elm.example/"))
    found = read(tmp_path_factory.mktemp("start"), locations_csv(places))
    assert found.refusals == ()
    assert found.locations == places
