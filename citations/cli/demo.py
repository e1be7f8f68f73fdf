"""`citations demo`: the main job from end to end, on the practice web."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from citations.audit import choose
from citations.catalog import load_catalog
from citations.cli.after_an_audit import print_scores
from citations.cli.app import open_app
from citations.cli.audit import conduct
from citations.cli.main import cli, out, say, settings
from citations.locations import read_locations
from citations.practice import Practice, serve
from citations.settings import Settings

FIRST_PORT = 8900  # of the practice web; its sites have those that follow
PACE = 0.05  # seconds; the practice web is ours, so nobody is bothered
TIMEOUT = 4.0  # seconds; one of its sites never answers, and three silences are borne


@cli.command()
def demo(
    app: Annotated[bool, typer.Option(help="open the web view at the end")] = True,
    seed: Annotated[int, typer.Option(help="which practice web")] = 1,
    businesses: Annotated[int, typer.Option("--locations", min=1, help="how many invented businesses")] = 24,
    port: Annotated[int, typer.Option(help="port of the web view")] = 8501,
) -> None:
    """Audit the invented businesses of the practice web, write their reports, open the web view on them."""
    home = settings().home / "demo"
    say.print("Sample data: invented businesses on a practice web that runs on this machine only.")
    with _served(seed, businesses, home / "practice-web") as practice:
        now = Settings(
            home=home,
            database_url="",
            evidence=None,
            directories=(practice.directories,),
            choice=practice.choice,
            allow_private=practice.allow_private,
            pace=PACE,
            timeout=TIMEOUT,
        )
        locations = read_locations(practice.locations_file)
        directories = choose(now.choice, locations.locations, load_catalog(now.directories))
        audited = conduct(locations, directories, now, home / "reports", fresh=True)
        if audited:
            print_scores(audited)
        if app and sys.stdin.isatty() and sys.stdout.isatty():
            out.print("Opening the web view; end it with Ctrl-C.")
            open_app(_environment(now, practice.directories), port)


@contextmanager
def _served(seed: int, businesses: int, folder: Path) -> Iterator[Practice]:
    """The practice web, at the ports of the last time where they are free: then only a listing that moved has moved."""
    with ExitStack() as serving:
        try:
            practice = serving.enter_context(serve(seed, businesses, FIRST_PORT, folder))
        except OSError:
            practice = serving.enter_context(serve(seed, businesses, 0, folder))
        yield practice


def _environment(now: Settings, directories: Path) -> dict[str, str]:
    return {
        "CITATIONS_HOME": str(now.home.resolve()),
        "CITATIONS_DATABASE_URL": "",
        "CITATIONS_EVIDENCE": str(Path(now.evidence_folder).resolve()),
        "CITATIONS_DIRECTORIES": os.fspath(directories.resolve()),
        "CITATIONS_CHOICE": now.choice,
        "CITATIONS_ALLOW_PRIVATE": ",".join(sorted(now.allow_private)),
    }
