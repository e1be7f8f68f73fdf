"""What stands above the fix list: values to put right once for many places, and lists that want a decision."""

from collections import Counter
from collections.abc import Iterable, Sequence

from citations.findings import Fix, FixTask, notice_lists, tasks, upstream
from citations.reports.wording import task_says
from citations.ui import data
from citations.ui.frame import View
from citations.ui.html import draw

MOST_VALUES = 3


def show(view: View, every: Iterable[Fix], shared_values: str) -> None:
    """Draw both, as far as there is anything to do; `shared_values` is the address of the list by the same value."""
    to_do = [fix for fix in every if fix.state.is_to_do]
    shared = most_shared(to_do)
    waiting = Counter(fix.notice.id for fix in to_do if fix.notice)
    if not shared and not waiting:
        return
    known = data.directories()
    draw(
        "fix_first",
        values=[(task, task_says(task), upstream(task.shown_by, known)) for task in shared[:MOST_VALUES]],
        more=len(shared) - MOST_VALUES,
        by_value=shared_values,
        lists=[
            (found.title, waiting[found.id], view.link("fixes", list=found.id))
            for found in notice_lists().values()
            if waiting[found.id]
        ],
    )


def most_shared(fixes: Sequence[Fix]) -> list[FixTask]:
    """The wrong values that stand in several listings, those in the most first."""
    found = [task for task in tasks(fixes) if task.kind == "cause" and task.places > 1]
    return sorted(found, key=lambda task: (-task.places, -task.first.priority))
