"""The Python Record Linkage Toolkit: similarities of the fields, classified with and without labels."""

from collections.abc import Sequence
from typing import Any

from tests.benchmarks.labelled_pairs import Pair
from tests.benchmarks.peers.peer import EXACT, FIELDS, Judge, Peer, have_spots, records, spots

AGREES = 0.85  # from here on a similarity counts as agreement where a classifier wants yes or no


def learn_with_labels(training: Sequence[Pair]) -> Judge:
    """Its logistic regression on the similarities."""
    import recordlinkage  # noqa: PLC0415 - a peer that may not be there

    features, classifier = _features(training), recordlinkage.LogisticRegressionClassifier()
    classifier.fit(features, features.index[[pair.same for pair in training]])
    return lambda pairs: _said(classifier, _features(pairs))


def learn_without(training: Sequence[Pair]) -> Judge:
    """Its expectation maximisation, which sees no label."""
    import recordlinkage  # noqa: PLC0415 - a peer that may not be there

    classifier = recordlinkage.ECMClassifier()
    classifier.fit((_features(training) >= AGREES).astype(int))
    return lambda pairs: _said(classifier, (_features(pairs) >= AGREES).astype(int))


def _said(classifier: Any, features: Any) -> list[bool]:
    return list(features.index.isin(classifier.predict(features)))


def _features(pairs: Sequence[Pair]) -> Any:
    import pandas  # noqa: PLC0415
    import recordlinkage  # noqa: PLC0415

    ours, theirs = (pandas.DataFrame(side, dtype=object) for side in zip(*map(records, pairs), strict=True))
    ours, theirs = ours.replace("", None), theirs.replace("", None)
    compare = recordlinkage.Compare()
    if have_spots(pairs):
        for table, side in ((ours, 0), (theirs, 1)):
            table["up"], table["across"] = zip(*(spots(pair)[side] or (None, None) for pair in pairs), strict=True)
        compare.geo("up", "across", "up", "across", method="exp", scale=0.5, label="spot")
    for field in FIELDS:
        if field in EXACT:
            compare.exact(field, field, label=field)
        else:
            compare.string(field, field, method="jarowinkler", label=field)
    return compare.compute(pandas.MultiIndex.from_arrays([ours.index, theirs.index]), ours, theirs)


PEERS = (
    Peer("recordlinkage, logistic regression", "recordlinkage", learn_with_labels),
    Peer("recordlinkage, ECM without labels", "recordlinkage", learn_without),
)
