"""How much memory a long stream of pairs takes: every value is seen for the first time, and nothing may pile up.

    python -m tests.benchmarks.memory [--pairs 1000000]

A process of its own compares and identifies what fifty directories show of one record after the other, and says after
every tenth of the way how much memory it has taken at most so far.
"""

import argparse
import re
import resource
import sys
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import Path

from citations import Batch, Listing, Location, compare, identify
from tests.benchmarks.fifty_directories import records

PAIRS, BOUND = 100_000, 400  # pairs; megabytes
FIRST_SEED, TOGETHER = 70_000, 500


def stream() -> Iterator[tuple[Location, Listing, Batch]]:
    """Pairs without end, in batches of so many records."""
    for number in count():
        world = list(records(FIRST_SEED + number, TOGETHER))
        batch = Batch(place for place, _ in world)
        yield from ((place, listing, batch) for place, listings in world for listing in listings)


def peak() -> float:
    """The most memory that this process has held so far, in megabytes.

    Linux counts in `ru_maxrss` what the parent held when it started us; `VmHWM` is our own.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.findall(r"VmHWM:\s+(\d+) kB", status.read_text())[0]) / 2**10
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 2**20 if sys.platform == "darwin" else most / 2**10


def measured(pairs: int) -> Iterator[tuple[int, float]]:
    """After each tenth of the pairs: how many there were, and the peak so far."""
    endless = stream()
    for tenth in range(1, 11):
        for place, listing, batch in islice(endless, pairs // 10):
            compare(place, listing, batch)
            identify(place, listing, batch)
        yield pairs // 10 * tenth, peak()


def main(words: Sequence[str]) -> None:
    """Print the table, and what was added from the first tenth to the last."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.memory", description="memory of a long stream")
    parser.add_argument("--pairs", type=int, default=PAIRS, help="so many pairs")
    given = parser.parse_args(words)
    print(f"begins with {peak():.0f} MB; must stay under {BOUND} MB", flush=True)
    found = []
    for pairs, most in measured(given.pairs):
        found.append(most)
        print(f"{pairs:>10,} pairs: {most:.0f} MB", flush=True)
    print(f"added from the first tenth to the last: {found[-1] - found[0]:.0f} MB")
    sys.exit(found[-1] >= BOUND)


if __name__ == "__main__":
    main(sys.argv[1:])
