"""robots.txt: obeyed to the letter of RFC 9309, on the whole address, at every redirect."""

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from citations import Location
from citations.catalog import load_catalog
from citations.settings import Settings
from citations.web import Visitor
from citations.web.robots import LARGEST, parse
from citations.words import Access, Reason
from tests.replay import Replay
from tests.shared_data import DATA
from tests.web.site import Site, moved, serve

SHARED = DATA / "robots"
PAGE = Path(__file__).parents[2] / "docs" / "robots.md"
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is not there")


def robots(text: str):
    return lambda handler: handler.send(text.encode(), Content_Type="text/plain")


@pytest.mark.parametrize("with_browser", [False, True])
def test_what_is_disallowed_is_not_requested(visit, with_browser):
    with serve(**{"robots.txt": robots("User-agent: *\nDisallow: /search?")}, search="<p>") as site:
        page = visit(site.settings(), site.url("/search?q=harbor"), browser=with_browser)
        assert page.obstacle.reason == Reason.ROBOTS
        assert site.asked == ["/robots.txt"]
        assert visit(site.settings(), site.url("/search")).status == 200


@pytest.mark.parametrize("with_browser", [False, True])
def test_a_redirect_into_disallowed_ground_is_not_followed(visit, with_browser):
    with serve(**{"robots.txt": robots("User-agent: *\nDisallow: /b")}, a=moved("/b"), b="<p>") as site:
        page = visit(site.settings(), site.url("/a"), browser=with_browser)
    assert page.obstacle.reason == Reason.ROBOTS
    assert "/b" not in site.asked


def test_who_has_permission_may_say_so(visit):
    with serve(**{"robots.txt": robots("User-agent: *\nDisallow: /")}, a="<p>") as site:
        page = visit(site.settings(), site.url("/a"), obey_robots=False)
    assert page.status == 200
    assert site.asked == ["/a"]


def test_rules_for_us_by_name_come_before_those_for_all(visit):
    rules = "User-agent: *\nDisallow:\n\nUser-agent: citations\nDisallow: /a"
    with serve(**{"robots.txt": robots(rules)}, a="<p>") as site:
        assert visit(site.settings(), site.url("/a")).obstacle.reason == Reason.ROBOTS


def test_is_fetched_once_in_a_run(run):
    async def work(site: Site):
        async with Visitor(site.settings()) as visitor:
            for path in ("/a", "/b", "/a"):
                await visitor.visit(site.url(path))

    with serve(a="<p>", b="<p>") as site:
        run(work(site))
    assert site.asked == ["/robots.txt", "/a", "/b", "/a"]


@pytest.mark.parametrize(
    ("status", "visited"), [(200, True), (301, True), (401, True), (403, True), (404, True), (500, False), (503, False)]
)
def test_the_status_of_robots_txt_decides(visit, status, visited):
    with serve(**{"robots.txt": lambda handler: handler.send(b"", status)}, a="<p>") as site:
        page = visit(site.settings(), site.url("/a"))
    assert (page.status == 200) == visited
    assert visited or page.obstacle.reason == Reason.ROBOTS


def test_redirects_of_robots_txt_are_followed_but_not_into_a_private_network(visit):
    with serve(rules=robots("User-agent: *\nDisallow: /a")) as site, serve(rules="x") as closed:
        site.paths["/robots.txt"] = moved("/rules")
        assert visit(site.settings(), site.url("/a")).obstacle.reason == Reason.ROBOTS
        site.paths["/robots.txt"] = moved(closed.url("/rules"))
        assert visit(site.settings(), site.url("/a")).obstacle.reason == Reason.NETWORK
    assert closed.asked == []


def test_only_the_first_500_kib_count(visit):
    text = "User-agent: *\nDisallow: /a\n" + "# " * LARGEST + "\nDisallow: /b"
    with serve(**{"robots.txt": robots(text)}, a="<p>", b="<p>") as site:
        assert visit(site.settings(), site.url("/a")).obstacle.reason == Reason.ROBOTS
        assert visit(site.settings(), site.url("/b")).status == 200


@pytest.mark.parametrize("delay", ["86400", "inf", "1e9"])
def test_a_delay_that_nobody_can_keep_is_a_refusal(visit, delay):
    with serve(**{"robots.txt": robots(f"User-agent: *\nCrawl-delay: {delay}")}, a="<p>") as site:
        page = visit(site.settings(), site.url("/a"))
    assert page.status == 200 if not page.obstacle else page.obstacle.reason == Reason.ROBOTS
    assert delay != "86400" or page.obstacle


@needs_shared
def test_real_robots_files_and_the_searches_they_forbid(run):
    cases = {
        "https://www.yelp.com/search?find_desc=dentist&find_loc=Portland": False,
        "https://www.mapquest.com/": True,
    }
    hosts = [(SHARED / "real" / f"{url.split('/')[2]}.robots.txt", url) for url in cases]

    async def work():
        replay = Replay.from_files(hosts, SHARED / "real")
        async with Visitor(Settings(_env_file=None, pace=0), transport=replay) as visitor:
            return {url: (await visitor.visit(url)).obstacle is None for url in cases}

    assert run(work()) == cases


@needs_shared
def test_reads_rules_as_google_does_but_for_the_cases_that_the_docs_name():
    cases = json.loads((SHARED / "google_cases.json").read_text())
    others = [
        (str(number), case["test"])
        for number, case in enumerate(cases)
        if parse(case["robots_txt"]).can_fetch(case["url"], case["user_agent"]) != case["allowed"]
    ]
    page = PAGE.read_text(encoding="utf-8")
    assert others == re.findall(r"^\| (\d+) \| `(\w+)` \|", page, re.MULTILINE)
    assert f"{len(cases) - len(others)} of {len(cases)}" in page


@pytest.mark.parametrize("line", ["citations", "Citations/1.0", "citations bot", "CITATIONS (all versions)"])
def test_a_group_for_us_is_known_by_our_name_alone(line):
    assert not parse(f"User-agent: {line}\nDisallow: /\n").can_fetch("https://directory.example/a", "citations")


PLACES = (
    Location("us", "Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201", "(503) 555-0111", "harborlane.example"),
    Location("gb", "Harbour Café & Sons", "12 Quay St, Bristol BS1 4XX", "0117 496 0111", "quay.example", "GB"),
    Location("de", "Bäckerei Müller", "Hafenstr. 12, 10115 Berlin", "030 23125 111", "mueller.example", "DE"),
    Location("ca", "Harbor Lane Bakery", "12 Harbor Lane, Ottawa, ON K1A 0B1", "613-555-0111", "h.example", "CA"),
    Location("au", "Harbor Lane Bakery", "12 Harbor Lane, Sydney NSW 2000", "02 5550 0111", "h.example", "AU"),
    Location("fr", "Boulangerie du Quai", "12 Quai de Seine, 75001 Paris", "01 99 00 11 11", "quai.example", "FR"),
)


@needs_shared
def test_no_program_asks_for_what_a_real_robots_txt_forbids():
    """Every search of every directory that programs visit, and its listings, against the file of that very host."""
    asked = []
    for directory in load_catalog():
        if directory.access in (Access.ASSISTED, Access.API) or "*" in directory.domains:
            continue
        searches = [query.url for place in PLACES if directory.applies_to(place) for query in directory.find(place)]
        for url in (*searches, *directory.listing_examples, *filter(None, (directory.known_listing,))):
            file = SHARED / "real" / f"{urlsplit(url).hostname}.robots.txt"
            if file.exists():
                rules = parse(file.read_text(encoding="utf-8", errors="replace"))
                asked.append((directory.id, url, rules.can_fetch(url, "citations")))
    assert {directory for directory, _, _ in asked} >= {"foursquare", "tripadvisor", "yell"}
    assert [one for one in asked if not one[2]] == []
