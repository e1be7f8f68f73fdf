"""`citations practice serve`: the practice web, for trying things out without visiting anybody."""

from pathlib import Path
from typing import Annotated

import typer

from citations.cli.main import WRONG_USE, cli, say
from citations.cli.out_folder import usable
from citations.cli.stopping import stoppable
from citations.practice import WHOLE_FROM, Practice, serve_forever

group = typer.Typer(help="A web of invented businesses and directories on this machine.", no_args_is_help=True)
cli.add_typer(group, name="practice")


@group.callback()
def _group() -> None:
    """Keep `serve` a command of its own."""


@group.command()
def serve(
    port: Annotated[int, typer.Option(help="port of the index; each site has a port of its own after it")] = 8800,
    seed: Annotated[int, typer.Option(help="the same seed gives the same web")] = 1,
    locations: Annotated[int, typer.Option(min=1, help="how many businesses")] = 24,
    folder: Annotated[
        Path, typer.Option("--out", callback=usable, help="where truth, locations and directory files go")
    ] = Path("practice-web"),
) -> None:
    """Serve the practice web until interrupted; its truth, locations and directory files go into --out."""
    try:
        with stoppable():
            serve_forever(port=port, seed=seed, locations=locations, out=folder, ready=_say_where)
    except (OSError, ValueError) as error:
        say.print(f"citations: {error}", markup=False)
        raise typer.Exit(WRONG_USE) from error


def _say_where(practice: Practice) -> None:
    say.print(f"The practice web is at {practice.origin}; end it with Ctrl-C. To audit it:", markup=False)
    say.print(f"  set -a; . {practice.out}/practice.env; citations audit {practice.locations_file}", markup=False)
    if lacks := ", ".join(practice.world.lacks):
        say.print(f"Every fault has room from {WHOLE_FROM} locations on; this web does without: {lacks}", markup=False)
