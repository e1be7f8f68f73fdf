"""What changed between audits; `tests/examples/changes.csv` holds the ways: add a row, get a test."""

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from citations.findings import settle, tally
from citations.models import Check, Finding
from citations.store import Store
from citations.words import Because, ChangeKind, FindingKind, Reason, Status, Verdict
from tests.findings.fix_list import BLOCKED, FIRST, OLD, OTHER, PLACE, RIGHT, audit, number
from tests.invented import DENTAL, listed, looked, wrong

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


def test_a_regression_says_since_when_it_was_right_and_in_which_audit(store: Store) -> None:
    audit(store, 0, [number(OLD)])
    audit(store, 30, [RIGHT])
    right = audit(store, 60, [RIGHT])
    wrong_again = audit(store, 90, [number(OLD)])
    (change,) = store.history.changes(wrong_again)
    assert (change.kind, change.because) == (ChangeKind.REGRESSED, Because.LISTING)
    assert (change.since, change.before_at, change.at) == tuple(FIRST + timedelta(days) for days in (30, 60, 90))
    assert change.before_audit == right
    assert (change.before_listed, change.listed, change.canonical) == (PLACE.phone, OLD.listed, PLACE.phone)
    assert change.harm == "wrong_number"


def test_a_later_look_in_the_same_audit_takes_the_place_of_the_earlier_one(store: Store) -> None:
    audit(store, 0, [number(OLD)])
    second = audit(store, 30, [BLOCKED])
    assert [change.kind for change in store.history.changes(second)] == [ChangeKind.NEWLY_BLOCKED]
    by_hand = replace(number(OLD), checked_at=FIRST + timedelta(31), how="saved_page")
    store.save(second, by_hand, tally(by_hand, 1))
    settle(store)
    assert store.history.changes(second) == []
    (spell,) = store.history.spells(DENTAL, PLACE.id)
    assert (spell.audit_id, spell.until_audit, spell.until) == (1, second, FIRST + timedelta(31))


def test_a_trend_compares_only_what_was_seen_twice(store: Store) -> None:
    places = ("example_pages", "own_website", "town_guide")
    first = [number(OLD), looked(PLACE, places[1], Status.NOT_LISTED), replace(BLOCKED, directory=places[2])]
    audit(store, 0, first)
    assert store.history.trend(1).points is None
    second = audit(store, 30, [RIGHT, listed(PLACE, places[1]), listed(PLACE, places[2])])
    trend = store.history.trend(second)
    assert trend.checks == 2, "the one that could not be looked at before is no part of it"
    assert trend.points == pytest.approx((35.0, 100.0))
    assert store.history.trends(second) == {(DENTAL, PLACE.id): trend}
    assert store.history.trend(second, ["another client"]).points is None


def test_a_page_of_changes_is_the_same_as_all_of_them_cut(store: Store) -> None:
    checks: list[Check] = [number(OLD), looked(PLACE, "own_website", Status.NOT_LISTED)]
    audit(store, 0, [RIGHT, listed(PLACE, "own_website")])
    last = audit(store, 30, checks)
    every = store.history.changes(last)
    assert [change.kind for change in every] == [ChangeKind.NEW, ChangeKind.VANISHED], "the worst harm first"
    assert store.history.changes(last, most=1, skip=1) == every[1:]
    assert store.history.changes(last, kinds=[ChangeKind.VANISHED]) == every[1:]
