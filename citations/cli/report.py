"""`citations report`: write the client reports of an audit again."""

from pathlib import Path
from typing import Annotated

import typer

from citations.cli.audit import REPORTS, write_reports
from citations.cli.main import WRONG_USE, cli, out, say, settings
from citations.store import Store


@cli.command()
def report(
    audit: Annotated[int, typer.Option(help="number of the audit; default: the latest")] = 0,
    folder: Annotated[Path, typer.Option("--out", help="folder for the reports")] = REPORTS,
) -> None:
    """Write the reports of an audit that is in the store, without visiting anything."""
    now = settings()
    store = Store(now.database)
    known = [info.id for info in store.audits()]
    number = audit or max(known, default=0)
    if number not in known:
        say.print(f"There is no audit {number}." if known else "There is no audit yet: run `citations audit FILE`.")
        raise typer.Exit(WRONG_USE)
    for written in write_reports(store, number, now, folder):
        out.print(f"{written.client or 'all locations'}: {written.html}", markup=False)
