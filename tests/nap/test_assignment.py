"""One listing to one location: what becomes of the claims, by example, and against another solver."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from citations.nap.assignment import Became, Claim, assign

EXAMPLES = {
    "each its own": ("north 1 12, north 2 3, south 1 3, south 2 12", "held taken taken held"),
    "the best together, not the best first": ("north 1 9, north 2 8, south 1 8.5", "taken held held"),
    "a second listing is a duplicate": ("north 1 12, north 2 9", "held further"),
    "a duplicate is the nearer one's": ("north 1 12, south 2 12, north 3 5, south 3 8", "held held taken further"),
    "two that it fits alike": ("north 1 9, south 1 8.5", "contested contested"),
    "one that it fits better": ("north 1 9, south 1 7", "held taken"),
    "two that both listings fit alike": ("north 1 9, north 2 9, south 1 9, south 2 9", "contested " * 4),
    "alike, but the other has one of its own": ("north 1 9, south 1 9, south 2 9", "held taken held"),
    "a store code outweighs the bits": ("north 1 2 1, south 1 30", "held taken"),
    "a person outweighs the record": ("north 1 0 2, south 1 12 1", "held taken"),
    "two words of people": ("north 1 0 2, south 1 0 2", "contested contested"),
    "against the bits where nothing else is": ("north 1 -3", "held"),
    "no claim": ("", ""),
}


@pytest.mark.parametrize(("claims", "became"), EXAMPLES.values(), ids=EXAMPLES.keys())
def test_example(claims: str, became: str) -> None:
    assigned = assign(_claim(*text.split()) for text in claims.split(", ") if text)
    assert [one.became for one in assigned] == became.split()


def _claim(location: str, listing: str, bits: str, rank: str = "0") -> Claim:
    return Claim(location, listing, float(bits), int(rank))


def test_whoever_loses_a_listing_hears_to_whom_and_why() -> None:
    near, far = assign([Claim("south", 1, 12.0), Claim("north", 1, 8.8)])
    assert (near.why(), far.why("Acme (Oak St)")) == ("", "it fits Acme (Oak St) better, by 3.2 bits")
    coded, other = assign([Claim("south", 1, 1.0, rank=1), Claim("north", 1, 8.8)])
    assert (coded.became, other.why("Acme (Oak St)")) == (Became.HELD, "it is known to be that of Acme (Oak St)")


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 4), st.integers(1, 40)), max_size=14))
def test_no_other_choice_has_more_bits(drawn: list[tuple[str, int, int]]) -> None:
    claims = list({drawn_one[:2]: Claim(*drawn_one) for drawn_one in drawn}.values())
    assigned = assign(claims)
    firm = [one.claim for one in assigned if one.became is Became.HELD]
    assert len(firm) == len({claim.location for claim in firm}) == len({claim.listing for claim in firm})
    table = np.zeros((4, 5))
    for claim in claims:
        table["abcd".index(claim.location), claim.listing] = claim.bits
    most = float(table[linear_sum_assignment(table, maximize=True)].sum())
    if not any(one.became is Became.CONTESTED for one in assigned):
        assert sum(claim.bits for claim in firm) == pytest.approx(most)


def test_ten_thousand_locations_take_a_moment() -> None:
    """A chain in which each location may also have the next one's listing; dense solvers would need gigabytes."""
    claims = [Claim(str(at), (at + step) % 10_000, 9.0 - 4 * step) for at in range(10_000) for step in (0, 1)]
    assert sum(one.became is Became.HELD for one in assign(claims)) == 10_000
