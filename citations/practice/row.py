"""One row of the truth: one location in one directory, and what a right audit must find there."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from citations.models import FIELDS, Location
from citations.practice.shown import Shown
from citations.practice.tables import FaultKind
from citations.words import FindingKind, Lifecycle, Status, Verdict

PARTS = ("number", "street", "unit", "city", "region", "postcode")
_WORST_FIRST = (Verdict.DIFFERENT, Verdict.INCOMPLETE, Verdict.FORMATTING)


@dataclass(frozen=True, slots=True)
class Row:
    """What is true of one location in one directory.

    `verdicts` and `parts` hold only what is to be judged: an address that was replaced as a whole
    has no parts, and the parts of an address on which no one could be sure are left out.
    `findings` are those that must be there; a reading may find more, such as hours that differ on some days.
    `reasons` are those that an audit may give for `unverified`; a `walled` row may be unverified
    for one of them or be answered exactly as it stands, and must never be `not_listed`.
    `duplicates` are further listings of the location there; `competitors` those of its named competitors
    that are listed there, in its town.
    """

    location: str
    directory: str
    status: Status
    url: str = ""
    faults: tuple[str, ...] = ()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    parts: Mapping[str, Verdict] = field(default_factory=dict)
    findings: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    walled: bool = False
    shown: Shown | None = None
    lifecycle: Lifecycle | None = None
    duplicates: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()

    def as_facts(self) -> dict[str, object]:
        """The row as JSON takes it."""
        return {
            "location": self.location,
            "directory": self.directory,
            "status": str(self.status),
            "reasons": list(self.reasons),
            "walled": self.walled,
            "url": self.url,
            "faults": list(self.faults),
            "verdicts": {name: str(verdict) for name, verdict in self.verdicts.items()},
            "parts": {name: str(verdict) for name, verdict in self.parts.items()},
            "findings": list(self.findings),
            "shown": self.shown.as_facts() if self.shown else None,
            "lifecycle": str(self.lifecycle or ""),
            "duplicates": list(self.duplicates),
            "competitors": list(self.competitors),
        }


class Judgement:
    """Gathers the verdicts on one listing while faults and a site's house style are laid on it."""

    def __init__(self, record: Location) -> None:
        blank = {name for name in FIELDS if not getattr(record, name)} | {
            part for part in PARTS if not getattr(record.postal, part)
        }
        blank |= {"number", "street", "unit"} if record.hide_address else set()
        self._verdicts = {name: Verdict.NOT_COMPARED if name in blank else Verdict.SAME for name in (*FIELDS, *PARTS)}
        self._hides_address = record.hide_address
        self._whole = False

    def allows(self, kind: FaultKind) -> bool:
        """True when the fault's fields are compared; what must not show can only be shown."""
        if kind.finding == FindingKind.ADDRESS_MUST_NOT_SHOW or kind.fields == ("lifecycle",):
            return True
        if self._hides_address and kind.verdict in (Verdict.OUTDATED, Verdict.SIBLING) and kind.fields == ("address",):
            return False
        return all(self._verdicts[field] is not Verdict.NOT_COMPARED for field in kind.fields)

    def fault(self, kind: FaultKind) -> None:
        """Lay a fault on: its fields get its verdict."""
        for name in kind.fields:
            if name == "lifecycle":
                continue
            self._verdicts[name] = Verdict(kind.verdict)
            self._whole = self._whole or name == "address"

    def restyle(self, field: str) -> None:
        """The site writes this field in its own way: what was the same differs in formatting."""
        if self._verdicts[field] is Verdict.SAME:
            self._verdicts[field] = Verdict.FORMATTING

    @property
    def parts(self) -> dict[str, Verdict]:
        """Verdicts on the parts of the address; none when the address was replaced as a whole."""
        return {} if self._whole else {part: self._verdicts[part] for part in PARTS}

    @property
    def fields(self) -> dict[str, Verdict]:
        """Verdicts on the five fields; that on the address is the worst of its parts."""
        fields = {name: self._verdicts[name] for name in FIELDS}
        if not self._whole:
            seen = set(self.parts.values())
            fields["address"] = next((verdict for verdict in _WORST_FIRST if verdict in seen), Verdict.SAME)
        return fields
