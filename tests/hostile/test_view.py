"""Hostile text in the web view, in a real browser: it is read on the page, and nothing of it runs."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from tests.hostile.conftest import EVIL_CLIENT, VICTIM, Audited
from tests.hostile.texts import UNSEEN, Attack, attacks, squeezed
from tests.ui.serving import CHROMIUM, browser, idle, served, tab

pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine"),
    pytest.mark.xdist_group("web view in a browser"),
]
AT_ONCE = ("script tag", "out of an attribute", "text turned round", "Markdown", "signs of Streamlit", "template")
SHOWN = 120  # so much of a long text must be shown


@pytest.fixture(scope="module")
def server(audited: Audited) -> Iterator[str]:
    with served({"CITATIONS_HOME": str(audited.home)}) as address:
        yield address


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as running:
        yield running


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with tab(chromium, 1440) as opened:
        opened.set_default_timeout(60_000)
        yield opened


def look(page: Page, address: str) -> str:
    """What is read on the page at `address`, which holds nothing that a stranger wrote as markup."""
    page.goto(address)
    page.wait_for_selector(".stHtml h2")
    idle(page)
    assert page.title() != "ran"
    assert page.locator("[onmouseover], [onerror], .stHtml :is(script, i, textarea)").count() == 0
    assert page.locator("a[href^='javascript:'], a[href*='evil.example'], img[src*='evil.example']").count() == 0
    assert page.locator("h1:text-is('broken out')").count() == 0
    text = page.locator("[data-testid=stMain]").inner_text()
    assert not UNSEEN.search(text)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    return squeezed(text)


def each(attack: Attack) -> object:
    return pytest.param(attack, id=attack.name, marks=() if attack.name in AT_ONCE else pytest.mark.slow)


@pytest.mark.parametrize("attack", [each(attack) for attack in attacks()])
def test_a_location_shows_what_was_written(server: str, page: Page, attack: Attack) -> None:
    number = attacks().index(attack)
    for whose, client, place in (("listings", VICTIM, f"place-{number}"), ("records", EVIL_CLIENT, f"evil-{number}")):
        shown = look(page, f"{server}/location?audit=1&client={quote(client)}&location={place}")
        assert squeezed(attack.shown_of(whose))[:SHOWN] in shown


@pytest.mark.parametrize("client", ["", VICTIM, EVIL_CLIENT])
def test_the_overview_shows_whose_it_is(server: str, page: Page, client: str) -> None:
    assert squeezed(client) in look(page, f"{server}/?audit=1&client={quote(client)}")
