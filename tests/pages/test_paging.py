"""Where the next page of results is, by the many ways in which sites lead there."""

import pytest

from citations.pages import read_page
from tests.pages.directories import KNOWN

HERE = "https://town.example/search?q=bakery&where=Portland"
CARD = '<h1>Results</h1><article class="hit"><h2><a href="/biz/a1">Harbor Lane Bakery</a></h2></article>'


@pytest.mark.parametrize(
    ("here", "links", "following"),
    [
        (HERE, '<a href="/search?q=bakery&start=10">Next</a>', "/search?q=bakery&start=10"),
        (HERE, '<a rel="next" href="/more/2">go on</a>', "/more/2"),
        (HERE, '<a aria-label="Next page" href="/more/2"></a>', "/more/2"),
        (HERE, '<span>1</span> <a href="/s?page=2">2</a> <a href="/s?page=3">3</a>', "/s?page=2"),
        (f"{HERE}&page=2", '<a href="/s?page=1">1</a> <span>2</span> <a href="/s?page=3">3</a>', "/s?page=3"),
        (f"{HERE}&page=3", '<a href="/s?page=1">1</a> <a href="/s?page=2">2</a> <span>3</span>', ""),
        (HERE, '<a href="/s?stars=2">2</a>', ""),
        (HERE, '<a href="/floor/2">2</a>', ""),
        (HERE, '<a href="https://elsewhere.example/s?page=2">2</a>', ""),
        ("https://town.example/find/bakery", '<a href="/find/bakery/2">2</a>', "/find/bakery/2"),
        ("https://town.example/find/bakery/2", '<a href="/find/bakery/3">3</a>', "/find/bakery/3"),
        ("https://town.example/find/bakery/seite-2", '<a href="/find/bakery/seite-3">3</a>', "/find/bakery/seite-3"),
        ("https://town.example/find/bakery/2", '<a href="/find/florist/3">3</a>', ""),
        (HERE, '<a href="/news">2</a>', ""),
    ],
    ids=[
        "by the word",
        "by rel",
        "by what is read out",
        "by number, the first page without one",
        "by number, from the second page",
        "the last page",
        "a number that filters",
        "a number on another path",
        "another site",
        "at the end of the path",
        "from the second page in the path",
        "with a word before the number",
        "the page of another search",
        "a number that its address does not carry",
    ],
)  # fmt: skip
def test_next_page(here: str, links: str, following: str) -> None:
    reading = read_page(f"{CARD}<div>{links}</div>", here, KNOWN["town_cards"])
    assert reading.next_page == (f"https://town.example{following}" if following else "")
