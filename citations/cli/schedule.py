"""`citations schedule`: audits that come again by themselves."""

from datetime import datetime
from typing import Annotated

import typer

from citations.audit.schedule import last_audit
from citations.cli.main import cli, out, refuse, say, settings
from citations.store import Store
from citations.words import Every, Priority

Client = Annotated[str, typer.Argument(help="the client, as its audits name it")]

commands = typer.Typer(no_args_is_help=True, help="Audits that come again by themselves; a fleet begins them.")
cli.add_typer(commands, name="schedule")


@commands.command()
def add(
    client: Client,
    every: Annotated[Every, typer.Argument(help="how often")],
    first: Annotated[
        datetime | None, typer.Option("--from", help="when the first one begins, by this machine's clock; default: now")
    ] = None,
    priority: Annotated[Priority, typer.Option(help="which audit goes first")] = Priority.NORMAL,
) -> None:
    """Audit CLIENT again and again: the records and directories of its newest audit. Replaces an earlier schedule."""
    store = _store()
    of = last_audit(store, client)
    store.shared.schedules.add(client, every, priority, first.astimezone() if first else None)
    say.print(f"{client} is audited {every}, as in audit {of.id}, from {first or 'now'} on.", markup=False)


@commands.command("list")
def list_() -> None:
    """Every schedule, the next one first."""
    for one in _store().shared.schedules.all():
        last = f", last audit {one.last_audit}" if one.last_audit else ""
        at = one.next_at.astimezone()
        out.print(f"{one.client}: {one.every}, next {at:%Y-%m-%d %H:%M}, {one.priority}{last}", markup=False)


@commands.command()
def remove(client: Client) -> None:
    """Audit CLIENT no more by itself."""
    if not _store().shared.schedules.remove(client):
        refuse(f"Nothing is scheduled for {client}.")


def _store() -> Store:
    store = Store(settings().database)
    store.shared.queue_url()
    return store
