"""The shipped directory files: their addresses, what robots.txt says to them, and what they find."""

from pathlib import Path

import pytest
from protego import Protego

from citations.models import Location
from tests.pages.directories import shipped

ROBOTS = Path(__file__).resolve().parents[3] / "shared" / "data" / "robots" / "real"
AGENT = "citations"

LISTINGS = [
    ("foursquare", "https://foursquare.com/v/harbor-lane/5a3259b2c97f284526379b51", True),
    ("foursquare", "https://foursquare.com/v/5a3259b2c97f284526379b51?x=1", True),
    ("foursquare", "https://foursquare.com/explore?near=Portland&q=Harbor", False),
    ("foursquare", "https://elsewhere.example/v/harbor-lane/5a3259b2c97f284526379b51", False),
    ("tripadvisor", "https://www.tripadvisor.com/Restaurant_Review-g1-d22-Reviews-Harbor-Portland_Oregon.html", True),
    ("tripadvisor", "https://www.tripadvisor.co.uk/Hotel_Review-g1-d22-Reviews-Harbor_Inn-Bristol_England.html", True),
    ("tripadvisor", "https://www.tripadvisor.com/Restaurants-g1-Portland_Oregon.html", False),
    ("eleven_eighty", "https://www.11880.com/branchenbuch/stuttgart/012345678B90123456/muster-elektro.html", True),
    ("eleven_eighty", "https://www.11880.com/suche/muster-elektro/stuttgart", False),
    ("own_website", "https://anything.example/contact", True),
]  # fmt: skip


@pytest.mark.parametrize(("name", "url", "is_listing"), LISTINGS)
def test_listing_pattern(name: str, url: str, is_listing: bool) -> None:
    assert shipped(name).is_listing(url) is is_listing


@pytest.mark.parametrize("name", ["foursquare", "tripadvisor", "own_website"])
def test_known_addresses_only(name: str) -> None:
    assert list(shipped(name).find(Location("1", "Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201"))) == []


def test_11880_searches_by_german_slugs() -> None:
    place = Location("1", "Müller & Söhne GmbH", "Königstraße 1, 70173 Köngen", country="DE")
    (query,) = shipped("eleven_eighty").find(place)
    assert query.url == "https://www.11880.com/suche/mueller-soehne-gmbh/koengen"
    assert query.grade.may_say_not_listed


def test_own_website_is_the_records_website() -> None:
    site = shipped("own_website")
    assert site.known_url(Location("1", "X", website="harborlane.example")) == "https://harborlane.example"
    assert site.known_url(Location("1", "X", website="http://127.0.0.1:8123/a")) == "http://127.0.0.1:8123/a"
    assert site.known_url(Location("1", "X")) == ""
    assert site.known_url(Location("1", "X", listings={"other": "https://other.example/x"})) == ""


@pytest.mark.skipif(not ROBOTS.is_dir(), reason="the shared data is not here")
@pytest.mark.parametrize(
    ("host", "url", "allowed"),
    [
        ("foursquare.com", "https://foursquare.com/v/harbor-lane/5a3259b2c97f284526379b51", True),
        ("foursquare.com", "https://foursquare.com/search?q=harbor", False),
        ("www.tripadvisor.com", LISTINGS[4][1], True),
        ("www.tripadvisor.com", "https://www.tripadvisor.com/Hotel_Review-g1-d2-Reviews-Inn-Aspen_Colorado.html", True),
        ("www.tripadvisor.com", "https://www.tripadvisor.com/Search?q=harbor", False),
    ],
)
def test_robots(host: str, url: str, allowed: bool) -> None:
    rules = Protego.parse((ROBOTS / f"{host}.robots.txt").read_text(encoding="utf-8", errors="replace"))
    assert rules.can_fetch(url, AGENT) is allowed
