"""Pacing: one at a time, never sooner than agreed, and other hosts do not wait."""

import asyncio
import time
from email.utils import formatdate
from itertools import pairwise

from citations.web import Visitor
from citations.web.pacing import retry_after
from tests.web.site import Handler, Site, moved, serve

PACE = 0.15


def _spaces(site: Site) -> list[float]:
    times = [asked.at for asked in site.log]
    return [later - earlier for earlier, later in pairwise(times)]


def _visit_all(run, site: Site, urls: list[str], **settings: object):
    async def work():
        async with Visitor(site.settings(**settings)) as visitor:
            return await asyncio.gather(*(visitor.visit(url) for url in urls))

    return run(work())


def test_requests_to_a_host_are_spaced_robots_and_redirects_included(run):
    with serve(a=moved("/b"), b="<p>") as site:
        started = time.monotonic()
        _visit_all(run, site, [site.url("/a")] * 3, pace=PACE)
        took = time.monotonic() - started
    assert len(site.asked) == 1 + 2 * 3
    assert took >= PACE * 6
    assert min(_spaces(site)[1:]) >= PACE * 0.3  # a request may have been slow on its way


def test_a_host_is_asked_one_thing_at_a_time(run):
    under_way, most = [0], [0]

    def slow(handler: Handler) -> None:
        under_way[0] += 1
        most[0] = max(most[0], under_way[0])
        time.sleep(0.1)
        under_way[0] -= 1
        handler.send(b"<p>")

    with serve(a=slow) as site:
        pages = _visit_all(run, site, [site.url("/a")] * 4)
    assert [page.status for page in pages] == [200] * 4
    assert most == [1]


def test_the_robots_crawl_delay_is_kept(run):
    rules = "User-agent: *\nCrawl-delay: 0.4\n"
    with serve(**{"robots.txt": rules}, a="<p>") as site:
        _visit_all(run, site, [site.url("/a")] * 3)
    assert sum(_spaces(site)[1:]) >= 0.8 * 0.95


def test_waiting_for_one_host_does_not_hold_up_another(run):
    async def work(one: Site, other: Site):
        async with Visitor(one.settings(other)) as visitor:
            slow = asyncio.gather(*(visitor.visit(one.url("/a"), pace=0.5) for _ in range(4)))
            quick = [await visitor.visit(other.url("/a")) for _ in range(5)]
            return not slow.done(), quick, await slow

    with serve(a="<p>") as one, serve(a="<p>") as other:
        was_waiting, quick, slow = run(work(one, other))
    assert was_waiting
    assert [page.status for page in (*quick, *slow)] == [200] * 9


def test_a_date_to_wait_for_is_one_by_the_site_s_own_clock():
    ours = time.time()
    for wrong_by in (-90_000, 0, 90_000):
        date, until = (formatdate(ours + wrong_by + seconds, usegmt=True) for seconds in (0, 30))
        assert retry_after({"date": date, "retry-after": until}) == 30
    assert retry_after({"date": "today", "retry-after": formatdate(ours - 60)}) == 0
    assert retry_after({"retry-after": "soon"}) is None
