"""A case that a fault is injected into.

Each fault takes a case and gives the values to show instead, or None where it cannot happen (no suite
to leave out, no branch to be mixed up with). Which verdict a right reading must give stands in
`tables/faults.csv` beside the fault's name: it is known by construction, never by comparing.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from citations.practice.businesses import Business
from citations.practice.founder import Founder
from citations.practice.hours import Week
from citations.practice.shown import Shown
from citations.practice.tables import rows
from citations.words import Kind, Lifecycle, PhoneRole


@dataclass(frozen=True, slots=True)
class Case:
    """One business in one directory: what is true, and what may be mixed up with it."""

    business: Business
    branches: Sequence[Business]
    founder: Founder
    rng: Random

    @property
    def truth(self) -> Shown:
        """What the listing would show if all were right."""
        return self.business.truth

    @property
    def is_german(self) -> bool:
        """True for a business in Germany."""
        return self.truth.is_german

    @property
    def is_person(self) -> bool:
        """True for a practitioner."""
        return self.business.record.kind is Kind.PRACTITIONER

    @property
    def hides_address(self) -> bool:
        """True for a business that visits its customers and must not show its street."""
        return self.business.record.hide_address

    def former(self, field: str) -> str:
        """The record's former value of a field, or blank."""
        return next((former.value for former in self.business.record.former if former.field == field), "")

    def phone(self, role: PhoneRole) -> str:
        """The record's further number with this role, or blank."""
        return next((phone.number for phone in self.business.record.phones if phone.role == role), "")

    def branch(self) -> Shown | None:
        """Another branch of the brand in another town, or None."""
        away = [branch for branch in self.branches if branch.town != self.business.town]
        return self.rng.choice(away).truth if away else None


Changes = Mapping[str, str | Week | Lifecycle] | None
FAULTS: dict[str, Callable[[Case], Changes]] = {}


def fault(function: Callable[[Case], Changes]) -> Callable[[Case], Changes]:
    """Enter a fault into the list under its function's name."""
    FAULTS[function.__name__] = function
    return function


def respelt(part: str, text: str, rng: Random) -> str:
    """The text with one word of `tables/spellings.csv` spelt otherwise; blank when none of them is in it."""
    for row in rows("spellings"):
        if row["part"] == part and row["written"] in text.split():
            return text.replace(row["written"], rng.choice(row["also"].split("|"))).replace("# ", "#")
    return ""


def only(**changes: str) -> Changes:
    """The changes if each has a value, else None: the fault cannot happen."""
    return changes if all(changes.values()) else None
