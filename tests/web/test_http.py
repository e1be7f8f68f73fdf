"""Plain visits against real sites on loopback: what comes home, and what stands in the way."""

import asyncio
import contextlib
import email.utils
import gzip
import time
import zlib

import httpx
import pytest

from citations.models import Obstacle
from citations.settings import Settings
from citations.web import Visitor
from citations.web.guard import Guard
from citations.web.http import HOSTS, GuardedTransport, Http
from citations.words import Reason
from tests.web.site import Handler, Site, moved, serve


def test_brings_the_page_home_with_its_facts(visit):
    with serve(a=moved("/b"), b="<h1>Harbor Dental</h1>") as site:
        page = visit(site.settings(), site.url("/a"))
    assert (page.status, page.body, page.how) == (200, b"<h1>Harbor Dental</h1>", "http")
    assert page.final_url == site.url("/b")
    assert page.redirects == (site.url("/a"),)
    assert page.headers["content-type"].startswith("text/html")
    assert page.obstacle is None
    assert page.fetched_at is not None
    assert 0 < page.seconds < 5


def test_says_who_it_is(visit):
    with serve(a="<p>") as site:
        visit(site.settings(contact="seo@agency.example\r\nX-Evil: 1"), site.url("/a"))
    agents = {asked.headers["User-Agent"] for asked in site.log}
    assert len(agents) == 1
    assert agents.pop().startswith("citations/")
    assert "seo@agency.example" in site.log[0].headers["User-Agent"]
    assert "X-Evil" not in site.log[0].headers


@pytest.mark.parametrize("status", [403, 404, 410, 500])
def test_an_error_page_is_a_page(visit, status):
    with serve(a=lambda handler: handler.send(b"gone", status)) as site:
        page = visit(site.settings(), site.url("/a"))
    assert (page.status, page.body, page.obstacle) == (status, b"gone", None)


@pytest.mark.parametrize(
    "url", ["ftp://directory.example/a", "file:///etc/passwd", "http://me:secret@directory.example/", "no address", ""]
)
def test_only_web_addresses_are_visited(visit, url):
    with serve() as site:
        page = visit(site.settings(), url)
    assert page.obstacle.reason == Reason.NETWORK


def test_nobody_at_home(visit):
    with serve() as site:
        pass
    page = visit(site.settings(), site.url("/a"))
    assert page.obstacle.reason == Reason.NETWORK
    assert "refused" in page.obstacle.detail


def test_an_unknown_host(visit):
    with serve() as site:
        page = visit(site.settings(), "http://no-such-host.invalid/a")
    assert page.obstacle.reason == Reason.NETWORK
    assert "could not be found" in page.obstacle.detail


def test_an_answer_whose_body_was_read_already_is_a_failure_of_the_network(run):
    def consumed(request: httpx.Request) -> httpx.Response:
        raise httpx.StreamConsumed

    async def work():
        async with Visitor(Settings(_env_file=None, pace=0), transport=httpx.MockTransport(consumed)) as visitor:
            return await visitor.visit("https://directory.example/a", obey_robots=False)

    assert run(work()).obstacle.reason == Reason.NETWORK


@pytest.mark.parametrize("target", ["/a", "/a?next"])
def test_a_redirect_loop_ends(visit, target):
    with serve(a=moved(target)) as site:
        page = visit(site.settings(max_redirects=3), site.url("/a"))
    assert page.obstacle.reason == Reason.ERROR_PAGE
    assert len(site.asked) == 1 + 4  # robots.txt, the page, three redirects


def _drip(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    for _ in range(50):
        handler.wfile.write(b"x")
        time.sleep(0.1)


def test_a_slow_drip_meets_the_deadline_of_the_whole_page(visit):
    with serve(a=_drip) as site:
        started = time.monotonic()
        page = visit(site.settings(timeout=0.7), site.url("/a"))
    assert page.obstacle.reason == Reason.TIMEOUT
    assert time.monotonic() - started < 3


def test_redirects_share_one_deadline(visit):
    def slow(handler: Handler) -> None:
        time.sleep(0.3)
        moved("/a")(handler)

    with serve(a=slow) as site:
        page = visit(site.settings(timeout=1, max_redirects=50), site.url("/a"))
    assert page.obstacle.reason == Reason.TIMEOUT
    assert len(site.asked) < 8


BOMB = gzip.compress(bytes(50_000_000))


@pytest.mark.parametrize(
    ("body", "encoding"),
    [(bytes(3_000_000), "identity"), (BOMB, "gzip"), (zlib.compress(bytes(50_000_000)), "deflate")],
)
def test_a_body_is_read_up_to_the_limit_and_no_further(visit, body, encoding):
    with serve(a=lambda handler: handler.send(body, Content_Encoding=encoding)) as site:
        page = visit(site.settings(max_bytes=1_000_000), site.url("/a"))
    assert page.obstacle.reason == Reason.ERROR_PAGE
    assert "larger than 1 MB" in page.obstacle.detail
    assert len(page.body) == 1_000_000
    assert page.status == 200


def test_a_body_packed_twice_is_not_unpacked(visit):
    with serve(a=lambda handler: handler.send(gzip.compress(BOMB), Content_Encoding="gzip, gzip")) as site:
        page = visit(site.settings(), site.url("/a"))
    assert page.obstacle.reason == Reason.ERROR_PAGE


@pytest.mark.parametrize("wbits", [31, 15, -15])
def test_packed_bodies_are_unpacked(visit, wbits):
    packer = zlib.compressobj(wbits=wbits)
    body = packer.compress(b"<h1>Harbor Dental</h1>" * 500) + packer.flush()
    encoding = "gzip" if wbits == 31 else "deflate"
    with serve(a=lambda handler: handler.send(body, Content_Encoding=encoding)) as site:
        page = visit(site.settings(), site.url("/a"))
    assert page.body == b"<h1>Harbor Dental</h1>" * 500


def _busy_once(retry_after: str, status: int):
    def answer(handler: Handler) -> None:
        first = handler.site.asked.count("/a") == 1
        handler.send(
            b"busy" if first else b"open", status if first else 200, **({"Retry_After": retry_after} if first else {})
        )

    return answer


@pytest.mark.parametrize("status", [429, 503])
def test_waits_as_long_as_it_is_asked_to(visit, status):
    with serve(a=_busy_once("1", status)) as site:
        page = visit(site.settings(), site.url("/a"))
    assert (page.status, page.body, page.obstacle) == (200, b"open", None)
    first, second = (asked.at for asked in site.log if asked.path == "/a")
    assert second - first >= 0.95


def test_waits_until_a_date(visit):
    when = email.utils.formatdate(time.time() + 1.5, usegmt=True)
    with serve(a=_busy_once(when, 429)) as site:
        page = visit(site.settings(), site.url("/a"))
    assert page.body == b"open"


@pytest.mark.parametrize(
    ("status", "headers"),
    [(429, {"Retry_After": "3600"}), (429, {}), (429, {"Retry_After": "soon"}), (503, {"Retry_After": "120"}),
     (429, {"Retry_After": "0"})],
)  # fmt: skip
def test_leaves_a_host_alone_that_asks_for_it(run, status, headers):
    async def work(site: Site):
        async with Visitor(site.settings()) as visitor:
            return [await visitor.visit(site.url(path)) for path in ("/a", "/b")]

    with serve(a=lambda handler: handler.send(b"busy", status, **headers), b="<p>") as site:
        first, second = run(work(site))
    assert first.obstacle.reason == second.obstacle.reason == Reason.RATE_LIMITED
    assert (first.status, first.body) == (status, b"busy")
    assert "/b" not in site.asked


def test_a_503_that_names_no_time_is_a_page(visit):
    with serve(a=lambda handler: handler.send(b"down", 503)) as site:
        page = visit(site.settings(), site.url("/a"))
    assert (page.status, page.obstacle) == (503, None)


def test_after_giving_up_a_host_gets_no_request(run):
    async def work(site: Site):
        async with Visitor(site.settings(pace=30)) as visitor:
            first = await visitor.visit(site.url("/a"), pace=0, obey_robots=False)
            visitor.give_up(site.url("/a"), Obstacle(Reason.BLOCKED, "the site said no"))
            return first, await asyncio.gather(*(visitor.visit(site.url("/a"), browser=b) for b in (True, False)))

    with serve(a="<p>") as site:
        started = time.monotonic()
        first, later = run(work(site))
    assert first.obstacle is None
    assert {page.obstacle.detail for page in later} == {"the site said no"}
    assert site.asked == ["/a"]
    assert time.monotonic() - started < 10


def test_keeps_the_connections_of_few_hosts(run):
    hosts = range(1, 101)
    open_now, most = set(), 0

    async def answer(reader, writer):
        nonlocal most
        open_now.add(writer)
        most = max(most, len(open_now))
        with contextlib.suppress(asyncio.IncompleteReadError):
            while await reader.readuntil(b"\r\n\r\n"):
                writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi")
        open_now.discard(writer)
        writer.close()

    async def visits():
        server = await asyncio.start_server(answer, "0.0.0.0")  # noqa: S104 (every address of the loopback)
        port = server.sockets[0].getsockname()[1]
        http = Http(Settings(_env_file=None), GuardedTransport(Guard(frozenset({f"127.0.1.{n}:*" for n in hosts}))))
        for _ in range(2):
            hops = [await http.get(f"http://127.0.1.{number}:{port}/", 5) for number in hosts]
        async with http.client.stream("GET", f"http://127.0.1.1:{port}/") as under_way:  # not cut off by the others
            hops += [await http.get(f"http://127.0.1.{number}:{port}/", 5) for number in hosts[1:]]
            assert await under_way.aread() == b"hi"
        await http.client.aclose()
        await asyncio.sleep(0.2)
        server.close()
        return hops

    hops = run(visits())
    assert {(hop.status, hop.body) for hop in hops} == {(200, b"hi")}
    assert most <= HOSTS + 1
    assert not open_now
