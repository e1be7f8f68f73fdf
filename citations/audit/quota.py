"""The requests that may be made of an official API each day with one key."""

from dataclasses import dataclass
from hashlib import sha256

from citations.directory import Api
from citations.settings import Settings


@dataclass(frozen=True, slots=True)
class Quota:
    """How many requests a day (UTC) are made at most (0: no limit), and the name by which they are counted."""

    name: str
    limit: int

    @classmethod
    def of(cls, api: Api, settings: Settings) -> "Quota":
        """The setting's number, else the API's own caution. The name tells keys apart, and gives none away."""
        key = settings.api_key(api.key) if api.key else ""
        name = f"api {api.id} {sha256(key.encode()).hexdigest()[:8]}" if key else f"api {api.id}"
        return cls(name, settings.api_quota.get(api.id, api.daily_quota))
