"""A listing in the making: the truth of a business, with faults and a site's house style laid on it."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from citations.practice.faults import FAULTS, Case
from citations.practice.row import Judgement
from citations.practice.shown import Shown
from citations.practice.tables import FaultKind
from citations.words import Status

Restyle = Callable[[str], str]


class Draft:
    """What one directory will show of one business, and what a right reading must say of it."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.shown: Shown = case.truth
        self.judgement = Judgement(case.business.record)
        self.status = Status.LISTED
        self.faults: list[str] = []
        self.findings: list[str] = []

    def take(self, kind: FaultKind) -> bool:
        """Lay a fault on; False, and nothing done, when it cannot happen to this business."""
        if kind.fields == ("status",):
            return self._take_status(kind)
        if not all(self.judgement.judges(field) for field in kind.fields):
            return False
        changes = FAULTS[kind.name](self.case)
        if changes is None:
            return False
        self.shown = replace(self.shown, **changes)  # type: ignore[arg-type]
        self.judgement.fault(kind)
        self._note(kind)
        return True

    def _take_status(self, kind: FaultKind) -> bool:
        town = self.case.business.town
        if kind.name == "twins" and any(branch.town == town for branch in self.case.branches):
            return False  # the twins of one branch would pass for those of the other
        self.status = Status(kind.verdict)
        self._note(kind)
        return True

    def _note(self, kind: FaultKind) -> None:
        self.faults.append(kind.name)
        if kind.finding:
            self.findings.append(kind.finding)

    def dress(self, restyles: Mapping[str, Restyle], follows: bool = True) -> None:
        """Lay the house style of a site on, and its way of linking."""
        for field, restyle in restyles.items():
            value = getattr(self.shown, field)
            if value and isinstance(value, str):
                self.shown = replace(self.shown, **{field: restyle(value)})
            self.judgement.restyle(field)
        if not follows and self.judgement.fields["website"].is_right:
            self.findings.append("nofollow_link")

    def bare(self) -> Shown:
        """Only the name and the town: too little to tell which business it is."""
        truth = self.case.truth
        return Shown(truth.name, city=truth.city, region=truth.region)
