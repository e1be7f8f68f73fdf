"""One listing to one location: which of the claims on the listings of one directory hold.

A claim says that a listing may be a location, with its bits. Those that hold have together the greatest sum of bits
that one listing for each location, and one location for each listing, can have (Kuhn, "The Hungarian method for the
assignment problem", 1955). What becomes of a claim:

held        the location's listing
contested   it fits another location as well, within a bit: a person has to say whose it is
taken       it is the listing of another location, which is named
further     the location has a listing that fits it better, and this one fits nobody else better
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

ALIKE = 1.0  # bits; two locations that a listing fits within this much cannot be told apart by it
_RANK = 1_000.0  # bits that a higher rank outweighs
_LEAST = 0.01  # what a claim weighs whose bits speak against it: it holds where nothing else does


class Became(StrEnum):
    """What became of a claim."""

    HELD = "held"
    CONTESTED = "contested"
    TAKEN = "taken"
    FURTHER = "further"


@dataclass(frozen=True, slots=True)
class Claim:
    """`listing` may be `location`, by so many bits; both are known by keys.

    `rank` is 0 for evidence alone; what rests on a word (a store code, the record, a person) has a higher one, which
    outweighs any bits.
    """

    location: str
    listing: Hashable
    bits: float
    rank: int = 0

    @property
    def weight(self) -> float:
        """What it adds to the sum."""
        return max(self.bits, _LEAST) + _RANK * self.rank


@dataclass(frozen=True, slots=True)
class Assigned:
    """What became of `claim`; `rival` is the claim of the location that has the listing, or may have it as well."""

    claim: Claim
    became: Became
    rival: Claim | None = None

    def why(self, name: str = "") -> str:
        """The reason in words, where the rival's location is called `name`."""
        if self.rival is None:
            return "" if self.became is Became.HELD else "another listing fits better"
        if self.became is Became.CONTESTED:
            return f"it fits {name} as well"
        if self.rival.rank != self.claim.rank:
            return f"it is known to be that of {name}"
        return f"it fits {name} better, by {self.rival.bits - self.claim.bits:.1f} bits"


def assign(claims: Iterable[Claim]) -> tuple[Assigned, ...]:
    """What becomes of each claim, in their order. A pair that is claimed twice counts once, with its best claim."""
    every = tuple(claims)
    best: dict[tuple[str, Hashable], Claim] = {}
    for claim in sorted(every, key=lambda claim: claim.weight):
        best[claim.location, claim.listing] = claim
    held = _best_together(tuple(best.values()))
    told = _Told(best, held)
    return tuple(told.of(best[claim.location, claim.listing]) for claim in every)


def _best_together(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of the greatest sum, one for each location and each listing at most.

    Every location may also stay without a listing, at a column of its own: so all can be served at once.
    """
    if not claims:
        return []
    from scipy.sparse import csr_array  # noqa: PLC0415 - it takes a third of a second, and few commands need it
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching  # noqa: PLC0415

    rows = {location: at for at, location in enumerate(dict.fromkeys(claim.location for claim in claims))}
    columns = {listing: at for at, listing in enumerate(dict.fromkeys(claim.listing for claim in claims))}
    nothing = 1.0 + max(claim.weight for claim in claims)
    costs = [nothing - claim.weight for claim in claims] + [nothing] * len(rows)
    at_row = [rows[claim.location] for claim in claims] + list(range(len(rows)))
    at_column = [columns[claim.listing] for claim in claims] + [len(columns) + at for at in range(len(rows))]
    table = csr_array((costs, (at_row, at_column)), shape=(len(rows), len(columns) + len(rows)))
    chosen = {(int(row), int(column)) for row, column in zip(*min_weight_full_bipartite_matching(table), strict=True)}
    return [claim for claim in claims if (rows[claim.location], columns[claim.listing]) in chosen]


class _Told:
    """Tells of each claim what became of it, when those of `held` are the best together."""

    def __init__(self, every: Mapping[tuple[str, Hashable], Claim], held: Iterable[Claim]) -> None:
        self._every = every
        self._of_location = {claim.location: claim for claim in held}
        self._of_listing = {claim.listing: claim for claim in self._of_location.values()}
        self._on: dict[Hashable, list[Claim]] = defaultdict(list)
        for claim in every.values():
            self._on[claim.listing].append(claim)

    def of(self, claim: Claim) -> Assigned:
        holder = self._of_listing.get(claim.listing)
        if holder is None:  # whoever claims it has a better one
            nearest = max(self._on[claim.listing], key=lambda other: other.weight)
            return Assigned(claim, Became.FURTHER) if nearest is claim else Assigned(claim, Became.TAKEN, nearest)
        if holder is claim:
            rival = next((other for other in self._on[claim.listing] if self._fits_as_well(other, claim)), None)
            return Assigned(claim, Became.CONTESTED if rival else Became.HELD, rival)
        is_open = self._fits_as_well(claim, holder)
        return Assigned(claim, Became.CONTESTED if is_open else Became.TAKEN, holder)

    def _fits_as_well(self, other: Claim, holder: Claim) -> bool:
        """True when hardly a bit is lost if the listing goes to `other` instead, and to its holder what that has."""
        if other is holder or other.rank != holder.rank:
            return False
        lost = holder.weight - other.weight
        if instead := self._of_location.get(other.location):
            swapped = self._every.get((holder.location, instead.listing))
            if swapped is None:
                return False
            lost += instead.weight - swapped.weight
        return lost < ALIKE
