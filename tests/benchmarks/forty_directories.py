"""Forty directories of the practice web, in a process of their own: 28 of plain pages, 12 drawn by their scripts.

python -m tests.benchmarks.forty_directories FOLDER LOCATIONS

They are copies of seven practice sites, each with listings and faults of its own. The sites that block, limit or
keep visitors waiting are left out: waiting is no speed. Says one line when everything answers; each line on standard
input is answered with how often each site was visited so far; serves until standard input ends.
"""

import atexit
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from citations.catalog import load_catalog
from citations.directory import Directory
from citations.locations import read_locations
from citations.models import Location
from citations.practice.serve import Practice, serve
from citations.practice.sites import Keyhole, Lantern, Pinwheel, Quarry, Site, Townfolk, Vellum, Whisperwell

SEED = 3
PLAIN: Mapping[type[Site], int] = {Townfolk: 5, Quarry: 5, Lantern: 5, Whisperwell: 5, Vellum: 4, Keyhole: 4}
DRAWN: Mapping[type[Site], int] = {Pinwheel: 12}


def _copies(kinds: Mapping[type[Site], int]) -> Sequence[type[Site]]:
    """So many sites of each kind; their ids are the kind's and a number."""
    return tuple(
        type(kind.__name__, (kind,), {"id": f"{kind.id}_{number}", "__module__": kind.__module__})
        for kind, count in kinds.items()
        for number in range(count)
    )


PLAIN_SITES, DRAWN_SITES = _copies(PLAIN), _copies(DRAWN)


@dataclass(frozen=True, slots=True)
class Forty:
    """The forty, served by a process that ends with this one; their files are in `folder`."""

    folder: Path
    process: "subprocess.Popen[str]"

    @classmethod
    def serve(cls, folder: Path, locations: int) -> "Forty":
        """Begin to serve; what so many locations are listed with."""
        words = [sys.executable, "-m", "tests.benchmarks.forty_directories", str(folder), str(locations)]
        process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        atexit.register(process.wait)
        atexit.register(process.kill)
        forty = cls(folder, process)
        if not forty._line():
            raise RuntimeError("the practice web did not start")
        return forty

    def _line(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline()

    @property
    def places(self) -> Sequence[Location]:
        """The locations that are looked for."""
        return read_locations(self.folder / "locations.csv").locations

    def directories(self, sites: Sequence[type[Site]]) -> Sequence[Directory]:
        """The directories of `sites`."""
        return load_catalog([self.folder / "directories"]).pick([site.id for site in sites])

    def origins(self) -> Mapping[str, str]:
        """Where each site is, by its id."""
        truth = json.loads((self.folder / "truth.json").read_text(encoding="utf-8"))
        return {site["id"]: site["origin"] for site in truth["sites"]}

    def visits(self) -> Mapping[str, int]:
        """How often each site was visited so far, robots.txt included; not what its own scripts asked for."""
        assert self.process.stdin
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        counted: Mapping[str, int] = json.loads(self._line())
        return counted


def _counted(practice: Practice) -> Mapping[str, int]:
    return {
        site: sum(not request.path.startswith("/data/") for request in asked)
        for site, asked in practice.requests.items()
    }


def main(words: Sequence[str]) -> None:
    """Serve until standard input ends."""
    folder, locations = words
    sites = (*PLAIN_SITES, *DRAWN_SITES)
    with (
        mock.patch("citations.practice.world.SITES", sites),
        serve(SEED, int(locations), out=Path(folder), extra=False) as practice,
    ):
        print("ready", flush=True)
        while sys.stdin.readline():
            print(json.dumps(_counted(practice)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
