"""The shipped directory files: their addresses, what robots.txt says to them, and what they find."""

from urllib.parse import urlsplit

import pytest
from protego import Protego

from citations.catalog import load_catalog
from citations.directory import Directory
from citations.models import Location
from citations.words import Access
from tests.pages.directories import shipped
from tests.shared_data import ROBOTS

AGENT = "citations"

LISTINGS = [
    ("merchantcircle", "https://www.merchantcircle.com/about-us", False),
    ("merchantcircle", "https://www.merchantcircle.com/harbor-lane-portland-or", True),
    ("instagram", "https://www.instagram.com/explore/", False),
    ("nextdoor", "https://nextdoor.com/pages/search/?query=bakery", False),
    ("startlocal", "https://www.startlocal.com.au/search?q=bakery&t=b", False),
    ("foursquare", "https://foursquare.com/v/5a3259b2c97f284526379b51?x=1", True),
    ("foursquare", "https://foursquare.com/explore?near=Portland&q=Harbor", False),
    ("foursquare", "https://elsewhere.example/v/harbor-lane/5a3259b2c97f284526379b51", False),
    ("tripadvisor", "https://www.tripadvisor.com/Restaurants-g1-Portland_Oregon.html", False),
    ("eleven_eighty", "https://www.11880.com/suche/muster-elektro/stuttgart", False),
    ("yelp", "https://www.yelp.com/search?find_desc=bakery&find_loc=Portland%2C+OR", False),
    ("yelp", "https://www.yelp.com/biz_redir?url=https%3A%2F%2Fharborlane.example", False),
    ("yellowpages", "https://www.yellowpages.com/portland-or/bakeries", False),
    ("yellowpages", "https://www.yellowpages.com.au/qld/cairns/harbour-lane-1000005550123-listing.html", False),
    ("yellowpages_au", "https://www.yellowpages.com.au/find/plumbers/cairns-qld", False),
    ("bbb", "https://www.bbb.org/us/or/portland/category/bakery", False),
    ("hotfrog", "https://www.hotfrog.com/search/us/harbor-lane-bakery", False),
    ("yell", "https://www.yell.com/s/bakers-bristol.html", False),
    ("yell", "https://www.yell.com/biz/harbour-lane-bakery-bristol-5550123/reviews", False),
    ("gelbeseiten", "https://www.gelbeseiten.de/branchenbuch", False),
    ("own_website", "https://anything.example/contact", True),
    ("herold", "https://www.herold.at/gelbe-seiten/wien/was_elektriker/", False),
    ("herold", "https://www.herold.at/gelbe-seiten/wien/was_elektriker/seite/2/", False),
    ("firmenabc", "https://www.firmenabc.at/firmen/stmk/elektriker_CXl", False),
    ("goldenpages", "https://www.goldenpages.ie/electricians/galway/", False),
    ("dasoertliche", "https://www.dasoertliche.de/Themen/Elektriker/Dresden.html", False),
    ("wlw", "https://www.wlw.de/de/suche?q=elektro-12345", False),
    ("hotfrog", "https://www.hotfrog.de/company/1055512345678901", True),
    ("cylex", "https://www.cylex.at/salzburg/hafen-elektro-gmbh-5550123.html", True),
    ("cylex", "https://www.cylex.de/nordrhein-westfalen/elektriker.html", False),
    ("zomato", "https://www.zomato.com/dubai/restaurants", False),
    ("provenexpert", "https://www.provenexpert.com/en-us/search/?q=harbor", False),
    ("hitched", "https://www.hitched.co.uk/wedding-venues/", False),
    ("fresha", "https://www.fresha.com/lp/en/bt/hair-salons/in/gb-london", False),
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


PLACES = {
    "US": Location("1", "Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201"),
    "GB": Location("1", "Harbour Lane Bakery", "14 Harbour Lane, Bristol BS1 9AB", country="GB"),
    "CA": Location("1", "Harbour Lane Bakery", "14 Harbour Lane, Surrey, BC V3T 1A1", country="CA"),
    "AU": Location("1", "Harbour Lane Bakery", "14 Harbour Lane, Cairns QLD 4870", country="AU"),
    "DE": Location("1", "Muster Elektro GmbH", "Mühlenstr. 12, 50667 Köln", country="DE"),
    "AT": Location("1", "Muster Elektro GmbH", "Mühlenstr. 12, 5020 Salzburg", "0662 555 0111", country="AT"),
    "CH": Location("1", "Muster Elektro AG", "Mühlenstrasse 12, 6003 Luzern", country="CH"),
    "FR": Location("1", "Boulangerie du Port", "12 rue du Port, 44000 Nantes", country="FR"),
    "IE": Location("1", "Harbour Lane Bakery", "14 Harbour Lane, Galway H91 AC12", country="IE"),
    "NZ": Location("1", "Harbour Lane Bakery", "14 Harbour Lane, Nelson 7010", country="NZ"),
}


@pytest.mark.parametrize(
    ("name", "country", "url"),
    [
        ("yelp", "US", "https://www.yelp.com/search?find_desc=Harbor+Lane+Bakery&find_loc=Portland%2C+OR"),
        ("yelp", "GB", "https://www.yelp.co.uk/search?find_desc=Harbour+Lane+Bakery&find_loc=Bristol"),
        ("yelp", "CA", "https://www.yelp.ca/search?find_desc=Harbour+Lane+Bakery&find_loc=Surrey+BC"),
        (
            "yellowpages",
            "US",
            "https://www.yellowpages.com/search?search_terms=Harbor+Lane+Bakery&geo_location_terms=Portland%2C+OR",
        ),
        (
            "bbb",
            "CA",
            "https://www.bbb.org/search?find_country=CAN&find_text=Harbour+Lane+Bakery&find_loc=Surrey%2C+BC",
        ),
        ("hotfrog", "US", "https://www.hotfrog.com/search/us/harbor-lane-bakery"),
        ("hotfrog", "AU", "https://www.hotfrog.com.au/search/au/harbour-lane-bakery"),
        ("hotfrog", "DE", "https://www.hotfrog.de/search/de/muster-elektro-gmbh"),
        ("cylex", "AU", "https://www.cylex-australia.com/s?q=Harbour+Lane+Bakery&c=Cairns&z=4870&p=1"),
        ("cylex", "DE", "https://web2.cylex.de/s?q=Muster+Elektro+GmbH&c=K%C3%B6ln&z=50667&p=1"),
        ("herold", "AT", "https://www.herold.at/gelbe-seiten/salzburg/was_muster-elektro-gmbh/"),
        ("local_ch", "CH", "https://www.local.ch/de/q?what=Muster+Elektro+AG&where=Luzern"),
        ("search_ch", "CH", "https://tel.search.ch/?was=Muster+Elektro+AG&wo=Luzern"),
        ("annuaire_118000", "FR", "https://www.118000.fr/search?who=Boulangerie+du+Port&label=Nantes"),
        (
            "goldenpages",
            "IE",
            "https://www.goldenpages.ie/q/business/advanced/where/Galway/what/Harbour%20Lane%20Bakery/",
        ),
        ("finda_nz", "NZ", "https://www.finda.co.nz/business/s/Harbour%20Lane%20Bakery/1/?f=Nelson"),
        ("opendi", "CA", "https://www.opendi.ca/search?what=Harbour+Lane+Bakery&where=Surrey"),
        ("yell", "GB", "https://www.yell.com/ucs/UcsSearchAction.do?keywords=Harbour+Lane+Bakery&location=Bristol"),
        (
            "yellowpages_au",
            "AU",
            "https://www.yellowpages.com.au/search/listings?clue=Harbour+Lane+Bakery&locationClue=Cairns+QLD",
        ),
        ("gelbeseiten", "DE", "https://www.gelbeseiten.de/suche/Muster%20Elektro%20GmbH/K%C3%B6ln"),
    ],
)
def test_search(name: str, country: str, url: str) -> None:
    assert [query.url for query in shipped(name).find(PLACES[country])] == [url]


def test_a_country_without_a_search_of_its_own_gets_none() -> None:
    assert list(shipped("misterwhat").find(PLACES["DE"])) == []


def built() -> list[tuple[Directory, str]]:
    """Every address that a program builds for the shipped directories: searches, and examples of listings."""
    found = []
    for directory in load_catalog():
        if directory.access not in (Access.ASSISTED, Access.API):
            searches = [query.url for place in PLACES.values() for query in directory.find(place)]
            found += [(directory, url) for url in (*searches, *directory.listing_examples)]
    return found


@pytest.mark.skipif(not ROBOTS.is_dir(), reason="the shared data is not here")
def test_robots_lets_a_program_go_where_the_shipped_directories_send_it() -> None:
    asked = []
    for directory, url in built():
        file = ROBOTS / f"{urlsplit(url).hostname}.robots.txt"
        if file.exists():
            rules = Protego.parse(file.read_text(encoding="utf-8", errors="replace"))
            assert rules.can_fetch(url, AGENT), (directory.id, url)
            asked.append(directory.id)
    assert set(asked) >= {
        "foursquare",
        "tripadvisor",
        "yell",
        "avvo",
        "healthgrades",
        "mapquest",
        "opentable",
    }  # for the others there is no saved robots.txt


@pytest.mark.skipif(not ROBOTS.is_dir(), reason="the shared data is not here")
@pytest.mark.parametrize(
    ("host", "url"),
    [
        ("foursquare.com", "https://foursquare.com/search?q=harbor"),
        ("www.tripadvisor.com", "https://www.tripadvisor.com/Search?q=harbor"),
        ("www.yelp.com", "https://www.yelp.com/biz/harbor-lane-bakery-portland"),
        ("www.yelp.com", "https://www.yelp.com/search?find_desc=harbor&find_loc=Portland%2C+OR"),
    ],
)
def test_robots_keeps_a_program_out(host: str, url: str) -> None:
    rules = Protego.parse((ROBOTS / f"{host}.robots.txt").read_text(encoding="utf-8", errors="replace"))
    assert not rules.can_fetch(url, AGENT)


@pytest.mark.parametrize("name", ["yelp", "yellowpages", "yellowpages_au"])
def test_what_only_people_may_visit_says_why(name: str) -> None:
    directory = shipped(name)
    assert directory.access == Access.ASSISTED
    assert directory.access_note


@pytest.mark.parametrize("directory", [one for one in load_catalog() if one.listing_pattern], ids=lambda one: one.id)
def test_neither_a_search_nor_a_link_to_add_a_listing_is_taken_for_one(directory: Directory) -> None:
    searches = [query.url for place in PLACES.values() for query in directory.find(place)]
    urls = [*searches, directory.submit_url, directory.claim_url]
    assert [url for url in urls if directory.is_listing(url)] == []
