"""What was learnt of hosts: whose pages take the browser, and whose plain pages are enough; kept in the home folder."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from citations.audit.running import write_json

DAYS_HELD = 30  # a site may have changed since: then it is tried anew
BROWSER, PLAIN = "browser", "plain"


@dataclass
class HostBook:
    """By host, what its pages take. Without a `file` nothing outlives the run."""

    file: Path | None = None
    _known: dict[str, dict[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        self._known = dict(_read(self.file)) if self.file else {}

    def takes(self, host: str) -> str:
        """`browser`, `plain` or blank when it is not known (any more)."""
        kept = self._known.get(host, {})
        return kept.get("takes", "") if _is_young(kept.get("seen_at", "")) else ""

    def learn(self, host: str, takes: str) -> None:
        """Keep what the pages of `host` take."""
        if self.takes(host) == takes:
            return
        others = _read(self.file) if self.file else self._known
        self._known = {**others, **self._known, host: {"takes": takes, "seen_at": datetime.now(UTC).isoformat()}}
        if self.file:
            with suppress(OSError):  # on a full disk the next run learns it again
                self.file.parent.mkdir(parents=True, exist_ok=True)
                write_json(self.file, self._known)


def _read(file: Path) -> Mapping[str, dict[str, str]]:
    """What is in the file; one that cannot be read counts for nothing."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {host: said for host, said in kept.items() if isinstance(said, dict)} if isinstance(kept, dict) else {}


def _is_young(moment: str) -> bool:
    try:
        return datetime.now(UTC) - datetime.fromisoformat(moment) < timedelta(days=DAYS_HELD)
    except (ValueError, TypeError):
        return False
