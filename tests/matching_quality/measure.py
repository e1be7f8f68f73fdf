"""Every case of every file, with a reason for each one that we see otherwise."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

from tests.matching_quality import addresses, values
from tests.matching_quality.hard_pairs import hard_pairs
from tests.matching_quality.outcome import Outcome

_SOURCES = (
    hard_pairs,
    addresses.parse_address,
    addresses.usaddress,
    addresses.libpostal,
    addresses.address_formatting,
    values.expansions,
    values.scourgify,
    values.pyap,
    values.cleanco,
    values.phones,
)


@dataclass(frozen=True)
class Reason:
    """Why we see a kind of case otherwise.

    `whose` is theirs (they are wrong), abstain (we do not guess) or ours (to mend). The other fields are regular
    expressions, `file` a shell pattern; blank ones fit everything.
    """

    file: str
    part: str
    text: str
    ours: str
    theirs: str
    whose: str
    why: str

    def fits(self, case: Outcome) -> bool:
        """True when this is the reason for `case`."""
        told = ((self.part, case.about), (self.text, case.text), (self.ours, case.ours), (self.theirs, case.theirs))
        return fnmatch(case.file, self.file) and all(re.search(sought, found, re.IGNORECASE) for sought, found in told)


@cache
def reasons() -> Sequence[Reason]:
    """The rows of reasons.csv; the first that fits counts."""
    with (Path(__file__).parent / "reasons.csv").open(encoding="utf-8", newline="") as opened:
        return tuple(Reason(**row) for row in csv.DictReader(opened))


def measured() -> list[Outcome]:
    """What became of every case."""
    return [case for source in _SOURCES for case in source()]


def reason(case: Outcome) -> Reason | None:
    """Why we see `case` otherwise; None when nobody has judged it yet."""
    return next((one for one in reasons() if one.fits(case)), None)
