"""What `citations doctor` finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Examined:
    """One thing looked at: whether it is in order, what was found, what to do when it is not."""

    what: str
    ok: bool
    found: str
    needed: bool = True
