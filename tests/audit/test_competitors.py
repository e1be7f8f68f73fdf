"""Competitors that a record names: seen among the results, asked for by name, and never called missing."""

import asyncio
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from citations import Batch, Location
from citations.audit import Checker, Looker
from citations.directory import Directory, Search
from citations.models import Check
from citations.settings import Settings
from citations.store.records import check_from_json, to_json
from citations.web import EvidenceFolder, Visitor
from citations.words import Status
from tests.loopback import Answer, site

BAKERY = Location("b1", "Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201", "(503) 555-0111")
OURS = "<h1>Harbor Lane Bakery</h1><p>12 Harbor Lane, Portland, OR 97201</p><a href='tel:+15035550111'>call</a>"


def card(number: int, name: str, address: str = "") -> str:
    return f'<article class="hit"><h2><a href="/biz/{number}">{name}</a></h2><p class="adr">{address}</p></article>'


def results(*cards: str) -> Answer:
    said = "" if cards else "<p>No results found</p>"
    return 200, f"<title>Search</title><h1 class='found'>Results</h1>{''.join(cards)}{said}"


def check(
    tmp_path: Path,
    answers: dict[str, Answer],
    *,
    competitors: tuple[str, ...],
    search: str = "/search?q={name}&where={city}",
    access: str = "http",
    pattern: str = r"/biz/\d+$",
) -> Check:
    """The check of the bakery in a directory that gives these answers to what is asked for (nothing else is there)."""

    def answer(path: str) -> Answer:
        if path == "/biz/1":
            return 200, OURS
        asked = parse_qs(urlsplit(path).query).get("q", [""])[0]
        return answers.get(asked, results()) if path.startswith("/search") else (404, "")

    with site(answer) as served:

        class Pages(Directory):
            id, name, domains = "pages", "Pages", (served.host,)
            searches = (Search(served.origin + search, needs=("name",), evidence="live_probe"),)
            results_marker, no_results = "h1.found", ("No results found",)
            final_url_must_contain = "{name_slug}"
            card, listing_pattern = "article.hit", pattern

        Pages.access = access

        async def once() -> Check:
            settings = Settings(allow_private=frozenset({served.host}), pace=0, timeout=10)
            async with Visitor(settings) as visitor:
                checker = Checker(Looker(visitor, settings, False), EvidenceFolder(tmp_path), Batch([BAKERY]))
                return await checker.check(replace(BAKERY, competitors=competitors), Pages())

        return asyncio.run(once())


def seen(said: Check) -> dict[str, str]:
    return {each.competitor: each.listing.url.rpartition("/")[2] for each in said.competitors}


ELM, FIR = "Elm Street Bakery", "Fir Bread House"


def test_one_that_stands_among_the_results_is_not_asked_for(tmp_path: Path) -> None:
    said = check(tmp_path, {BAKERY.name: results(card(2, ELM))}, competitors=(ELM,))
    assert (said.status, seen(said)) == (Status.NOT_LISTED, {ELM: "2"})
    assert len(said.tried) == 1


def test_one_that_does_not_is_asked_for_by_name(tmp_path: Path) -> None:
    said = check(tmp_path, {ELM: results(card(2, ELM))}, competitors=(ELM, FIR))
    assert (said.status, seen(said)) == (Status.NOT_LISTED, {ELM: "2"})
    assert len(said.tried) == 3
    page = said.competitors[0]
    assert "Elm" in page.page
    assert b"Elm Street Bakery" in EvidenceFolder(tmp_path).html(page.evidence)


def test_where_the_business_is_listed_nothing_more_is_asked(tmp_path: Path) -> None:
    ours = card(1, BAKERY.name, "12 Harbor Lane, Portland, OR 97201")
    said = check(tmp_path, {BAKERY.name: results(card(2, ELM), ours)}, competitors=(ELM, FIR))
    assert (said.status, seen(said)) == (Status.LISTED, {ELM: "2"})
    assert not [url for url in said.tried if "Fir" in url]


@pytest.mark.parametrize(
    ("name", "address", "is_seen"),
    [
        (ELM, "", True),
        ("ELM STREET BAKERY, LLC", "", True),
        (ELM, "9 Elm Street, Portland, OR 97201", True),
        (ELM, "9 Elm Street, Portland", True),
        (ELM, "9 Elm Street, Salem, OR 97301", False),
        (ELM, "9 Elm Street, Portland, ME 04101", False),
        ("Elm Street Bagels", "", False),
        ("Elm Street Bakery Supply Company", "", False),
        ("Elm Street", "", False),
    ],
)
def test_it_has_to_go_by_that_name_in_that_town(tmp_path: Path, name: str, address: str, is_seen: bool) -> None:
    said = check(tmp_path, {BAKERY.name: results(card(2, name, address))}, competitors=(ELM,))
    assert (said.status, ELM in seen(said)) == (Status.NOT_LISTED, is_seen)


@pytest.mark.parametrize(("address", "is_seen"), [("", False), ("9 Elm Street, Portland, OR 97201", True)])
def test_a_search_without_a_town_says_nothing_of_a_card_without_one(
    tmp_path: Path, address: str, is_seen: bool
) -> None:
    answers = {BAKERY.name: results(card(2, ELM, address))}
    said = check(tmp_path, answers, competitors=(ELM,), search="/search?q={name}")
    assert (said.status, ELM in seen(said)) == (Status.NOT_LISTED, is_seen)


def test_one_behind_those_who_pay_is_found_on_the_second_page(tmp_path: Path) -> None:
    url = "/search?q={}&where=Portland&for=elm-street-bakery"
    following = [f'<a rel="next" href="{url.format(page)}">Next</a>' for page in ("two", "three")]
    first = {ELM: results(card(2, "Paid Bakery"), following[0]), "two": results(card(3, ELM))}
    assert seen(check(tmp_path, first, competitors=(ELM,))) == {ELM: "3"}
    late = {ELM: first[ELM], "two": results(card(4, "Paid Cakes"), following[1]), "three": results(card(3, ELM))}
    said = check(tmp_path, late, competitors=(ELM,))
    assert (seen(said), len(said.tried)) == ({}, 3)


def test_few_are_asked_for_and_none_after_an_obstacle(tmp_path: Path) -> None:
    many = tuple(f"Bakery of {name}" for name in ("Alder", "Birch", "Cedar", "Dogwood", "Elder"))
    assert len(check(tmp_path, {}, competitors=many).tried) == 4
    refused = check(tmp_path, {many[0]: (403, "no")}, competitors=many)
    assert (refused.status, len(refused.tried)) == (Status.NOT_LISTED, 2)


@pytest.mark.parametrize(
    "answer",
    [(500, "oh"), (200, f"<h1>Top picks</h1>{card(2, ELM)}")],
    ids=["an error page", "not a page of results"],
)
def test_a_page_that_does_not_answer_shows_no_competitor(tmp_path: Path, answer: Answer) -> None:
    assert check(tmp_path, {ELM: answer}, competitors=(ELM,)).competitors == ()


def test_a_check_that_was_kept_before_there_were_competitors_is_read(tmp_path: Path) -> None:
    said = check(tmp_path, {}, competitors=())
    old = to_json(said).replace(',"competitors":[]', "")
    assert "competitors" not in old
    assert check_from_json(old) == said
