"""Pre-flight finds what must not go out."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from citations.findings import Portfolio, portfolio
from citations.models import LinkVisit
from citations.nap.link_end import judge_end
from citations.reports import preflight
from citations.words import Status, Verdict
from tests.invented import DENTAL, MADE_AT, WHEN, audited, dental, dental_checks, listed, looked, wrong


def failing(found: Portfolio) -> list[str]:
    return [point.says for point in preflight(found, MADE_AT) if not point.holds]


def test_a_whole_audit_passes(dental: Portfolio, hostile: Portfolio, whole: Portfolio) -> None:
    assert [failing(found) for found in (dental, hostile, whole)] == [[], [], []]
    assert len(preflight(dental, MADE_AT)) == 7


def test_an_unfinished_audit_is_told(tmp_path: Path) -> None:
    place = dental(0)
    store, info = audited(tmp_path, [(place, dental_checks(place, 0))], finished=False)
    assert failing(portfolio(store, info.id, DENTAL)) == ["The audit is not finished: 6 of 6 checks are made."]
    store.close()


def test_a_location_without_checks_is_told(dental: Portfolio) -> None:
    first, *others = dental.results
    bare = replace(first, checks=(), problems=())
    assert "1 of 5 locations have no check yet." in failing(replace(dental, results=(bare, *others)))


def test_an_unanswered_check_without_a_reason_is_told(dental: Portfolio) -> None:
    first, *others = dental.results
    reasonless = looked(first.location, "city_index", Status.UNVERIFIED)
    spoilt = replace(first, checks=(*first.checks[:-1], reasonless))
    assert "1 checks without an answer lack a reason." in failing(replace(dental, results=(spoilt, *others)))


def test_text_and_charts_that_disagree_are_told(dental: Portfolio) -> None:
    first, *others = dental.results
    spoilt = replace(first, problems=first.problems[1:])
    assert "Text and charts do not count the same." in failing(replace(dental, results=(spoilt, *others)))


def test_a_dead_link_counts_as_the_website_that_the_bars_draw(tmp_path: Path) -> None:
    place = dental(0)
    old = "https://harbordental.example/old"
    site = wrong(Verdict.FORMATTING, old, place.website, "another page of your site")
    check = listed(place, "example_pages", website=site)
    assert check.comparison
    dead = replace(check, comparison=judge_end(check.comparison, LinkVisit(old, old, 404, is_dead=True)))
    store, info = audited(tmp_path, [(place, [dead])])
    found = portfolio(store, info.id, DENTAL)
    assert [problem.word for problem in found.problems] == ["dead_link"]
    assert failing(found) == []
    store.close()


def test_a_check_from_the_future_is_told(dental: Portfolio) -> None:
    says = [point.says for point in preflight(dental, WHEN - timedelta(days=1)) if not point.holds]
    assert says == ["A check is dated after this report."]
