"""What a live check of a directory finds, on small sites on loopback; and what an audit makes of it."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from citations import Location
from citations.audit import Health, HealthBook, Looker, NothingToCheckError, begin, examine, run
from citations.audit.examine import NOBODY
from citations.audit.health import fingerprint
from citations.catalog import load_file
from citations.findings import score
from citations.settings import Settings
from citations.store import Store
from citations.web import EvidenceFolder, Visitor
from citations.words import HealthState, Reason, Status
from tests.loopback import Answer, Site, site

OURS = "<h1>Harbor Lane Bakery</h1><p>12 Harbor Lane, Portland, OR 97201</p><a href='tel:+15035550111'>call</a>"
OTHER = "<h1>Mill Street Boats</h1><p>40 Mill Street, Portland, OR 97202</p><a href='tel:+15035550120'>call</a>"
SHELL = "<h1>Welcome</h1><p>Towns, trades and tides.</p>"
MARKER = "<h1 class=found>Results</h1>"

FILE = """
from citations.directory import Directory, Search

class Pages(Directory):
    id, name, domains, countries = "pages", "Pages", ("{host}",), ("US",)
    searches = (Search("{origin}/search?q={{name}}", needs=("name",), evidence="live_probe"),)
    results_marker = "h1.found"
    no_results = ("No results found",)
    listing_pattern = r"/biz/\\d+$"
    known_listing, known_name = "{origin}/biz/1", "Harbor Lane Bakery"
"""


def card(number: int, name: str) -> str:
    return f"<article><h2><a href='/biz/{number}'>{name}</a></h2></article>"


def web(**pages: object) -> Callable[[str], Answer]:
    """A site in good order; `ours`, `search`, `nobody` and `robots` replace what it answers there."""
    answers: dict[str, object] = {
        "ours": OURS,
        "search": MARKER + card(1, "Harbor Lane Bakery"),
        "nobody": MARKER + "<p>No results found</p>",
        "robots": (404, ""),
    } | pages

    def answer(path: str) -> Answer:
        name = "robots" if path == "/robots.txt" else "ours" if path == "/biz/1" else "search"
        if name == "search" and NOBODY.split()[0] in path:
            name = "nobody"
        said = answers[name]
        return said if isinstance(said, tuple) else (200, str(said))

    return answer


def written(folder: Path, served: Site, lines: str = "") -> Path:
    file = folder / "pages.py"
    file.write_text(FILE.format(host=served.host, origin=served.origin) + lines, encoding="utf-8")
    return file


def configured(folder: Path, served: Site) -> Settings:
    return Settings(
        home=folder / "home", database_url="", evidence=None, allow_private=frozenset({served.host}), pace=0, timeout=10
    )


def examined(folder: Path, answer: Callable[[str], Answer], lines: str = "") -> tuple[Health, list[str]]:
    """The health of the directory whose site gives these answers, and the pages that were asked for."""
    with site(answer) as served:
        health = examine_once(written(folder, served, lines), configured(folder, served))
        return health, served.pages_asked


def examine_once(file: Path, settings: Settings) -> Health:
    """The health of the directory of `file`."""

    async def once() -> Health:
        async with Visitor(settings) as visitor:
            looker = Looker(visitor, settings, has_browser=False)
            return await examine(load_file(file), looker, EvidenceFolder(settings.evidence_folder))

    return asyncio.run(once())


def test_a_directory_in_good_order_is_healthy_and_says_what_was_seen(tmp_path: Path) -> None:
    health, asked = examined(tmp_path, web())
    assert (health.state, health.why) == (HealthState.HEALTHY, "")
    assert "12 Harbor Lane" in health.seen[0]
    assert "a search finds it" in health.seen[1]
    assert "No results found" in health.seen[2]
    assert len(asked) == 4  # the listing, the search for it and its page again, the search for nobody
    facts = EvidenceFolder(tmp_path / "home" / "evidence")
    assert all(facts.html(key) for key in health.evidence)


@pytest.mark.parametrize(
    ("pages", "state", "why"),
    [
        ({"ours": OTHER}, HealthState.DEGRADED, "shows Mill Street Boats, not Harbor Lane Bakery"),
        ({"ours": SHELL}, HealthState.DEGRADED, "cannot be read"),
        ({"search": MARKER + card(2, "Boats")}, HealthState.DEGRADED, "no search finds its known listing"),
        ({"search": card(1, "Harbor Lane Bakery")}, HealthState.DEGRADED, "the sign of a results page is not there"),
        ({"nobody": MARKER + card(3, NOBODY)}, HealthState.DEGRADED, "takes the echo of its question for a listing"),
        ({"nobody": MARKER + "<p>Nothing at all</p>"}, HealthState.DEGRADED, "neither results nor a word"),
        ({"ours": (404, ""), "nobody": SHELL}, HealthState.DEGRADED, "its known listing is gone"),
        ({"ours": (403, "no")}, HealthState.BLOCKED, "its known listing"),
        ({"nobody": (429, "slow down")}, HealthState.BLOCKED, "a name that cannot exist"),
        ({"robots": (200, "User-agent: *\nDisallow: /")}, HealthState.BLOCKED, "robots"),
        ({"ours": (404, "")}, HealthState.HEALTHY, ""),
        ({"nobody": MARKER + card(2, "Mill Street Boats")}, HealthState.HEALTHY, ""),
    ],
    ids=[
        "another business",
        "nothing to read",
        "not found by its search",
        "another layout",
        "the echo of the question",
        "other words for nothing",
        "gone, and no search works",
        "refused",
        "too many requests",
        "robots.txt",
        "gone, but the search works",
        "others in place of nothing",
    ],
)
def test_what_is_wrong_has_its_name(tmp_path: Path, pages: dict[str, object], state: HealthState, why: str) -> None:
    health, _ = examined(tmp_path, web(**pages))
    assert health.state is state, health
    assert why in health.why


def test_a_listing_that_is_gone_is_named_for_whoever_keeps_the_file(tmp_path: Path) -> None:
    health, _ = examined(tmp_path, web(ours=(410, "")))
    assert "name another" in health.seen[0]


def test_words_for_nothing_that_nobody_wrote_down_are_shown(tmp_path: Path) -> None:
    health, _ = examined(tmp_path, web(nobody=MARKER + "<p>Nothing at all</p>"), "    no_results = ()\n")
    assert health.state is HealthState.HEALTHY
    assert "Nothing at all" in health.seen[-1]


def test_what_only_people_may_visit_is_not_visited(tmp_path: Path) -> None:
    health, asked = examined(tmp_path, web(), '    access, access_note = "assisted", "people only"\n')
    assert (health.state, health.why, asked) == (HealthState.ASSISTED, "people only", [])


def test_a_file_with_nothing_to_check_is_told(tmp_path: Path) -> None:
    with pytest.raises(NothingToCheckError, match="neither a known_listing nor a search"):
        examined(tmp_path, web(), '    searches, known_listing = (), ""\n')


def test_an_answer_that_nothing_can_be_held_to_proves_no_health(tmp_path: Path) -> None:
    answers = web(nobody=MARKER + "<p>Nothing at all</p>")
    with pytest.raises(NothingToCheckError, match=r"name a known_listing.*Nothing at all"):
        examined(tmp_path, answers, '    known_listing, no_results = "", ()\n')


def test_a_directory_stays_unchecked_until_its_site_has_answered(tmp_path: Path) -> None:
    with site(web()) as served:
        settings, file = configured(tmp_path, served), written(tmp_path, served)
    health = examine_once(file, settings)  # the site is no more
    assert health.state is HealthState.UNREACHABLE
    book = HealthBook(settings.home)
    book.keep(health)
    assert book.read() == {}


def test_a_check_without_an_answer_leaves_what_an_earlier_one_found(tmp_path: Path) -> None:
    with site(web(ours=OTHER)) as served:
        settings, file = configured(tmp_path, served), written(tmp_path, served)
        before = examine_once(file, settings)
    book = HealthBook(settings.home)
    book.keep(before)
    book.keep(examine_once(file, settings))
    assert book.of(load_file(file)) == before


def test_a_health_is_kept_until_the_file_is_changed(tmp_path: Path) -> None:
    health, _ = examined(tmp_path, web(ours=OTHER))
    book = HealthBook(tmp_path / "home")
    book.keep(health)
    again = load_file(tmp_path / "pages.py")
    assert HealthBook(tmp_path / "home").of(again) == health
    assert "citations directories check pages" in book.degraded([again])["pages"]
    with (tmp_path / "pages.py").open("a", encoding="utf-8") as file:
        file.write("# mended\n")
    assert book.of(load_file(tmp_path / "pages.py")) is None
    assert book.degraded([load_file(tmp_path / "pages.py")]) == {}


@pytest.mark.parametrize("content", ["", "[]", "{", '{"pages": {}}', '{"pages": {"state": "odd"}}', '{"pages": 1}'])
def test_a_book_that_cannot_be_read_counts_for_nothing(tmp_path: Path, content: str) -> None:
    (tmp_path / "directories.json").write_text(content, encoding="utf-8")
    assert HealthBook(tmp_path).read() == {}


def test_a_degraded_directory_is_left_out_of_an_audit_and_of_its_score(tmp_path: Path) -> None:
    place = Location("b1", "Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201", "(503) 555-0111")
    health, _ = examined(tmp_path, web(ours=OTHER))
    with site(web()) as served:
        settings = configured(tmp_path, served)
        directory = load_file(written(tmp_path, served))
        sick = Health("pages", HealthState.DEGRADED, health.why, health.checked_at, file=fingerprint(directory))
        HealthBook(settings.home).keep(sick)
        store = Store(settings.database)
        audit = begin(store, "one", [place], [directory], settings)
        assert asyncio.run(run(store, audit, [place], [directory], settings)) == ()
        check = store.check(audit.id, "b1", "pages")
        assert check
        assert (check.status, check.reason) == (Status.UNVERIFIED, Reason.DEGRADED)
        assert "Mill Street Boats" in check.detail
        assert served.pages_asked == []
        result = score(rollup.tally for rollup in store.rollups(audit.id))
        assert (result.points, result.coverage) == (None, 0.0)

        HealthBook(settings.home).keep(Health("pages", HealthState.HEALTHY, "", health.checked_at, file=sick.file))
        again = begin(store, "one", [place], [directory], settings, fresh=True)
        assert asyncio.run(run(store, again, [place], [directory], settings)) == ()
        assert store.check(again.id, "b1", "pages").status is Status.LISTED  # type: ignore[union-attr]
        store.close()
