"""`citations fixes`: what is to be put right, the most urgent first, and the lists that want a decision."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from citations.catalog import load_catalog
from citations.cli.console import MOST_IN_A_CELL
from citations.cli.main import cli, out, refuse, say, settings
from citations.cli.out_folder import usable
from citations.cli.which import Client, Number, audit_of, refuse_unknown
from citations.findings import Fix, NoticeList, notice_lists, remembered, settle
from citations.reports import fixes_json, fixes_sheet, write_table
from citations.reports.shown import plain
from citations.reports.wording import fix_says
from citations.store import AuditInfo, Store

MOST_ROWS = 100


@cli.command("fixes")
def list_fixes(
    audit: Number = 0,
    client: Client = None,
    wanted: Annotated[str, typer.Option("--list", help="only one list: duplicates, siblings, closed, moved …")] = "",
    folder: Annotated[Path | None, typer.Option("--out", callback=usable, help="folder for a fixes.csv")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print them all, those that are done too, as JSON")] = False,
) -> None:
    """Say what is to be put right at the locations of an audit, as it stands today. Nothing is visited."""
    store, lists = Store(settings().database), notice_lists()
    if wanted and wanted not in lists:
        refuse(f"There is no list {wanted!r}; there are: {', '.join(lists)}")
    info = audit_of(store, audit)
    refuse_unknown(client, info.clients)
    found = [fix for fix in _fixes(store, info, client) if _is_in(fix, wanted)]
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        say.print(str(write_table(folder, fixes_sheet(found, datetime.now(UTC).date()))), markup=False)
    if as_json:
        typer.echo(json.dumps(fixes_json(info, found), ensure_ascii=False, indent=2))
        return
    _tell(lists.get(wanted), [fix for fix in found if fix.state.is_pending])


def _tell(notices: NoticeList | None, to_do: Sequence[Fix]) -> None:
    """What is to do, as one of the lists or as a table."""
    if notices:
        _tell_list(notices, to_do)
    elif not to_do:
        out.print("Nothing is to be put right, by what could be checked.")
    else:
        out.print(_table(to_do[:MOST_ROWS]))
        if len(to_do) > MOST_ROWS:
            out.print(f"and {len(to_do) - MOST_ROWS} more: use --list, --client, --out or --json.")


def _fixes(store: Store, info: AuditInfo, client: str | None) -> Sequence[Fix]:
    settle(store)
    places = {(place.client or info.source, place.id): place for place in store.locations(info.id, client)}
    verified = {rollup.location: rollup.tally.verified for rollup in store.rollups(info.id, client)}
    sites = load_catalog(settings().directories).directories
    directories = {directory.id: directory for directory in info.directories}
    kept = store.fixes.of_audit(info.id, client).values()
    noted = store.tracker.histories(info.source, client)
    return remembered(kept, places, verified, directories, datetime.now(UTC).date(), sites, noted)


def _is_in(fix: Fix, wanted: str) -> bool:
    return not wanted or (fix.notice is not None and fix.notice.id == wanted)


def _tell_list(notices: NoticeList, fixes: Sequence[Fix]) -> None:
    out.print(Text(f"{notices.title}: {len(fixes)}", style="bold"))
    for fix in fixes:
        out.print(
            f"\n{plain(fix.location.name)}, {plain(fix.location.postal.city)} · {plain(fix.directory.name)}",
            markup=False,
        )
        out.print(f"  {plain(fix.kept.reason, 400)}", markup=False)
        out.print(f"  {plain(fix.kept.url)}", markup=False)
        out.print(f"  To do by {fix.due}: {plain(notices.asks(fix.directory.name), 400)}", markup=False)


def _table(fixes: Sequence[Fix]) -> Table:
    table = Table()
    for heading in ("Priority", "Location", "Task", "The listing says", "Owner", "Due", "State"):
        table.add_column(heading)
    for fix in fixes:
        cells = (fix.location.name, fix_says(fix), fix.listed)
        told = (Text(plain(cell, MOST_IN_A_CELL)) for cell in cells)
        table.add_row(f"{fix.priority:.0f} {fix.level}", *told, fix.owner, str(fix.due), fix.state)
    return table
