"""What the status in an export says of a location: whether it is audited, and what a person should know."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from citations.locations.columns import words

UNKNOWN = "says nothing to us; rows that have it are read like any other"


@dataclass(frozen=True, slots=True)
class Status:
    """A status of `statuses.toml`: `keep` is false for a location that is not audited."""

    name: str
    keep: bool = True
    says: str = ""


def status(text: str) -> Status:
    """The status that `text` names; one that is not known has no name, and is kept."""
    return _statuses().get(words(text)) or Status("", says=UNKNOWN)


@cache
def _statuses() -> dict[str, Status]:
    table = tomllib.loads((Path(__file__).parent / "statuses.toml").read_text(encoding="utf-8"))
    return {
        words(word): Status(name, entry["keep"], entry.get("says", ""))
        for name, entry in table.items()
        for word in entry["words"]
    }
