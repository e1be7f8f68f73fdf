"""`citations app`: open the web view."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from citations.cli.main import cli


@cli.command()
def app(port: Annotated[int, typer.Option(help="port of the web view")] = 8501) -> None:
    """Open the web view on the audits that are in the store."""
    raise typer.Exit(open_app({}, port))


def open_app(environment: Mapping[str, str], port: int = 8501) -> int:
    """Run the web view until it is ended, with `environment` added; returns its exit code."""
    # On this machine only: the audits are the clients' own.
    where = ["--server.address", "localhost", "--server.port", str(port)]
    command = [sys.executable, "-m", "streamlit", "run", str(app_file()), *where]
    try:
        return subprocess.run(command, env=os.environ | dict(environment), check=False).returncode  # noqa: S603  (our own file)
    except KeyboardInterrupt:
        return 0


def app_file() -> Path:
    """`app.py`: inside the package when installed, beside it in a checkout."""
    inside = Path(__file__).parent.parent / "app.py"
    return inside if inside.is_file() else Path(__file__).parent.parent.parent / "app.py"
