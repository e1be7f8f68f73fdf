"""One similarity of everything, by rapidfuzz, with a threshold tuned on the training part."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from tests.benchmarks.labelled_pairs import Pair
from tests.benchmarks.peers.peer import Judge, Peer, records, tuned


def learn(training: Sequence[Pair]) -> Judge:
    """`token_sort_ratio` of both records as one text each, at the threshold that is best in training."""
    least = tuned(_scores(training), training)
    return lambda pairs: [score >= least for score in _scores(pairs)]


def _scores(pairs: Sequence[Pair]) -> list[float]:
    both = ([" ".join(record.values()) for record in records(pair)] for pair in pairs)
    return [fuzz.token_sort_ratio(a, b) for a, b in both]


PEER = Peer("rapidfuzz, one threshold", "rapidfuzz", learn)
