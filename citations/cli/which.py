"""Which audit a command is about, and whose part of it: what --audit and --client say."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Annotated

import typer

from citations.cli.main import refuse
from citations.store import AuditInfo, Store, StoreError

Number = Annotated[int, typer.Option("--audit", help="number of the audit; default: the newest")]
Client = Annotated[str | None, typer.Option("--client", help="only this client's locations")]

MOST_NAMED = 20  # clients


def audit_of(store: Store, number: int) -> AuditInfo:
    """The audit with this number, the newest when it is 0; ends the program when there is none."""
    newest = store.latest()
    if newest is None:
        refuse("There is no audit yet: run `citations audit FILE`.")
    if not number:
        return newest
    try:
        return store.audit(number)
    except StoreError:
        refuse(f"There is no audit {number}; the newest is {newest.id}.")


def refuse_unknown(client: str | None, known: Sequence[str]) -> None:
    """End the program when a client is named that is none of those `known`."""
    if client is None or client in known:
        return
    by_text = {name.casefold(): name for name in known if name}
    near = [by_text[text] for text in get_close_matches(client.casefold(), by_text)]
    named = near if near and len(known) > MOST_NAMED else known
    told = ", ".join(name or "(none named)" for name in named[:MOST_NAMED])
    more = len(known) - len(named[:MOST_NAMED])
    refuse(f"There is no client {client!r}; there are: {told}{f' and {more} more' if more else ''}")
