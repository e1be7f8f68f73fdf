"""`citations opportunities`: where the clients of an audit could be listed or better linked, the best first."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from citations.catalog import load_catalog
from citations.cli.audit import told_problems
from citations.cli.console import MOST_IN_A_CELL
from citations.cli.main import cli, out, say, settings
from citations.cli.out_folder import usable
from citations.cli.which import Client, Number, audit_of, refuse_unknown
from citations.directory import Directory
from citations.findings import Portfolio, portfolio
from citations.opportunities import Opportunities, Opportunity, opportunities
from citations.reports import folder_name, opportunities_json, opportunities_sheet, write_table
from citations.reports.shown import plain
from citations.store import Store


@cli.command("opportunities")
def list_opportunities(
    audit: Number = 0,
    client: Client = None,
    as_json: Annotated[bool, typer.Option("--json", help="print them as JSON")] = False,
    folder: Annotated[
        Path | None, typer.Option("--out", callback=usable, help="folder for an opportunities.csv per client")
    ] = None,
) -> None:
    """Say where a client could be listed or better linked, by what an audit saw. Nothing is visited."""
    now = settings()
    catalog, store = load_catalog(now.directories), Store(now.database)
    told_problems(catalog)
    info = audit_of(store, audit)
    refuse_unknown(client, info.clients)
    portfolios = [portfolio(store, info.id, each) for each in (info.clients if client is None else [client])]
    if as_json:
        found = opportunities_json(info, portfolios, catalog.directories)
        typer.echo(json.dumps(found, ensure_ascii=False, indent=2))
    for each in portfolios:
        _tell(each, catalog.directories, folder, quietly=as_json)


def _tell(whole: Portfolio, directories: Mapping[str, Directory], folder: Path | None, *, quietly: bool) -> None:
    """Print the opportunities of one client, and write them below `folder` when there is one."""
    found = opportunities(whole, directories)
    if not quietly:
        out.print(Text(f"\n{plain(whole.client) or 'All locations'}", style="bold"))
        _print(found)
    if folder is not None:
        place = folder / folder_name(whole.client, whole.audit.clients)
        place.mkdir(parents=True, exist_ok=True)
        say.print(f"{whole.client or 'all locations'}: {write_table(place, opportunities_sheet(found))}", markup=False)


def _print(found: Opportunities) -> None:
    if found.found:
        out.print(_table("Within reach", found.found))
        for each in found.found:
            out.print(f"{plain(each.directory.name)}: {plain(each.score.formula)}", markup=False)
    else:
        out.print("No opportunity was seen.")
    if found.not_checked:
        out.print(_table("Not checked", found.not_checked))
    for skipped in found.skipped:
        where = f"{plain(skipped.directory.name)} ({len(skipped.locations)})"
        out.print(f"Left alone: {where}: {plain(skipped.says)}", markup=False)


def _table(title: str, found: Sequence[Opportunity]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("Score", justify="right")
    for heading in ("Directory", "What to do", "Cost"):
        table.add_column(heading)
    for each in found:
        cells = (plain(each.directory.name, MOST_IN_A_CELL), plain(each.todo), plain(each.cost, MOST_IN_A_CELL))
        table.add_row(f"{each.score.points:.1f}", *(Text(cell) for cell in cells))
    return table
