"""Whether a listing says that its owner keeps it: in a line of its own, never in running text."""

from collections.abc import Sequence

from citations.pages.tables import rows
from citations.pages.text import MAIN, Line


def claimed(lines: Sequence[Line]) -> bool | None:
    """What the first such line says; None where there is none. An offer to claim it says that nobody has."""
    for line in lines:
        text = line.text.lower().strip(" \t✓✔☑·•")
        for row in rows("claimed") if line.region == MAIN and len(text) < 80 else ():
            if row["phrase"] in text and len(text) <= len(row["phrase"]) + int(row["spare"]):
                return row["claimed"] == "yes"
    return None
