"""`citations listings`: what the agency knew of its listings before, brought in from other tools' exports."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from citations.audit import take_in_tracker
from citations.catalog import load_catalog
from citations.cli.audit import FAILED
from citations.cli.console import MOST_IN_A_CELL
from citations.cli.locations import usable_locations
from citations.cli.main import cli, out, refuse, settings
from citations.cli.tracker import read_trackers, told_tracked
from citations.findings import notes_of, standing
from citations.models import Location, TrackerNote
from citations.reports.json import plain_data
from citations.reports.shown import plain
from citations.store import Store

Places = Annotated[Path | None, typer.Option("--locations", help="the locations file; default: the newest audit's")]
Country = Annotated[str, typer.Option(help="country of rows that do not say one; how dates are written")]
Known = tuple[Location, TrackerNote]

commands = typer.Typer(no_args_is_help=True, help="Listings that the agency knows already, from other tools' exports.")
cli.add_typer(commands, name="listings")


@commands.command("import")
def take_in(
    files: Annotated[list[Path], typer.Argument(help="CSV or XLSX with one listing per row; several are fine")],
    file: Places = None,
    country: Country = "US",
) -> None:
    """Keep what FILES say of listings: address, status, login and note, beside the locations that they are of.

    The next audit of these locations looks at the addresses first; a pending submission is done when it is found there.
    Every row that cannot be used is named. Passwords are never read.
    """
    now = settings()
    trackers = read_trackers(files, country)
    store = Store(now.database)
    source, places = _places(store, file, country)
    directories = load_catalog(now.directories).directories
    found = [take_in_tracker(store, source, places, tracker, directories.values()) for tracker in trackers]
    for each in found:
        told_tracked(each)
    if any(each.problems for each in found) or any(tracker.refusals for tracker in trackers):
        raise typer.Exit(FAILED)


@commands.command("list")
def list_known(
    file: Places = None,
    country: Country = "US",
    as_json: Annotated[bool, typer.Option("--json", help="print them as JSON, earlier notes too")] = False,
) -> None:
    """What was brought in: the newest note of each location in each directory. Nothing is visited."""
    store = Store(settings().database)
    source, places = _places(store, file, country)
    histories = store.tracker.histories(source)
    every = [(place, notes_of(place, histories)) for place in places]
    if as_json:
        rows = [{"client": p.client, "location": p.id} | plain_data(note) for p, notes in every for note in notes]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    out.print(_table([(place, note) for place, notes in every for note in _newest(notes)]))


def _newest(notes: Sequence[TrackerNote]) -> Sequence[TrackerNote]:
    """What holds now in each directory, and the newest of each platform that is none here."""
    elsewhere = {note.platform.casefold(): note for note in notes if not note.directory}
    return (*standing(notes).values(), *elsewhere.values())


def _places(store: Store, file: Path | None, country: str) -> tuple[str, Sequence[Location]]:
    """The source and the locations that are meant; ends the program when there are none."""
    if file is not None:
        return str(file.resolve()), usable_locations(file, country).locations
    audit = store.latest()
    if audit is None:
        refuse("There is no audit yet whose locations could be meant: name their file with --locations FILE.")
    return audit.source, store.locations(audit.id)


def _table(known: Sequence[Known]) -> Table:
    table = Table()
    for heading in ("Location", "Directory", "Status", "Since", "Listing", "Login", "Note"):
        table.add_column(heading)
    for place, note in known:
        cells = (f"{place.id} {place.name}", note.directory or note.platform, note.word, str(note.on or ""))
        told = (*cells, note.url, note.login, note.note)
        table.add_row(*(Text(plain(cell, MOST_IN_A_CELL)) for cell in told))
    return table
