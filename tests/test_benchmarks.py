"""`make bench` prints one line for each contest: the benchmarks themselves still run."""

import subprocess
import sys

import pytest

from tests.benchmarks.__main__ import row
from tests.benchmarks.contest import Contest, race


def test_a_contest_counts_both_sides_and_says_who_is_faster() -> None:
    done: list[str] = []

    def side(name: str, work: int) -> int:
        done.append(name)
        sum(range(work))
        return 10

    contest = Contest("sums", "a slower one", lambda _: side("ours", 1_000), lambda _: side("peer", 1_000_000), 3)
    outcome = race(contest)
    assert done == ["peer", "ours", "ours", "peer", "peer", "ours"]
    assert outcome.of_medians > 10
    assert outcome.of_best > 10
    assert row(outcome).startswith("| sums | ")


@pytest.mark.slow
@pytest.mark.parametrize(("room", "least"), [("reading", 1), ("comparing", 2), ("checking", 1)])
def test_every_contest_runs(room: str, least: int) -> None:
    words = [sys.executable, "-m", "tests.benchmarks", "--rounds", "1", room]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if line.startswith("|")][2:]
    assert len(lines) >= least
    assert all("×" in line for line in lines)
    assert "cores" in done.stdout


def test_an_unknown_contest_is_named() -> None:
    words = [sys.executable, "-m", "tests.benchmarks", "sprinting"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "sprinting" in done.stderr
