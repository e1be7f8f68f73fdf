"""How a listing's page is visited: climbing only where the browser shows more, remembered; languages; age; www."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from citations import Batch, Location
from citations.audit import Checker, Looker, begin, run
from citations.directory import Directory, Search
from citations.models import Check
from citations.settings import Settings
from citations.store import Store
from citations.web import EvidenceFolder, Visitor
from citations.words import Status
from tests.replay import HTML, Replay
from tests.web.site import Site, serve

BAKERY = Location("b1", "Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201", "(503) 555-0111")
STREET = "<h1>Harbor Lane Bakery</h1><p>12 Harbor Lane, Portland, OR 97201</p>"
OURS = f"{STREET}<a href='tel:+15035550111'>call</a>"
BEHIND_A_CLICK = f"""{STREET}<div id=p></div><button id=b>Show phone number</button><script>
b.onclick = () => {{ p.innerHTML = '<a href="tel:+1503' + '5550111">call</a>'; }}</script>"""
BY_SCRIPT = "<title>Pages</title><div id=root></div><script>root.innerHTML = decodeURIComponent('{}')</script>"


@dataclass
class Run:
    """One audit after another of the bakery in a directory at a site, in one home."""

    home: Path
    site: Site

    def check(self, location: Location = BAKERY, *, fresh: bool = False, **settings: Any) -> Check:
        class Pages(Directory):
            id, name, domains = "pages", "Pages", (self.site.host,)
            searches = (Search(self.site.url("/search?q={name}"), evidence="live_probe"),)
            listing_pattern = r"/biz/\d+$"
            card, more, no_results = "article", "#more", ("No results found",)

        now = self.site.settings(home=self.home, timeout=20, **settings)
        store = Store(now.database)
        audit = begin(store, "invented.csv", [location], [Pages()], now, fresh=True)
        assert asyncio.run(run(store, audit, [location], [Pages()], now, fresh=fresh)) == ()
        check = store.check(audit.id, location.id, "pages")
        store.close()
        assert check
        return check

    @property
    def asked(self) -> list[str]:
        """The pages asked for since this was asked last."""
        paths = [path for path in self.site.asked if path != "/robots.txt"]
        self.site.log.clear()
        return paths


def known(site: Site) -> Location:
    return replace(BAKERY, listings={"pages": site.url("/biz/1")})


def test_a_phone_behind_a_click_is_read_with_the_browser(tmp_path: Path) -> None:
    with serve(**{"biz/1": BEHIND_A_CLICK}) as site:
        check = Run(tmp_path, site).check(known(site))
    assert check.comparison is not None
    assert (check.how, str(check.comparison.phone.verdict)) == ("browser", "formatting")


def test_results_behind_a_button_are_read_with_the_browser(tmp_path: Path) -> None:
    first = (
        "<article><h2><a href='/biz/2'>Boat Hire</a></h2><p>9 Pike St, Seattle, WA 98101 (206) 555-0133</p></article>"
    )
    ours = "<article><h2><a href=/biz/1>Harbor Lane Bakery</a></h2></article>"
    page = f"""<h1>Results</h1><main>{first}</main><button id=more>Next ones</button><script>
      more.onclick = () => {{ document.querySelector('main').insertAdjacentHTML('beforeend', `{ours}`); more.remove() }}
      </script>"""
    with serve(search=page, **{"biz/1": OURS}) as site:
        assert Run(tmp_path, site).check().status is Status.LISTED


def test_what_a_host_takes_is_remembered_from_run_to_run(tmp_path: Path) -> None:
    with serve(**{"biz/1": BY_SCRIPT.format(OURS.replace("'", "%27"))}) as site:
        audits = Run(tmp_path, site)
        assert (audits.check(known(site)).how, audits.asked) == ("browser", ["/biz/1", "/biz/1"])
        assert (audits.check(known(site)).how, audits.asked) == ("browser", ["/biz/1"])


def test_pages_of_earlier_audits_will_do_for_as_long_as_the_user_says(tmp_path: Path) -> None:
    with serve(**{"biz/1": OURS}) as site:
        audits = Run(tmp_path, site)
        first, place = audits.check(known(site), max_age=2), known(site)
        assert audits.asked == ["/biz/1"]
        again = audits.check(place, max_age=2)
        assert (again.status, audits.asked) == (Status.LISTED, [])
        assert again.evidence == first.evidence
        assert again.checked_at
        assert first.checked_at
        assert again.checked_at <= first.checked_at  # when the page was seen, not when it was looked up
        audits.check(place, max_age=2, fresh=True)
        assert audits.asked == ["/biz/1"]
        audits.check(place)
        assert audits.asked == ["/biz/1"]


@pytest.mark.parametrize(("country", "language"), [("DE", "de-DE,"), ("ZZ", "en-US,")])
def test_a_page_is_asked_for_in_the_language_of_the_location(country: str, language: str, tmp_path: Path) -> None:
    with serve(**{"biz/1": OURS}) as site:
        Run(tmp_path, site).check(replace(known(site), country=country))
        said = next(asked.headers["Accept-Language"] for asked in site.log if asked.path == "/biz/1")
    assert said.startswith(language)


HERE = "https://www.directory.example/biz/1"


@pytest.mark.parametrize(
    "given",
    ["http://directory.example/biz/1", "https://directory.example/biz/1/", "http://www.directory.example/biz/1", HERE],
)
def test_a_listing_is_one_whatever_way_its_address_is_written(given: str, tmp_path: Path) -> None:
    """The record's address leads to https and www; an earlier audit saw another writing of it."""

    class Pages(Directory):
        id, name, domains = "pages", "Pages", ("directory.example",)
        listing_pattern = r"/biz/\d+/?$"

    moved = {url: (301, {"location": HERE}, b"") for url in (given, "http://directory.example/biz/1") if url != HERE}
    replay = Replay(moved | {HERE: (200, HTML, OURS.encode())})

    async def once() -> Check:
        settings = Settings(_env_file=None, pace=0)
        async with Visitor(settings, transport=replay) as visitor:
            looker = Looker(visitor, settings, has_browser=False)
            checker = Checker(looker, EvidenceFolder(tmp_path), Batch([BAKERY]))
            location = replace(BAKERY, listings={"pages": given})
            return await checker.check(location, Pages(), ["http://directory.example/biz/1"])

    check = asyncio.run(once())
    assert (check.status, check.url, check.candidates) == (Status.LISTED, HERE, ())
    assert check.comparison is not None
    assert check.comparison.findings == ()
