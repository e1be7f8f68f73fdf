"""What a search template makes of a location."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations import Address, Location
from citations.directory import Directory, Search, fill, search_values, slug

BAKERY = Location(
    "b1",
    "Joe's Bäckerei & Café",
    Address("Mühlenstraße", "12", "", "Köln", "NW", "50667", "DE"),
    phone="0221 5550111",
    website="https://www.joes.example/cafe",
    country="DE",
)


@pytest.mark.parametrize(
    ("template", "url"),
    [
        ("https://d.example/s?q={name}", "https://d.example/s?q=Joe%27s+B%C3%A4ckerei+%26+Caf%C3%A9"),
        (
            "https://d.example/s/{name}/{city}",
            "https://d.example/s/Joe%27s%20B%C3%A4ckerei%20%26%20Caf%C3%A9/K%C3%B6ln",
        ),
        ("https://d.example/{name_slug}/{city_slug}", "https://d.example/joes-baeckerei-cafe/koeln"),
        ("https://d.example/tel/{phone_national}", "https://d.example/tel/2215550111"),
        ("https://d.example/s?p={phone}", "https://d.example/s?p=%2B492215550111"),
        ("https://d.example/{website_host}", "https://d.example/joes.example"),
        ("https://d.example/{region_name_slug}/{postcode}", "https://d.example/nordrhein-westfalen/50667"),
        ("https://d.example/s?w={street}", "https://d.example/s?w=12+M%C3%BChlenstra%C3%9Fe"),
    ],
)
def test_placeholders_are_encoded_for_where_they_stand(template: str, url: str) -> None:
    assert fill(template, search_values(BAKERY)) == url


class Pages(Directory):
    id = "pages"
    name = "Pages"
    domains = ("pages.example",)
    searches = (
        Search("https://pages.example/tel?p={phone}", needs=("phone",), evidence="live_probe"),
        Search("https://pages.example/s?q={name}&w={city}", needs=("name", "city"), evidence="guess"),
    )
    final_url_must_contain = "{name_slug}"
    listing_pattern = r"https://pages\.example/biz/\d+"


def test_a_search_is_left_out_when_the_record_lacks_what_it_needs() -> None:
    without_phone = Location("b2", "Quiet Corner Books", Address(city="Salem", region="OR", postcode="97301"))
    assert [query.url for query in Pages().find(without_phone)] == [
        "https://pages.example/s?q=Quiet+Corner+Books&w=Salem"
    ]


@pytest.mark.parametrize(
    ("final", "kept"),
    [
        ("https://pages.example/s?q=Quiet+Corner+Books&w=Salem", True),
        ("https://pages.example/quiet-corner-books/salem", True),
        ("https://pages.example/default-city", False),
    ],
)
def test_a_fallback_page_is_told_from_the_answer(final: str, kept: bool) -> None:
    query = next(iter(Pages().find(Location("b2", "Quiet Corner Books", Address(city="Salem")))))
    assert query.was_kept(final) is kept


@pytest.mark.parametrize(
    ("url", "owned"),
    [
        ("https://pages.example/biz/1", True),
        ("https://www.pages.example/biz/1", True),
        ("https://m.pages.example/", True),
        ("https://otherpages.example/", False),
        ("https://pages.example.evil.example/", False),
        ("https://evil.example/?u=pages.example", False),
    ],
)
def test_a_directory_owns_its_hosts_only(url: str, owned: bool) -> None:
    assert Pages().owns(url) is owned


@pytest.mark.parametrize("key", ["pages", "some other name"])
def test_a_known_listing_is_found_by_id_or_by_host(key: str) -> None:
    location = Location("b3", "Quiet Corner Books", listings={key: "https://pages.example/biz/7"})
    assert Pages().known_url(location) == "https://pages.example/biz/7"


@given(st.text(), st.sampled_from(["US", "DE", "FR", ""]))
def test_a_slug_is_plain_and_stable(text: str, country: str) -> None:
    made = slug(text, country)
    assert slug(made, country) == made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
