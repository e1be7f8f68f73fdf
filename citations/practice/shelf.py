"""Stands the drafts of one directory on its shelf: listings with numbers, known addresses, rows of truth."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from citations.models import Location
from citations.practice.book import Book, Profile
from citations.practice.chance import chance
from citations.practice.draft import Draft
from citations.practice.row import Row
from citations.practice.shown import Shown
from citations.practice.sites import Site
from citations.practice.strangers import Stranger
from citations.practice.tables import Town, Trade
from citations.words import Status

KNOWN = 0.1
RIVALS_LISTED = 0.7
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
        listed = sorted(self.profiles, key=lambda profile: profile.number)
        return Book(listed, self.gone, relates=self._cls.lists_strangers)

    def fill(self, drafts: Sequence[Draft], strangers: Iterable[Stranger]) -> None:
        """Stand everything on the shelf, in an order that gives nothing away."""
        others = [] if self._cls.reasons else [stranger for stranger in strangers if self._takes(stranger)]
        count = 3 * len(drafts) + len(others)
        self._numbers = [FIRST_NUMBER + STEP * place for place in range(count)]
        self._rng.shuffle(self._numbers)
        rows = [self._stand(draft) for draft in drafts]
        for stranger in others:
            self._add(stranger.truth, stranger.trade, stranger.town, role=stranger.role)
        book = self.book
        self.rows += [self._with_rivals(row, draft, book) for row, draft in zip(rows, drafts, strict=True)]

    def _takes(self, stranger: Stranger) -> bool:
        """Most rivals are listed, all look-alikes are, and the crowd only where everybody is."""
        if not self._cls.lists_strangers or not self._cls.covers(stranger.town):
            return False
        if stranger.role == "crowd":
            return self._cls.lists_crowd
        return stranger.role != "rival" or self._rng.random() < RIVALS_LISTED

    def _stand(self, draft: Draft) -> Row:
        business = draft.case.business
        if business.town.country not in (self._cls.countries or (business.town.country,)):
            return self._row(draft, Status.NOT_APPLICABLE)
        if not self._cls.may_list(business.town):
            return self._row(draft, Status.UNVERIFIED)
        if draft.status is Status.LISTED:
            return self._stand_listed(draft)
        if draft.status is Status.VANISHED:
            return self._stand_gone(draft)
        if draft.status is Status.AMBIGUOUS:
            for _ in range(2):
                self._add(draft.bare(), business.trade, business.town, business.record.id)
        return self._row(draft, draft.status)

    def _stand_listed(self, draft: Draft) -> Row:
        business, record = draft.case.business, draft.case.business.record
        profile = self._add(draft.shown, business.trade, business.town, record.id)
        twins = [self._add(draft.twin, business.trade, business.town, record.id)] if draft.twin else []
        if not twins and self._rng.random() < KNOWN:
            self.known[record.id] = self._origin + self._cls.known_path(profile)
        judgement = draft.judgement
        return replace(
            self._row(draft, Status.LISTED),
            url=self._origin + self._cls.path(profile),
            verdicts=judgement.fields,
            parts=judgement.parts,
            findings=tuple(draft.findings),
            shown=draft.shown,
            lifecycle=draft.shown.lifecycle,
            duplicates=tuple(self._origin + self._cls.path(twin) for twin in twins),
        )

    def _stand_gone(self, draft: Draft) -> Row:
        """A listing that was known and is no more."""
        business, record = draft.case.business, draft.case.business.record
        was = Profile(self._numbers.pop(), draft.shown, business.trade, business.town.city, record.id)
        self.gone.append(was.number)
        self.known[record.id] = self._origin + self._cls.path(was)
        return replace(self._row(draft, draft.status), url=self.known[record.id])

    def _add(self, shown: Shown, trade: Trade, town: Town, business: str = "", role: str = "") -> Profile:
        profile = Profile(self._numbers.pop(), shown, trade, town.city, business, role)
        self.profiles.append(profile)
        return profile

    def _row(self, draft: Draft, status: Status) -> Row:
        """A row with what holds of every listing of this site."""
        cls, business = self._cls, draft.case.business
        is_open = cls.may_list(business.town)
        reasons = cls.wall_reasons if is_open else cls.reasons or cls.stray_reasons
        return Row(
            business.record.id,
            cls.id,
            status,
            faults=tuple(draft.faults) if is_open else (),
            reasons=() if status is Status.NOT_APPLICABLE else reasons,
            walled=cls.walled and status is not Status.NOT_APPLICABLE,
        )

    def _with_rivals(self, row: Row, draft: Draft, book: Book) -> Row:
        """The row with the named competitors that are listed in the location's town."""
        record: Location = draft.case.business.record
        if not self._cls.may_list(draft.case.business.town):
            return row
        there = {profile.shown.name for profile in book.near(record.postal.city)}
        return replace(row, competitors=tuple(name for name in record.competitors if name in there))
