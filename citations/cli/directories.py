"""`citations directories`: which directories are known, one of them in detail, a check online, a new one."""

import asyncio
import re
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from rich.text import Text

from citations.audit import Look, Looker
from citations.catalog import load_catalog
from citations.cli.audit import told_problems
from citations.cli.main import WRONG_USE, cli, out, say, settings
from citations.directory import Directory
from citations.settings import Settings
from citations.web import Visitor, find_chromium

directories = typer.Typer(help="The directories that an audit can check.", no_args_is_help=True)
cli.add_typer(directories, name="directories")

NEVER = "never checked live"


@directories.command("list")
def list_directories() -> None:
    """Every directory with its id, countries, tier and how it is reached."""
    catalog = load_catalog(settings().directories)
    table = Table()
    for heading in ("Id", "Name", "Countries", "Tier", "Access", "Searches", "Checked live"):
        table.add_column(heading)
    for directory in catalog:
        grades = ", ".join(str(search.evidence) for search in directory.searches)
        grades = "its official API" if directory.api else grades or "none: known addresses only"
        countries = ", ".join(directory.countries) or "any"
        live = directory.verified_at or NEVER
        cells = (directory.id, directory.name, countries, str(directory.tier), directory.access, grades, live)
        table.add_row(*(Text(cell) for cell in cells))
    out.print(table)
    told_problems(catalog)
    if catalog.problems:
        raise typer.Exit(1)


@directories.command()
def show(name: Annotated[str, typer.Argument(help="id of the directory")]) -> None:
    """One directory: where its file is and what it says."""
    catalog = load_catalog(settings().directories)
    (directory,) = catalog.pick([name])
    out.print(f"{directory.name} ({directory.id}), {catalog.files[directory.id]}\n", markup=False)
    out.print((type(directory).__doc__ or "").strip() + "\n", markup=False)
    for search in directory.searches:
        out.print(f"search   {search.url}  needs {', '.join(search.needs)}; evidence: {search.evidence}", markup=False)
    out.print(f"listings {directory.listing_pattern or 'any page of ' + ', '.join(directory.domains)}", markup=False)
    out.print(f"access   {directory.access} {directory.access_note}", markup=False)
    if directory.api:
        key = f"with the key in {directory.api_key}" if directory.api_key else "without a key"
        out.print(f"api      {directory.api.name} at {directory.api.base}, {key}", markup=False)
    out.print(f"live     {directory.verified_at or NEVER}", markup=False)


@directories.command()
def check(name: Annotated[str, typer.Argument(help="id of the directory")]) -> None:
    """Visit the directory's known listing, online, and say whether it can still be read."""
    now = settings()
    (directory,) = load_catalog(now.directories).pick([name])
    if not directory.known_listing:
        say.print(f"{directory.name} names no known_listing to check: add one to its file.", markup=False)
        raise typer.Exit(WRONG_USE)
    look = asyncio.run(_visit(directory, now))
    if look.obstacle or look.is_gone or not len(look.reading):
        why = f"{look.obstacle.reason}: {look.obstacle.detail}" if look.obstacle else f"status {look.page.status}"
        out.print(f"{directory.name}: its known listing could not be read ({why})", markup=False)
        raise typer.Exit(1)
    listing = look.reading[0]
    out.print(f"{directory.name}: read {listing.name}, {listing.address}, {', '.join(listing.phones)}", markup=False)
    out.print("Write today's date into verified_at of its file.")


async def _visit(directory: Directory, now: Settings) -> Look:
    async with Visitor(now) as visitor:
        return await Looker(visitor, now, find_chromium(now) is not None).look(directory, directory.known_listing)


TEMPLATE = '''"""{name}: say here where the facts below come from and when they were seen."""

from citations.directory import Directory, Search


class {cls}(Directory):
    name = "{name}"
    domains = ("{domain}",)
    tier = 2
    # searches = (
    #     Search("https://{domain}/search?q={{name}}&where={{city}}", needs=("name", "city"), evidence="guess"),
    # )
    # listing_pattern = r"https://{domain_pattern}/biz/(?P<id>\\w+)"
'''


@directories.command()
def new(
    name: Annotated[str, typer.Argument(help="the name that people know the site by")],
    domain: Annotated[str, typer.Argument(help="its host name")],
    folder: Annotated[Path, typer.Option("--in", help="folder for the file")] = Path("my-directories"),
) -> None:
    """Write the file of a new directory to begin from."""
    words = "".join(c if c.isalnum() and c.isascii() else " " for c in name).split()
    stem, cls = "_".join(words).lower(), "".join(word.capitalize() for word in words)
    if not stem.isidentifier():
        raise typer.BadParameter(f"{name!r} makes no file name; begin it with a letter")
    if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain):
        raise typer.BadParameter(f"{domain!r} is no host name; write it like www.directory.example")
    file = folder / f"{stem}.py"
    if file.exists():
        raise typer.BadParameter(f"{file} is there already")
    folder.mkdir(parents=True, exist_ok=True)
    pattern = domain.replace(".", r"\.")
    file.write_text(
        TEMPLATE.format(name=" ".join(words), cls=cls, domain=domain, domain_pattern=pattern), encoding="utf-8"
    )
    out.print(f"{file} is written. Use it with CITATIONS_DIRECTORIES={folder}", markup=False)
