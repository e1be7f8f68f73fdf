"""The queues of an audit's hosts, without a list of all their checks."""

from collections.abc import Sequence

from citations.audit.plan import Task
from citations.directory import Directory
from citations.models import Location
from citations.web.hop import host_key


class NoSuchHostError(LookupError):
    """No directory file of this machine is of the host; the text says so."""


class HostQueues:
    """By the key that a host's pace goes by: its checks in their order, each with its number."""

    def __init__(self, locations: Sequence[Location], directories: Sequence[Directory]) -> None:
        self._locations = locations
        self._sites: dict[str, list[Directory]] = {}
        self._own: dict[str, list[Task]] = {}
        for directory in directories:
            if "*" in directory.domains:
                for location in locations:
                    task = Task(location, directory)
                    self._own.setdefault(_key(task.host), []).append(task)
            elif locations:
                self._sites.setdefault(_key(Task(locations[0], directory).host), []).append(directory)

    @property
    def hosts(self) -> Sequence[str]:
        """Every host that there is a check at."""
        return tuple({**self._sites, **self._own})

    def directories(self, host: str) -> Sequence[Directory]:
        """The directories of `host`; the businesses' own websites are no directory's."""
        return self._sites.get(host, ())

    def length(self, host: str) -> int:
        """How many checks there are at `host`. Raises NoSuchHostError when there are none."""
        length = len(self._own.get(host, ())) + len(self._locations) * len(self.directories(host))
        if not length:
            raise NoSuchHostError(f"no directory file here is of {host}: each machine of a fleet needs the same files")
        return length

    def task(self, host: str, number: int) -> Task:
        """The check with this number at `host`."""
        own = self._own.get(host, [])
        if number < len(own):
            return own[number]
        sites = self._sites[host]
        place, site = divmod(number - len(own), len(sites))
        return Task(self._locations[place], sites[site])


def _key(host: str) -> str:
    """A host without a dot is the id of a directory: of businesses' own websites where the record names none."""
    return host_key(f"https://{host}") if "." in host or ":" in host else host
