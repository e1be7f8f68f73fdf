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
    """What one directory will show of one business, and what a right reading must say of it.

    `twin` is a second listing of the same business, where there is one.
    """

    def __init__(self, case: Case) -> None:
        self.case = case
        self.shown: Shown = case.truth
        self.twin: Shown | None = None
        self.judgement = Judgement(case.business.record)
        self.status = Status.LISTED
        self.faults: list[str] = []
        self.findings: list[str] = []

    def take(self, kind: FaultKind) -> bool:
        """Lay a fault on; False, and nothing done, when it cannot happen to this business."""
        if kind.fields == ("status",):
            return self._take_status(kind)
        if not self.judgement.allows(kind):
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
        if kind.name in ("twins", "twice") and any(branch.town == town for branch in self.case.branches):
            return False  # the twins of one branch would pass for those of the other
        if kind.name == "twice":
            if self.case.hides_address:
                return False  # with another number and no door there is too little to tell whose it is
            self.twin = self._twin()
        self.status = Status(kind.verdict)
        self._note(kind)
        return True

    def _twin(self) -> Shown:
        """The same door under another number and a longer name: an old entry that somebody forgot."""
        truth = self.case.truth
        phone = self.case.founder.phones.like(truth.phone, self.case.business.town)
        return replace(truth, name=f"{truth.name} {truth.city}", phone=phone, hours="")

    def _note(self, kind: FaultKind) -> None:
        self.faults.append(kind.name)
        if kind.finding:
            self.findings.append(kind.finding)

    def dress(self, restyles: Mapping[str, Restyle], follows: bool = True) -> None:
        """Lay the house style of a site on, and its way of linking."""
        for field, restyle in restyles.items():
            self.shown = restyled(self.shown, field, restyle)
            self.twin = self.twin and restyled(self.twin, field, restyle)
            self.judgement.restyle(field)
        if not follows and self.judgement.fields["website"].is_right:
            self.findings.append("nofollow_link")

    def bare(self) -> Shown:
        """Only the name and the town: too little to tell which business it is."""
        truth = self.case.truth
        return Shown(truth.name, city=truth.city, region=truth.region, country=truth.country)


def restyled(shown: Shown, field: str, restyle: Restyle) -> Shown:
    """What is shown, with one field in a site's own style."""
    value = getattr(shown, field)
    return replace(shown, **{field: restyle(value)}) if value and isinstance(value, str) else shown  # type: ignore[arg-type]
