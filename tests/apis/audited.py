"""An audit of the shipped directory files whose API is a server on loopback, through the whole way of a run."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citations import Location
from citations.audit import begin, run
from citations.catalog import load_catalog
from citations.models import Check
from citations.settings import Settings
from citations.store import Store
from tests.apis.api_server import Answer, ApiServer, Asked, api_server

KEY = "sesame-0123456789-invented"
BAKERY = Location(
    "b1",
    "Harbor Lane Bakery",
    "12 Harbor Lane Suite 200, Portland, OR 97201",
    "(503) 555-0111",
    "https://harborlane.example/",
    hours="Mo-Fr 08:00-17:00; Sa 09:00-12:00",
)


@dataclass(frozen=True)
class Audited:
    """The checks of a run, and what the API was asked."""

    checks: tuple[Check, ...]
    server: ApiServer

    @property
    def check(self) -> Check:
        """The only check."""
        (check,) = self.checks
        return check

    @property
    def verdicts(self) -> dict[str, str]:
        """The verdict on each field of the only check."""
        assert self.check.comparison is not None, self.check
        return {name: str(result.verdict) for name, result in self.check.comparison.fields.items()}


def audited(
    home: Path,
    directory: str,
    answer: Callable[[Asked], Answer],
    locations: Sequence[Location] = (BAKERY,),
    also_private: frozenset[str] = frozenset(),
    at: str = "",
    **settings: Any,
) -> Audited:
    """Run an audit of `locations` in the shipped `directory`; `settings` beside those that a test needs.

    `at` names the API that the server plays, where it is not the directory's own.
    """
    with api_server(answer) as server:
        usual = {
            "home": home,
            "pace": 0,
            "timeout": 5,
            "allow_private": also_private | {server.host},
            "api_address": {at or directory: server.address},
            "browser": "/nowhere",
        }
        now = Settings(**(usual | settings))
        store = Store(now.database)
        directories = load_catalog().pick([directory])
        audit = begin(store, "invented.csv", list(locations), directories, now, fresh=True)
        failed = asyncio.run(run(store, audit, list(locations), directories, now))
        assert failed == ()
        found = (store.check(audit.id, location.id, directory) for location in locations)
        checks = tuple(check for check in found if check)
        store.close()
        return Audited(checks, server)
