"""How far an audit is, as a bar on standard error; below it the outcomes, and the directories that take longest."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from rich.console import RenderableType
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.text import Text

from citations.audit import HowFar, Run, duration
from citations.cli.console import say
from citations.store import AuditInfo

MOST_SHOWN = 5  # directories
_COLUMNS = (
    TextColumn("{task.description}"),
    BarColumn(),
    MofNCompleteColumn(),
    TextColumn("{task.fields[speed]}"),
    TextColumn("{task.fields[last]}", markup=False),
)


class _Lines(Progress):
    """A bar, and lines below it."""

    lines: tuple[str, ...] = ()

    def get_renderables(self) -> Iterable[RenderableType]:
        """The bar first."""
        yield from super().get_renderables()
        yield from (Text(line, no_wrap=True, overflow="ellipsis") for line in self.lines)


@contextmanager
def progress(info: AuditInfo) -> Iterator[Callable[[Run, str], None]]:
    """Inside, what is given takes how far the audit is and what happened last."""
    with _Lines(*_COLUMNS, console=say) as bar:
        task = bar.add_task("Checking", total=info.planned, completed=info.done, speed="", last="")

        def show(run: Run, last: str) -> None:
            bar.lines = tuple(lines(run))
            bar.update(task, completed=run.done, speed=speed(run), last=last)

        yield show


def speed(run: Run) -> str:
    """The rate, and the time that the rest takes; blank while nothing is known of it."""
    if not run.rate or run.remaining is None:
        return ""
    return f"{run.rate * 60:.0f} a minute, about {duration(run.remaining)} to go"


def lines(run: Run) -> Iterator[str]:
    """The outcomes so far, then the directories that take longest; those that stand still are not among them."""
    if run.outcomes:
        yield ", ".join(f"{number} {status.replace('_', ' ')}" for status, number in run.outcomes.items())
    slowest = sorted(run.directories, key=lambda one: one.remaining or 0.0, reverse=True)
    yield from (_line(one, one.remaining) for one in slowest[:MOST_SHOWN] if one.remaining)


def _line(one: HowFar, seconds: float) -> str:
    return f"  {one.name}: {one.done} of {one.planned}, about {duration(seconds)} to go"
