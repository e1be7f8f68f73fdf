"""What a listing said for some time, how it changed, and what settling a check teaches."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from citations.store.kept_fix import KeptFix
from citations.words import Because, ChangeKind, Reason, Status

Place = tuple[str, str, str]  # client (or source), location id, directory id


@dataclass(frozen=True, slots=True)
class FieldSaid:
    """What a listing said in one field, and what that was called; `wrong` is None when nobody could tell."""

    word: str
    listed: str = ""
    canonical: str = ""
    wrong: bool | None = None


@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of time in which one place said the same, from its first look (`since`) to its last (`until`).

    It began in the audit `audit_id` and was last seen in `until_audit`. `share` is the part of its points that the
    listing gets right, None when nobody could tell. `fields` are those that were read; a notice is among them only
    while it stands.
    """

    place: Place
    audit_id: int
    until_audit: int
    since: datetime
    until: datetime
    status: Status
    reason: Reason | None = None
    share: float | None = None
    url: str = ""
    fields: Mapping[str, FieldSaid] = field(default_factory=dict)

    @property
    def says(self) -> tuple[object, ...]:
        """What makes two spells one when it is the same."""
        return self.status, self.reason, self.url, self.fields

    @property
    def is_answered(self) -> bool:
        """False when the check could not tell whether and what is listed."""
        return self.status not in (Status.UNVERIFIED, Status.AMBIGUOUS)


@dataclass(frozen=True, slots=True)
class Change:
    """One way in which a place differs from what it was when last seen before.

    `since` is when the earlier state was first seen, `before_at` when last, in the audit `before_audit`; `at` is when
    the new one was seen, in the audit `audit_id`. `field` is that of the fix list; "listing" for the listing as a
    whole. `harm` and `rank` say what the wrong one of the two does to customers (1 is the worst).
    """

    audit_id: int
    client: str
    location_id: str
    directory_id: str
    field: str
    kind: ChangeKind
    because: Because
    tier: int
    harm: str
    rank: int
    before_audit: int
    since: datetime
    before_at: datetime
    at: datetime
    before_word: str
    before_listed: str
    before_url: str
    word: str
    listed: str
    canonical: str
    reason: str
    url: str


@dataclass(frozen=True, slots=True)
class Learnt:
    """What one check teaches of its place: the spell that it began or prolonged, and what changed.

    `spell` is None when there is nothing to learn: nobody has looked yet, or a later look is known. `share_before` is
    the share that the listing got right when the place last came to an answer before, None when it never did.
    """

    audit_id: int
    place: Place
    spell: Spell | None = None
    changes: Sequence[Change] = ()
    weight: float = 0.0
    share_before: float | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """What is known of the places of some checks before these are settled."""

    fixes: Sequence[KeptFix]
    spells: Sequence[Spell]


@dataclass(frozen=True, slots=True)
class Lesson:
    """What settling some checks changes: fixes as they are now, and what each check teaches."""

    fixes: Sequence[KeptFix]
    learnt: Sequence[Learnt]


@dataclass(frozen=True, slots=True)
class Trend:
    """Sums over the checks that came to an answer in an audit and before: nothing else makes a trend."""

    checks: int
    weight: float
    earned: float
    earned_before: float

    @property
    def points(self) -> tuple[float, float] | None:
        """The score before and now, 0 to 100; None when nothing was seen twice."""
        if not self.weight:
            return None
        return 100 * self.earned_before / self.weight, 100 * self.earned / self.weight
