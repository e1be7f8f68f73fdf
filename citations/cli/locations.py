"""The locations file on the command line: which of its rows go on, and what is said of the others."""

from pathlib import Path

from citations.audit.unused_listings import unused_listings
from citations.catalog import Catalog
from citations.cli.main import refuse, say
from citations.locations import LocationsFile, read_locations


def usable_locations(file: Path, country: str) -> LocationsFile:
    """The locations of a file, each row that cannot be used named; ends the program when none can.

    `country` holds for rows that name none. Raises LocationsError when the file as a whole cannot be used.
    """
    locations = read_locations(file, country=country)
    _tell_rows(locations)
    if locations.lacks:
        refuse(f"{file}: {locations.lacks}: nothing was started.")
    return locations


def told_unused_listings(locations: LocationsFile, catalog: Catalog) -> None:
    """Say which columns of known listings are of no directory."""
    for sentence in unused_listings(locations.locations, catalog):
        say.print(f"{locations.file.name}: {sentence}", markup=False)


def _tell_rows(locations: LocationsFile) -> None:
    """Say which rows could not be used, and why."""
    for refusal in locations.refusals:
        say.print(f"{locations.file.name} {refusal}", markup=False)
    for note in locations.notes:
        say.print(f"{locations.file.name} {note}", markup=False)
    if locations.ignored_columns:
        say.print(f"{locations.file.name}: not used: {', '.join(locations.ignored_columns)}", markup=False)
    if locations.refusals:
        rows = len({refusal.row for refusal in locations.refusals})
        say.print(f"{rows} row(s) refused, {len(locations.locations)} location(s) go on.")
