"""The files of a client report, below one folder: HTML, PDF, a workbook, and CSV files of its sheets."""

import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Error as BrowserError

from citations.directory import Directory, slug
from citations.findings import Changed, Portfolio
from citations.reports.html import client_html, client_name
from citations.reports.pdf import client_pdf
from citations.reports.pictures import Pictures
from citations.reports.preflight import Point, preflight
from citations.reports.sheets import Sheet, client_sheets, write_csv, write_workbook
from citations.store import KeptFix

TABLES = {
    "Listings": "listings.csv",
    "Problems": "problems.csv",
    "Fixes": "fixes.csv",
    "Changes": "changes.csv",
    "Opportunities": "opportunities.csv",
}
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class ClientReport:
    """The report of one client as it was written.

    `pdf` is None when no browser was given, or when printing failed: then `trouble` says how. `tables` are
    the CSV files.
    """

    client: str
    html: Path
    pdf: Path | None
    workbook: Path
    tables: tuple[Path, ...]
    preflight: tuple[Point, ...] = ()
    trouble: str = ""


def write_client_report(
    portfolio: Portfolio,
    folder: Path,
    evidence: Pictures | None,
    executable: Path | None,
    *,
    made_at: datetime,
    agency: str = "",
    kept: Mapping[str, KeptFix] | None = None,
    directories: Mapping[str, Directory] | None = None,
    changed: Changed | None = None,
) -> ClientReport:
    """Write the report of `portfolio` below `folder`: HTML, workbook, CSV files; with a Chromium at `executable`, PDF.

    `kept` is what the store knows of the fixes; `directories` (a catalog's) give the addresses at which a listing is
    added or claimed; `changed` is what changed since the audit before. A report of the same client that is there
    already is replaced, each file at once or not at all.
    Raises OSError when the folder cannot be written.
    """
    place = folder / folder_name(portfolio.client, portfolio.audit.clients)
    place.mkdir(parents=True, exist_ok=True)
    html = client_html(
        portfolio, evidence, agency=agency, made_at=made_at, kept=kept, directories=directories, changed=changed
    )
    _write(place / "report.html", html.encode("utf-8", "replace"))
    sheets = client_sheets(portfolio, client_name(portfolio), made_at, kept, directories, changed)
    tables = tuple(write_table(place, sheet) for sheet in sheets if sheet.name in TABLES)
    workbook = _write_workbook(place / "report.xlsx", sheets)
    pdf, trouble = place / "report.pdf", ""
    pdf.unlink(missing_ok=True)  # one of an earlier report must not stand beside this one
    if executable:
        note = f"Business listings report · {made_at:%Y-%m-%d}"
        try:
            _write(pdf, client_pdf(html, executable, client=client_name(portfolio), note=note))
        except BrowserError as error:
            trouble = f"The PDF could not be printed: {error.message.splitlines()[0]}"
    written = pdf if pdf.exists() else None
    points = preflight(portfolio, made_at)
    return ClientReport(portfolio.client, place / "report.html", written, workbook, tables, points, trouble)


def folder_name(client: str, clients: tuple[str, ...] = ()) -> str:
    """A folder name that is safe on every system and stays the same: letters, digits and hyphens.

    A client whose name has no such letters, or shares them with another of `clients`, gets a few
    digits that belong to its exact name.

    >>> folder_name("Joe's Plumbing & Heating")
    'joes-plumbing-heating'
    """
    name = slug(client)[:_LONGEST].strip("-")
    twins = [other for other in clients if slug(other)[:_LONGEST].strip("-") == name]
    if not client:
        return "all-locations"
    if name and name not in _RESERVED and len(twins) < 2:
        return name
    digest = hashlib.sha256(client.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{name or 'client'}-{digest}"


_PORTS = {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
_RESERVED = frozenset({"con", "prn", "aux", "nul", "all-locations", *_PORTS})  # names that Windows keeps, and our own


def write_table(place: Path, sheet: Sheet) -> Path:
    """Write one of the sheets of `TABLES` as a CSV file into the folder `place`, at once or not at all."""
    file = place / TABLES[sheet.name]
    with _replaced(file) as new, new.open("wb") as out:
        write_csv(sheet, out)
    return file


def _write_workbook(file: Path, sheets: Sequence[Sheet]) -> Path:
    with _replaced(file) as new:
        write_workbook(sheets, new)
    return file


def _write(file: Path, content: bytes) -> None:
    with _replaced(file) as new:
        new.write_bytes(content)


@contextmanager
def _replaced(file: Path) -> Iterator[Path]:
    """Where to write what takes the place of `file`, at once or, when the writing fails, not at all."""
    with tempfile.TemporaryDirectory(dir=file.parent, prefix=f".{file.name}-") as folder:
        new = Path(folder) / file.name
        yield new
        new.replace(file)
