"""`citations read URL_OR_FILE`: what one page says."""

import asyncio
import json
from pathlib import Path
from typing import Annotated

import typer

from citations.audit import Look, Looker, counted_visitor
from citations.audit.assist import NotAPageError, SavedPage, open_saved
from citations.audit.assist.pdf import is_pdf
from citations.catalog import load_catalog
from citations.cli.as_location import print_locations
from citations.cli.main import cli, out, settings
from citations.directory import Directory
from citations.models import Listing, Page
from citations.pages import read_page
from citations.reports import reading_json
from citations.reports.shown import plain
from citations.same_page import is_web_address
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
    page: Annotated[str, typer.Argument(help="web address, or a saved page (HTML, MHTML, web archive)")],
    url: Annotated[str, typer.Option(help="the address that a saved file came from")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="print the reading, or the locations, as JSON")] = False,
    as_location: Annotated[bool, typer.Option("--as-location", help="print a locations file to begin with")] = False,
    country: Annotated[str, typer.Option(help="with --as-location: country of places that do not tell theirs")] = "US",
) -> None:
    """Read the listings on one page, by the same readers that an audit uses."""
    now = settings()
    look, directory = asyncio.run(_visited(page, now)) if "://" in page else _opened(Path(page), url, now)
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


async def _visited(url: str, now: Settings) -> tuple[Look, Directory]:
    """The page at an address, and the directory that it is of."""
    directory = _directory_at(url, now)
    async with counted_visitor(now) as visitor:
        return await Looker(visitor, now, has_browser(now)).look(directory, url), directory


def _opened(file: Path, url: str, now: Settings) -> tuple[Look, Directory]:
    """The page in a file, from `url` or from where the file says, and the directory that it is of."""
    if url and not is_web_address(url):
        raise typer.BadParameter(f"--url {url!r} is no web address; write it like https://www.example.com/page")
    saved = _saved(file, now.max_bytes)
    address = url or saved.url or file.resolve().as_uri()
    directory = _directory_at(address, now)
    page = Page(address, address, 200, {"content-type": saved.content_type}, saved.html, how="file")
    known = None if "*" in directory.domains else directory
    return Look(page, read_page(page.body, address, known, headers=page.headers)), directory


def _directory_at(url: str, now: Settings) -> Directory:
    every = load_catalog(now.directories)
    return next((each for each in every if "*" not in each.domains and each.owns(url)), AnySite())


def _saved(file: Path, largest: int) -> SavedPage:
    """The page in a file; ends the program when there is none."""
    try:
        data = file.read_bytes()
    except FileNotFoundError as error:
        raise typer.BadParameter(
            f"there is no file {file}; give a web address with https:// or a saved page"
        ) from error
    except OSError as error:
        raise typer.BadParameter(f"{file} cannot be read: {error.strerror}") from error
    if is_pdf(data):
        raise typer.BadParameter(f"{file} is a PDF; save the page as HTML, or give the PDF to `citations assist`")
    try:
        return open_saved(data, file.name, largest)
    except NotAPageError as error:
        raise typer.BadParameter(f"{file}: {error}") from error


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
