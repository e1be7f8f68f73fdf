"""Peers and we on the same labelled pairs, split in the same way: precision, recall, F1 and pairs per second.

    python -m tests.benchmarks.peers [overture] [fodors-zagats] [yelp-zomato] [addresses]

Every peer learns from the training part only, as its documentation recommends, and is asked about the rest. The peers
are no dependencies: one that is not installed is named with the command that installs it, and left out.
"""

import argparse
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from time import perf_counter

import numpy as np

from tests.benchmarks.cold import forget
from tests.benchmarks.labelled_pairs import PAIRS, Pair, fodors_zagats, overture, yelp_zomato
from tests.benchmarks.learn_weights import FOLDS, SEED
from tests.benchmarks.peers import addresses, dedupe_trained, ours, recordlinkage_toolkit, similarity, splink_levels
from tests.benchmarks.peers.peer import Peer, f1

Split = tuple[Sequence[Pair], Sequence[Pair]]
OTHERS = (similarity.PEER, *recordlinkage_toolkit.PEERS, splink_levels.PEER, dedupe_trained.PEER)
HEAD = "| pairs | who | precision | recall | F1 | pairs per second |\n|---|---|---|---|---|---|"


def main(words: Sequence[str]) -> None:
    """Print the table of the files that were named, of all when none was."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.peers", description=__doc__)
    parser.add_argument("files", nargs="*", choices=[*SPLITS, "addresses", []])
    given = parser.parse_args(words)
    if not PAIRS.exists():
        sys.exit(f"the labelled pairs are not here: they are looked for in {PAIRS} (CITATIONS_SHARED names the folder)")
    warnings.simplefilter("ignore")
    print(HEAD, flush=True)
    for file in given.files or [*SPLITS]:
        if file in SPLITS:
            what, splits, who = SPLITS[file]
            parts = list(splits())
            for peer in here([*who, *OTHERS]):
                print(row(what, peer, parts), flush=True)
    if "addresses" in given.files or not given.files:
        addresses.report()


def here(peers: Sequence[Peer]) -> Iterator[Peer]:
    """The peers that are installed; of the others it is said how to have them."""
    for peer in peers:
        if find_spec(peer.package):
            yield peer
        else:
            print(f"{peer.name} is not here; to have it: pip install {peer.package}", file=sys.stderr)


def row(what: str, peer: Peer, splits: Sequence[Split]) -> str:
    """What came of one peer over all parts that were held out, together."""
    said: list[bool] = []
    seconds = 0.0
    for training, held in splits:
        judge = peer.learn(training)
        judge(training[:10])  # tables are read and connections made
        forget()
        started = perf_counter()
        said += judge(held)
        seconds += perf_counter() - started
    pairs = [pair for _, held in splits for pair in held]
    precision, recall, both = f1(said, pairs)
    return f"| {what} | {peer.name} | {precision:.3f} | {recall:.3f} | **{both:.3f}** | {len(pairs) / seconds:,.0f} |"


def folds(pairs: Sequence[Pair]) -> Iterator[Split]:
    """The folds of `learn_weights`: each pair is held out once."""
    order = np.random.default_rng(SEED).permutation(len(pairs))
    for fold in range(FOLDS):
        held = set(order[fold::FOLDS])
        yield (
            [pair for at, pair in enumerate(pairs) if at not in held],
            [pair for at, pair in enumerate(pairs) if at in held],
        )


def of_states() -> Iterator[Split]:
    """The folds of all Overture pairs, with those of the United States held out."""
    for training, held in folds(overture()):
        yield training, [pair for pair in held if pair.country == "US"]


SPLITS: dict[str, tuple[str, Callable[[], Iterator[Split]], Sequence[Peer]]] = {
    "overture": ("Overture, 5 folds", lambda: folds(overture()), [ours.LEARNT]),
    "overture-us": ("the same, of the United States", of_states, [ours.LEARNT]),
    "fodors-zagats": (
        "Fodors–Zagats, valid (learnt from train)",
        lambda: iter([(fodors_zagats("train"), fodors_zagats("valid"))]),
        [ours.SHIPPED, ours.LEARNT],
    ),
    "fodors-zagats-train": (
        "Fodors–Zagats, train, 5 folds",
        lambda: folds(fodors_zagats("train")),
        [ours.SHIPPED, ours.LEARNT],
    ),
    "yelp-zomato": ("Yelp–Zomato, 5 folds", lambda: folds(yelp_zomato()), [ours.SHIPPED, ours.LEARNT]),
}

if __name__ == "__main__":
    main(sys.argv[1:])
