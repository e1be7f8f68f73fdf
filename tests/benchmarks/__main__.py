"""`make bench`: every contest, and its outcome as the table of docs/performance.md.

python -m tests.benchmarks [--rounds N] [--locations N] [checking] [reading] [comparing]
"""

import argparse
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from statistics import median

from tests.benchmarks import checking, comparing, reading
from tests.benchmarks.contest import Contest, Outcome, race

ROOMS = {"checking": checking.contests, "reading": reading.contests, "comparing": comparing.contests}
HEAD = """\
| what, per second | ours | the peer's | ratio of medians | of best rounds | rounds | the peer |
|---|---|---|---|---|---|---|"""


def main(words: Sequence[str]) -> None:
    """Run the contests that were named, all of them when none was."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="speed, as ratios against peers")
    parser.add_argument("rooms", nargs="*", metavar="|".join(ROOMS), help="which contests; all when none is named")
    parser.add_argument("--rounds", type=int, default=0, help="so many rounds for each contest")
    parser.add_argument(
        "--locations", type=int, default=comparing.LOCATIONS, help="compare so many, each with fifty listings"
    )
    given = parser.parse_args(words)
    rooms = {**ROOMS, "comparing": partial(comparing.contests, given.locations)}
    unknown = [room for room in given.rooms if room not in ROOMS]
    if unknown:
        parser.error(f"there is no contest {', '.join(unknown)}; there are {', '.join(ROOMS)}")
    print(HEAD, flush=True)
    for room in given.rooms or ROOMS:
        for contest in rooms[room]():
            print(row(race(_with_rounds(contest, given.rounds))), flush=True)
    print(f"\n{machine()}")


def _with_rounds(contest: Contest, rounds: int) -> Contest:
    return replace(contest, rounds=rounds) if rounds else contest


def row(outcome: Outcome) -> str:
    """One line of the table."""
    contest = outcome.contest
    cells = (
        contest.what,
        f"{1 / median(outcome.ours):,.0f}",
        f"{1 / median(outcome.peer):,.1f}",
        f"**×{outcome.of_medians:.1f}**",
        f"×{outcome.of_best:.1f}",
        str(contest.rounds),
        contest.against,
    )
    return f"| {' | '.join(cells)} |"


def machine() -> str:
    """The facts about this machine that the absolute figures hang on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"Measured on {cores} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}."


if __name__ == "__main__":
    main(sys.argv[1:])
