"""The sites as a visitor meets them: their pages hold what the truth says, and their manners are as announced."""

import html
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote_plus

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser

from citations.directory import fill, search_values
from citations.practice import Practice, serve
from citations.practice.row import Row
from citations.practice.sites import SITES, Site
from citations.practice.sites.turnstile import REQUESTS_BEFORE_THE_WALL
from citations.words import Kind, Status

OPEN = tuple(cls.id for cls in SITES if not cls.walled)
DRAWN_BY_SCRIPT = "practice_pinwheel"


CLIENT = httpx.Client()


def get(url: str, **how: Any) -> httpx.Response:
    """The answer in the end: after redirects, and asked for again by a site that wanted us to wait."""
    answer = CLIENT.get(url, follow_redirects=True, **how)
    return CLIENT.get(url, follow_redirects=True, **how) if answer.status_code == 429 else answer


def site_of(web: Practice, name: str) -> Site:
    return next(site for site in web.world.sites if site.id == name)


def rows_of(web: Practice, name: str, status: Status) -> list[Row]:
    return [row for row in web.world.rows if row.directory == name and row.status is status]


def found(web: Practice, site: Site, location: str) -> httpx.Response:
    """The results page for a location, or the data behind it."""
    record = next(record for record in web.world.locations if record.id == location)
    address = site.origin + fill(site.search, search_values_of(record))
    return get(address.replace("/explore?", "/data/search?"))


def found_links(web: Practice, site: Site, location: str) -> set[str]:
    """The links of all results pages for a location."""
    page, links = found(web, site, location), set()
    while page is not None:
        links |= set(re.findall(r'(?:href|url)"?[=:] ?"([^"]+)"', page.text))
        following = LexborHTMLParser(page.text).css_first("a[aria-label='Next page']")
        page = get(site.origin + following.attributes["href"]) if following else None
    return links


def applicable(web: Practice, name: str) -> list[Row]:
    """The rows of a site that an audit can find out about."""
    return [
        row
        for row in web.world.rows
        if row.directory == name and row.status not in (Status.NOT_APPLICABLE, Status.UNVERIFIED)
    ]


def opened(text: str) -> str:
    """The page once its consent wall is open."""
    return text.replace("<template", "<div").replace("</template>", "</div>")


def search_values_of(record) -> dict[str, str]:
    values = dict.fromkeys(search_values(type(record)(id="", name="")), "")
    return values | {"name": record.name, "city": record.address.city}


def page_text(answer: httpx.Response) -> str:
    """All that a page says, attributes and scripts included, entities undone."""
    text = html.unescape(answer.text)
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), text)


@pytest.mark.parametrize("name", [*OPEN, "own_website"])
def test_a_listing_shows_what_the_truth_says(web: Practice, name: str):
    rows = rows_of(web, name, Status.LISTED)
    assert rows
    for row in rows:
        url = row.url.replace("/place/", "/data/place/") if name == DRAWN_BY_SCRIPT else row.url
        answer, shown = get(url), row.shown
        assert answer.status_code == 200, row
        badge = shown.badge_in_german if name == "practice_ortskundig" else shown.badge
        said = (shown.name, shown.street_line, shown.city, shown.postcode, shown.directions, shown.phone, badge)
        for value in said:
            assert value in page_text(answer), (row, value)
        if name != "own_website":
            assert shown.website in page_text(answer), row


@pytest.mark.parametrize("name", [*OPEN, "own_website"])
def test_what_the_truth_calls_absent_is_not_on_the_page(web: Practice, name: str):
    for row in rows_of(web, name, Status.LISTED):
        record, truth = next((b.record, b.truth) for b in web.world.businesses if b.record.id == row.location)
        if record.kind in (Kind.PRACTICE, Kind.PRACTITIONER):
            continue  # their neighbours on the page have the same door and number
        text = page_text(get(row.url))
        if row.verdicts["phone"] == "absent":
            assert truth.phone not in text
        if not truth.street_line and "address_must_not_show" not in row.findings:
            assert f"{record.postal.number} {record.postal.street}" not in text
        if row.verdicts["address"] == "absent":
            assert truth.street_line not in text
        if row.verdicts["phone"] in ("different", "outdated", "sibling"):
            assert truth.phone not in text, row


@pytest.mark.parametrize("name", OPEN)
def test_the_search_finds_each_listing_and_only_those(web: Practice, name: str):
    site = site_of(web, name)
    for row in applicable(web, name):
        links = found_links(web, site, row.location)
        own = {site.path(p) for p in site.book.profiles.values() if p.business == row.location}
        number = {Status.LISTED: 1 + len(row.duplicates), Status.AMBIGUOUS: 2}.get(row.status, 0)
        assert len(own & links) == number, row


@pytest.mark.parametrize("name", ["practice_townfolk", "practice_quarry", "practice_lantern", DRAWN_BY_SCRIPT])
def test_results_hold_look_alikes(web: Practice, name: str):
    site = site_of(web, name)
    for record in web.world.locations:
        if record.kind is Kind.PRACTITIONER or record.country not in site.countries:
            continue
        hits = site.book.search(record.name, record.address.city)
        words = [word for word in record.name.split() if not word.endswith("'s")]
        telling = words[-1] if record.country == "DE" else words[0]
        assert any(not hit.business and telling in hit.shown.name for hit in hits), record


@pytest.mark.parametrize("name", [name for name in OPEN if name != DRAWN_BY_SCRIPT])
def test_the_adapter_s_selectors_fit_the_markup(web: Practice, name: str):
    site = site_of(web, name)
    rows = rows_of(web, name, Status.LISTED)
    row = next(row for row in rows if row.shown.street_line and row.shown.phone and row.shown.website)
    results = LexborHTMLParser(opened(found(web, site, row.location).text))
    assert results.css_first(site.results_marker)
    assert not site.card or results.css(site.card)
    profile = LexborHTMLParser(opened(get(row.url).text))
    for field, selector in site.fields.items():
        if getattr(row.shown, field, True):
            assert profile.css_first(selector.partition("@")[0]), (field, selector)


def test_structured_data_says_what_the_truth_says(web: Practice):
    for row in rows_of(web, "practice_townfolk", Status.LISTED):
        blocks = LexborHTMLParser(get(row.url).text).css('script[type="application/ld+json"]')
        data = json.loads(blocks[-1].text())
        data = data["@graph"][-1] if "@graph" in data else data[0] if isinstance(data, list) else data
        assert data["name"] == row.shown.name
        assert data.get("telephone", "") == row.shown.phone
        assert "; ".join(data.get("openingHours", [])) == row.shown.hours_text
        address = data.get("address", "")
        if isinstance(address, dict):
            assert address.get("streetAddress", "") == row.shown.street_line
            assert address.get("postalCode", "") == row.shown.postcode
        else:
            assert address == row.shown.directions


def test_an_advertisement_stands_above_the_hits_and_is_nobody_s(web: Practice):
    site = site_of(web, "practice_lantern")
    record = web.world.locations[0]
    advertisement = LexborHTMLParser(found(web, site, record.id).text).css_first(site.sponsored)
    assert advertisement.css_first("a").attributes["href"].endswith("?paid=1")
    assert advertisement.css_first("a").text() not in {b.truth.name for b in web.world.businesses}


def test_the_shell_holds_no_listing(web: Practice):
    for row in rows_of(web, DRAWN_BY_SCRIPT, Status.LISTED):
        text = get(row.url).text
        assert row.shown.name not in text
        assert "enable JavaScript" in text


def test_an_empty_answer_echoes_the_question(web: Practice):
    site = site_of(web, "practice_whisperwell")
    what = "Joe's Plumbing"
    tree = LexborHTMLParser(get(f"{site.origin}/ask?for={quote_plus(what)}&in=Nowhere").text)
    assert what in tree.css_first("title").text()
    assert what in tree.css_first("h1").text()
    assert tree.css_first("input[name=for]").attributes["value"] == what
    assert "We found nothing for" in tree.body.text()
    assert not tree.css(site.card)


def test_the_echoing_site_has_empty_answers_for_some_locations(web: Practice):
    site = site_of(web, "practice_whisperwell")
    rows = rows_of(web, site.id, Status.NOT_LISTED)
    assert any("We found nothing for" in found(web, site, row.location).text for row in rows)


def test_an_empty_search_of_the_register_is_410(web: Practice):
    assert get(f"{site_of(web, 'practice_quarry').origin}/find?business=Zzz&town=Nowhere").status_code == 410


@pytest.mark.parametrize("name", OPEN)
def test_what_is_gone_says_so_as_announced(web: Practice, name: str):
    site = site_of(web, name)
    answers = {"gone": (410, ""), "gone_quietly": (200, "Page not found"), "gone_home": (200, site.tagline)}
    status, words = answers[site.says_gone]
    for row in rows_of(web, name, Status.VANISHED):
        answer = get(row.url)
        assert answer.status_code == status
        assert words in html.unescape(answer.text)
        assert (answer.url.path == "/") == (site.says_gone == "gone_home")


@pytest.mark.parametrize("name", OPEN)
def test_what_never_was_is_404_but_where_a_page_only_says_so(web: Practice, name: str):
    site = site_of(web, name)
    answer = get(site.origin + "/nothing/here")
    assert answer.status_code == (200 if site.says_gone == "gone_quietly" else 404)


@pytest.mark.slow
def test_every_page_says_that_it_is_practice(web: Practice):
    pages = [web.origin, *(row.url for row in web.world.rows if row.status is Status.LISTED and not row.walled)]
    for page in pages:
        assert "Practice web: invented businesses" in get(page).text, page


def test_the_wall_comes_after_a_few_pages_and_stays(tmp_path: Path):
    with serve(seed=9, locations=4, out=tmp_path) as web:
        site = site_of(web, "practice_turnstile")
        answers = [get(site.origin + "/companies?name=a&city=b") for _ in range(REQUESTS_BEFORE_THE_WALL + 3)]
        assert {answer.status_code for answer in answers} == {200}
        walled = ["Just a moment..." in answer.text and "cf-chl" in answer.text for answer in answers]
        assert walled == [False] * REQUESTS_BEFORE_THE_WALL + [True] * 3
        assert "Disallow" in get(site.origin + "/robots.txt").text
        assert web.count(site.id) == len(answers)


def test_the_slow_site_gives_robots_txt_and_nothing_else(web: Practice):
    site = site_of(web, "practice_slow")
    assert get(site.origin + "/robots.txt").status_code == 200
    with pytest.raises(httpx.ReadTimeout):
        get(site.origin, timeout=0.3)


def test_the_dead_site_refuses(web: Practice):
    with pytest.raises(httpx.ConnectError):
        get(site_of(web, "practice_dead").origin)


def test_the_closed_site_forbids_robots(web: Practice):
    assert "Disallow: /\n" in get(site_of(web, "practice_disallowed").origin + "/robots.txt").text


def test_requests_are_counted_by_site(tmp_path: Path):
    with serve(seed=9, locations=4, clients=1, out=tmp_path) as web:
        site = site_of(web, "practice_quarry")
        get(site.origin + "/robots.txt")
        get(site.origin + "/find?business=a&town=b", headers={"user-agent": "citations/test"})
        request = web.requests[site.id][-1]
        assert (request.path, request.query, request.agent) == ("/find", "business=a&town=b", "citations/test")
        assert web.count(site.id) == 1
