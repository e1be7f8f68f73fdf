"""`citations notify`: send what an audit changed to the receivers of the settings, again or for the first time."""

import typer

from citations.cli.audit import FAILED
from citations.cli.main import cli, out, refuse, settings
from citations.cli.which import Number, audit_of
from citations.notify import notify, receivers
from citations.store import Store


@cli.command("notify")
def send_notification(
    audit: Number = 0,
) -> None:
    """Tell the webhook, the chat or the mail addresses of the settings what changed. Nothing is visited."""
    now = settings()
    store = Store(now.database)
    number = audit_of(store, audit).id
    if not receivers(now):
        refuse("Nobody is to be told: set CITATIONS_NOTIFY_WEBHOOK, …_SLACK or …_MAIL.")
    sent = notify(store, number, now, again=True)
    if not sent:
        out.print(f"Audit {number} saw no change that is to be told.")
    for each in sent:
        out.print(f"{each.receiver}: {each.trouble or 'told'}", markup=False)
    if any(each.trouble for each in sent):
        raise typer.Exit(FAILED)
