"""`citations notify`: send what an audit changed to the receivers of the settings, again or for the first time."""

from typing import Annotated

import typer

from citations.cli.audit import FAILED
from citations.cli.main import WRONG_USE, cli, out, say, settings
from citations.cli.opportunities import audit_number
from citations.notify import notify, receivers
from citations.store import Store


@cli.command("notify")
def send_notification(
    audit: Annotated[int, typer.Option(help="number of the audit; default: the latest")] = 0,
) -> None:
    """Tell the webhook, the chat or the mail addresses of the settings what changed. Nothing is visited."""
    now = settings()
    store = Store(now.database)
    number = audit_number(store, audit)
    if not receivers(now):
        say.print("Nobody is to be told: set CITATIONS_NOTIFY_WEBHOOK, …_SLACK or …_MAIL.")
        raise typer.Exit(WRONG_USE)
    sent = notify(store, number, now, again=True)
    if not sent:
        out.print(f"Audit {number} saw no change that is to be told.")
    for each in sent:
        out.print(f"{each.receiver}: {each.trouble or 'told'}", markup=False)
    if any(each.trouble for each in sent):
        raise typer.Exit(FAILED)
