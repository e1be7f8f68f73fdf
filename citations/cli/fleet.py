"""`citations fleet`: who works, what waits, and calling it back."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, TypeVar

import typer

from citations.audit import Alive, call_back, open_queue
from citations.audit.queue import Queue
from citations.cli.by_fleet import NOBODY, SILENT
from citations.cli.main import cli, out, say, settings
from citations.store import AuditInfo, HandOut, Store
from citations.words import Priority

T = TypeVar("T")
Number = Annotated[int, typer.Argument(help="number of the audit")]

commands = typer.Typer(no_args_is_help=True, help="Who works, what waits; call an audit back, or hurry it.")
cli.add_typer(commands, name="fleet")


@dataclass(frozen=True)
class FleetState:
    """The workers that are alive, those that fell silent, the audits under way and their jobs by state."""

    workers: Sequence[Alive]
    silent: Sequence[Alive]
    audits: Sequence[tuple[HandOut, AuditInfo]]
    jobs: Mapping[int, Mapping[str, int]]

    def in_words(self) -> Iterator[str]:
        """A sentence on the workers, one on each audit."""
        busy = sum(worker.busy for worker in self.workers)
        yield f"{len(self.workers)} worker(s) alive, at {busy} host(s)" if self.workers else NOBODY
        if self.silent:
            yield f"{len(self.silent)} worker(s) without a sign of life; the others take over what they were at"
        for handed, info in self.audits:
            of = ", ".join(info.clients[:3]) or info.source
            todo, doing, failed = (self.jobs.get(info.id, {}).get(state, 0) for state in ("todo", "doing", "failed"))
            given_up = f", {failed} given up" if failed else ""
            hosts = f"{todo} host(s) waiting, {doing} being visited{given_up}"
            yield f"audit {info.id} ({of}, {handed.priority}): {info.done} of {info.planned} checks done, {hosts}"


def fleet_state(store: Store) -> FleetState:
    """How the fleet stands now. Raises StoreError when the database is no PostgreSQL."""
    workers, jobs = asyncio.run(_with_queue(store, _workers_and_jobs))
    under_way = [(handed, store.audit(handed.audit)) for handed in store.shared.hand_outs.under_way()]
    alive = [worker for worker in workers if worker.silent < SILENT]
    return FleetState(alive, [worker for worker in workers if worker not in alive], under_way, jobs)


@commands.command()
def show() -> None:
    """Say which workers are alive, and how far the audits are that the fleet does."""
    for line in fleet_state(Store(settings().database)).in_words():
        out.print(line[:1].upper() + line[1:], markup=False)


@commands.command()
def cancel(audit: Number) -> None:
    """Call an audit back: checks being made are finished and kept, no others are begun."""
    store = Store(settings().database)
    asyncio.run(_with_queue(store, lambda queue: call_back(store, queue, store.audit(audit).id)))
    say.print(f"Audit {audit} is called back. The command that began it goes on with it.")


@commands.command()
def prioritise(audit: Number, priority: Annotated[Priority, typer.Argument(help="which goes first")]) -> None:
    """Make an audit more urgent, or less."""
    store = Store(settings().database)
    store.shared.hand_outs.prioritise(store.audit(audit).id, priority)
    asyncio.run(_with_queue(store, lambda queue: queue.prioritise(audit, priority)))


async def _workers_and_jobs(queue: Queue) -> tuple[Sequence[Alive], Mapping[int, Mapping[str, int]]]:
    return await queue.workers(), await queue.lengths()


async def _with_queue(store: Store, work: Callable[[Queue], Awaitable[T]]) -> T:
    async with open_queue(store.shared.queue_url()) as queue:
        return await work(queue)
