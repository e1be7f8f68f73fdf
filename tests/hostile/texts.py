"""Texts that attack whoever shows them, from `tests/examples/hostile.csv`: a row is a test of every export.

`text` is written with Python's escapes (`10000 * x` repeats), `shown` is what a reader must find of it
(blank: the text itself).
"""

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

UNSEEN = re.compile(
    "[\0-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
FILE = Path(__file__).parent.parent / "examples" / "hostile.csv"


@dataclass(frozen=True)
class Attack:
    """One text, what it tries, and what must be seen of it."""

    name: str
    text: str
    shown: str

    def shown_of(self, client: str) -> str:
        """What must be seen of it; in a record entities are no markup but what somebody typed."""
        return self.text if client == "records" and "&" in self.text else self.shown


@cache
def attacks() -> tuple[Attack, ...]:
    with FILE.open(encoding="ascii", newline="") as file:
        return tuple(_attack(**row) for row in csv.DictReader(file))


def _attack(attack: str, text: str, shown: str) -> Attack:
    repeated = re.fullmatch(r"(\d+) \* (.*)", text)
    text = int(repeated[1]) * repeated[2] if repeated else _unescaped(text)
    return Attack(attack, text, _unescaped(shown) or text)


def _unescaped(text: str) -> str:
    return text.encode("ascii").decode("unicode_escape")


def squeezed(text: str) -> str:
    """Without white space (a format may break a line wherever it likes) and without the sign for half a pair."""
    return "".join(text.replace("\ufffd", "").split())
