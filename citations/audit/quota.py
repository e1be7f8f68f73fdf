"""The requests made of an official API each day, counted across runs and programs."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from citations.directory import Api
from citations.settings import Settings


@dataclass(frozen=True, slots=True)
class Quota:
    """How much of a day's budget is used: `limit` requests a day (0: no limit), counted by the length of `file`.

    Every request adds one byte. Appending needs no lock, so that several programs count together.
    """

    file: Path
    limit: int

    @classmethod
    def of(cls, api: Api, settings: Settings) -> "Quota":
        """Today's budget (by UTC) of an API: the setting's, else the file's own caution."""
        day = datetime.now(UTC).date().isoformat()
        limit = settings.api_quota.get(api.id, api.daily_quota)
        return cls(settings.home / "api-requests" / f"{day}.{api.id}", limit)

    @property
    def used(self) -> int:
        """The requests made so far today."""
        try:
            return self.file.stat().st_size
        except FileNotFoundError:
            return 0

    def spend(self) -> bool:
        """Count one request; False, and nothing counted, when the budget is used up."""
        if self.limit and self.used >= self.limit:
            return False
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.open("ab") as file:
            file.write(b".")
        return True
