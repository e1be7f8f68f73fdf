"""`citations fleet`: who works, what waits, and calling it back."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Annotated, TypeVar

import typer
from rich.table import Table

from citations.audit import Alive, call_back, open_queue
from citations.audit.queue import Queue
from citations.cli.by_fleet import NOBODY
from citations.cli.main import cli, out, say, settings
from citations.store import Store
from citations.words import Priority

T = TypeVar("T")
Number = Annotated[int, typer.Argument(help="number of the audit")]

commands = typer.Typer(no_args_is_help=True, help="Who works, what waits; call an audit back, or hurry it.")
cli.add_typer(commands, name="fleet")


@commands.command()
def show() -> None:
    """Say which workers are alive, and how far the audits are that the fleet does."""
    store, (workers, lengths) = _with_queue(_state)
    for worker in workers:
        out.print(f"Worker {worker.id}: at {worker.busy} host(s), last sign of life {worker.silent:.0f} s ago")
    if not workers:
        out.print(NOBODY)
    table = Table("Audit", "Of", "Priority", "Done", "Hosts waiting", "being visited", "given up")
    for handed in store.shared.hand_outs.under_way():
        info, jobs = store.audit(handed.audit), lengths.get(handed.audit, {})
        counts = (str(jobs.get(state, 0)) for state in ("todo", "doing", "failed"))
        clients = ", ".join(info.clients[:3]) or info.source
        table.add_row(str(info.id), clients, handed.priority, f"{info.done} of {info.planned}", *counts)
    out.print(table if table.row_count else "No audit is under way.")


@commands.command()
def cancel(audit: Number) -> None:
    """Call an audit back: checks being made are finished and kept, no others are begun."""
    _with_queue(lambda store, queue: call_back(store, queue, store.audit(audit).id))
    say.print(f"Audit {audit} is called back. The command that began it goes on with it.")


@commands.command()
def prioritise(audit: Number, priority: Annotated[Priority, typer.Argument(help="which goes first")]) -> None:
    """Make an audit more urgent, or less."""

    async def change(store: Store, queue: Queue) -> None:
        store.shared.hand_outs.prioritise(store.audit(audit).id, priority)
        await queue.prioritise(audit, priority)

    _with_queue(change)


async def _state(_store: Store, queue: Queue) -> tuple[Sequence[Alive], Mapping[int, Mapping[str, int]]]:
    return await queue.workers(), await queue.lengths()


def _with_queue(work: Callable[[Store, Queue], Awaitable[T]]) -> tuple[Store, T]:
    store = Store(settings().database)

    async def do() -> T:
        async with open_queue(store.shared.queue_url()) as queue:
            return await work(store, queue)

    return store, asyncio.run(do())
