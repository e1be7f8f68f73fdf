"""What a listing means beside a location: verdicts, findings, whether it is the same business at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from citations.models.fields import FIELDS, as_word
from citations.models.told import WhenRead
from citations.words import Decision, FindingKind, Verdict


@dataclass(frozen=True, slots=True)
class FieldResult:
    """The verdict on one field, with both texts, the rule that decided and a sentence why."""

    verdict: Verdict
    listed: str = ""
    canonical: str = ""
    rule: str = ""
    reason: str = ""
    parts: Mapping[str, "FieldResult"] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if type(self.verdict) is not Verdict:  # a dozen of these are made for every listing
            as_word(self, "verdict", Verdict)

    def on(self, listed: str, canonical: str) -> "FieldResult":
        """The same result on these two texts; a reason that nobody has read is not made for it."""
        return FieldResult(self.verdict, listed, canonical, self.rule, _REASON.untold(self), self.parts)


_REASON = WhenRead(FieldResult.reason)  # type: ignore[misc]
FieldResult.reason = _REASON  # type: ignore[assignment,misc]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the listing shows beside its field verdicts, with the reason in words.

    `evidence` is the key of the page that shows it, when that is another than the check's own.
    """

    kind: FindingKind
    reason: str = ""
    evidence: str = ""

    def __post_init__(self) -> None:
        as_word(self, "kind", FindingKind)


Finding.reason = WhenRead(Finding.reason)  # type: ignore[assignment,misc]


@dataclass(frozen=True, slots=True)
class Comparison:
    """A listing held against a location: a verdict for each field, and findings."""

    name: FieldResult
    address: FieldResult
    phone: FieldResult
    website: FieldResult
    hours: FieldResult
    findings: tuple[Finding, ...] = ()
    categories: FieldResult = FieldResult(Verdict.NOT_COMPARED, rule="categories.no_record")

    @property
    def fields(self) -> dict[str, FieldResult]:
        """The five results by field name, in the order they are shown."""
        return {name: getattr(self, name) for name in FIELDS}

    @property
    def results(self) -> dict[str, FieldResult]:
        """The five results, and that on the categories, which cost a listing no points."""
        return self.fields | {"categories": self.categories}


@dataclass(frozen=True, slots=True)
class Identity:
    """Whether a listing is this location, and the evidence in bits (log2 odds), in order."""

    decision: Decision
    bits: float = 0.0
    evidence: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        as_word(self, "decision", Decision)
