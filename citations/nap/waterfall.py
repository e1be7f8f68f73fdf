"""The evidence of an identity as a waterfall: where each summand takes the sum, from the first to the last."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from citations.models import Identity


@dataclass(frozen=True, slots=True)
class Step:
    """One summand: what it says, its bits, the sum with it, and where its bar lies.

    `start` and `end` are shares, from 0 to 1, of the width that holds every sum and `zero`.
    """

    says: str
    bits: float
    total: float
    start: float
    end: float
    zero: float

    def bar(self, width: int) -> str:
        """The bar in so many characters: `█` for what speaks for it, `░` against it, `│` at zero."""
        start, end, zero = (round(share * (width - 1)) for share in (self.start, self.end, self.zero))
        first, last = min(start, end), max(start, end)
        fill = "█" if self.bits > 0 else "░"
        cells = [fill if first <= at < max(last, first + 1) and self.bits else " " for at in range(width)]
        cells[zero] = cells[zero] if cells[zero] != " " else "│"
        return "".join(cells)


def waterfall(identity: Identity) -> Sequence[Step]:
    """The summands in order; the last sum is `identity.bits` where no word of a person stands beside them."""
    sums = list(accumulate((bits for _, bits in identity.evidence), initial=0.0))
    low, high = min(sums), max(sums)
    width = (high - low) or 1.0
    return [
        Step(says, bits, after, (before - low) / width, (after - low) / width, -low / width)
        for (says, bits), (before, after) in zip(identity.evidence, pairwise(sums), strict=True)
    ]
