"""Visits with a real Chromium: what scripts make of a page, banners, limits, and a browser that dies."""

import asyncio
import io
import os
import signal
import socket
import subprocess
import threading
import time
from pathlib import Path

import pytest
from PIL import Image

from citations.models import Page
from citations.settings import Settings
from citations.web import BrowserMissing, Visitor, find_chromium
from citations.words import Reason
from tests.web.site import Handler, Site, moved, serve

SHELL = """<title>Directory</title><div id=app></div><script>
fetch("/data").then(r => r.text()).then(t => setTimeout(() => app.innerHTML = `<h1>${t}</h1>`, 100))</script>"""


@pytest.mark.parametrize("wait_for", ["", "h1"])
def test_reads_what_scripts_put_on_the_page(visit, browse, wait_for):
    with serve(a=SHELL, data="Harbor Dental") as site:
        plain = visit(site.settings(), site.url("/a"))
        page = browse(site.url("/a"), wait_for=wait_for)
    assert b"Harbor Dental" not in plain.body
    assert b"<h1>Harbor Dental</h1>" in page.body
    assert (page.status, page.how, page.obstacle) == (200, "browser", None)
    assert page.headers["content-type"] == "text/html; charset=utf-8"


def test_the_browser_says_who_it_is_too(visit):
    with serve(a="<p>") as site:
        visit(site.settings(contact="seo@agency.example"), site.url("/a"), browser=True)
    agent = next(asked.headers["User-Agent"] for asked in site.log if asked.path == "/a")
    assert "Chrome/" in agent
    assert "citations/" in agent
    assert "seo@agency.example" in agent


@pytest.mark.parametrize("status", [403, 404, 500])
@pytest.mark.parametrize("body", [b"", b"<h1>sorry</h1>"])
def test_an_error_page_is_a_page(browse, status, body):
    with serve(a=lambda handler: handler.send(body, status)) as site:
        page = browse(site.url("/a"))
    assert (page.status, page.obstacle) == (status, None)
    assert body in page.body


@pytest.mark.parametrize(
    "way_on", ["<script>location.href = '/b'</script>", "<meta http-equiv=refresh content='0;url=/b'>",
               "<script>setTimeout(() => location.replace('/b'), 50)</script>"]
)  # fmt: skip
def test_goes_where_scripts_lead(browse, way_on):
    with serve(a=f"<h1>wait</h1>{way_on}", b="<h1>Harbor Dental</h1>") as site:
        page = browse(site.url("/a"))
    assert b"Harbor Dental" in page.body
    assert page.final_url == site.url("/b")
    assert page.redirects == (site.url("/a"),)


def test_goes_where_redirects_lead_with_the_cookies_they_set(visit, browse):
    def gate(handler: Handler) -> None:
        handler.send(b"", 302, Location="/b", Set_Cookie="pass=1; Path=/")

    def inside(handler: Handler) -> None:
        handler.send(b"<h1>in</h1>" if "pass=1" in handler.headers.get("Cookie", "") else b"out")

    with serve(a=gate, b=inside) as site:
        assert b"<h1>in</h1>" in visit(site.settings(), site.url("/a")).body
        assert b"<h1>in</h1>" in browse(site.url("/a")).body


def test_a_redirect_loop_ends(visit):
    with serve(a=moved("/a")) as site:
        page = visit(site.settings(max_redirects=3), site.url("/a"), browser=True)
    assert page.obstacle.reason == Reason.ERROR_PAGE
    assert site.asked.count("/a") == 4


def test_images_fonts_and_media_are_not_loaded(browse):
    page = "<img src=/i><video src=/v></video><style>@font-face{font-family:f;src:url(/f)}p{font-family:f}</style><p>x"
    with serve(a=page) as site:
        browse(site.url("/a"))
    assert set(site.asked) - {"/robots.txt"} == {"/a"}


BANNER = """<h1>Harbor Dental</h1><div class="cookie-banner"><p>{says}</p>
<button onclick="fetch('/accepted')">{yes}</button>
<button onclick="fetch('/rejected');this.parentNode.remove()">{no}</button></div>"""


@pytest.mark.parametrize(
    ("says", "yes", "no"),
    [
        ("We use cookies", "Accept all", "Reject all"),
        ("Wir nutzen Cookies", "Alle akzeptieren", "Alle ablehnen"),
        ("Nous utilisons des cookies", "Tout accepter", "Continuer sans accepter →"),
    ],
)
def test_a_consent_banner_is_refused(browse, says, yes, no):
    with serve(a=BANNER.format(says=says, yes=yes, no=no), accepted="x", rejected="x") as site:
        page = browse(site.url("/a"))
    assert "/rejected" in site.asked
    assert "/accepted" not in site.asked
    assert b"<button" not in page.body


def test_a_page_that_is_only_the_question_is_refused_too(browse):
    wall = """<div><h1>We value your privacy</h1><p>We use cookies.</p>
    <button onclick="fetch('/accepted')">Accept all</button>
    <button onclick="fetch('/rejected');document.body.innerHTML='<h1>Harbor Dental</h1>'">Reject all</button></div>"""
    with serve(a=wall, accepted="x", rejected="x") as site:
        page = browse(site.url("/a"))
    assert ("/rejected" in site.asked, "/accepted" in site.asked) == (True, False)
    assert b"Harbor Dental" in page.body


def test_a_page_drawn_by_a_timer_is_waited_for(browse):
    late = """<div id=app></div><script>setTimeout(() => { document.getElementById('app').textContent =
    'Harbor Dental, 12 Harbor Lane, Portland, OR 97201, call (503) 555-0111' }, 700)</script>"""
    with serve(a=late) as site:
        assert b">Harbor Dental, 12 Harbor Lane" in browse(site.url("/a")).body


def test_a_banner_without_refusal_that_comes_late_and_in_a_shadow_is_still_dismissed(browse):
    late = """<h1>x</h1><div id=usercentrics-root></div><script>setTimeout(() => {
    const root = document.getElementById("usercentrics-root").attachShadow({mode: "open"});
    root.innerHTML = "<button data-testid=uc-accept-all-button>OK</button>";
    root.querySelector("button").onclick = () => fetch("/accepted") }, 150)</script>"""
    with serve(a=late, accepted="x") as site:
        browse(site.url("/a"))
    assert "/accepted" in site.asked


def test_buttons_of_the_page_itself_are_left_alone(browse):
    own = """<form action=/b><button>Accept</button></form><a href=/b>Close</a>
    <div role=dialog><p>Join our newsletter</p><button onclick="fetch('/b')">OK</button></div>"""
    with serve(a=own, b="x") as site:
        browse(site.url("/a"))
    assert "/b" not in site.asked


def _endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>more</p>" * 1000)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (_endless, Reason.ERROR_PAGE),
        (lambda _: time.sleep(4), Reason.TIMEOUT),
        ("<h1>x</h1><script>for(;;);</script>", Reason.TIMEOUT),
        ("<script>document.write('<!--' + 'x'.repeat(3e6) + '-->')</script>", Reason.ERROR_PAGE),
        (lambda handler: handler.send(b"%PDF", Content_Type="application/pdf"), Reason.ERROR_PAGE),
        (lambda handler: handler.send(b"a,b", Content_Disposition="attachment"), Reason.ERROR_PAGE),
    ],
    ids=["endless", "silent", "spinning", "blown up", "pdf", "download"],
)
def test_a_hostile_page_is_an_obstacle_and_the_next_visit_works(run, answer, reason):
    async def work(site: Site):
        async with Visitor(site.settings(timeout=2.5, max_bytes=1_000_000)) as visitor:
            return [await visitor.visit(site.url(path), browser=True) for path in ("/a", "/b")]

    with serve(a=answer, b="<h1>Harbor Dental</h1>") as site:
        bad, good = run(work(site))
    assert bad.obstacle.reason == reason
    assert b"Harbor Dental" in good.body


def test_dialogs_and_popups_do_not_hold_it_up(browse):
    with serve(
        a="<h1>x</h1><script>alert(1); confirm(2); window.open('/b'); onbeforeunload = () => 'no'</script>"
    ) as site:
        page = browse(site.url("/a"))
    assert b"<h1>x</h1>" in page.body
    assert "/b" not in site.asked


def test_webrtc_does_not_go_round_the_gateway(browse):
    listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listener.bind(("127.0.0.1", 0))
    listener.settimeout(0.5)
    rtc = f"""<iframe srcdoc="<p>"></iframe><script>for (const w of [window, frames[0]]) {{ try {{
    const c = new w.RTCPeerConnection({{iceServers: [{{urls: "stun:127.0.0.1:{listener.getsockname()[1]}"}}]}});
    c.createDataChannel("x"); c.createOffer().then(o => c.setLocalDescription(o)) }} catch (e) {{}} }}</script>"""
    with serve(a=rtc) as site:
        browse(site.url("/a"))
    with listener, pytest.raises(TimeoutError):
        listener.recvfrom(100)


def _children(of: int) -> list[int]:
    found = subprocess.run(["pgrep", "-P", str(of)], capture_output=True, text=True, check=False).stdout.split()
    return [int(pid) for pid in found] + [deeper for pid in found for deeper in _children(int(pid))]


def _browser_processes() -> list[int]:
    lines = {pid: Path(f"/proc/{pid}/cmdline") for pid in _children(os.getpid())}
    read = {pid: file.read_text() for pid, file in lines.items() if file.exists()}
    return [pid for pid, line in read.items() if "--remote-debugging-pipe" in line and "--type=" not in line]


@pytest.mark.skipif(not Path("/proc").exists(), reason="finds the browser's process under /proc")
def test_a_browser_that_dies_is_started_again(run):
    async def work(site: Site):
        async with Visitor(site.settings()) as visitor:
            before = await visitor.visit(site.url("/a"), browser=True)
            for pid in _browser_processes():
                os.kill(pid, signal.SIGKILL)
            return before, await visitor.visit(site.url("/a"), browser=True)

    with serve(a="<h1>x</h1>") as site:
        before, after = run(work(site))
    assert before.body == after.body


@pytest.mark.skipif(not Path("/proc").exists(), reason="finds the browser's process under /proc")
def test_a_visit_that_the_browser_died_under_is_made_again(run):
    """Also one that is just drawing a picture: killed for good, in the middle, again and again."""

    def slow(handler: Handler) -> None:
        if len([path for path in site.asked if path == "/a"]) == 1:
            threading.Timer(0.2, lambda: [os.kill(pid, signal.SIGKILL) for pid in _browser_processes()]).start()
            time.sleep(1)
        handler.send(b"<h1>Harbor Dental</h1>")

    async def work():
        async with Visitor(site.settings()) as visitor:
            page = await visitor.visit(site.url("/a"), browser=True)
            drawing = asyncio.ensure_future(visitor.screenshot(page))
            await asyncio.sleep(0.02)
            for pid in _browser_processes():
                os.kill(pid, signal.SIGKILL)
            return page, await drawing

    with serve(a=slow) as site:
        page, picture = run(work())
    assert (page.status, page.obstacle) == (200, None)
    assert b"Harbor Dental" in page.body
    assert picture.startswith(b"\x89PNG")


@pytest.mark.skipif(not Path("/proc").exists(), reason="finds the browser's process under /proc")
def test_a_browser_that_takes_too_much_memory_is_started_anew(run):
    """While others visit: none of them notices."""

    async def work(sites: list[Site], most: int):
        async with Visitor(sites[0].settings(*sites[1:], browser_memory=most)) as visitor:
            await visitor.visit(sites[0].url("/a"), browser=True)
            begun = _browser_processes()
            urls = [site.url(f"/a?{number}") for site in sites for number in range(8)]
            pages = await asyncio.gather(*(visitor.visit(url, browser=True) for url in urls))
            return begun, _browser_processes(), pages

    with serve(a="<h1>x</h1>") as one, serve(a="<h1>x</h1>") as two, serve(a="<h1>x</h1>") as three:
        for most, is_same in ((1, False), (100_000, True), (0, True)):
            before, after, pages = run(work([one, two, three], most))
            assert before
            assert after
            assert (before == after) is is_same
            assert [(page.status, page.obstacle) for page in pages] == [(200, None)] * 24


def test_many_hosts_share_one_browser(run):
    async def work(sites: list[Site]):
        async with Visitor(sites[0].settings(*sites[1:])) as visitor:
            urls = [site.url("/a") for site in sites for _ in range(3)]
            return await asyncio.gather(*(visitor.visit(url, browser=True) for url in urls))

    with serve(a="<h1>x</h1>") as one, serve(a="<h1>x</h1>") as two, serve(a="<h1>x</h1>") as three:
        pages = run(work([one, two, three]))
    assert [page.status for page in pages] == [200] * 9
    assert all(b"<h1>x</h1>" in page.body for page in pages)


def test_a_missing_browser_is_said_plainly(visit):
    with serve(a="<p>") as site, pytest.raises(BrowserMissing, match="doctor --get-browser"):
        visit(site.settings(browser="/no/such/browser"), site.url("/a"), browser=True)
    assert find_chromium(Settings(_env_file=None, browser="/no/such/browser")) is None


def _picture(run, visitor: Visitor, page: Page) -> Image.Image:
    return Image.open(io.BytesIO(run(visitor.screenshot(page))))


def test_a_screenshot_shows_the_captured_page_with_its_images_and_without_scripts(run, visitor):
    body = b"""<body style="margin:0;height:700px;background:#00f"><img src=/i.svg style="display:block">
    <script>document.body.style.background='red';fetch('/script')</script><iframe src=/frame></iframe>"""
    image = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100" style="background:lime"></svg>'
    with serve(a="<h1>changed since</h1>") as site:
        site.paths["/i.svg"] = lambda handler: handler.send(image.encode(), Content_Type="image/svg+xml")
        picture = _picture(run, visitor, Page(site.url("/a"), site.url("/a"), 200, body=body)).convert("RGB")
    assert picture.format is None or picture.format == "PNG"
    assert (picture.width, picture.height) == (1280, 900)
    assert picture.getpixel((50, 50)) == (0, 255, 0)
    assert picture.getpixel((600, 600)) == (0, 0, 255)
    assert site.asked == ["/i.svg"]


def test_a_very_tall_page_is_cut(run, visitor):
    with serve() as site:
        picture = _picture(run, visitor, Page(site.url("/a"), site.url("/a"), body=b"<div style='height:90000px'>x"))
    assert (picture.format, picture.height) == ("PNG", 4000)


def test_a_screenshot_does_not_reach_into_a_private_network(run):
    with serve() as site, serve() as closed:
        body = f"<h1>x</h1><img src='{closed.url('/i')}'><link rel=stylesheet href='{closed.url('/s')}'>".encode()
        page = Page(site.url("/a"), site.url("/a"), body=body)

        async def work():
            async with Visitor(site.settings()) as visitor:
                return await visitor.screenshot(page)

        assert run(work()).startswith(b"\x89PNG")
    assert closed.asked == []
