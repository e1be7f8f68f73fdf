"""`citations practice serve`: the practice web, for trying things out without visiting anybody."""

from pathlib import Path
from typing import Annotated

import typer

from citations.cli.main import cli
from citations.practice import serve_forever

practice = typer.Typer(help="A web of invented businesses and directories on this machine.", no_args_is_help=True)
cli.add_typer(practice, name="practice")


@practice.callback()
def _group() -> None:
    """Keep `serve` a command of its own."""


@practice.command()
def serve(
    port: Annotated[int, typer.Option(help="port of the index; each site has a port of its own after it")] = 8800,
    seed: Annotated[int, typer.Option(help="the same seed gives the same web")] = 1,
    locations: Annotated[int, typer.Option(min=1, help="how many businesses")] = 16,
    folder: Annotated[Path, typer.Option("--out", help="where truth, locations and directory files go")] = Path(
        "practice-web"
    ),
) -> None:
    """Serve the practice web until interrupted; its truth, locations and directory files go into --out."""
    serve_forever(port=port, seed=seed, locations=locations, out=folder)
