"""We, on the same pairs: the shipped weights, and on the Overture pairs weights learnt from the training part only."""

from collections.abc import Sequence

from citations.nap import identify
from citations.words import Decision
from tests.benchmarks.labelled_pairs import Pair
from tests.benchmarks.learn_weights import bits_of, samples
from tests.benchmarks.learn_weights import learn as learn_weights
from tests.benchmarks.peers.peer import Judge, Peer


def learn(training: Sequence[Pair]) -> Judge:
    """Weights of the named levels; a pair is one place from 0 bits on, without a person's eye."""
    weights = learn_weights(samples(training))
    return lambda pairs: [bits_of(sample, weights) >= 0 for sample in samples(pairs)]


def shipped(_training: Sequence[Pair]) -> Judge:
    """The decision of `identify` as it ships; what it leaves to a person counts as not the same."""
    return lambda pairs: [identify(pair.location, pair.listing).decision is Decision.SAME for pair in pairs]


LEARNT = Peer("citations, weights learnt from the training part", "citations", learn)
SHIPPED = Peer("citations, as it ships, review counted as not the same", "citations", shipped)
