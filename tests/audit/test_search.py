"""When a search says "not listed", and all the ways in which it must not.

Each case is a small site on loopback: what it answers to the first search, and to other addresses.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from citations import Batch, Location
from citations.audit import Checker, Looker
from citations.directory import Directory, Search
from citations.models import Check
from citations.settings import Settings
from citations.store import Decided
from citations.web import EvidenceFolder, Visitor
from citations.words import Reason, Status
from tests.loopback import Answer, site

BAKERY = Location("b1", "Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201", "(503) 555-0111")
OURS = "<h1>Harbor Lane Bakery</h1><p>12 Harbor Lane, Portland, OR 97201</p><a href='tel:+15035550111'>call</a>"
OTHERS = "<h1>Harbor Lane Boats</h1><p>15 Oak Street, Portland, OR 97201</p><a href='tel:+15035550133'>call</a>"


def card(number: int, name: str, *, ad: bool = False) -> str:
    return f'<article class="hit{" ad" if ad else ""}"><h2><a href="/biz/{number}">{name}</a></h2></article>'


def results(*cards: str, after: str = "") -> Answer:
    return 200, f"<title>Search</title><h1 class='found'>Results</h1>{''.join(cards)}{after}"


def check(
    tmp_path: Path,
    answer: Callable[[str], Answer],
    evidence: str = "live_probe",
    seen: str = "",
    known: str = "",
    has_browser: bool = False,
    decided: dict[str, Any] | None = None,
    access_: str = "auto",
    needs: tuple[str, ...] = ("name",),
    **more: bool,
) -> Check:
    """The check of the bakery in a directory whose site gives these answers."""
    with site(answer) as served:

        class Pages(Directory):
            id, name, domains = "pages", "Pages", (served.host,)
            searches = (Search(f"{served.origin}/search?q={{name}}", needs=needs, evidence=evidence),)
            results_marker = "h1.found"
            no_results = ("No results found",)
            final_url_must_contain = "{name_slug}"
            card, sponsored, more = "article.hit", ".ad", "#more"
            access, access_note = access_, "people only"
            listing_pattern = r"/biz/\d+$"

        async def once() -> Check:
            settings = Settings(allow_private=frozenset({served.host}), pace=0, timeout=10, **more)
            async with Visitor(settings) as visitor:
                looker = Looker(visitor, settings, has_browser)
                checker = Checker(looker, EvidenceFolder(tmp_path), Batch([BAKERY]))
                location = replace(BAKERY, listings={"pages": known.replace("SITE", served.origin)} if known else {})
                said = json.loads(json.dumps(decided or {}).replace("SITE", served.origin))
                before = [url.replace("SITE", served.origin) for url in seen.split()]
                decided_ = TypeAdapter(Decided).validate_python(said)
                return await checker.check(location, Pages(), before, decided_)

        return asyncio.run(once())


def answering(search: Answer, **pages: str) -> Callable[[str], Answer]:
    """The same answer to every search, these pages under /biz/, 404 elsewhere."""

    def answer(path: str) -> Answer:
        if path.startswith("/search"):
            return search
        number = path.removeprefix("/biz/")
        return (200, pages[f"biz{number}"]) if f"biz{number}" in pages else (404, "")

    return answer


@pytest.mark.parametrize(
    ("search", "status", "reason"),
    [
        (results(after="<p>No results found</p>"), Status.NOT_LISTED, None),
        (results(card(2, "Harbor Lane Boats")), Status.NOT_LISTED, None),
        (results(card(1, "Harbor Lane Bakery")), Status.LISTED, None),
        ((200, "<h1>Welcome</h1><p>No results found</p>"), Status.UNVERIFIED, Reason.LAYOUT_CHANGED),
        ((200, f"<h1>Top picks</h1>{card(2, 'Harbor Lane Boats')}"), Status.UNVERIFIED, Reason.LAYOUT_CHANGED),
        (results(), Status.UNVERIFIED, Reason.LAYOUT_CHANGED),
        ((404, "<h1 class='found'>Not here</h1>"), Status.UNVERIFIED, Reason.ERROR_PAGE),
        ((500, "<h1 class='found'>Oh</h1>"), Status.UNVERIFIED, Reason.ERROR_PAGE),
        ((403, "no"), Status.UNVERIFIED, Reason.BLOCKED),
        (results(*(card(n, "Harbor Lane Bakery") for n in range(3, 9))), Status.UNVERIFIED, Reason.WEAK_SEARCH),
        (results(card(1, "Harbor Lane Bakery", ad=True), card(2, "Harbor Lane Boats")), Status.LISTED, None),
    ],
    ids=[
        "says that there is nothing",
        "shows another business only",
        "shows ours",
        "phrase on another layout",
        "cards on another layout",
        "neither cards nor phrase",
        "404",
        "500",
        "403",
        "more like names than are opened",
        "ours is an advertisement only",
    ],
)
def test_one_search(tmp_path: Path, search: Answer, status: Status, reason: Reason | None) -> None:
    said = check(tmp_path, answering(search, biz1=OURS, biz2=OTHERS, **{f"biz{n}": OTHERS for n in range(3, 9)}))
    assert (said.status, said.reason) == (status, reason), said.detail


def test_a_guessed_search_never_says_no(tmp_path: Path) -> None:
    said = check(tmp_path, answering(results(after="<p>No results found</p>")), evidence="guess")
    assert (said.status, said.reason) == (Status.UNVERIFIED, Reason.WEAK_SEARCH)


def test_pages_that_were_not_read_prove_nothing(tmp_path: Path) -> None:
    def endless(path: str) -> Answer:
        page = int(path.partition("page=")[2] or 1)
        return results(
            card(2, "Boats"), after=f'<a rel="next" href="/search?q=harbor-lane-bakery&page={page + 1}">Next</a>'
        )

    said = check(tmp_path, endless)
    assert (said.status, said.reason) == (Status.UNVERIFIED, Reason.WEAK_SEARCH)
    assert len(said.tried) == Directory.max_pages


def test_a_later_page_is_read(tmp_path: Path) -> None:
    def answer(path: str) -> Answer:
        if path.startswith("/biz/"):
            return (200, OURS) if path == "/biz/1" else (200, OTHERS)
        if "page=2" in path:
            return results(card(1, "Harbor Lane Bakery"))
        return results(card(2, "Boats"), after='<a rel="next" href="/search?q=harbor-lane-bakery&page=2">Next</a>')

    assert check(tmp_path, answer).status is Status.LISTED


def test_a_listing_seen_before_that_is_gone_has_vanished(tmp_path: Path) -> None:
    said = check(tmp_path, answering(results(after="<p>No results found</p>")), seen="SITE/biz/9")
    assert said.status is Status.VANISHED


def test_an_address_seen_before_that_is_another_business_now_is_searched_anew(tmp_path: Path) -> None:
    site_now = answering(results(card(1, "Harbor Lane Bakery")), biz1=OURS, biz2=OTHERS)
    said = check(tmp_path, site_now, seen="SITE/biz/2")
    assert said.status is Status.LISTED
    assert said.url.endswith("/biz/1")


def test_an_address_of_the_record_that_is_gone_and_cannot_be_searched_for_is_not_vanished(tmp_path: Path) -> None:
    said = check(tmp_path, answering(results(after="<p>No results found</p>")), evidence="guess", known="SITE/biz/9")
    assert said.status is Status.UNVERIFIED


NOTHING = results(after="<p>No results found</p>")
ELSEWHERE = results(card(1, "Harbor Lane Bakery"))
NOT_FOUND = "<title>Page not found</title><h1>Page not found</h1><p>It may have moved.</p>"
TROUBLE = "<title>Oops</title><h1>Something went wrong</h1><p>We are on it.</p>"
WALL = "<h1>Page not found</h1><p>Please verify you are a human</p>"
HOME = "<h1>Welcome to Pages</h1><p>Businesses of the valley.</p>"


@pytest.mark.parametrize(
    ("page", "search", "evidence", "status", "reason"),
    [
        (NOT_FOUND, NOTHING, "live_probe", Status.VANISHED, None),
        (NOT_FOUND, results(card(2, "Harbor Lane Boats")), "live_probe", Status.VANISHED, None),
        (NOT_FOUND, ELSEWHERE, "live_probe", Status.LISTED, None),
        (NOT_FOUND, ELSEWHERE, "guess", Status.LISTED, None),
        (NOT_FOUND, NOTHING, "guess", Status.UNVERIFIED, Reason.WEAK_SEARCH),
        (NOT_FOUND, (403, "no"), "live_probe", Status.UNVERIFIED, Reason.BLOCKED),
        (NOT_FOUND, (200, NOT_FOUND), "live_probe", Status.UNVERIFIED, Reason.ERROR_PAGE),
        (TROUBLE, NOTHING, "live_probe", Status.UNVERIFIED, Reason.ERROR_PAGE),
        (WALL, NOTHING, "live_probe", Status.UNVERIFIED, Reason.CAPTCHA),
    ],
    ids=[
        "nothing found",
        "others found",
        "found elsewhere",
        "found elsewhere by a guess",
        "nothing found by a guess",
        "the search is blocked",
        "the search reads so as well",
        "an error that passes",
        "a wall that calls itself so",
    ],
)
@pytest.mark.parametrize("how", ["known", "seen"])
def test_a_known_page_that_only_reads_as_gone(
    tmp_path: Path, page: str, search: Answer, evidence: str, status: Status, reason: Reason | None, how: str
) -> None:
    pages = answering(search, biz1=OURS, biz2=OTHERS, biz9=page)
    said = check(tmp_path, pages, evidence=evidence, **{how: "SITE/biz/9"})  # type: ignore[arg-type]
    assert (said.status, said.reason) == (status, reason), said.detail
    assert ("says “Page not found" in said.detail) == (page is NOT_FOUND)
    if status is Status.VANISHED:
        assert said.url.endswith("/biz/9")
        assert b"It may have moved" in EvidenceFolder(tmp_path).html(said.evidence)


def test_a_known_page_that_reads_as_gone_where_nothing_can_be_searched_is_not_vanished(tmp_path: Path) -> None:
    said = check(tmp_path, answering(NOTHING, biz9=NOT_FOUND), known="SITE/biz/9", needs=("website_host",))
    assert (said.status, said.reason) == (Status.UNVERIFIED, Reason.ERROR_PAGE), said.detail
    assert "no search that is known to work" in said.detail


@pytest.mark.parametrize(
    ("search", "status"),
    [(NOTHING, Status.VANISHED), (ELSEWHERE, Status.LISTED), (results(), Status.UNVERIFIED)],
)
@pytest.mark.parametrize("to", ["/", "/search?q=harbor-lane-bakery"])
def test_a_known_address_that_leads_to_no_listing_is_searched_for(
    tmp_path: Path, search: Answer, status: Status, to: str
) -> None:
    pages = answering(search, biz1=OURS)
    moved = {"/biz/9": (302, to), "/": (200, HOME)}
    said = check(tmp_path, lambda path: moved.get(path) or pages(path), known="SITE/biz/9")
    assert said.status is status, said.detail
    assert "leads to another page now" in said.detail


def test_a_known_address_that_leads_to_an_address_of_a_new_kind_says_so(tmp_path: Path) -> None:
    """It may be the listing's new place, which this directory's file does not know yet."""
    pages = answering(NOTHING)
    moved = {"/biz/9": (301, "/company/harbor-lane-bakery"), "/company/harbor-lane-bakery": (200, OURS)}
    said = check(tmp_path, lambda path: moved.get(path) or pages(path), known="SITE/biz/9")
    assert (said.status, said.reason) == (Status.UNVERIFIED, Reason.LAYOUT_CHANGED)
    assert said.detail.endswith("/company/harbor-lane-bakery")


def test_an_address_that_an_earlier_audit_found_is_tried_where_the_records_is_gone(tmp_path: Path) -> None:
    pages = answering(NOTHING, biz1=OURS)
    said = check(tmp_path, pages, evidence="guess", known="SITE/biz/9", seen="SITE/biz/1")
    assert said.status is Status.LISTED
    assert "/biz/9 answers with status 404" in said.detail


def test_a_page_that_a_script_completes_is_not_gone(tmp_path: Path) -> None:
    script = f"<title>Page not found</title><p id=none>404</p><script>document.body.innerHTML = `{OURS}`</script>"
    said = check(tmp_path, answering(NOTHING, biz9=script), known="SITE/biz/9", has_browser=True)
    assert said.status is Status.LISTED, said.detail


def test_another_business_at_an_address_seen_before_does_not_make_ours_vanish_by_a_guess(tmp_path: Path) -> None:
    said = check(tmp_path, answering(NOTHING, biz2=OTHERS), seen="SITE/biz/2", evidence="guess")
    assert (said.status, said.reason) == (Status.UNVERIFIED, Reason.WEAK_SEARCH), said.detail


def test_an_address_of_the_record_on_another_site_is_named(tmp_path: Path) -> None:
    said = check(tmp_path, answering(results()), known="https://elsewhere.example/biz/1")
    assert (said.status, said.tried) == (Status.UNVERIFIED, ())
    assert "elsewhere.example" in said.detail


def test_a_no_that_a_script_replaces_is_looked_at_in_the_browser(tmp_path: Path) -> None:
    script = f"""<p id=none>No results found</p><script>setTimeout(() => {{ document.getElementById('none').outerHTML =
    `{card(1, "Harbor Lane Bakery")}` }}, 30)</script>"""
    assert check(tmp_path, answering(results(after=script), biz1=OURS), has_browser=True).status is Status.LISTED


def test_an_address_seen_before_on_a_host_that_the_directory_left_is_searched_anew(tmp_path: Path) -> None:
    said = check(
        tmp_path, answering(results(card(1, "Harbor Lane Bakery")), biz1=OURS), seen="http://127.0.0.1:9/biz/1"
    )
    assert said.status is Status.LISTED


@pytest.mark.parametrize("known", ["", "SITE/biz/1"])
def test_a_directory_for_people_only_is_never_visited(tmp_path: Path, known: str) -> None:
    said = check(tmp_path, answering(results(), biz1=OURS), known=known, access_="assisted")
    assert (said.status, said.reason, said.detail, said.tried) == (
        Status.UNVERIFIED,
        Reason.ASSISTED,
        "people only",
        (),
    )


def test_results_behind_a_button_are_results_that_were_not_read(tmp_path: Path) -> None:
    said = check(tmp_path, answering(results(card(2, "Boats"), after="<button id=more>Show more</button>")))
    assert (said.status, said.reason) == (Status.UNVERIFIED, Reason.WEAK_SEARCH)
