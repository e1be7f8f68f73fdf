"""Are two American addresses one? scourgify by equal normal forms, and we by the verdict, on pairs judged by people."""

import csv
import json
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from time import perf_counter

from citations import Listing, Location, compare
from tests.shared_data import DATA

Answer = Callable[[str, str], bool]


def report() -> None:
    """Print how many pairs each side judges as people did."""
    print("\n| addresses | who | agreed | accepted though different | pairs per second |\n|---|---|---|---|---|")
    pairs = list(_judged())
    for name, answer in [("citations", _ours), *_scourgify()]:
        started = perf_counter()
        said = [answer(a, b) for a, b, _ in pairs]
        seconds = perf_counter() - started
        right = sum(one == same for one, (*_, same) in zip(said, pairs, strict=True))
        wrong = sum(one and not same for one, (*_, same) in zip(said, pairs, strict=True))
        print(f"| {len(pairs)} American hard pairs | {name} | {right} | {wrong} | {len(pairs) / seconds:,.0f} |")


def _judged() -> Iterator[tuple[str, str, bool]]:
    with (DATA / "cases" / "hard_pairs.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["field"] == "address" and not any(mark in row["a"] for mark in ("London", "Sydney", "Montr")):
                yield row["a"], row["b"], row["relation"] != "different"


def _ours(a: str, b: str) -> bool:
    return compare(Location("1", "A", a), Listing(address=b)).address.verdict.is_right


def _scourgify() -> Iterator[tuple[str, Answer]]:
    if not find_spec("scourgify"):
        print("usaddress-scourgify is not here; to have it: pip install usaddress-scourgify", file=sys.stderr)
        return
    from scourgify import normalize_address_record  # noqa: PLC0415 - a peer that may not be there
    from scourgify.exceptions import AddressNormalizationError  # noqa: PLC0415

    def normal(text: str) -> str:
        try:
            return json.dumps(normalize_address_record(text), sort_keys=True)
        except AddressNormalizationError:
            return ""

    yield "scourgify, equal normal forms", lambda a, b: normal(a) == normal(b) != ""
