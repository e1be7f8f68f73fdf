"""What an audit will check: each location in each directory, in queues of one per host."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from citations.directory import Directory
from citations.models import Location


@dataclass(frozen=True, slots=True)
class Task:
    """One check to do."""

    location: Location
    directory: Directory

    @property
    def key(self) -> tuple[str, str]:
        """How the store knows it: (location id, directory id)."""
        return self.location.id, self.directory.id

    @property
    def host(self) -> str:
        """The host whose pace it follows; checks of one host run one after another."""
        if "*" in self.directory.domains:
            return urlsplit(self.directory.known_url(self.location)).netloc or self.directory.id
        return self.directory.domains[0]


@dataclass(frozen=True, slots=True)
class Part:
    """How much of an audit is done this time: `limit` checks at most, in the directories `only`; None and none: all."""

    limit: int | None = None
    only: frozenset[str] = frozenset()

    def of(self, tasks: Sequence[Task]) -> Sequence[Task]:
        """Those of `tasks` that are done this time."""
        return [task for task in tasks if not self.only or task.directory.id in self.only][: self.limit]


WHOLE = Part()


def plan(locations: Iterable[Location], directories: Sequence[Directory]) -> tuple[Task, ...]:
    """Every location in every directory, location by location."""
    return tuple(Task(location, directory) for location in locations for directory in directories)


def by_host(tasks: Iterable[Task]) -> dict[str, list[Task]]:
    """The tasks of each host in their order."""
    queues: dict[str, list[Task]] = defaultdict(list)
    for task in tasks:
        queues[task.host].append(task)
    return dict(queues)
