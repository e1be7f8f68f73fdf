"""Every word has its sentence, and no text of a stranger gets through as markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from citations.findings.problems import harms
from citations.models import FIELDS
from citations.reports.shown import marked, plain, value, web_address
from citations.reports.wording import finding_sentence, why_not_checked, wording
from citations.words import FindingKind, Reason, Status, Verdict
from tests.invented import dental, looked

PLACE = dental(0)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_told_in_words(reason: Reason) -> None:
    says = why_not_checked(looked(PLACE, "a", Status.UNVERIFIED, reason))
    assert says.endswith(".")
    assert len(says.split()) > 4


@pytest.mark.parametrize("kind", FindingKind)
def test_every_finding_has_its_sentence(kind: FindingKind) -> None:
    assert "<bdi" in finding_sentence(kind, "Example Pages")
    assert wording()["what"][kind]


def test_every_problem_that_can_be_has_its_sentence() -> None:
    for field, word in harms():
        group = "listing" if field == "status" else field
        assert wording()["problem"][group][word]
    assert set(FIELDS) <= set(wording()["what"])


def test_only_a_check_without_an_answer_is_explained_away() -> None:
    for status in Status:
        says = why_not_checked(looked(PLACE, "a", status))
        assert bool(says) == (status in (Status.UNVERIFIED, Status.AMBIGUOUS))


def test_the_table_has_no_word_that_the_product_does_not_know() -> None:
    assert set(wording()["reason"]) == set(Reason)
    assert set(wording()["problem"]["finding"]) == set(FindingKind)
    assert set(wording()["problem"]["phone"]) <= set(Verdict)


@given(st.text())
def test_any_text_is_shown_as_text(text: str) -> None:
    html = str(value(text))
    tree = LexborHTMLParser(html)
    assert not [node for node in tree.body.css("*") if node.tag not in ("body", "bdi")]
    assert tree.body.text() == plain(text)


@given(st.text(), st.text())
def test_any_two_texts_are_marked_as_text(canonical: str, listed: str) -> None:
    for html, text in zip(marked(canonical, listed), (canonical, listed), strict=True):
        tree = LexborHTMLParser(str(html))
        assert not [node for node in tree.body.css("*") if node.tag not in ("body", "bdi", "mark")]
        assert tree.body.text() == plain(text)


@given(st.text())
def test_shown_text_is_short_and_on_one_line(text: str) -> None:
    shown = plain(text)
    assert len(shown) <= 200
    assert shown == " ".join(shown.split())
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://a.example/biz?x=1#y", True),
        ("http://127.0.0.1:8123/", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("//a.example/", False),
        ("https://", False),
        ("https://a.example/\u202egnp", False),
        ("https://[broken", False),
        (" https://a.example/", False),
        ("https://a.example/" + "x" * 3000, False),
        ("", False),
    ],
)
def test_what_may_become_a_link(url: str, safe: bool) -> None:
    assert web_address(url) == (url if safe else "")
