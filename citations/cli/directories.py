"""`citations directories`: which directories are known, one of them in detail, a check online."""

import asyncio
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from citations.audit import (
    Health,
    HealthBook,
    Looker,
    NothingToCheckError,
    counted_visitor,
    examine,
    is_industry,
    lists_industry,
    suited,
)
from citations.catalog import load_catalog
from citations.cli.audit import told_problems
from citations.cli.directory_words import described, left_out, table, told
from citations.cli.locations import usable_locations
from citations.cli.main import WRONG_USE, cli, out, say, settings
from citations.directory import Directory
from citations.locations import country_code
from citations.models import Location
from citations.settings import Settings
from citations.web import EvidenceFolder, has_browser
from citations.words import Access, HealthState

log = logging.getLogger(__name__)
directories = typer.Typer(help="The directories that an audit can check.", no_args_is_help=True)
cli.add_typer(directories, name="directories")


@directories.command("list")
def list_directories(
    country: Annotated[str, typer.Option(help="only those that list businesses of this country, such as GB")] = "",
    industry: Annotated[
        str, typer.Option(help="only those that list this trade or industry, such as dentist or health")
    ] = "",
    tier: Annotated[int, typer.Option(help="only those of this tier", min=0, max=3)] = 0,
    access: Annotated[Access | None, typer.Option(help="only those that are reached so")] = None,
    file: Annotated[
        Path | None, typer.Option("--for", metavar="FILE", help="those that an audit of these locations asks, and why")
    ] = None,
) -> None:
    """Every directory with its id, countries, tier, how it is reached, and what the last live check found."""
    if industry and not is_industry(industry):
        raise typer.BadParameter(f"--industry {industry!r}: no such trade is known; say it as a category does: Dentist")
    now = settings()
    catalog, book = load_catalog(now.directories), HealthBook(now.home)
    given = usable_locations(file, _code(country) or "US") if file else None
    whys = {each.directory.id: each for each in suited(given.locations, catalog)} if given else {}
    anywhere = Location("", "", country=_code(country))
    chosen = [
        directory
        for directory in catalog
        if (file or not country or directory.applies_to(anywhere))
        and (not file or whys[directory.id].is_usual)
        and (not industry or lists_industry(directory, industry))
        and tier in (0, directory.tier)
        and access in (None, directory.access)
    ]
    chosen.sort(key=lambda directory: list(whys).index(directory.id) if whys else 0)
    out.print(table(chosen, book, {name: each.why for name, each in whys.items()}))
    for line in left_out(whys.values()):
        out.print(line, markup=False, highlight=False, soft_wrap=True)
    told_problems(catalog)
    if catalog.problems or (given and given.refusals):
        raise typer.Exit(1)


def _code(country: str) -> str:
    try:
        return country_code(country) if country else ""
    except ValueError as error:
        raise typer.BadParameter(f"{country!r}: {error}") from error


@directories.command()
def show(name: Annotated[str, typer.Argument(help="id of the directory")]) -> None:
    """One directory: all that is known of it, and how well."""
    now = settings()
    catalog = load_catalog(now.directories)
    (directory,) = catalog.pick([name])
    health = HealthBook(now.home).of(directory)
    for line in described(directory, catalog.files[directory.id], health, now.evidence_folder):
        out.print(line, markup=False, highlight=False, soft_wrap=True)


@directories.command()
def check(
    name: Annotated[str, typer.Argument(help="id of the directory")] = "",
    every: Annotated[bool, typer.Option("--all", help="every directory that can be checked")] = False,
) -> None:
    """Visit directories, online: is what their files say still so? An audit leaves the degraded ones out."""
    now = settings()
    catalog = load_catalog(now.directories)
    if bool(name) == every:
        raise typer.BadParameter("name one directory, or say --all")
    chosen = [d for d in catalog if "*" not in d.domains] if every else catalog.pick([name])
    outcomes = asyncio.run(_examined(chosen, now))
    if outcomes == {"nothing to check"}:
        raise typer.Exit(WRONG_USE)
    if outcomes - _FINE:
        raise typer.Exit(1)


_FINE = {HealthState.HEALTHY, HealthState.ASSISTED, HealthState.NEEDS_KEY, "nothing to check"}


async def _examined(chosen: Sequence[Directory], now: Settings) -> set[str]:
    """Examine each, tell of it and keep it before the next; returns what came of them."""
    book, evidence = HealthBook(now.home), EvidenceFolder(now.evidence_folder)
    outcomes: set[str] = set()
    async with counted_visitor(now) as visitor:
        looker = Looker(visitor, now, has_browser(now))
        for directory in chosen:
            try:
                health = await examine(directory, looker, evidence)
            except NothingToCheckError as error:
                outcomes.add("nothing to check")
                say.print(str(error), markup=False)
            except Exception as error:  # a user's directory file must not end the checks of the others
                log.debug("the check of %s failed", directory.id, exc_info=True)
                outcomes.add("failed")
                say.print(f"{directory.name}: the check failed: {type(error).__name__}: {error}", markup=False)
            else:
                book.keep(health)
                outcomes.add(health.state)
                _tell(health, now.evidence_folder)
    return outcomes


def _tell(health: Health, evidence: Path | str) -> None:
    """The state, why, and what was seen."""
    kept = "" if health.state.is_live else " (nothing of the site was seen: what is known of it stays as it was)"
    out.print(f"{health.directory}: {health.state}{kept}", markup=False, highlight=False, soft_wrap=True)
    for line in filter(None, (health.why, *told(health, evidence))):
        out.print(f"    {line}", markup=False, highlight=False, soft_wrap=True)
