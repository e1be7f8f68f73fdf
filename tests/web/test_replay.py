"""Saved pages under their real URLs, for plain HTTP and for the browser, with nothing touching the network."""

import io

import pytest
from PIL import Image

from citations.settings import Settings
from citations.web import Visitor
from tests.replay import HTML, Replay

SAVED = {
    "https://directory.example/biz/1?from=search": (301, {"location": "https://www.directory.example/biz/harbor"}, b""),
    "https://www.directory.example/biz/harbor": (
        200, HTML, b"<link rel=stylesheet href=/s.css><div id=app>shell</div><script src='https://cdn.example/app.js'></script>"),
    "https://cdn.example/app.js": (302, {"location": "https://cdn.example/v2/app.js"}, b""),
    "https://cdn.example/v2/app.js": (
        200, {"content-type": "text/javascript"}, b"fetch('/data').then(r => r.text()).then(t => app.innerHTML = t)"),
    "https://www.directory.example/data": (200, {"content-type": "text/plain"}, b"Harbor Dental"),
}  # fmt: skip


@pytest.mark.parametrize(("with_browser", "seen"), [(False, b"shell"), (True, b"Harbor Dental")])
def test_saved_pages_are_visited_as_if_they_were_live(run, with_browser, seen):
    async def work(replay: Replay):
        async with Visitor(Settings(_env_file=None, pace=0), transport=replay) as visitor:
            page = await visitor.visit("https://directory.example/biz/1?from=search", browser=with_browser)
            return page, await visitor.screenshot(page)

    replay = Replay(SAVED)
    page, png = run(work(replay))
    assert page.final_url == "https://www.directory.example/biz/harbor"
    assert page.status == 200
    assert seen in page.body
    assert Image.open(io.BytesIO(png)).width == 1280
    assert "https://directory.example/robots.txt" in replay.asked


@pytest.mark.parametrize("with_browser", [False, True])
def test_what_was_not_saved_is_not_found(run, with_browser):
    async def work():
        async with Visitor(Settings(_env_file=None, pace=0), transport=Replay({})) as visitor:
            return await visitor.visit("https://directory.example/", browser=with_browser)

    assert run(work()).status == 404
