"""Learns the weights of identity from labelled pairs and writes `citations/nap/tables/weights.csv`.

    python -m tests.benchmarks.learn_weights            measure only (5-fold)
    python -m tests.benchmarks.learn_weights --write    learn from all pairs and write the table

The model is a logistic regression on the named levels: its coefficients, divided by ln 2, are the bits.
A level that the pairs hardly show is drawn towards zero. Folds and seed are fixed.
"""

import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from citations.nap import identity
from citations.nap.levels import levels
from citations.words import Decision
from tests.benchmarks.labelled_pairs import Pair, overture

SEED, FOLDS, PULL, RAREST = 20, 5, 1.0, 4
TOGETHER = (("name", "address"), ("name", "phone"), ("name", "website"), ("phone", "address"), ("phone", "website"))
TABLE = Path(identity.__file__).parent / "tables" / "weights.csv"
Feature = tuple[str, str]
# The Overture pairs have no coordinates. On the Yelp-Zomato pairs a door within 150 m is worth 3.9 bits, 1 to 5 km
# -3.3 and more than 5 km -7.0; about half is taken, because address and distance say partly the same.
DISTANCE = {("distance", "near"): 2.0, ("distance", "town"): -2.0, ("distance", "far"): -3.5}


def _say(*texts: object) -> None:
    sys.stdout.write(" ".join(map(str, texts)) + "\n")


def features(found: dict[str, str]) -> list[Feature]:
    """The levels of a pair, alone and two together."""
    alone = [(field, level) for field, level in found.items() if level != "blank"]
    pairs = [(f"{a}+{b}", f"{found[a]}+{found[b]}") for a, b in TOGETHER if "blank" not in (found[a], found[b])]
    return [*alone, *pairs]


def learn(samples: list[tuple[list[Feature], bool]]) -> dict[Feature, float]:
    """Feature -> bits, with the prior under ("prior", "any")."""
    seen = Counter(feature for found, _ in samples for feature in found)
    names = [feature for feature, count in seen.items() if count >= RAREST]
    column = {feature: at for at, feature in enumerate(names)}
    x = np.zeros((len(samples), len(names) + 1))
    x[:, -1] = 1
    for row, (found, _) in enumerate(samples):
        x[row, [column[feature] for feature in found if feature in column]] = 1
    y = np.array([same for _, same in samples], float)
    pull = np.array([PULL * (3.0 if "+" in field else 1.0) for field, _ in names] + [0.0])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        error = 1 / (1 + np.exp(-z)) - y
        return float(np.sum(np.logaddexp(0, z) - y * z) + 0.5 * np.sum(pull * w * w)), x.T @ error + pull * w

    w = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B").x / np.log(2)
    return dict(zip([*names, ("prior", "any")], (round(float(bits), 2) for bits in w), strict=True))


def measure(pairs: list[Pair]) -> None:
    """Prints precision, recall and F1 of each held-out fold together, for all and for the United States."""
    samples = [(features(levels(pair.location, pair.listing)), pair.same) for pair in pairs]
    order = np.random.default_rng(SEED).permutation(len(pairs))
    bits = np.zeros(len(pairs))
    for fold in range(FOLDS):
        held = order[fold::FOLDS]
        weights = learn([samples[at] for at in np.setdiff1d(order, held)])
        for at in held:
            bits[at] = sum(weights.get(feature, 0.0) for feature in [*samples[at][0], ("prior", "any")])
    for name, chosen in (
        ("all", range(len(pairs))),
        ("US", [at for at, pair in enumerate(pairs) if pair.country == "US"]),
    ):
        _say(name, scores([(bits[at] >= 0, pairs[at].same) for at in chosen]))
    decided(pairs, bits)
    wrong = sorted((at for at in range(len(pairs)) if (bits[at] >= 0) != pairs[at].same), key=lambda at: -abs(bits[at]))
    for pair, score in [(pairs[at], bits[at]) for at in wrong] if "--wrong" in sys.argv else ():
        _say(f"{score:6.1f}", pair.same, pair.location, "\n      ", pair.listing, levels(pair.location, pair.listing))


def decided(pairs: list[Pair], bits: np.ndarray) -> None:
    """Prints what the decisions same, review, different come to, with the gates of `identify`."""
    said = [
        identity.decide(p.location, p.listing, levels(p.location, p.listing), b)
        for p, b in zip(pairs, bits, strict=True)
    ]
    sure = [
        (decision is Decision.SAME, pair.same)
        for decision, pair in zip(said, pairs, strict=True)
        if decision is not Decision.REVIEW
    ]
    _say("decided", scores(sure), f"review {1 - len(sure) / len(pairs):.1%}")
    _say(
        "review as not same",
        scores([(decision is Decision.SAME, pair.same) for decision, pair in zip(said, pairs, strict=True)]),
    )


def scores(answers: list[tuple[bool, bool]]) -> str:
    """Precision, recall and F1 of (said, true) pairs."""
    hits = sum(said and true for said, true in answers)
    precision = hits / max(1, sum(said for said, _ in answers))
    recall = hits / max(1, sum(true for _, true in answers))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f} of {len(answers)}"


def write(pairs: list[Pair]) -> None:
    """Learns from all pairs and writes the table."""
    weights = learn([(features(levels(pair.location, pair.listing)), pair.same) for pair in pairs])
    weights |= DISTANCE | {("phone", "shared"): round(weights["phone", "same"] / 2, 2)}
    lines = [
        "# Bits of evidence for each level, learnt by tests/benchmarks/learn_weights.py from labelled Overture pairs",
        f"# ({len(pairs)} pairs, logistic regression); levels with + are corrections when two stand together.",
        "# distance: from the Yelp-Zomato pairs, halved; phone shared (by locations of one batch): half of phone same.",
        "field,level,bits",
        *(
            f"{field},{level},{bits}"
            for (field, level), bits in sorted(weights.items(), key=lambda item: ("+" in item[0][0], item))
            if bits
        ),
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    measure(overture())
    if "--write" in sys.argv:
        write(overture())
