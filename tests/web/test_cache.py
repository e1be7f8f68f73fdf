"""Pages of earlier visits: sent anew only if they changed; not asked for while they are as young as the user allows."""

from datetime import timedelta

import pytest

from citations.web import PageCache, Visitor
from citations.web.agent import languages
from tests.web.site import moved, serve

PAGE = b"<h1>Harbor Lane Bakery</h1>"


def tagged(handler):
    """A page with an ETag, which is not sent to who has it."""
    is_known = handler.headers.get("If-None-Match") == '"v1"'
    handler.send(b"" if is_known else PAGE, 304 if is_known else 200, ETag='"v1"')


def untagged(handler):
    handler.send(PAGE)


def secret(handler):
    handler.send(PAGE, ETag='"v1"', Cache_Control="private, no-store")


def dated(handler):
    is_known = "If-Modified-Since" in handler.headers
    handler.send(b"" if is_known else PAGE, 304 if is_known else 200, Last_Modified="Mon, 03 Nov 2025 10:00:00 GMT")


@pytest.fixture
def twice(run, tmp_path):
    """Two visits in two runs, each keeping what it saw: `twice(site, "/a", age=…)`."""

    async def visits(site, path, age, **how):
        pages = []
        for _ in range(2):
            async with Visitor(site.settings(), cache=PageCache(tmp_path, age)) as visitor:
                pages.append(await visitor.visit(site.url(path), **how))
                visitor.keep(pages[-1], how.get("country", ""))
        return pages

    return lambda site, path, age=None, **how: run(visits(site, path, age, **how))


@pytest.mark.parametrize(
    ("answer", "statuses"),
    [(tagged, [200, 304]), (dated, [200, 304]), (untagged, [200, 200]), (secret, [200, 200])],
    ids=["ETag", "Last-Modified", "neither", "not to be stored"],
)
def test_what_has_not_changed_is_not_sent_again(twice, answer, statuses):
    sent = []

    def noted(handler):
        send = handler.send
        handler.send = lambda body, status=200, **headers: (sent.append(status), send(body, status, **headers))
        answer(handler)

    with serve(a=noted) as site:
        first, second = twice(site, "/a")
    assert sent == statuses
    assert (second.status, second.body, second.is_kept) == (200, PAGE, False)
    assert second.fetched_at > first.fetched_at


def test_a_page_behind_a_redirect_is_asked_about_at_its_own_address(twice):
    with serve(a=moved("/b"), b=tagged) as site:
        _, second = twice(site, "/a")
    assert (second.body, second.final_url) == (PAGE, site.url("/b"))
    assert site.log[-1].headers.get("If-None-Match") == '"v1"'


def test_a_young_page_is_not_asked_for_and_keeps_its_time(twice):
    with serve(a=untagged) as site:
        first, second = twice(site, "/a", age=timedelta(days=1))
    assert site.asked.count("/a") == 1
    assert (second.is_kept, second.fetched_at, second.body) == (True, first.fetched_at, PAGE)


def test_an_old_page_is_asked_for(twice):
    with serve(a=untagged) as site:
        twice(site, "/a", age=timedelta(microseconds=1))
    assert site.asked.count("/a") == 2


def test_each_country_has_pages_of_its_own(run, tmp_path):
    async def work(site):
        for country in ("DE", "FR", "DE"):
            async with Visitor(site.settings(), cache=PageCache(tmp_path, timedelta(days=1))) as visitor:
                visitor.keep(await visitor.visit(site.url("/a"), country=country), country)

    with serve(a=untagged) as site:
        run(work(site))
    asked = [asked.headers["Accept-Language"] for asked in site.log if asked.path == "/a"]
    assert asked == [languages("DE"), languages("FR")]


def test_the_browser_asks_in_the_language_of_the_country(browse):
    with serve(a="<h1></h1><script>document.querySelector('h1').textContent = navigator.language</script>") as site:
        assert b"de-DE" in browse(site.url("/a"), country="DE").body
    assert site.log[-1].headers["Accept-Language"].startswith("de-DE")


def test_a_broken_file_counts_for_nothing(run, tmp_path):
    async def work(site):
        async with Visitor(site.settings(), cache=PageCache(tmp_path, timedelta(days=1))) as visitor:
            visitor.keep(await visitor.visit(site.url("/a")))
            for file in tmp_path.glob("*/*.gz"):
                file.write_bytes(b"\x1f\x8bnonsense")
            return await visitor.visit(site.url("/a"))

    with serve(a=untagged) as site:
        assert run(work(site)).body == PAGE
