"""Invisible characters come along when a listing is copied: they make no value different, and none unreadable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations import Listing, Location, compare
from citations.unseen import seen

PLACE = Location(
    "1",
    "Harbor Dental",
    "100 Main Street, Suite 200, Port Example, WA 98001",
    "(360) 555-0150",
    "https://harbordental.example/",
    hours="Mo-Fr 08:00-17:00",
)
MARKS = (
    "\u202a",
    "\u202c",
    "\u202e",
    "\u2068",
    "\u2069",
    "\u200e",
    "\u200f",
    "\u200b",
    "\u00ad",
    "\ufeff",
    "\0",
    "\ud83d",
)


@pytest.mark.parametrize("mark", MARKS, ids=ascii)
@pytest.mark.parametrize("at", [0, 5, None], ids=["before", "within", "behind"])
def test_a_mark_changes_no_verdict(mark: str, at: int | None) -> None:
    def marked(text: str) -> str:
        return text + mark if at is None else text[:at] + mark + text[at:]

    listing = Listing(
        name=marked(PLACE.name),
        address=marked(str(PLACE.address)),
        phones=[marked(PLACE.phone)],
        website=marked(PLACE.website),
        hours=marked(PLACE.hours),
    )
    verdicts = {field: result.verdict for field, result in compare(PLACE, listing).fields.items()}
    assert all(verdict.is_right for verdict in verdicts.values()), verdicts


@given(st.text())
def test_what_is_seen_stays(text: str) -> None:
    assert seen(text) == seen(seen(text))
    assert [c for c in text if c.isprintable() or c in "\t\n\r"] == [
        c for c in seen(text) if c.isprintable() or c in "\t\n\r"
    ]
