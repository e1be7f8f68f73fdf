"""How the shipped knowledge of a directory stands up to the site: the last live check of each, kept in the home folder.

Only a check that the site itself answered is kept; a directory without one was never checked live.

A degraded directory's checks are left out of audits until its file is mended or it is checked again.
"""

import hashlib
import inspect
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from citations.audit.running import write_json
from citations.directory import Directory
from citations.words import HealthState


@dataclass(frozen=True, slots=True)
class Health:
    """What a live check found.

    `why` says what is wrong; blank when nothing is. `seen` are sentences on what was seen, `evidence` the
    keys of the pages. `file` tells whether the directory's file is still the one that was checked.
    """

    directory: str
    state: HealthState
    why: str
    checked_at: datetime
    seen: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    file: str = ""

    def __str__(self) -> str:
        """The state, why, and the day."""
        return f"{self.state}{f' ({self.why})' if self.why else ''}, {self.checked_at:%Y-%m-%d}"

    def is_of(self, directory: Directory) -> bool:
        """False once the directory's file was changed: what was found no longer counts."""
        return self.file == fingerprint(directory)


class HealthBook:
    """The last live check of each directory, in one file under `home`."""

    def __init__(self, home: Path) -> None:
        self._file = home / "directories.json"

    def read(self) -> Mapping[str, Health]:
        """By directory id. A file that cannot be read counts for nothing: the directories are checked again."""
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return {name: _health(name, facts) for name, facts in kept.items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}

    def current(self, directories: Iterable[Directory]) -> dict[str, Health]:
        """By id, for those `directories` whose file is still the one that was checked."""
        found = self.read()
        return {
            directory.id: health
            for directory in directories
            if (health := found.get(directory.id)) and health.is_of(directory)
        }

    def of(self, directory: Directory) -> Health | None:
        """What the last live check of the directory found, as long as its file is the one that was checked."""
        return self.current([directory]).get(directory.id)

    def keep(self, health: Health) -> None:
        """Keep `health` in place of what was found before; one that saw nothing of the site is not kept."""
        if not health.state.is_live:
            return
        kept = {name: _facts(one) for name, one in (*self.read().items(), (health.directory, health))}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        write_json(self._file, kept)

    def degraded(self, directories: Iterable[Directory]) -> dict[str, str]:
        """Why the degraded ones among `directories` are not checked, by id, in a sentence that says what to do."""
        return {
            name: f"{health.why}, when it was checked live on {health.checked_at:%Y-%m-%d};"
            f" to try it anew: citations directories check {name}"
            for name, health in self.current(directories).items()
            if health.state is HealthState.DEGRADED
        }


def fingerprint(directory: Directory) -> str:
    """A digest of the directory's file; blank for one that has none."""
    try:
        file = Path(inspect.getfile(type(directory)))
        return hashlib.sha256(file.read_bytes()).hexdigest()[:16]
    except (OSError, TypeError):
        return ""


def _facts(health: Health) -> dict[str, object]:
    facts = asdict(health)
    del facts["directory"]
    return facts | {"checked_at": health.checked_at.isoformat()}


def _health(name: str, facts: Mapping[str, object]) -> Health:
    moment = datetime.fromisoformat(str(facts["checked_at"]))
    return Health(
        name,
        HealthState(str(facts["state"])),
        str(facts["why"]),
        moment if moment.tzinfo else moment.replace(tzinfo=UTC),
        _texts(facts["seen"]),
        _texts(facts["evidence"]),
        str(facts["file"]),
    )


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(str(text) for text in value)
