"""Whether a listing says that the business is closed or has moved: in a badge, never in running text."""

from collections.abc import Sequence

from citations.pages.tables import rows
from citations.pages.text import MAIN, Line
from citations.words import Lifecycle


def lifecycle(lines: Sequence[Line]) -> tuple[Lifecycle, str]:
    """What the badges among `lines` say, and the badge; open and blank when there is none."""
    for line in lines:
        if line.region == MAIN and len(line.text) < 80:
            found = _badge(line)
            if found:
                return found, line.text
    return Lifecycle.OPEN, ""


def _badge(line: Line) -> Lifecycle | None:
    text = line.text.lower()
    for row in rows("lifecycle"):
        fits = row["phrase"] in text and len(text) <= len(row["phrase"]) + int(row["spare"])
        if fits and not any(word in text for word in row["unless"].split("|")) and line.node.tag not in ("a", "button"):
            return Lifecycle(row["lifecycle"])
    return None
