"""Strangers' text: whatever a listing says, the page shows it and does not obey it."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode
from streamlit.testing.v1 import AppTest

from citations.ui.html import HERE, label, sentence
from tests.invented import HOSTILE
from tests.ui.pages import html, location, overview, text

TEMPLATES = "".join(file.read_text(encoding="utf-8") for file in (HERE / "templates").glob("*.j2"))
ALLOWED = {"html", "head", "body", "bdi", "mark", *re.findall(r"<([a-z0-9]+)", TEMPLATES)}
ATTRIBUTES = {"class", "id", "href", "target", "rel", "title", "scope", "style", "role", "start", "tabindex", "open"}


@pytest.fixture(params=["overview", "location"])
def page(request: pytest.FixtureRequest, at_home: Path) -> AppTest:
    if request.param == "overview":
        return overview()
    return location(location="hostile-1", client=HOSTILE)


def test_no_element_or_attribute_comes_from_a_listing(page: AppTest) -> None:
    nodes = list(_every(html(page)))
    assert {node.tag for node in nodes} <= ALLOWED
    names = {name for node in nodes for name in node.attributes}
    assert {name for name in names if not name.startswith("aria-")} <= ATTRIBUTES


def test_only_web_addresses_become_links(page: AppTest) -> None:
    links = [str(node.attributes.get("href")) for node in html(page).css("a")]
    assert all(link.startswith(("http://", "https://", "location?", "./?")) for link in links)


def test_the_text_is_shown_as_it_is(at_home: Path) -> None:
    shown = text(location(location="hostile-1", client=HOSTILE), ".fields")
    for words in ("<script>alert(", "<img src=x onerror=alert(", "</style></svg><h1>broken out</h1>"):
        assert words.replace(" ", "") in shown.replace(" ", "")


def test_no_control_character_and_no_kilometre_reaches_the_page(page: AppTest) -> None:
    shown = html(page).text()
    assert not set("\0\x1b\u202e\u2067") & set(shown)
    assert max(len(word) for word in shown.split()) <= 400


@given(st.text())
def test_a_label_holds_nothing_that_markdown_acts_on(words: str) -> None:
    shown = label(words)
    for sign in "*_`[]<>#$~|":
        assert shown.count(sign) == shown.count(f"\\{sign}")


@given(st.text(min_size=1))
def test_a_sentence_ends(words: str) -> None:
    assert sentence(words)[-1] in ".!?…"


def _every(tree: LexborHTMLParser) -> list[LexborNode]:
    return list(tree.root.traverse(include_text=False)) if tree.root else []
