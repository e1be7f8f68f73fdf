"""The part of `citations audit` that leaves the checks to a fleet."""

from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from citations.audit import Part, Queued, Recorder, call_back, hand_out, open_queue, watch
from citations.audit.hand_out import Made
from citations.cli.console import say
from citations.cli.progress import progress
from citations.directory import Directory
from citations.models import Location
from citations.settings import Settings
from citations.store import AuditInfo, Store
from citations.words import Priority

NOBODY = "No worker is alive: start one on this or another machine with: citations worker"
SILENT = 60.0  # seconds after which a worker is not counted


class ByFleet(NamedTuple):
    """How a fleet is to do an audit."""

    priority: Priority = Priority.NORMAL
    wait: bool = True


class Conducted(NamedTuple):
    """An audit that has begun, and what it takes to go on."""

    store: Store
    info: AuditInfo
    places: Sequence[Location]
    directories: Sequence[Directory]
    now: Settings
    recorder: Recorder
    part: Part = Part()


async def by_fleet(work: Conducted, by: ByFleet) -> bool:
    """Hand the audit out and wait for its end; False when it is not waited for.

    Ctrl-C calls it back. Raises CalledBackError and GivenUpError.
    """
    store, info = work.store, work.info
    async with open_queue(store.shared.queue_url()) as queue:
        await hand_out(store, queue, info, work.places, work.directories, by.priority)
        if not any(worker.silent < SILENT for worker in await queue.workers()):
            say.print(NOBODY)
        if not by.wait:
            say.print(f"Audit {info.id} is left to the fleet; the same command without --no-wait watches it.")
            return False
        with progress(info) as show:

            def on_look(seen: AuditInfo, made: Made, queued: Queued) -> None:
                work.recorder.looked(seen.done, made, queued.doing)
                show(work.recorder.run, f"{len(queued.doing)} host(s) being visited")

            try:
                await watch(store, queue, info.id, on_look)
            except BaseException as error:
                if not isinstance(error, Exception):  # Ctrl-C
                    with suppress(Exception):
                        await call_back(store, queue, info.id)
                raise
        return True
