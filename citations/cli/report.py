"""`citations report`: write the client reports of an audit again."""

from pathlib import Path
from typing import Annotated

import typer

from citations.cli.audit import REPORTS, write_reports
from citations.cli.main import cli, out, settings
from citations.cli.out_folder import usable
from citations.cli.which import Number, audit_of
from citations.store import Store


@cli.command()
def report(
    audit: Number = 0,
    folder: Annotated[Path, typer.Option("--out", callback=usable, help="folder for the reports")] = REPORTS,
) -> None:
    """Write the reports of an audit that is in the store, without visiting anything."""
    now = settings()
    store = Store(now.database)
    for written in write_reports(store, audit_of(store, audit).id, now, folder):
        out.print(f"{written.client or 'all locations'}: {written.html}", markup=False)
