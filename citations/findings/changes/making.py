"""A change as it is kept: the two states, their dates, what it does to customers, and what made the difference."""

from dataclasses import dataclass
from datetime import datetime

from citations.findings.fine import FINE
from citations.findings.fixes.table import harm_of, table
from citations.findings.problems import harms
from citations.findings.wrong_value import wrong_value
from citations.store import Change, FieldSaid, Spell, Unsettled
from citations.words import Because, ChangeKind, FindingKind, Status

_NOTICES = frozenset(FindingKind)


@dataclass(frozen=True, slots=True)
class Before:
    """What a field said when it was last read: the spells that say so, from the first to the last."""

    said: FieldSaid
    first: Spell
    last: Spell


@dataclass(frozen=True, slots=True)
class Making:
    """What the making of every change of one check needs."""

    of: Unsettled
    now: Spell

    def listing(self, kind: ChangeKind, before: Spell, since: datetime) -> Change:
        """A change of the listing as a whole."""
        was = FieldSaid(before.reason or before.status)
        said = FieldSaid(self.now.reason or self.now.status)
        wrong = ("status", Status.NOT_LISTED)
        return self._change(kind, Because.LISTING, "listing", wrong, (was, said), before, since)

    def field(self, kind: ChangeKind, field: str, said: FieldSaid, before: Before) -> Change:
        """A change of one field."""
        wrong = said if said.wrong else before.said
        because = self._because(kind, field, said, before.said)
        harm, both = _harm_key(field, wrong.word), (before.said, said)
        return self._change(kind, because, field, harm, both, before.last, before.first.since)

    def is_fine(self, field: str) -> bool:
        """True when the value is accepted since a person said so."""
        result = self.of.check.comparison.results.get(field) if self.of.check.comparison else None
        return result is not None and result.rule == FINE

    def is_unfollowed(self, before: FieldSaid, said: FieldSaid) -> bool:
        """True when the link was dead and nobody followed it this time."""
        link = self.of.check.link
        was_dead = before.word == FindingKind.DEAD_LINK and said.word != FindingKind.DEAD_LINK
        return was_dead and said.listed == before.listed and (link is None or link.reason is not None)

    def is_same_value(self, field: str, one: FieldSaid, other: FieldSaid) -> bool:
        """True when both say the same, however it is written."""
        if one.listed == other.listed:
            return True
        country = self.of.location.country
        return wrong_value(field, one.listed, country) == wrong_value(field, other.listed, country)

    def _because(self, kind: ChangeKind, field: str, said: FieldSaid, before: FieldSaid) -> Because:
        if kind is ChangeKind.ACCEPTED:
            return Because.PERSON
        if not self.is_same_value(field, said, before):
            return Because.LISTING
        if said.canonical != before.canonical:
            return Because.RECORD
        return Because.LISTING if {said.word, before.word} & _NOTICES else Because.RULES

    def _change(
        self,
        kind: ChangeKind,
        because: Because,
        field: str,
        wrong: tuple[str, str],
        said: tuple[FieldSaid, FieldSaid],
        before: Spell,
        since: datetime,
    ) -> Change:
        harm = harms().get(wrong) or harm_of("")
        was, now = said
        return Change(
            self.of.audit_id,
            *self.of.place,
            field,
            kind,
            because,
            self.of.directory.tier,
            harm.id,
            harm.rank,
            before.until_audit,
            since,
            before.until,
            self.now.since,
            was.word,
            was.listed,
            before.url,
            now.word,
            now.listed,
            now.canonical,
            self._reason(field),
            self.now.url or self.of.check.url,
        )

    def _reason(self, field: str) -> str:
        """Why it is so now, in the words of the check."""
        compared = self.of.check.comparison
        if field == "listing" or compared is None:
            return self.of.check.detail
        if result := compared.results.get(field):
            return result.reason
        made = table()["field"]
        return next((finding.reason for finding in compared.findings if made.get(finding.kind) == field), "")


def _harm_key(field: str, word: str) -> tuple[str, str]:
    return ("finding", word) if word in _NOTICES else (field, word)
