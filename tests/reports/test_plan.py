"""The action plan: patterns once, the worst first, one owner and one date each."""

from citations.findings import Portfolio
from citations.reports.plan import AGENCY, CLIENT, MOST_TASKS, action_plan, biggest_win, windows
from tests.invented import MADE_AT, multiplied

TODAY = MADE_AT.date()


def test_the_client_confirms_first(dental: Portfolio) -> None:
    first, *others = action_plan(dental, TODAY)
    assert first.owner == CLIENT
    assert {task.owner for task in others} == {AGENCY}


def test_one_wrong_value_in_five_places_is_one_task(dental: Portfolio) -> None:
    (task,) = [task for task in action_plan(dental, TODAY) if "(360) 555-0199" in task.text]
    assert (task.places, task.locations) == (5, 5)


def test_every_problem_is_in_one_task(dental: Portfolio) -> None:
    planned = [id(problem) for task in action_plan(dental, TODAY) for problem in task.problems]
    assert sorted(planned) == sorted(id(problem) for problem in dental.problems)


def test_what_harms_most_is_due_first(dental: Portfolio) -> None:
    tasks = [task for task in action_plan(dental, TODAY) if task.problems]
    assert [task.rank for task in tasks] == sorted(task.rank for task in tasks)
    assert tasks[0].days == 30
    assert tasks[-1].days == 90


def test_the_windows_hold_every_task_once(dental: Portfolio) -> None:
    plan = action_plan(dental, TODAY)
    inside = [pair for window in windows(plan) for pair in window.tasks]
    assert inside == list(enumerate(plan, 1))


def test_the_biggest_win_adds_most_points(dental: Portfolio) -> None:
    plan = action_plan(dental, TODAY)
    win = biggest_win(plan)
    assert win
    assert win.worth == max(task.worth for task in plan)
    assert biggest_win(()) is None


def test_a_long_plan_ends_in_one_task_for_the_rest(dental: Portfolio) -> None:
    plan = action_plan(multiplied(dental, 20), TODAY)
    assert len(plan) == MOST_TASKS + 3
    assert "appendix" in plan[-1].text
    assert all(task.owner and task.due > TODAY for task in plan)
