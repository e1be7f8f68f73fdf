"""The marked difference loses nothing of either text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.findings import difference

TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(["12", "Oak", "St", " ", ",", "Suite", "200"])).map("".join))


@given(TEXTS, TEXTS)
def test_the_spans_joined_are_the_texts_again(canonical: str, listed: str) -> None:
    ours, theirs = difference(canonical, listed)
    assert "".join(span.text for span in ours) == canonical
    assert "".join(span.text for span in theirs) == listed


@given(TEXTS, TEXTS)
def test_what_is_not_marked_is_the_same_on_both_sides(canonical: str, listed: str) -> None:
    shared = ["".join(s.text for s in side if not s.changed).casefold() for side in difference(canonical, listed)]
    assert shared[0] == shared[1]


@given(TEXTS)
def test_equal_texts_have_no_mark(text: str) -> None:
    assert not any(span.changed for side in difference(text, text) for span in side)


@pytest.mark.parametrize(
    ("canonical", "listed", "marked"),
    [
        ("100 Main Street, Suite 200", "100 Main Street, Suite 210", ["210"]),
        ("(360) 555-0100", "(360) 555-0199", ["0199"]),
        ("Harbor Dental", "HARBOR DENTAL", []),
        ("", "Harbor", ["Harbor"]),
    ],
)
def test_only_the_differing_words_are_marked(canonical: str, listed: str, marked: list[str]) -> None:
    assert [span.text for span in difference(canonical, listed)[1] if span.changed] == marked
