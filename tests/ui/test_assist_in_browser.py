"""The Assist page in a real browser: one click opens, what is brought is read, a person's word is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from citations.audit.assist import called
from citations.words import Said, Status
from tests.audit.assist.walled_web import WalledWeb, walled_web
from tests.ui.serving import CHROMIUM, WIDTHS, fits, idle, served, tab

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
    pytest.mark.xdist_group("web view in a browser"),
]


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WalledWeb]:
    with walled_web(tmp_path_factory.mktemp("web"), seed=29) as built:  # in doubt where the queue ends
        yield built


@pytest.fixture(scope="module")
def server(web: WalledWeb) -> Iterator[str]:
    settings = {
        "CITATIONS_HOME": str(web.settings.home),
        "CITATIONS_DATABASE_URL": "",
        "CITATIONS_DIRECTORIES": str(web.practice.directories),
        "CITATIONS_ALLOW_PRIVATE": ",".join(web.practice.allow_private),
    }
    with served(settings) as address:
        yield f"{address}/assist"


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, chromium: Browser, server: str) -> Iterator[Page]:
    with tab(chromium, request.param) as opened:
        opened.goto(server)
        opened.wait_for_selector(".stHtml h2")
        idle(opened)
        yield opened


def saved(web: WalledWeb, url: str) -> bytes:
    return f"<!-- saved from url=({len(url):04}){url} -->\n".encode() + web.page_at(url)


def unsettled(web: WalledWeb, status: str) -> tuple[tuple[str, str], str]:
    """The next entry of which this is true, and the URL of its listing."""
    return next((e.key, web.truth[e.key]["url"]) for e in web.desk().entries if web.truth[e.key]["status"] == status)


def test_it_fits_and_can_be_used_by_everyone(page: Page) -> None:
    fits(page)


def test_one_click_opens_the_next_page_in_a_new_tab_and_moves_on(web: WalledWeb, page: Page) -> None:
    first, second = web.desk().entries[:2]
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Open the directory's search").click()
    assert opened.value.url == first.link.url
    expect(page.locator(".stHtml h2").first).to_contain_text(f"Opened: {first.location.name}")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Open next").click()
    assert opened.value.url == second.link.url
    expect(page.locator(".stHtml h2").first).to_contain_text(second.location.name)
    fits(page)


def test_saved_pages_are_handed_over_several_at_once(web: WalledWeb, page: Page, tmp_path: Path) -> None:
    key, url = unsettled(web, "listed")
    (tmp_path / "ours.html").write_bytes(saved(web, url))
    (tmp_path / "odd.html").write_bytes(b"<html><script>alert(1)</script><h1>*Odd* <b>one</b></h1></html>")
    (tmp_path / "none.html").write_bytes(b"no page")
    page.set_input_files("input[type=file]", [tmp_path / name for name in ("ours.html", "odd.html", "none.html")])
    idle(page)  # it is handed over
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_text("none.html: there is no HTML in it")).to_be_visible()
    expect(page.locator("ul.brought").first).to_contain_text("ours.html")
    check = web.store.check(web.audit.id, *key)
    assert check
    assert (check.status, check.how) == (Status.LISTED, "saved_page")
    assert page.locator("iframe").count() == 0
    fits(page)


def test_what_the_browser_saves_to_the_folder_is_read_by_itself(web: WalledWeb, page: Page) -> None:
    key, url = unsettled(web, "listed")
    (web.settings.home / "inbox" / f"{key[0]}-{key[1]}.html").write_bytes(saved(web, url))
    expect(page.locator("ul.brought").first).to_contain_text(f"{key[0]}-{key[1]}.html")
    assert key not in {entry.key for entry in web.desk().entries}


def test_a_pasted_text_is_read(web: WalledWeb, page: Page) -> None:
    place = web.desk().entries[0].location
    page.get_by_label("Or paste the listing's address").fill(f"{place.name}\n{place.postal}\n{place.phone}")
    page.get_by_role("button", name="Read it").click()
    expect(page.get_by_text("checked: ")).to_be_visible()


def test_what_is_of_another_site_is_refused_in_a_sentence(web: WalledWeb, page: Page) -> None:
    entry = web.desk().entries[0]
    key, url = next((k, row["url"]) for k, row in web.truth.items() if row["url"] and k[1] != entry.directory.id)
    page.get_by_label("Or paste the listing's address").fill(url)
    page.get_by_role("button", name="Read it").click()
    its = web.directories[key[1]].name
    expect(page.get_by_text(f"aside: it is from {its}, and was brought for {entry.location.name}")).to_be_visible()
    assert not web.desk().decided(entry.key).address
    assert not web.desk().decided((entry.location.id, key[1])).address
    idle(page)
    host = f"w{(page.viewport_size or {})['width']}.example"
    ours = saved(web, url).replace(url.encode(), f"https://{host}/biz/1".encode())
    page.set_input_files("input[type=file]", {"name": "ours.html", "mimeType": "text/html", "buffer": ours})
    idle(page)  # it is handed over
    page.get_by_role("button", name="Read them").click()
    brought = page.locator("ul.brought").first
    expect(brought).to_contain_text(f"it is from {host}, which is none of the queue's directories")


def test_a_page_that_was_put_aside_is_filed(web: WalledWeb, page: Page) -> None:
    entry = web.desk().entries[0]
    place = entry.location
    html = f"<html><h1>{place.name}</h1><p>{place.postal}</p><p>{place.phone}</p></html>"
    name = f"stray for {place.id}.html"
    page.set_input_files("input[type=file]", {"name": name, "mimeType": "text/html", "buffer": html.encode()})
    idle(page)  # it is handed over
    page.get_by_role("button", name="Read them").click()
    expect(page.locator("ul.brought").first).to_contain_text(name)
    idle(page)
    page.get_by_role("button", name="File it there").click()
    expect(page.locator("ul.brought").first).to_contain_text(f"{called(place)} · {entry.directory.name}: listed")
    check = web.store.check(web.audit.id, *entry.key)
    assert check
    assert check.status is Status.LISTED


def test_what_was_said_elsewhere_is_seen(web: WalledWeb, page: Page) -> None:
    """By a colleague, or at the terminal, while the page is open."""
    entry = web.desk().entries[0]
    heading = page.locator(".stHtml h2").first
    expect(heading).to_contain_text(f"{called(entry.location)} · {entry.directory.name}")
    web.desk().say(entry.key, Said.NOT_THERE, entry.link.url)
    page.get_by_label("Or paste the listing's address").fill("nothing of use")
    page.get_by_role("button", name="Read it").click()
    expect(heading).not_to_contain_text(f"{called(entry.location)} · {entry.directory.name}")


def test_not_there_is_said_once_the_page_was_opened(web: WalledWeb, page: Page) -> None:
    entry = web.desk().entries[0]
    assert page.get_by_role("button", name="Not there").count() == 0
    with page.context.expect_page():
        page.get_by_role("link", name="Open the").click()
    heading = page.locator(".stHtml h2").first
    page.get_by_role("button", name="Not there").click()
    expect(heading).not_to_contain_text(f"{called(entry.location)} · {entry.directory.name}")
    check = web.store.check(web.audit.id, *entry.key)
    assert check
    was_there = entry.directory.id in entry.location.listings
    assert (check.status, check.how) == (Status.VANISHED if was_there else Status.NOT_LISTED, "said")


def test_a_candidate_is_confirmed(web: WalledWeb, chromium: Browser, server: str) -> None:
    key, _ = unsettled(web, "ambiguous")
    entry = next(entry for entry in web.desk().entries if entry.key == key)
    (web.settings.home / "inbox").mkdir(exist_ok=True)
    (web.settings.home / "inbox" / "doubtful.html").write_bytes(saved(web, entry.link.url))
    with tab(chromium, 1440) as page:
        page.goto(server)
        expect(page.locator("ul.brought").first).to_contain_text("doubtful.html", timeout=30_000)
        while web.desk().entries[0].key != key:
            heading = page.locator(".stHtml h2").first.inner_text()
            page.get_by_role("button", name="Skip").click()
            page.wait_for_function("old => document.querySelector('.stHtml h2').innerText !== old", arg=heading)
            idle(page)
        page.get_by_text("Why it may be this location").first.click()
        expect(page.locator("table.waterfall").first).to_contain_text("before looking")
        fits(page)
        page.get_by_role("button", name="This is ours").first.click()
        expect(page.locator(".stHtml h2").first).not_to_contain_text(called(entry.location))
        check = web.store.check(web.audit.id, *key)
        assert check
        assert (check.status, check.how) == (Status.LISTED, "said")
        page.goto(f"{server.removesuffix('/assist')}/location?location={key[0]}")
        box = page.locator(f".st-key-directory-{key[1]}")
        box.get_by_text("Not ours?").click()
        page.get_by_role("button", name="It is another business").click()
        expect(box).to_contain_text("listing(s) left to decide on", timeout=10_000)
    again = web.store.check(web.audit.id, *key)
    assert again
    assert (again.status, web.desk().decided(key).not_ours) == (Status.AMBIGUOUS, (check.url,))
