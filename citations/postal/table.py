"""Reading the small CSV tables that hold what the code knows, so that data stays data."""

import csv
from collections.abc import Iterator
from pathlib import Path


def rows(file: Path) -> Iterator[dict[str, str]]:
    """The rows of a table; lines that begin with `# ` say where it comes from and are skipped."""
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("# "))
