"""`citations worker`: make the checks that were handed to the fleet."""

import asyncio
import logging
import signal
from typing import Annotated

import typer

from citations.audit import FleetWorker
from citations.audit.fleet import DEAD_AFTER
from citations.audit.work import HOSTS_AT_ONCE
from citations.cli.audit import told_receivers
from citations.cli.main import cli, say, settings
from citations.store import Store


@cli.command()
def worker(
    hosts: Annotated[int, typer.Option(min=1, help="hosts that are visited side by side")] = HOSTS_AT_ONCE,
    until_idle: Annotated[bool, typer.Option(help="end when nothing is left that could be done now")] = False,
    dead_after: Annotated[
        float, typer.Option(min=1, help="seconds without a sign of life after which a worker's batches are taken over")
    ] = DEAD_AFTER,
) -> None:
    """Make the checks of audits that were handed to the fleet, on as many machines as you like.

    Ctrl-C or SIGTERM: the checks being made are finished, the rest is handed back. A second one ends it at once.
    """
    now = settings()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    for chatty in ("procrastinate", "httpx", "psycopg.pool", "alembic"):
        logging.getLogger(chatty).setLevel(logging.ERROR)
    store = Store(now.database)
    store.shared.queue_url()
    asyncio.run(
        _work(FleetWorker(store, now, hosts, dead_after, lambda audit: told_receivers(store, audit, now)), until_idle)
    )
    say.print("Stopped; what was begun is kept, the rest was handed back.")


async def _work(fleet_worker: FleetWorker, until_idle: bool) -> None:
    loop = asyncio.get_running_loop()

    def stop(number: int) -> None:
        say.print("Finishing the checks being made; once more ends at once.")
        fleet_worker.stop()
        loop.remove_signal_handler(number)
        signal.signal(number, signal.SIG_DFL)

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop, number)
    say.print("Waiting for checks.")
    await fleet_worker.work(until_idle=until_idle)
