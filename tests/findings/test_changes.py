"""What changed between audits; `tests/examples/changes.csv` holds the ways: add a row, get a test."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from citations.models import Finding
from citations.store import Store
from citations.words import FindingKind, Reason, Status, Verdict
from tests.findings.fix_list import BLOCKED, OLD, OTHER, PLACE, RIGHT, audit, number
from tests.invented import listed, looked, wrong

EXAMPLES = list(csv.DictReader((Path(__file__).parent.parent / "examples/changes.csv").open(encoding="utf-8")))
_DOUBLE = listed(PLACE, "example_pages", Finding(FindingKind.DUPLICATE, "2 listings at https://a.example/1"))
SEEN = {
    "right": RIGHT,
    "old": number(OLD),
    "old_written_otherwise": number(replace(OLD, listed="360.555.0199")),
    "other": number(OTHER),
    "blocked": BLOCKED,
    "assisted": looked(PLACE, "example_pages", Status.UNVERIFIED, Reason.ASSISTED, "a person has to look"),
    "not_listed": looked(PLACE, "example_pages", Status.NOT_LISTED),
    "elsewhere": replace(RIGHT, listing=replace(RIGHT.listing, url="https://example-pages.example/biz/new")),
    "closed": listed(PLACE, "example_pages", Finding(FindingKind.CLOSED, "says permanently closed")),
    "record_changed": number(wrong(Verdict.OUTDATED, PLACE.phone, "(360) 555-0188", "the number changed")),
    "unreadable": number(wrong(Verdict.UNREADABLE, "call us", PLACE.phone, "no number")),
    "double": _DOUBLE,
    "unread": replace(RIGHT, unread=("https://a.example/1",)),
}


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["why"])
def test_what_changed(store: Store, row: dict[str, str]) -> None:
    last = 0
    for step, what in enumerate(row["seen"].split()):
        last = audit(store, 30 * step, [SEEN[what]])
    found = store.history.changes(last)
    told = sorted((change.kind, change.because, change.field) for change in found)
    wanted = zip(row["kinds"].split(), row["because"].split(), row["fields"].split(), strict=True)
    assert told == sorted(wanted)
    assert sum(store.history.counts(last).values()) == len(found)
