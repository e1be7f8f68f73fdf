"""The labelled pairs that stand in identity's way, with what a careful person would say of each.

A pair stands in the way when the five folds of `learn_weights` call it what its label does not, or when it is labelled
the same, has the bits for `same`, and the rules leave it to a person.
"""

import csv
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from citations.words import Decision
from tests.benchmarks.learn_weights import Judged, Outcome, by_bits, outcome

LABEL_WRONG = "label wrong"
_WHOSE = (LABEL_WRONG, "nobody could tell", "ours to mend", "asked rightly")


class InTheWay(NamedTuple):
    """A pair by its row (from 1 behind the heading); `judgement` is blank when nobody has looked at it."""

    row: int
    labelled: str
    we_say: str
    judgement: str


@cache
def judgements() -> dict[tuple[int, str], str]:
    """(row, what we say) -> the judgement: whose it is, a colon, and why."""
    with (Path(__file__).parent / "identity_reasons.csv").open(encoding="utf-8", newline="") as opened:
        return {(int(row["row"]), row["we_say"]): row["judgement"] for row in csv.DictReader(opened)}


def in_the_way(judged: Sequence[Judged]) -> Iterator[InTheWay]:
    """The pairs that stand in the way, in the order of the file."""
    for one in judged:
        if _stands_in_the_way(one):
            row, we_say = _row(one), one.decision.value
            labelled = "same" if one.sample.pair.same else "different"
            yield InTheWay(row, labelled, we_say, judgements().get((row, we_say), ""))


def _row(one: Judged) -> int:
    return int(one.sample.pair.location.id) + 1


def _stands_in_the_way(one: Judged) -> bool:
    if not one.sample.pair.same:
        return one.decision is Decision.SAME
    held_back = one.decision is Decision.REVIEW and one.bits >= one.limits.same
    return held_back or one.decision is Decision.DIFFERENT


def identity_table(judged: Sequence[Judged]) -> str:
    """Each judgement with its pairs, then the figures by the labels and with the wrong labels put right."""
    return "".join([*_pairs(list(in_the_way(judged))), *_figures(judged)])


def _pairs(pairs: Sequence[InTheWay]) -> Iterator[str]:
    yield "| labelled | we say | judgement | pairs | rows |\n|---|---|---|---|---|\n"
    groups: dict[tuple[str, str, str], list[int]] = {}
    for pair in pairs:
        groups.setdefault((pair.labelled, pair.we_say, pair.judgement or "not judged yet"), []).append(pair.row)
    for said, rows in sorted(groups.items()):
        yield f"| {' | '.join(said)} | {len(rows)} | {', '.join(map(str, rows))} |\n"
    yield "\n| | labelled different, we say same | labelled same, we say different | labelled same, we ask a person |\n"
    yield "|---|---|---|---|\n"
    for whose in _WHOSE:
        ours = [pair for pair in pairs if pair.judgement.startswith(whose)]
        counts = [sum(pair.we_say == said for pair in ours) for said in ("same", "different", "review")]
        yield f"| {whose} | {' | '.join(map(str, counts))} |\n"


def _figures(judged: Sequence[Judged]) -> Iterator[str]:
    yield "\n| on unseen rows | labels | precision | recall | F1 | decided: recall | review |\n"
    yield "|---|---|---|---|---|---|---|\n"
    american = [one for one in judged if one.sample.pair.country == "US"]
    for name, part in (("all", judged), ("United States", american)):
        for labels, read in (("as they are", part), ("wrong ones put right", put_right(part))):
            pairs = [one.sample for one in read]
            yield _line(f"decisions, {name} | {labels}", outcome(pairs, [one.decision for one in read]))
            alone = [by_bits(one.bits, one.limits) for one in read]
            yield _line(f"bits without the rules, {name} | {labels}", outcome(pairs, alone))


def put_right(judged: Sequence[Judged]) -> list[Judged]:
    """The same decisions with the labels that were judged wrong turned round; nothing is learnt anew."""
    wrong = {pair.row for pair in in_the_way(judged) if pair.judgement.startswith(LABEL_WRONG)}
    return [_turned(one) if _row(one) in wrong else one for one in judged]


def _turned(one: Judged) -> Judged:
    pair = one.sample.pair
    return one._replace(sample=one.sample._replace(pair=pair._replace(same=not pair.same)))


def _line(name: str, came_to: Outcome) -> str:
    precision, recall = came_to.precision, came_to.recall
    f1 = 2 * precision * recall / (precision + recall)
    figures = (f"{figure:.3f}" for figure in (precision, recall, f1, came_to.recall_of_decided))
    return f"| {name} | {' | '.join(figures)} | {came_to.review / came_to.pairs:.1%} |\n"
