"""Pages that are no pages: the saved ones and every invented one, and whether each comes out under its name."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from citations.models import Reading
from citations.pages import read_page
from citations.words import Reason
from tests.pages.directories import KNOWN
from tests.shared_data import PAGES

INVENTED = Path(__file__).parents[1] / "pages" / "fixtures"
SAVED = {
    "blocked/http406_novareresbiercafe.html": Reason.BLOCKED,
    "blocked/yellowpages_cloudflare_block.html": Reason.BLOCKED,
    "blocked/yellowpages_output.html": Reason.TIMEOUT,
}
_ANY = "https://www.directory.example/search?q=x"


@dataclass(frozen=True)
class Wall:
    """A wall, whether it was saved or invented, the name it should come out under, and what was read."""

    file: str
    is_saved: bool
    reason: Reason
    reading: Reading

    @property
    def is_named(self) -> bool:
        """True when it came out as an obstacle of that name, and nothing of it as a listing."""
        return self.reading.obstacle is not None and self.reading.obstacle.reason == self.reason and not self.reading


def walls() -> Iterator[Wall]:
    """Every wall: saved ones, and the fixtures that expect an obstacle. Those of each directory have their own test."""
    for file, reason in SAVED.items():
        yield Wall(file, True, reason, read_page((PAGES / file).read_bytes(), _ANY))
    for file in sorted(INVENTED.glob("*.json")):
        case = json.loads(file.read_text(encoding="utf-8"))
        if reason := case["expect"].get("obstacle"):
            body = file.with_suffix(".html").read_bytes()
            directory = KNOWN[case["directory"]] if case["directory"] else None
            status, headers = case.get("status", 200), case.get("headers")
            reading = read_page(body, case["url"], directory, status=status, headers=headers)
            yield Wall(file.stem, False, Reason(reason), reading)
