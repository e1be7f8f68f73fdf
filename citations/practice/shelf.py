"""Stands the drafts of one directory on its shelf: listings with numbers, known addresses, rows of truth."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from citations.practice.book import Book, Profile
from citations.practice.businesses import Stranger
from citations.practice.chance import chance
from citations.practice.draft import Draft
from citations.practice.row import Row
from citations.practice.shown import Shown
from citations.practice.sites import Site
from citations.practice.tables import Town, Trade
from citations.words import Status

KNOWN = 0.1
FIRST_NUMBER, STEP = 10_000, 7


class Shelf:
    """One directory with its drafts and strangers: gives the book, the rows, and the listings known beforehand."""

    def __init__(self, cls: type[Site], origin: str, seed: int) -> None:
        self._cls, self._origin = cls, origin
        self._rng = chance(seed, cls.id)
        self._numbers: list[int] = []
        self.profiles: list[Profile] = []
        self.gone: list[int] = []
        self.rows: list[Row] = []
        self.known: dict[str, str] = {}

    @property
    def book(self) -> Book:
        """The listings, findable."""
        return Book(sorted(self.profiles, key=lambda profile: profile.number), self.gone)

    def fill(self, drafts: Sequence[Draft], strangers: Iterable[Stranger]) -> None:
        """Stand everything on the shelf, in an order that gives nothing away."""
        if self._cls.reasons:
            self.rows += [self._row(draft, Status.UNVERIFIED) for draft in drafts]
            return
        others = list(strangers) if self._cls.lists_strangers else []
        count = 2 * len(drafts) + len(others)
        self._numbers = [FIRST_NUMBER + STEP * place for place in range(count)]
        self._rng.shuffle(self._numbers)
        for draft in drafts:
            self.rows.append(self._stand(draft))
        for stranger in others:
            self._add(stranger.truth, stranger.trade, stranger.town)

    def _stand(self, draft: Draft) -> Row:
        business, record = draft.case.business, draft.case.business.record
        if draft.status is Status.LISTED:
            profile = self._add(draft.shown, business.trade, business.town, record.id)
            url = self._origin + self._cls.path(profile)
            if self._rng.random() < KNOWN:
                self.known[record.id] = url
            return self._row(draft, draft.status, url)
        if draft.status is Status.VANISHED:
            was = Profile(self._numbers.pop(), draft.shown, business.trade, business.town.city, record.id)
            self.gone.append(was.number)
            self.known[record.id] = self._origin + self._cls.path(was)
            return self._row(draft, draft.status, self.known[record.id])
        if draft.status is Status.AMBIGUOUS:
            for _ in range(2):
                self._add(draft.bare(), business.trade, business.town, record.id)
        return self._row(draft, draft.status)

    def _add(self, shown: Shown, trade: Trade, town: Town, business: str = "") -> Profile:
        profile = Profile(self._numbers.pop(), shown, trade, town.city, business)
        self.profiles.append(profile)
        return profile

    def _row(self, draft: Draft, status: Status, url: str = "") -> Row:
        row = Row(
            draft.case.business.record.id,
            self._cls.id,
            status,
            url,
            tuple(draft.faults),
            reasons=self._cls.reasons or self._cls.wall_reasons,
            walled=self._cls.walled,
        )
        if status is not Status.LISTED:
            return row
        judgement, findings = draft.judgement, tuple(draft.findings)
        return replace(row, verdicts=judgement.fields, parts=judgement.parts, findings=findings, shown=draft.shown)
