"""What is known of an audit without reading its checks."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class DirectoryInfo:
    """A directory as it was when the audit was planned."""

    id: str
    name: str
    tier: int = 2


@dataclass(frozen=True, slots=True)
class AuditInfo:
    """One audit: where its locations came from, how far it is, whom and what it covers.

    `planned` and `done` count checks, `locations` counts locations. `finished_at` is None while it
    can still be continued.
    """

    id: int
    source: str
    started_at: datetime
    finished_at: datetime | None
    planned: int
    done: int
    locations: int
    clients: tuple[str, ...]
    directories: tuple[DirectoryInfo, ...]

    @property
    def is_finished(self) -> bool:
        """True when every planned check was made."""
        return self.finished_at is not None
