"""History: spells, changes and trends of audits some days apart, on every database."""

from dataclasses import replace
from datetime import timedelta

import pytest

from citations.findings import settle, tally
from citations.models import Check
from citations.store import Store
from citations.words import Because, ChangeKind, ScoreOf, Status
from tests.findings.fix_list import BLOCKED, FIRST, OLD, PLACE, RIGHT, audit, number
from tests.invented import DENTAL, listed, looked
from tests.store.sums import totals_agree


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
    assert [total.trend for of in ScoreOf for total in store.totals(second, of)] == [trend] * 4
    assert totals_agree(store, second)
    assert store.history.trend(second, ["another client"]).points is None


def test_a_page_of_changes_is_the_same_as_all_of_them_cut(store: Store) -> None:
    checks: list[Check] = [number(OLD), looked(PLACE, "own_website", Status.NOT_LISTED)]
    audit(store, 0, [RIGHT, listed(PLACE, "own_website")])
    last = audit(store, 30, checks)
    every = store.history.changes(last)
    assert [change.kind for change in every] == [ChangeKind.NEW, ChangeKind.VANISHED], "the worst harm first"
    assert store.history.changes(last, most=1, skip=1) == every[1:]
    assert store.history.changes(last, kinds=[ChangeKind.VANISHED]) == every[1:]
