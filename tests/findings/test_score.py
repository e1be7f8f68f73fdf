"""The score: only what was verified counts, and every point has its place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.findings import NOT_ENOUGH, Score, location_result, score, tally, weights
from citations.models import FIELDS, Check, FieldResult, Finding
from citations.store import Tally
from citations.words import FindingKind, Reason, Status, Verdict
from tests.invented import DIRECTORIES, comparison, dental, listed, looked

PLACE = dental(0)
TIERS = {directory.id: directory for directory in DIRECTORIES}


def field_results() -> st.SearchStrategy[FieldResult]:
    return st.sampled_from(Verdict).map(lambda verdict: FieldResult(verdict, "listed", "canonical"))


@st.composite
def checks(draw: st.DrawFn) -> list[Check]:
    """One check for each of some directories, with any status and any verdicts."""
    found = []
    for directory in draw(st.lists(st.sampled_from(DIRECTORIES), unique_by=lambda d: d.id)):
        status = draw(st.sampled_from(Status))
        check = looked(PLACE, directory.id, status, Reason.BLOCKED if status is Status.UNVERIFIED else None)
        if status is Status.LISTED:
            compared = comparison(PLACE, **{name: draw(field_results()) for name in FIELDS})
            check = replace(check, comparison=compared)
        found.append(check)
    return found


def test_the_formula_by_hand() -> None:
    wrong_phone = listed(PLACE, "example_pages", phone=FieldResult(Verdict.DIFFERENT, "1", "2"))
    result = location_result(PLACE, [wrong_phone, looked(PLACE, "city_index", Status.NOT_LISTED)], TIERS)
    # tier 1 weighs 3 and earns 70 of 100 points; tier 3 weighs 1 and earns none
    assert result.score.points == pytest.approx(100 * (3 * 0.7) / 4)
    assert result.score.coverage == 1.0


def test_a_field_that_was_not_compared_leaves_the_sum() -> None:
    check = listed(
        PLACE,
        "example_pages",
        phone=FieldResult(Verdict.NOT_COMPARED),
        address=FieldResult(Verdict.UNREADABLE),
        hours=FieldResult(Verdict.DIFFERENT, "1", "2"),
    )
    assert score([tally(check, 1)]).points == pytest.approx(100 * (20 + 12) / (20 + 12 + 8))


@pytest.mark.parametrize("kind", [FindingKind.CLOSED, FindingKind.MOVED])
def test_a_listing_that_says_we_are_gone_earns_nothing_and_is_worth_the_whole(kind: FindingKind) -> None:
    result = location_result(PLACE, [listed(PLACE, "example_pages", Finding(kind, "It says so."))], TIERS)
    assert result.score.points == 0.0
    assert [(problem.word, problem.worth) for problem in result.problems if problem.worth] == [(kind, 100.0)]


@pytest.mark.parametrize("status", [Status.UNVERIFIED, Status.AMBIGUOUS])
@given(checks())
def test_what_could_not_be_verified_never_counts_against_the_client(status: Status, found: list[Check]) -> None:
    before = score(tally(check, 2) for check in found)
    after = score(tally(check, 2) for check in [*found, looked(PLACE, "x", status, Reason.ROBOTS)])
    assert after.points == before.points
    assert after.coverage <= before.coverage


@given(checks())
def test_what_does_not_apply_changes_nothing(found: list[Check]) -> None:
    before = score(tally(check, 2) for check in found)
    assert score(tally(c, 2) for c in [*found, looked(PLACE, "x", Status.NOT_APPLICABLE)]) == before


@given(checks())
def test_the_worth_of_all_fixes_is_what_the_score_lacks(found: list[Check]) -> None:
    result = location_result(PLACE, found, TIERS)
    worth = sum(problem.worth for problem in result.problems)
    assert worth == pytest.approx(100 - result.score.points if result.score.points is not None else 0.0)


@given(checks())
def test_putting_one_field_right_gains_what_it_was_said_to_be_worth(found: list[Check]) -> None:
    result = location_result(PLACE, found, TIERS)
    for problem in result.problems:
        if problem.field not in FIELDS:
            continue
        assert problem.check.comparison
        mended = replace(problem.check.comparison, **{problem.field: FieldResult(Verdict.SAME)})
        checks_after = [replace(c, comparison=mended) if c is problem.check else c for c in result.checks]
        after = location_result(PLACE, checks_after, TIERS).score.points
        assert after == pytest.approx((result.score.points or 0) + problem.worth)


@pytest.mark.parametrize(
    ("points", "coverage", "grade"),
    [
        (80.0, 1.0, "good"),
        (79.9, 1.0, "fair"),
        (60.0, 0.5, "fair"),
        (59.9, 1.0, "poor"),
        (0.0, 1.0, "poor"),
        (100.0, 0.49, NOT_ENOUGH),
        (None, 0.0, NOT_ENOUGH),
    ],
)
def test_grades(points: float | None, coverage: float, grade: str) -> None:
    assert Score(points, coverage).grade == grade
    assert Score(points, coverage).has_grade == (grade != NOT_ENOUGH)


def test_nothing_verified_is_no_score_at_all() -> None:
    assert score([]) == Score(None, 0.0)
    assert score([Tally(weight=3.0)]) == Score(None, 0.0)
    assert str(score([Tally(weight=3.0)])) == "– (0% checked)"


def test_the_table_names_every_verdict_or_leaves_it_out_of_the_sum() -> None:
    left_out = set(Verdict) - set(weights().credit)
    assert left_out == {Verdict.UNREADABLE, Verdict.NOT_COMPARED}
    assert sum(weights().field.values()) == 100
    assert set(weights().field) == set(FIELDS)


def test_a_finding_is_a_problem_without_points() -> None:
    dead = listed(PLACE, "example_pages", Finding(FindingKind.DEAD_LINK, "says so"))
    result = location_result(PLACE, [dead], TIERS)
    assert [(problem.field, problem.word, problem.worth) for problem in result.problems] == [
        ("finding", "dead_link", 0.0)
    ]
    assert result.score.points == 100


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.INCOMPLETE, Verdict.DIFFERENT])
def test_a_private_address_that_is_shown_earns_nothing_however_right_it_is(verdict: Verdict) -> None:
    shown = Finding(FindingKind.ADDRESS_MUST_NOT_SHOW, "says so")
    check = listed(PLACE, "example_pages", shown, address=FieldResult(verdict, "1", "2"))
    result = location_result(PLACE, [check], TIERS)
    assert result.score.points == pytest.approx(70)
    assert sum(problem.worth for problem in result.problems) == pytest.approx(30)
