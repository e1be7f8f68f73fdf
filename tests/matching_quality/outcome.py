"""One case of a file: what we say, what the file says, and whether they agree."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.shared_data import DATA

CASES = DATA / "cases"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one case.

    `about` names the part that was asked for, `text` is what was read. `beside` says why a case is no question of ours;
    such a case is not counted.
    """

    file: str
    row: int
    about: str = ""
    ours: str = ""
    theirs: str = ""
    agrees: bool = False
    beside: str = ""
    text: str = ""


def numbered(file: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a case file with their numbers; the first row behind the heading is 1."""
    with (CASES / file).open(encoding="utf-8", newline="") as opened:
        yield from enumerate(csv.DictReader(opened), start=1)


def parsed(text: str) -> Any:
    """The value of a JSON cell."""
    return json.loads(text)


def files(pattern: str) -> list[str]:
    """The names of the case files that fit, in order."""
    return sorted(path.name for path in CASES.glob(pattern))
