"""Tables that are no locations files: their rows, whatever the format, with what each column holds."""

from pathlib import Path

from citations.locations.delimited import read_delimited
from citations.locations.locations_file import LocationsError
from citations.locations.read import file_bytes, to_text
from citations.locations.row import Rows
from citations.locations.table_kind import TableKind
from citations.locations.workbook import read_workbook
from citations.locations.workbook_file import is_workbook


def read_table(file: Path, kind: TableKind) -> Rows:
    """The rows of a table in a CSV or XLSX file. Raises LocationsError when the file as a whole cannot be used."""
    try:
        content = file_bytes(file)
        if is_workbook(content):
            return read_workbook(content, kind)
        return read_delimited(to_text(content).replace("\0", ""), kind)
    except LocationsError as error:
        raise LocationsError(f"{file}: {error}") from error
