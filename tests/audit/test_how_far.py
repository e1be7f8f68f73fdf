"""How far an audit is: by directory and outcome, at the rate of the last minute."""

from datetime import UTC, datetime

import pytest

from citations.audit import how_far
from citations.audit.how_far import Course
from citations.audit.running import Run
from citations.cli.progress import lines, speed
from citations.models import Check
from citations.store import AuditInfo, DirectoryInfo
from citations.words import RunState, Status

SITES = (DirectoryInfo("alpha", "Alpha Pages"), DirectoryInfo("beta", "Beta Book"), DirectoryInfo("gone", "Gone"))
AUDIT = AuditInfo(1, "oak.csv", datetime(2027, 1, 4, tzinfo=UTC), None, 300, 40, 100, ("Oak",), SITES)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(how_far, "time", made)
    return made


def said(course: Course, done: int) -> list[str]:
    """What the command prints of it."""
    directories = course.directories()
    run = Run(
        folder=None,  # type: ignore[arg-type]
        source="oak.csv",
        state=RunState.RUNNING,
        planned=AUDIT.planned,
        done=done,
        rate=sum(one.rate for one in directories),
        directories=directories,
        outcomes=course.outcomes,
    )
    return [speed(run), *lines(run)]


def test_each_directory_has_its_own_rest_and_the_longest_decides(clock: Clock) -> None:
    course = Course(AUDIT, {("alpha", Status.LISTED): 40})
    assert said(course, 40) == ["", "40 listed"]
    for number in range(60):
        clock.now += 1
        course.checked(Check(f"p{number}", "beta", Status.NOT_LISTED))
        if number % 6 == 0:
            course.checked(Check(f"p{number}", "alpha", Status.LISTED))
    assert said(course, 110) == [
        "70 a minute, about 5 minutes to go",
        "60 not listed, 50 listed",
        "  Alpha Pages: 50 of 100, about 5 minutes to go",
        "  Beta Book: 60 of 100, about 40 seconds to go",
    ]


def test_what_was_made_before_is_no_speed_and_old_speed_is_forgotten(clock: Clock) -> None:
    course = Course(AUDIT, {})
    clock.now += 10
    course.counted({("alpha", Status.LISTED): 50})
    assert [round(one.rate, 2) for one in course.directories()] == [5.0, 0.0, 0.0]
    for _ in range(3):
        clock.now += 50
        course.directories()
    assert [one.remaining for one in course.directories()] == [None, None, None]
