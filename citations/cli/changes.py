"""`citations changes`: what is new, fixed, wrong again, moved, gone or newly blocked since the audit before."""

import json
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from citations.charts import PALETTE
from citations.cli.console import MOST_IN_A_CELL
from citations.cli.main import cli, out, refuse, settings
from citations.cli.which import Client, Number, audit_of, refuse_unknown
from citations.findings import Changed, changed, settle
from citations.reports import changes_json
from citations.reports.change_words import change_says, change_what, now, was
from citations.reports.shown import plain
from citations.store import Change, Store
from citations.words import ChangeKind

MOST_ROWS = 100


@cli.command("changes")
def list_changes(
    file: Annotated[Path | None, typer.Argument(help="the locations file whose newest audit is meant")] = None,
    audit: Number = 0,
    client: Client = None,
    only: Annotated[str, typer.Option(help="only these kinds, with commas: regressed,new,fixed …")] = "",
    every: Annotated[bool, typer.Option("--all", help="every audit that is kept, not only one")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="print them as JSON")] = False,
) -> None:
    """Say what changed since the audit before, field by field, with dates. Nothing is visited."""
    store, kinds = Store(settings().database), _kinds(only)
    settle(store)
    numbers = _audits(store, file, audit, every)
    refuse_unknown(client, list(dict.fromkeys(name for number in numbers for name in store.clients(number))))
    found = (changed(store, number, client, kinds) for number in numbers)
    if as_json:
        typer.echo(json.dumps(changes_json(found), ensure_ascii=False, indent=2))
        return
    for each in found:
        _tell(each)


def _kinds(only: str) -> Collection[ChangeKind] | None:
    words = [part.strip() for part in only.split(",") if part.strip()]
    if unknown := [word for word in words if word not in list(ChangeKind)]:
        refuse(f"No kind of change is called {', '.join(unknown)}; there are: {', '.join(ChangeKind)}")
    return [ChangeKind(word) for word in words] or None


def _audits(store: Store, file: Path | None, audit: int, every: bool) -> Sequence[int]:
    """The numbers of the audits that are meant, the newest first; ends the program when there is none."""
    meant = audit_of(store, audit)
    source = str(file.resolve()) if file else None
    numbers = [info.id for info in ([meant] if audit else store.audits()) if source in (None, info.source)]
    if not numbers:
        there_is_none = f"Audit {audit} is not" if audit else "There is no audit"
        refuse(f"{there_is_none} of {file}; audit {meant.id} is of {meant.source}.")
    return numbers if every else numbers[:1]


def _tell(each: Changed) -> None:
    out.print(Text(f"\nAudit {each.audit.id} of {each.audit.started_at:%Y-%m-%d}", style="bold"))
    if each.before is None:
        out.print("There is no earlier audit of these locations: the next one can be held against this one.")
        return
    out.print(f"Held against what was last seen before; the audit before is {each.before.id}.")
    if points := each.trend.points:
        out.print(
            f"Score of the {each.trend.checks} checks answered both times: {points[0]:.0f} before, {points[1]:.0f} now."
        )
    counts = ", ".join(f"{PALETTE[kind].label}: {count}" for kind, count in each.counts.items())
    out.print(counts or "Nothing has changed.")
    if each.changes:
        out.print(_table(each, each.changes[:MOST_ROWS]))
    if len(each.changes) > MOST_ROWS:
        out.print(f"and {len(each.changes) - MOST_ROWS} more: use --json, --only, or the sheet Changes of the report.")


def _table(each: Changed, changes: Sequence[Change]) -> Table:
    table = Table()
    for heading in ("Change", "Location", "Directory", "What", "Before", "Now", "When"):
        table.add_column(heading)
    for change in changes:
        cells = (each.label(change), each.directory(change), change_what(change), was(change), now(change))
        told = (Text(plain(cell, MOST_IN_A_CELL)) for cell in cells)
        table.add_row(PALETTE[change.kind].label, *told, Text(plain(change_says(change))))
    return table
