"""Whether a page is about one business or lists many is told by its address and its directory, never by an echo."""

import pytest

from citations.directory import Directory, Search
from citations.pages import read_page

ECHO = (
    "<title>Harbor Lane Bakery in Portland</title><h1>Harbor Lane Bakery</h1>"
    "<p>Portland, OR 97201. Phone: 503-555-0100. Is Harbor Lane Bakery yours? Add it.</p>"
)


class ByQuery(Directory):
    id, name, domains = "by_query", "By Query", ("q.example",)
    searches = (Search("https://q.example/?find={name}&in={city}"),)


class ByPath(Directory):
    id, name, domains = "by_path", "By Path", ("p.example",)
    searches = (Search("https://p.example/find/{city_slug}/{name_slug}"),)


class BareSlugs(Directory):
    id, name, domains = "bare_slugs", "Bare Slugs", ("b.example",)
    searches = (Search("https://b.example/{city_slug}/{name_slug}"),)
    listing_pattern = r"/biz/\d+"


@pytest.mark.parametrize(
    ("directory", "url", "listings"),
    [
        (ByQuery(), "https://q.example/?find=Harbor+Lane+Bakery&in=Portland", 0),
        (ByQuery(), "https://q.example/?find=Harbor&in=Portland&page=2", 0),
        (ByQuery(), "https://q.example/harbor-lane-bakery", 1),
        (ByPath(), "https://p.example/find/portland/harbor-lane-bakery", 0),
        (ByPath(), "https://p.example/portland/harbor-lane-bakery", 1),
        (BareSlugs(), "https://b.example/portland/harbor-lane-bakery", 0),
        (BareSlugs(), "https://b.example/biz/12", 1),
    ],
)
def test_an_echo_on_a_search_is_no_listing(directory: Directory, url: str, listings: int) -> None:
    assert len(read_page(ECHO, url, directory)) == listings


def test_a_search_that_redirects_to_the_only_hit_is_its_page() -> None:
    (listing,) = read_page(ECHO, "https://b.example/biz/12?from=search", BareSlugs())
    assert listing.url == "https://b.example/biz/12?from=search"


def test_a_canonical_address_tells_what_a_saved_page_is() -> None:
    page = "<link rel=canonical href='https://b.example/biz/12'>" + ECHO
    (listing,) = read_page(page, "https://b.example/saved.html", BareSlugs())
    assert listing.url == "https://b.example/biz/12"
