"""A contest: the same things done by us and by a peer, in turns, so that other load on the machine falls on both."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Side = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Contest:
    """What is counted, who does it, and in how many rounds.

    A side is given the number of the round, does its work once and returns how many things it did;
    `prepare` makes ready what a round needs, off the clock. `clock` is that of the processor where both sides work in
    this process alone, so that other work on the machine counts for neither.
    """

    what: str
    against: str
    ours: Side
    peer: Side
    rounds: int
    prepare: Callable[[int], None] = lambda _round: None
    clock: Callable[[], float] = perf_counter


@dataclass(frozen=True, slots=True)
class Outcome:
    """Seconds for one thing, ours and the peer's, a pair for each round."""

    contest: Contest
    ours: tuple[float, ...]
    peer: tuple[float, ...]

    @property
    def of_medians(self) -> float:
        """How many times as many things we do in the same time, by the medians of the rounds."""
        return median(self.peer) / median(self.ours)

    @property
    def of_best(self) -> float:
        """The same by each side's best round, which other load on the machine disturbs least."""
        return min(self.peer) / min(self.ours)


def race(contest: Contest) -> Outcome:
    """Every round both sides work once, one after the other; who begins changes from round to round."""
    ours: list[float] = []
    peer: list[float] = []
    for number in range(contest.rounds):
        contest.prepare(number)
        turns = [(contest.ours, ours), (contest.peer, peer)]
        for side, seconds in turns if number % 2 else reversed(turns):
            seconds.append(_seconds_for_one(side, number, contest.clock))
    return Outcome(contest, tuple(ours), tuple(peer))


def _seconds_for_one(side: Side, number: int, clock: Callable[[], float]) -> float:
    started = clock()
    done = side(number)
    return (clock() - started) / done
