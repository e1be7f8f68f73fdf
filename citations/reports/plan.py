"""The action plan: what to do, who does it, until when. It is the fix list, told to a client.

Patterns first: one wrong value in many places is one task. What is verified, accepted, put off or already
submitted is not asked for again.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import inf

from markupsafe import Markup

from citations.findings import FixTask, Portfolio, Problem, fixes, tasks
from citations.reports.summary import Summary
from citations.reports.wording import task_says, task_text, wording
from citations.store import KeptFix

AGENCY, CLIENT = "Agency", "Client"
MOST_TASKS = 40
_WINDOWS = ("Overdue", "First 30 days", "Days 31 to 60", "Days 61 to 90", "Later")


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do, with one owner and one date, `days` after the report.

    `text` is safe HTML; `places` how many listings it touches; `worth` the points that the touched
    locations gain together, by the score's own formula; `rank` the harm it ends (1 is the worst).
    """

    text: Markup
    owner: str
    due: date
    places: int
    why: str
    rank: int
    days: int
    worth: float = 0.0
    problems: tuple[Problem, ...] = ()

    @property
    def locations(self) -> int:
        """How many locations it touches."""
        return len({problem.location.id for problem in self.problems})


@dataclass(frozen=True, slots=True)
class Window:
    """The tasks of one stretch of time, each with its number in the whole plan."""

    name: str
    tasks: tuple[tuple[int, Task], ...]


def action_plan(portfolio: Portfolio, made_on: date, kept: Mapping[str, KeptFix] | None = None) -> tuple[Task, ...]:
    """The tasks of a client in the order of their dates, the worst harm first within a date.

    `kept` is what the store knows of the fixes. What goes beyond `MOST_TASKS` is one last task that points
    to the appendix.
    """
    summary = Summary(portfolio)
    to_do = [fix for fix in fixes(portfolio, kept or {}, made_on) if fix.state.is_to_do and fix.problems]
    found = sorted((_task(task, made_on) for task in tasks(to_do)), key=lambda task: (task.due, task.rank, -task.worth))
    rest = found[MOST_TASKS:]
    return (*_first(summary, made_on), *found[:MOST_TASKS], *([_further(rest)] if rest else []))


def windows(tasks: Sequence[Task]) -> tuple[Window, ...]:
    """The plan cut into what is overdue, 30, 60, 90 days and later; stretches without a task are left out."""
    numbered = tuple(enumerate(tasks, 1))
    ends = (-inf, 0, 30, 60, 90, inf)
    found = []
    for name, (after, until) in zip(_WINDOWS, pairwise(ends), strict=True):
        inside = tuple((number, task) for number, task in numbered if after < task.days <= until)
        found.append(Window(name, inside))
    return tuple(window for window in found if window.tasks)


def biggest_win(tasks: Sequence[Task]) -> Task | None:
    """The task about known problems that adds most points; None when nothing adds any."""
    best = max((task for task in tasks if task.problems), key=lambda task: task.worth, default=None)
    return best if best and best.worth > 0 else None


def _first(summary: Summary, made_on: date) -> Iterator[Task]:
    """What comes before the corrections: the client's yes, and a person's look at what could not be checked."""
    yield _plain_task("sign_off", CLIENT, made_on, len(summary.portfolio.results), "Every correction rests on it")
    if summary.not_checked:
        why = "They may be right or wrong; nobody knows yet"
        yield _plain_task("by_hand", AGENCY, made_on, summary.not_checked, why)


def _plain_task(key: str, owner: str, made_on: date, places: int, why: str, **values: str) -> Task:
    """A task that is not about problems of the score."""
    days = wording()["plan"][key]
    return Task(task_text(key, **values), owner, made_on + timedelta(days), places, why, 0, days)


def _task(task: FixTask, made_on: date) -> Task:
    problems = tuple(problem for fix in task.fixes for problem in fix.problems)
    why = f"It {task.harm.says}"
    days = (task.due - made_on).days
    owner = task.owner.capitalize()
    return Task(task_says(task), owner, task.due, task.places, why, task.harm.rank, days, task.worth, problems)


def _further(rest: Sequence[Task]) -> Task:
    last = max(rest, key=lambda task: task.due)
    places, worth = sum(task.places for task in rest), sum(task.worth for task in rest)
    return Task(task_text("further"), AGENCY, last.due, places, "Smaller harm, same care", 9, last.days, worth)
