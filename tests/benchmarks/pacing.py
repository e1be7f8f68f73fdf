"""How busy an audit keeps its hosts while it waits at each: its time against the longest single host's own pace.

python -m tests.benchmarks.pacing [--pace SECONDS] [--locations N]

Forty directories on loopback, twelve of which need a browser. No audit can end before the host that is asked most
often was asked at its pace; what an audit takes beyond that is our doing.
"""

import argparse
import sys
from collections.abc import Sequence
from time import perf_counter

from tests.benchmarks.checking import Checking, folder_until_the_end
from tests.benchmarks.forty_directories import DRAWN_SITES, PLAIN_SITES, Forty


def main(words: Sequence[str]) -> None:
    """Run one audit and print both times."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.pacing", description="hosts kept busy")
    parser.add_argument("--pace", type=float, default=2.0, help="seconds between two requests to a host")
    parser.add_argument("--locations", type=int, default=6)
    given = parser.parse_args(words)
    checking = Checking(Forty.serve(folder_until_the_end(), given.locations), PLAIN_SITES + DRAWN_SITES)
    before = checking.forty.visits()
    started = perf_counter()
    checks = checking.ours(0, given.pace)
    took = perf_counter() - started
    most = max(count - before.get(site, 0) for site, count in checking.forty.visits().items())
    alone = (most - 1) * given.pace
    print(f"{checks} checks at {len(checking.sites)} hosts, one request in {given.pace:g} s at each: {took:.1f} s")
    print(f"the host with the most requests ({most}) alone: {alone:.1f} s; ratio {took / alone:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
