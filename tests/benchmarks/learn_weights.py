"""Learns the weights of identity from labelled pairs: `weights.csv` and `common_words.csv` of `citations/nap/tables`.

    python -m tests.benchmarks.learn_weights            measure only (5-fold)
    python -m tests.benchmarks.learn_weights --wrong    and print the pairs that it gets wrong
    python -m tests.benchmarks.learn_weights --write    learn from all pairs and write the tables

The model is a logistic regression on the named levels: its coefficients, divided by ln 2, are the bits.
A level that the pairs hardly show is drawn towards zero. Folds and seed are fixed. The two thresholds are chosen on
the training part alone, from the bits that its rows get from a model that did not see them.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from citations.nap import Batch
from citations.nap.decision import decide
from citations.nap.levels import levels
from citations.nap.name import read_name
from citations.nap.weights import TABLE, Thresholds, weighed_as
from citations.words import Decision
from tests.benchmarks.labelled_pairs import Pair, overture

SEED, FOLDS, PULL, PULL_TOGETHER, RAREST = 20, 5, 1.4, 2.1, 4
TOGETHER = (
    ("name", "address"),
    ("name", "phone"),
    ("name", "website"),
    ("letters", "address"),
    ("chain", "phone"),
    ("chain", "website"),
    ("phone", "website"),
)
PRECISION, REVIEW, LEAST = 0.957, 0.15, -1.5
TABLES = TABLE.parent
COMMON = 6
Feature = tuple[str, str]
Weights = dict[Feature, float]
Matrix = NDArray[np.float64]
PRIOR = ("prior", "any")
# The Overture pairs have no coordinates. On the Yelp-Zomato pairs a door within 150 m is worth 3.9 bits, 1 to 5 km
# -3.3 and more than 5 km -7.0; about half is taken, because address and distance say partly the same.
DISTANCE = {("distance", "near"): 2.0, ("distance", "town"): -2.0, ("distance", "far"): -3.5}


class Sample(NamedTuple):
    """A labelled pair with its levels and what the model sees of them."""

    pair: Pair
    found: dict[str, str]
    features: tuple[Feature, ...]


def samples(pairs: Sequence[Pair]) -> list[Sample]:
    """The pairs in one batch, each record a client of its own: names, numbers and sites that many share weigh less."""
    own = [pair._replace(location=replace(pair.location, client=pair.location.id)) for pair in pairs]
    batch = Batch(pair.location for pair in own)
    found = [levels(pair.location, pair.listing, batch) for pair in own]
    return [Sample(pair, seen, tuple(features(weighed_as(seen)))) for pair, seen in zip(own, found, strict=True)]


def features(found: dict[str, str]) -> Iterator[Feature]:
    """The levels of a pair, alone and two together."""
    yield from ((field, level) for field, level in found.items() if level != "blank")
    for a, b in TOGETHER:
        if "blank" not in (found[a], found[b]):
            yield f"{a}+{b}", f"{found[a]}+{found[b]}"


def learn(labelled: Sequence[Sample]) -> Weights:
    """Feature -> bits, with the prior under ("prior", "any").

    The levels are learnt alone first; together with the pairs each is then held near what it weighs alone, so that
    a pair stays a correction and a level reads as what it says.
    """
    seen = Counter(feature for sample in labelled for feature in sample.features)
    names = sorted((f for f, count in seen.items() if count >= RAREST), key=lambda feature: "+" in feature[0])
    column = {feature: at for at, feature in enumerate([PRIOR, *names])}
    x = np.zeros((len(labelled), len(column)))
    x[:, 0] = 1
    for row, sample in enumerate(labelled):
        x[row, [column[feature] for feature in sample.features if feature in column]] = 1
    y = np.array([sample.pair.same for sample in labelled], float)
    pull = np.array([0.0] + [PULL_TOGETHER if "+" in field else PULL for field, _ in names])
    alone = 1 + sum("+" not in field for field, _ in names)
    start = np.zeros(len(column))
    start[:alone] = _fit(x[:, :alone], y, pull[:alone], start[:alone])
    bits = _fit(x, y, pull, start) / np.log(2)
    return {feature: round(float(bits[at]), 2) for feature, at in column.items()}


def _fit(x: Matrix, y: Matrix, pull: Matrix, start: Matrix) -> Matrix:
    """The coefficients of a logistic regression, drawn towards `start` with the force `pull`."""

    def loss(w: Matrix) -> tuple[float, Matrix]:
        z = x @ w
        error = 1 / (1 + np.exp(-z)) - y
        away = pull * (w - start)
        return float(np.sum(np.logaddexp(0, z) - y * z) + 0.5 * np.sum(away * (w - start))), x.T @ error + away

    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x)


def bits_of(sample: Sample, weights: Weights) -> float:
    """The sum of what its features weigh."""
    return sum(weights.get(feature, 0.0) for feature in (*sample.features, PRIOR))


def folds(labelled: Sequence[Sample]) -> Iterator[tuple[list[int], list[int]]]:
    """(the rows to learn from, the rows to judge), five times."""
    order = np.random.default_rng(SEED).permutation(len(labelled))
    for fold in range(FOLDS):
        held = order[fold::FOLDS].tolist()
        yield sorted(set(order.tolist()) - set(held)), held


def unseen_bits(labelled: Sequence[Sample]) -> list[float]:
    """The bits of each sample by a model that did not learn from it."""
    bits = [0.0] * len(labelled)
    for learnt, held in folds(labelled):
        weights = learn([labelled[at] for at in learnt])
        for at in held:
            bits[at] = bits_of(labelled[at], weights)
    return bits


def thresholds(labelled: Sequence[Sample], bits: Sequence[float]) -> Thresholds:
    """The lowest `same` with the precision, and the lowest `review` with the share of reviews, that we want on these.

    Both are of the decisions, as the rules of `decide` leave them.
    """
    steps = [step / 4 for step in range(-16, 17)]

    def at(limits: Thresholds) -> Outcome:
        pairs = zip(labelled, bits, strict=True)
        return outcome(labelled, [_decide(sample, score, limits) for sample, score in pairs])

    same_from = next(step for step in steps if step >= LEAST and at(Thresholds(step, step)).precision >= PRECISION)
    below = (Thresholds(same_from, step) for step in steps if step <= same_from)
    return next(limits for limits in below if at(limits).reviewed <= REVIEW)


class Outcome(NamedTuple):
    """What decisions came to: counts of pairs."""

    hits: int
    said_same: int
    same: int
    same_in_review: int
    review: int
    pairs: int

    @property
    def precision(self) -> float:
        """Of those called same, the part that is."""
        return self.hits / max(1, self.said_same)

    @property
    def recall(self) -> float:
        """Of those that are the same, the part called so: review counts as not the same."""
        return self.hits / max(1, self.same)

    @property
    def recall_of_decided(self) -> float:
        """The same, of the pairs that are not in review."""
        return self.hits / max(1, self.same - self.same_in_review)

    @property
    def reviewed(self) -> float:
        """The part that is left to a person."""
        return self.review / self.pairs

    def __str__(self) -> str:
        f1 = 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)
        return (
            f"precision {self.precision:.3f} recall {self.recall:.3f} F1 {f1:.3f}; decided: recall "
            f"{self.recall_of_decided:.3f}, review {self.reviewed:.1%} of {self.pairs}"
        )


def _decide(sample: Sample, bits: float, limits: Thresholds) -> Decision:
    return decide(sample.pair.location, sample.pair.listing, sample.found, bits, limits)


def outcome(labelled: Sequence[Sample], said: Sequence[Decision]) -> Outcome:
    """What `said` comes to on the labelled pairs."""
    both = [(sample.pair.same, decision) for sample, decision in zip(labelled, said, strict=True)]
    return Outcome(
        hits=sum(same and decision is Decision.SAME for same, decision in both),
        said_same=sum(decision is Decision.SAME for _, decision in both),
        same=sum(same for same, _ in both),
        same_in_review=sum(same and decision is Decision.REVIEW for same, decision in both),
        review=sum(decision is Decision.REVIEW for _, decision in both),
        pairs=len(both),
    )


class Judged(NamedTuple):
    """A pair with the bits, the thresholds and the decision of a model that did not learn from it."""

    sample: Sample
    bits: float
    limits: Thresholds
    decision: Decision


def unseen_decisions(labelled: Sequence[Sample]) -> list[Judged]:
    """What the five folds say of each pair: everything learnt without the rows that are judged."""
    judged: dict[int, Judged] = {}
    for learnt, held in folds(labelled):
        training = [labelled[at] for at in learnt]
        weights, limits = learn(training), thresholds(training, unseen_bits(training))
        for at in held:
            bits = bits_of(labelled[at], weights)
            judged[at] = Judged(labelled[at], bits, limits, _decide(labelled[at], bits, limits))
    return [judged[at] for at in range(len(labelled))]


def measure(judged: Sequence[Judged]) -> None:
    """Prints the outcome of the five folds together."""
    american = [one for one in judged if one.sample.pair.country == "US"]
    for name, part in (("all", judged), ("US", american)):
        pairs = [one.sample for one in part]
        _say(f"{name:4}decisions     ", outcome(pairs, [one.decision for one in part]))
        _say(f"{name:4}bits, no rules", outcome(pairs, [by_bits(one.bits, one.limits) for one in part]))
        _say(f"{name:4}bits >= 0     ", outcome(pairs, [by_bits(one.bits, Thresholds(0, 0)) for one in part]))
    if "--wrong" in sys.argv:
        print_wrong(judged)


def by_bits(bits: float, limits: Thresholds) -> Decision:
    """The decision that the bits alone would give, without the rules of `decide`."""
    if bits >= limits.same:
        return Decision.SAME
    return Decision.REVIEW if bits >= limits.review else Decision.DIFFERENT


def print_wrong(judged: Sequence[Judged]) -> None:
    """Prints the pairs that were called what they are not, the surest first."""
    for (pair, found, _), bits, _, decision in sorted(judged, key=lambda one: -abs(one.bits)):
        if decision is (Decision.DIFFERENT if pair.same else Decision.SAME):
            _say(f"{bits:6.1f}", pair.same, pair.location, "\n      ", pair.listing, found)


def table(labelled: Sequence[Sample]) -> Weights:
    """What `weights.csv` holds: learnt from all pairs, with the thresholds."""
    limits = thresholds(labelled, unseen_bits(labelled))
    chosen = {("decision", "same_from"): limits.same, ("decision", "review_from"): limits.review}
    return learn(labelled) | DISTANCE | chosen


def write(labelled: Sequence[Sample]) -> None:
    """Learns from all pairs and writes the table."""
    weights = table(labelled)
    lines = [
        "# Bits of evidence for each level, learnt by tests/benchmarks/learn_weights.py from labelled Overture pairs",
        f"# ({len(labelled)} pairs, logistic regression); levels with + are corrections when two stand together.",
        "# distance: of the Yelp-Zomato pairs, halved. decision: the bits from which it is same, or a person looks.",
        "field,level,bits",
        *(
            f"{field},{level},{bits}"
            for (field, level), bits in sorted(weights.items(), key=lambda item: ("+" in item[0][0], item))
            if bits or field == "decision"
        ),
    ]
    (TABLES / "weights.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_common_words(pairs: Sequence[Pair]) -> None:
    """Writes the words that many of the records have in their names; the labels have no part in it."""
    seen = Counter(word for pair in pairs for word in set(read_name(pair.location.name).core))
    lines = [
        f"# Words in the names of {COMMON} or more of {len(pairs)} places of many countries (Overture), as counted by",
        "# tests/benchmarks/learn_weights.py. A name that has nothing else is shared by many.",
        "word,names",
        *(f"{word},{count}" for word, count in sorted(seen.items()) if count >= COMMON),
    ]
    (TABLES / "common_words.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _say(*texts: object) -> None:
    sys.stdout.write(" ".join(map(str, texts)) + "\n")


if __name__ == "__main__":
    if "--write" in sys.argv:
        write_common_words(overture())
    ready = samples(overture())
    measure(unseen_decisions(ready))
    if "--write" in sys.argv:
        write(ready)
