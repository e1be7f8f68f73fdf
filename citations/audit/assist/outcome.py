"""What becomes of a page that a person brings, and how far a queue is."""

from dataclasses import dataclass

from citations.audit.assist.queue import Key
from citations.directory import Directory
from citations.models import Check
from citations.store import Arrived


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a page: in words, the checks that came of it, and the entries to choose from when it is asked."""

    page: Arrived
    checks: tuple[Check, ...] = ()
    choices: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How many checks of a directory people have settled, of all that they have to do with."""

    directory: Directory
    settled: int
    of: int
