"""dedupe: distances of the fields under a classifier that it trains on the labelled pairs."""

import logging
from collections.abc import Sequence
from typing import Any

from tests.benchmarks.labelled_pairs import Pair
from tests.benchmarks.peers.peer import EXACT, FIELDS, Judge, Peer, have_spots, records, spots, tuned

Both = tuple[dict[str, Any], dict[str, Any]]


def learn(training: Sequence[Pair]) -> Judge:
    """Its classifier on its distances, at the threshold that is best in training."""
    import dedupe  # noqa: PLC0415 - a peer that may not be there

    logging.getLogger("dedupe").setLevel(logging.ERROR)
    known = [_both(pair) for pair in training]
    filled = {field for field in FIELDS if all(any(both[side][field] for both in known) for side in (0, 1))}
    variables = [
        (dedupe.variables.Exact if field in EXACT else dedupe.variables.String)(field, has_missing=True)
        for field in FIELDS
        if field in filled
    ]
    if have_spots(training):
        variables.append(dedupe.variables.LatLong("spot", has_missing=True))
    linker = dedupe.RecordLink(variables, num_cores=1)
    distances = linker.data_model.distances(known)
    linker.classifier.fit(distances, [int(pair.same) for pair in training])

    def scores(pairs: Sequence[Both]) -> list[float]:
        return [float(odds) for odds in linker.classifier.predict_proba(linker.data_model.distances(pairs))[:, -1]]

    least = tuned(scores(known), training)
    return lambda pairs: [score >= least for score in scores([_both(pair) for pair in pairs])]


def _both(pair: Pair) -> Any:
    """Both records; what is missing is None, as dedupe wants it."""
    both = zip(records(pair), spots(pair), strict=True)
    return tuple({field: text or None for field, text in record.items()} | {"spot": spot} for record, spot in both)


PEER = Peer("dedupe, trained", "dedupe", learn)
