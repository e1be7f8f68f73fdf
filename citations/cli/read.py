"""`citations read URL_OR_FILE`: what one page says."""

import asyncio
import json
from pathlib import Path
from typing import Annotated

import typer

from citations.audit import Look, Looker, counted_visitor
from citations.catalog import load_catalog
from citations.cli.as_location import print_locations
from citations.cli.main import cli, out, settings
from citations.directory import Directory
from citations.models import Listing, Page, Reading
from citations.pages import read_page
from citations.reports import reading_json
from citations.reports.shown import plain
from citations.settings import Settings
from citations.web import has_browser

MOST = 1000  # characters of one value


class AnySite(Directory):
    """A site that no directory file describes."""

    id = "any"
    name = "Any site"
    domains = ("*",)


@cli.command()
def read(
    page: Annotated[str, typer.Argument(help="web address, or a saved HTML file")],
    url: Annotated[str, typer.Option(help="the address that a saved file came from")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="print the reading, or the locations, as JSON")] = False,
    as_location: Annotated[bool, typer.Option("--as-location", help="print a locations file to begin with")] = False,
    country: Annotated[str, typer.Option(help="with --as-location: country of places that do not tell theirs")] = "US",
) -> None:
    """Read the listings on one page, by the same readers that an audit uses."""
    now = settings()
    address = page if "://" in page else url
    directory = next((d for d in load_catalog(now.directories) if "*" not in d.domains and d.owns(address)), AnySite())
    look = asyncio.run(_visit(directory, page, now)) if "://" in page else _open(directory, Path(page), url)
    if as_location:
        print_locations(look, directory, country, as_json=as_json)
        return
    if as_json:
        typer.echo(json.dumps(reading_json(look.page, look.reading), ensure_ascii=False, indent=2))
        return
    if look.obstacle:
        out.print(f"{look.obstacle.reason}: {look.obstacle.detail}", markup=False)
    for listing in look.reading:
        _print(listing)
    if not look.reading:
        out.print(look.reading.no_results or "No listing could be read.", markup=False)
    if look.page.status >= 400:
        out.print(f"The page answered with status {look.page.status}.")
    if not look.reading and (look.obstacle or look.page.status >= 400):
        raise typer.Exit(1)


async def _visit(directory: Directory, url: str, now: Settings) -> Look:
    async with counted_visitor(now) as visitor:
        return await Looker(visitor, now, has_browser(now)).look(directory, url)


def _open(directory: Directory, file: Path, url: str) -> Look:
    if not file.is_file():
        raise typer.BadParameter(f"there is no file {file}; give a web address with https:// or a saved page")
    page = Page(url or file.resolve().as_uri(), url or file.resolve().as_uri(), 200, body=file.read_bytes(), how="file")
    reading: Reading = read_page(page.body, page.final_url, None if directory.id == "any" else directory)
    return Look(page, reading)


def _print(listing: Listing) -> None:
    for label, value in (
        ("name", listing.name),
        ("address", str(listing.address or "")),
        ("phone", ", ".join(listing.phones)),
        ("website", listing.website),
        ("hours", listing.hours),
        ("at", listing.url),
    ):
        if value:
            out.print(f"{label:>8}  {plain(value, MOST)}", markup=False)
    out.print()
