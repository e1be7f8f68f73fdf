"""`make bench` prints one line for each contest: the benchmarks themselves still run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from citations import Listing, Location, compare
from citations.nap.name import phrases, read_name
from citations.words import Verdict
from tests.benchmarks.__main__ import row
from tests.benchmarks.cold import forget
from tests.benchmarks.contest import Contest, race
from tests.benchmarks.fifty_directories import records
from tests.benchmarks.labelled_pairs import PAIRS, yelp_zomato
from tests.benchmarks.peers import ours
from tests.benchmarks.peers.__main__ import folds
from tests.benchmarks.peers.peer import Peer, f1


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


@pytest.mark.slow
def test_a_long_stream_stays_within_its_memory() -> None:
    words = [sys.executable, "-m", "tests.benchmarks.memory", "--pairs", "20000"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count(" pairs: ") == 10


def test_peers_without_pairs_say_where_pairs_are_looked_for(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "tests.benchmarks.peers"]
    nowhere = {**os.environ, "CITATIONS_SHARED": str(tmp_path)}
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60, env=nowhere)
    assert done.returncode == 1
    assert str(tmp_path) in done.stderr


@pytest.mark.skipif(not PAIRS.exists(), reason="labelled pairs are not here")
@pytest.mark.parametrize("way", [ours.LEARNT, ours.SHIPPED], ids=lambda peer: peer.name)
def test_we_stand_among_the_peers(way: Peer) -> None:
    training, held = next(folds(yelp_zomato()))
    assert f1(way.learn(training)(held), held)[2] > 0.9


def test_fifty_listings_are_one_record_in_several_writings() -> None:
    [(place, listings)] = records(seed=1, locations=1)
    assert len(listings) == 50
    found = [compare(place, listing) for listing in listings]
    phones = {result.phone.verdict for result in found}
    assert {Verdict.SAME, Verdict.FORMATTING} <= phones
    assert any(result.address.verdict.is_wrong for result in found)
    assert sum(result.address.verdict.is_right for result in found) > 25


def test_forgetting_empties_what_was_remembered_and_keeps_tables() -> None:
    compare(Location("1", "Lakewood Bakery"), Listing(name="Lakewood Bakery LLC"))
    assert read_name.cache_info().currsize
    forget()
    assert not read_name.cache_info().currsize
    assert phrases.cache_info().currsize


def test_an_unknown_contest_is_named() -> None:
    words = [sys.executable, "-m", "tests.benchmarks", "sprinting"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "sprinting" in done.stderr
