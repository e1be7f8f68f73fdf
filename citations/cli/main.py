"""The door: the list of commands, and errors told in a sentence instead of a traceback."""

import sys
from typing import NoReturn

import typer
from pydantic import SecretStr, ValidationError
from sqlalchemy.exc import OperationalError

from citations.audit import AlreadyRunningError, CalledBackError, GivenUpError
from citations.catalog import DirectoryError
from citations.cli.console import out, say
from citations.locations import LocationsError
from citations.settings import Settings
from citations.store import StoreError
from citations.web import BrowserMissing, EvidenceError

__all__ = ["WRONG_USE", "cli", "main", "out", "refuse", "say", "settings"]

cli = typer.Typer(
    name="citations",
    help="What local directories really say about a business, and what to fix first.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

UNDONE, WRONG_USE = 1, 2
_TOLD = (AlreadyRunningError, LocationsError, DirectoryError, StoreError, BrowserMissing, EvidenceError)
_UNDONE = (CalledBackError, GivenUpError)


def settings() -> Settings:
    """The settings in force. Ends the program with a sentence when one of them cannot be read."""
    try:
        return Settings()
    except ValidationError as error:
        for complaint in error.errors():
            name = "CITATIONS_" + "_".join(str(part) for part in complaint["loc"]).upper()
            given = "" if _is_secret(complaint["loc"]) else f" (it is {complaint['input']!r})"
            say.print(f"{name}: {complaint['msg']}{given}", markup=False)
        raise typer.Exit(WRONG_USE) from error


def refuse(why: str) -> NoReturn:
    """End the program with a sentence, as wrong use."""
    say.print(why, markup=False)
    raise typer.Exit(WRONG_USE)


def _is_secret(where: tuple[int | str, ...]) -> bool:
    """True for a setting that nobody prints, not even when it is wrong."""
    field = Settings.model_fields.get(str(where[0])) if where else None
    return field is not None and field.annotation is SecretStr


def main() -> None:
    """Run the command that was typed; wrong use ends with 2 and one sentence, what a fleet left undone with 1."""
    try:
        cli()
    except _TOLD as error:
        say.print(f"citations: {error}", markup=False)
        sys.exit(WRONG_USE)
    except OperationalError as error:  # a full disk, a server that went away
        say.print(f"citations: the database fails ({error.orig}); what is done is kept", markup=False)
        sys.exit(WRONG_USE)
    except OSError as error:
        if not error.filename:
            raise
        say.print(f"citations: {error.filename}: {error.strerror}; what is done is kept", markup=False)
        sys.exit(WRONG_USE)
    except _UNDONE as error:
        say.print(f"citations: {error}", markup=False)
        sys.exit(UNDONE)
