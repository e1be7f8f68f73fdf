"""The folder that --out names, looked at before the work begins."""

import os
from pathlib import Path

import typer


def usable(folder: Path | None) -> Path | None:
    """The folder as it was named; it need not be there, since whoever writes makes it.

    Raises BadParameter, which ends the program, when it is a file or nothing can be written to it.
    """
    if folder is None:
        return None
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not there.is_dir():
        raise typer.BadParameter(f"{there} is a file; name a folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise typer.BadParameter(f"nothing can be written to {there}; name another folder")
    return folder
