"""The action plan: what to do, who does it, until when. Patterns first: one wrong value in many places is one task."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from markupsafe import Markup

from citations.findings import Portfolio, Problem
from citations.reports.shown import value
from citations.reports.summary import Summary
from citations.reports.wording import wording
from citations.words import FindingKind

AGENCY, CLIENT = "Agency", "Client"
MOST_TASKS = 40


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


def action_plan(portfolio: Portfolio, made_on: date) -> tuple[Task, ...]:
    """The tasks of a client in the order of their dates, the worst harm first within a date.

    What goes beyond `MOST_TASKS` is one last task that points to the appendix.
    """
    summary = Summary(portfolio)
    tasks = sorted(_tasks(portfolio, made_on), key=lambda task: (task.due, task.rank, -task.worth))
    rest = tasks[MOST_TASKS:]
    return (*_first(summary, made_on), *tasks[:MOST_TASKS], *([_further(rest)] if rest else []))


def windows(tasks: Sequence[Task]) -> tuple[Window, ...]:
    """The plan cut into 30, 60 and 90 days; stretches without a task are left out."""
    numbered = tuple(enumerate(tasks, 1))
    found = []
    for name, after, until in (("First 30 days", 0, 30), ("Days 31 to 60", 30, 60), ("Days 61 to 90", 60, 90)):
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
    return Task(_text(key, **values), owner, made_on + timedelta(days), places, why, 0, days)


def _tasks(portfolio: Portfolio, made_on: date) -> Iterator[Task]:
    shared = {id(problem) for cause in portfolio.causes for problem in cause.problems}
    for cause in portfolio.causes:
        yield _task(_text(cause.field, listed=cause.value), cause.problems, made_on)
    missing: dict[str, list[Problem]] = defaultdict(list)
    single: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in portfolio.problems:
        if problem.field == "listing":
            missing[problem.directory.id].append(problem)
        elif id(problem) not in shared:
            single[problem.location.id, problem.directory.id].append(problem)
    for group in missing.values():
        yield _task(_text("missing", directory=group[0].directory.name), group, made_on)
    for group in single.values():
        what = _join(dict.fromkeys(_what(problem) for problem in group))
        yield _task(_text("listing", directory=group[0].directory.name, what=what), group, made_on)
    yield from _duplicates(Summary(portfolio), made_on)


def _task(text: Markup, problems: Sequence[Problem], made_on: date) -> Task:
    harm = min((problem.harm for problem in problems), key=lambda harm: harm.rank)
    days = wording()["plan"][str(harm.rank)]
    listings = {(problem.location.id, problem.directory.id) for problem in problems}
    worth, due = sum(problem.worth for problem in problems), made_on + timedelta(days)
    return Task(text, AGENCY, due, len(listings), f"It {harm.says}", harm.rank, days, worth, tuple(problems))


def _duplicates(summary: Summary, made_on: date) -> Iterator[Task]:
    doubles = Counter(d.name for _, d, _, finding in summary.lifecycle if finding.kind is FindingKind.DUPLICATE)
    for directory, number in doubles.items():
        why = "Reviews and corrections are split"
        yield _plain_task("duplicate", AGENCY, made_on, number, why, directory=directory)


def _further(rest: Sequence[Task]) -> Task:
    last = max(rest, key=lambda task: task.due)
    places, worth = sum(task.places for task in rest), sum(task.worth for task in rest)
    return Task(_text("further"), AGENCY, last.due, places, "Smaller harm, same care", 9, last.days, worth)


def _text(key: str, **values: str) -> Markup:
    words = {name: value(text, 90) for name, text in values.items()}
    return Markup(wording()["task"][key]).format(**words)  # noqa: S704 - our own text; the values are escaped


def _what(problem: Problem) -> str:
    words: dict[str, str] = wording()["what"]
    return words[problem.word if problem.field == "finding" else problem.field]


def _join(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last
