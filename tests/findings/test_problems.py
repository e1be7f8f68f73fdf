"""Problems stand worst first, and one wrong value in many places is one cause."""

from dataclasses import replace
from pathlib import Path

from citations.findings import portfolio, worst
from citations.findings.labels import labels
from citations.models import FieldResult, Finding
from citations.words import FindingKind, Reason, Status, Verdict
from tests.invented import DENTAL, HOSTILE, both_clients, dental, dental_portfolio, listed, looked

PLACE = dental(0)


def test_worst_first_by_harm_then_tier(tmp_path: Path) -> None:
    found = dental_portfolio(tmp_path)
    assert [p.order for p in found.problems] == sorted(p.order for p in found.problems)
    assert found.problems[0].harm.id == "wrong_number"
    assert found.problems[-1].harm.rank == max(p.harm.rank for p in found.problems)


def test_one_wrong_number_in_five_places_is_one_cause(tmp_path: Path) -> None:
    (cause,) = [cause for cause in dental_portfolio(tmp_path).causes if cause.value]
    assert (cause.field, cause.value, len(cause.problems), cause.locations) == ("phone", "(360) 555-0199", 5, 5)
    assert cause.directories == ("Example Pages",)


def test_a_portfolio_holds_one_client_only(tmp_path: Path) -> None:
    store, info = both_clients(tmp_path)
    dental_only, hostile, all_of_them = (portfolio(store, info.id, client) for client in (DENTAL, HOSTILE, None))
    assert [len(p.results) for p in (dental_only, hostile, all_of_them)] == [5, 1, 6]
    assert sum(dental_only.statuses.values()) + sum(hostile.statuses.values()) == sum(all_of_them.statuses.values())
    store.close()


def test_lowest_score_first(tmp_path: Path) -> None:
    points = [result.score.points for result in dental_portfolio(tmp_path).results]
    assert points == sorted(points)


def test_the_counts_of_a_location_add_up(tmp_path: Path) -> None:
    for result in dental_portfolio(tmp_path).results:
        listed_, wrong, missing, unknown = result.counts
        applicable = sum(check.status is not Status.NOT_APPLICABLE for check in result.checks)
        assert listed_ + missing + unknown == applicable
        assert wrong <= listed_


def test_labels_tell_sisters_apart() -> None:
    here, there = dental(0), dental(1)
    twin = replace(here, id="twin", address=replace(here.postal, number="900"))
    assert labels([here, there]) == {"dental-1": "Harbor Dental, Port Example", "dental-2": "Harbor Dental, Sample Bay"}
    assert labels([here, there, twin]) == {
        "dental-1": "Harbor Dental, 100 Main Street, Port Example",
        "dental-2": "Harbor Dental, Sample Bay",
        "twin": "Harbor Dental, 900 Main Street, Port Example",
    }


def test_the_worst_word_of_a_check() -> None:
    different, absent = FieldResult(Verdict.DIFFERENT, "1", "2"), FieldResult(Verdict.ABSENT)
    tidy = FieldResult(Verdict.FORMATTING, "St", "Street")
    assert worst(listed(PLACE, "a")) is Verdict.SAME
    assert worst(listed(PLACE, "a", address=tidy)) is Verdict.FORMATTING
    assert worst(listed(PLACE, "a", name=different, phone=absent)) is Verdict.DIFFERENT
    assert worst(listed(PLACE, "a", Finding(FindingKind.CLOSED), name=different)) is FindingKind.CLOSED
    assert worst(listed(PLACE, "a", Finding(FindingKind.NOFOLLOW_LINK))) is Verdict.SAME
    assert worst(looked(PLACE, "a", Status.NOT_LISTED)) is Status.NOT_LISTED
    assert worst(looked(PLACE, "a", Status.UNVERIFIED, Reason.CAPTCHA)) is Status.UNVERIFIED
