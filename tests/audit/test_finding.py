"""Finding a listing where the directory's own search is no way: by a relative's number, by a web search."""

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from citations import Location
from citations.audit import begin, run
from citations.directory import Directory, Search
from citations.models import Check
from citations.settings import Settings
from citations.store import Store
from citations.words import Reason, Status
from tests.apis import api_server as apis
from tests.loopback import Answer, Site, site

BAKERY = Location("b1", "Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201", "(503) 555-0111")
OURS = "<h1>Harbor Lane Bakery</h1><p>12 Harbor Lane, Portland, OR 97201</p><a href='tel:+15035550111'>call</a>"
BOATS = "<h1>Quayside Boat Hire</h1><p>15 Oak Street, Salem, OR 97301</p><a href='tel:+15035550133'>call</a>"
OTHERS = "<h1>Harbor Lane Bakery</h1><p>15 Oak Street, Salem, OR 97301</p><a href='tel:+15035550133'>call</a>"
KEYS = {
    "brave": "CITATIONS_BRAVE_KEY",
    "serpapi": "CITATIONS_SERPAPI_KEY",
    "google_search": "CITATIONS_GOOGLE_SEARCH_KEY",
}
KEY = "sesame-invented"


def said(engine: str, *hits: tuple[str, str]) -> Any:
    """An engine's answer in its documented shape."""
    if engine == "brave":
        web = {"type": "search", "results": [{"url": url, "title": title} for url, title in hits]}
        return {"type": "search", "query": {"original": "x"}} | ({"web": web} if hits else {})
    found = [{"link": url, "title": title} for url, title in hits]
    if engine == "serpapi":
        meta = {"search_metadata": {"status": "Success"}}
        return meta | ({"organic_results": found} if hits else {"error": "Google hasn't returned any results."})
    return {"kind": "customsearch#search"} | ({"items": found} if hits else {})


@dataclass(frozen=True)
class Result:
    check: Check
    site: Site
    engine: apis.ApiServer


def audited(
    home: Path, answer: Any, *, access_: str = "auto", grade: str = "guess", engine: str = "", says: Any = None
) -> Result:
    """An audit of the bakery in a directory of that access, whose search is of that grade."""

    def give(asked: apis.Asked) -> apis.Answer:
        value = says if says is not None else said(engine)
        filled = json.loads(json.dumps(value).replace("SITE", served.origin))
        return apis.Answer(200, filled) if not isinstance(says, apis.Answer) else says

    with site(answer) as served, apis.api_server(give) as server:

        class Pages(Directory):
            id, name, domains = "pages", "Pages", (served.host,)
            searches = (Search(f"{served.origin}/search?q={{name}}", evidence=grade),)
            no_results = ("No results found",)
            access, access_note = access_, "people only"
            listing_pattern = r"/biz/\d+$"

        settings = Settings(
            home=home,
            pace=0,
            timeout=10,
            browser="/nowhere",
            allow_private=frozenset({served.host, server.host}),
            web_search=engine,
            web_search_engine="cx1",
            api_address={engine: server.address} if engine else {},
        )
        store = Store(settings.database)
        audit = begin(store, "invented.csv", [BAKERY], [Pages()], settings, fresh=True)
        assert asyncio.run(run(store, audit, [BAKERY], [Pages()], settings)) == ()
        check = store.check(audit.id, "b1", "pages")
        store.close()
        assert check
        return Result(check, served, server)


def pages(path: str) -> Answer:
    listings = {"/biz/1": OURS, "/biz/2": OTHERS, "/biz/3": BOATS}
    return (200, listings.get(path, "<h1>Results</h1><p>No results found</p>")) if path != "/biz/9" else (404, "")


@pytest.mark.parametrize("engine", KEYS)
def test_a_listing_that_a_web_search_shows_is_read_on_its_own_page(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(KEYS[engine], KEY)
    hits = (("https://elsewhere.example/biz/1", "Harbor Lane Bakery"), ("SITE/biz/1", "Harbor Lane Bakery | Pages"))
    result = audited(tmp_path, pages, engine=engine, says=said(engine, *hits))
    assert (result.check.status, result.check.url[-6:]) == (Status.LISTED, "/biz/1")
    asked = parse_qs(urlsplit(result.engine.asked[0].path).query)
    assert asked["q"][0].endswith('"Harbor Lane Bakery" Portland')
    assert asked["q"][0].startswith("site:127.0.0.1")
    kept = [file for file in tmp_path.rglob("*") if file.is_file() and KEY.encode() in file.read_bytes()]
    assert kept == []


@pytest.mark.parametrize("engine", KEYS)
def test_one_that_it_does_not_show_is_no_no(engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEYS[engine], KEY)
    check = audited(tmp_path, pages, engine=engine).check
    assert (check.status, check.reason) == (Status.UNVERIFIED, Reason.WEAK_SEARCH)
    assert "which proves nothing" in check.detail


def test_a_person_gets_the_address_where_programs_may_not_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEYS["brave"], KEY)
    hits = said("brave", ("SITE/biz/1", "Harbor Lane Bakery"))
    result = audited(tmp_path, pages, access_="assisted", engine="brave", says=hits)
    assert (result.check.reason, result.check.url[-6:]) == (Reason.ASSISTED, "/biz/1")
    assert result.site.asked == []


@pytest.mark.parametrize(
    ("says", "grade", "status", "reason", "asked"),
    [
        (said("brave", ("SITE/biz/3", "Harbor Lane Bakery")), "guess", Status.UNVERIFIED, Reason.WEAK_SEARCH, 1),
        (said("brave", ("SITE/biz/2", "Harbor Lane Bakery")), "guess", Status.AMBIGUOUS, None, 1),
        (said("brave", ("SITE/about", "Harbor Lane Bakery")), "guess", Status.UNVERIFIED, Reason.WEAK_SEARCH, 2),
        (apis.Answer(429, {"error": {"code": "QUOTA_LIMITED"}}), "guess", Status.UNVERIFIED, Reason.WEAK_SEARCH, 1),
        (said("brave"), "live_probe", Status.NOT_LISTED, None, 0),
    ],
    ids=["another business", "a namesake", "no listing's address", "no quota", "the directory's own search said no"],
)
def test_what_a_web_search_does_not_change(
    says: Any,
    grade: str,
    status: Status,
    reason: Reason | None,
    asked: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(KEYS["brave"], KEY)
    result = audited(tmp_path, pages, engine="brave", says=says, grade=grade)
    assert (result.check.status, result.check.reason) == (status, reason), result.check.detail
    assert len(result.engine.asked) == asked


def test_it_is_off_until_the_user_turns_it_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEYS["brave"], KEY)
    assert audited(tmp_path, pages).engine.asked == []


@pytest.mark.parametrize(
    ("number", "status"), [("1", Status.LISTED), ("2", Status.NOT_LISTED), ("9", Status.NOT_LISTED)]
)
def test_a_relative_of_the_family_gives_the_number(number: str, status: Status, tmp_path: Path) -> None:
    with site(pages) as served:

        class Old(Directory):
            id, name, domains, family = "old_pages", "Old Pages", ("oldpages.example",), "pages"
            access, listing_pattern = "assisted", r"/profile/[\w-]+-(?P<id>\d+)$"

        class New(Directory):
            id, name, domains, family = "new_pages", "New Pages", (served.host,), "pages"
            family_listing, listing_pattern = f"{served.origin}/biz/{{id}}", r"/biz/(?P<id>\d+)$"
            searches = (Search(f"{served.origin}/search?q={{name}}", evidence="live_probe"),)
            no_results = ("No results found",)

        known = {"old_pages": f"https://oldpages.example/profile/harbor-lane-{number}"}
        location = Location("b1", BAKERY.name, BAKERY.address, BAKERY.phone, listings=known)
        settings = Settings(home=tmp_path, pace=0, browser="/nowhere", allow_private=frozenset({served.host}))
        store = Store(settings.database)
        audit = begin(store, "invented.csv", [location], [Old(), New()], settings, fresh=True)
        asyncio.run(run(store, audit, [location], [Old(), New()], settings))
        check = store.check(audit.id, "b1", "new_pages")
        store.close()
    assert check
    assert check.status is status, check.detail
    assert served.pages_asked[0] == f"/biz/{number}"


def test_searches_go_by_phone_then_by_website_then_by_name() -> None:
    class Pages(Directory):
        name, domains = "Pages", ("pages.example",)
        searches = (
            Search("https://pages.example/n/{name}"),
            Search("https://pages.example/w/{website_host}"),
            Search("https://pages.example/p/{phone_national}"),
        )

    location = Location("b1", BAKERY.name, BAKERY.address, BAKERY.phone, "harborlane.example")
    assert [urlsplit(query.url).path[1] for query in Pages().find(location)] == ["p", "w", "n"]
