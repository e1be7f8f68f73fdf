"""The marked difference loses nothing of either text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations import Listing, Location, compare
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


def shown(field: str, canonical: str, listed: str, country: str) -> list[str]:
    """Both values as a screen marks them, with brackets for the marks."""
    record = {"id": "1", "name": "Acme", "country": country} | {field: canonical}
    listing = {"phones": [listed]} if field == "phone" else {field: listed}
    result = compare(Location(**record), Listing(**listing)).results[field]
    sides = difference(result.canonical, result.listed, field, result.parts)
    return ["".join(f"[{span.text}]" if span.changed else span.text for span in side) for side in sides]


@pytest.mark.parametrize(
    ("field", "country", "canonical", "listed"),
    [
        ("address", "DE", "Hauptstr. 5, [50823] Köln", "Hauptstraße 5, Köln"),
        ("address", "DE", "Hauptstr. [5], Köln", "50823 Köln, Hauptstr. [7]"),
        ("address", "US", "5 Oak St, Apt [5], Austin, TX", "5 Oak Street, Apt [6], Austin, TX"),
        ("address", "GB", "[Flat] [3], 3 High Street, Bath BA1 1AA", "3 High St, Bath, BA1 1AA"),
        ("phone", "US", "(512) 555-[0101]", "Call 512.555.[0144] ext 3"),
        ("phone", "DE", "030 [2301250]", "+49 30 230 12 [51]"),
        ("phone", "US", "(512) 555-0101", "+1 512-555-0101"),
        ("hours", "US", "Mo-Fr 09:00-[17:00]", "Mon - Fri: 9am - [4pm]"),
        ("hours", "DE", "Mo-Fr 09:00-17:00", "Montag bis Freitag 9 - 17 Uhr"),
        ("name", "DE", "Müller & [Sohn]", "Mueller und [Söhne]"),
        ("website", "US", "https://acme.[example]/", "http://www.acme.[test]"),
    ],
)
def test_only_what_tells_a_customer_something_is_marked(field: str, country: str, canonical: str, listed: str) -> None:
    bare = [text.replace("[", "").replace("]", "") for text in (canonical, listed)]
    assert shown(field, bare[0], bare[1], country) == [canonical, listed]


@given(st.sampled_from(["name", "address", "phone", "website", "hours", "categories"]), TEXTS, TEXTS)
def test_no_text_of_any_field_is_lost(field: str, canonical: str, listed: str) -> None:
    parts = compare(Location("1", "", canonical), Listing(address=listed)).address.parts
    sides = difference(canonical, listed, field, parts)
    assert ["".join(span.text for span in side) for side in sides] == [canonical, listed]
