"""How far an audit is, as a bar on standard error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from citations.cli.console import say
from citations.store import AuditInfo

_COLUMNS = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeRemainingColumn(),
    TextColumn("{task.fields[last]}", markup=False),
)


@contextmanager
def progress(info: AuditInfo) -> Iterator[Callable[[int, str], None]]:
    """Inside, what is given takes the checks that are done and what happened last."""
    with Progress(*_COLUMNS, console=say) as bar:
        task = bar.add_task("Checking", total=info.planned, completed=info.done, last="")
        yield lambda done, last: bar.update(task, completed=done, last=last)
