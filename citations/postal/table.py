"""Reading the small tables that hold what the code knows, so that data stays data."""

import csv
from collections.abc import Iterator
from pathlib import Path


def rows(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a table; lines that begin with `# ` say where it comes from and are skipped."""
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("# "))


def lines(file: Path) -> frozenset[str]:
    """The entries of a list with one on each line; lines that begin with `# ` are skipped."""
    text = file.read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("# "))
