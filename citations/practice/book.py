"""What one practice directory lists, and how its search finds it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from citations.directory import slug
from citations.practice.shown import Shown
from citations.practice.tables import Trade, rows

_SMALL_WORDS = frozenset({"the", "of", "and", "llc", "inc", "s", "in", "best", "dr", "dds", "dmd", "gmbh"})
HITS_SHOWN = 60  # enough for all branches of a large brand in one town


@dataclass(frozen=True, slots=True)
class Profile:
    """One listing: its number in the directory, what it shows, and the town under which it is found.

    `business` is the id of the client's location that it is about; `role` that of a stranger.
    """

    number: int
    shown: Shown
    trade: Trade
    area: str
    business: str = ""
    role: str = ""

    @property
    def slug(self) -> str:
        """The name as a part of a path."""
        return slug(self.shown.name)

    @property
    def area_slug(self) -> str:
        """The town as a part of a path."""
        return slug(self.area)

    @property
    def stars(self) -> float:
        """A rating, the same each time."""
        return 3 + self.number % 5 * 0.5

    @property
    def remarks(self) -> Sequence[Mapping[str, str]]:
        """Two reviews, the same each time."""
        texts = rows("remarks")
        return tuple(texts[(self.number + step) % len(texts)] for step in (0, 3))


class Book:
    """The listings of one directory, and the numbers of those that are gone.

    Its search `relates` when it also shows businesses of the trade that the words of the question name.
    """

    def __init__(self, profiles: Sequence[Profile] = (), gone: Sequence[int] = (), *, relates: bool = True) -> None:
        self._relates = relates
        self.profiles = {profile.number: profile for profile in profiles}
        self.gone = frozenset(gone)
        self._areas: dict[str, list[Profile]] = defaultdict(list)
        for profile in profiles:
            self._areas[profile.area.lower()].append(profile)

    def search(self, what: str, where: str) -> list[Profile]:
        """Listings of the town that share a word with `what`, most shared words first; then those of its trade."""
        wanted = name_words(what)
        hits = [(len(wanted & name_words(profile.shown.name)), profile) for profile in self.near(where)]
        trades = {profile.trade for count, profile in hits if count} if self._relates else set()
        found = [hit for hit in hits if hit[0] or (hit[1].trade in trades and wanted & trade_words(hit[1].trade))]
        found.sort(key=lambda hit: (-hit[0], hit[1].number))
        return [profile for _, profile in found[:HITS_SHOWN]]

    def near(self, where: str) -> Sequence[Profile]:
        """Every listing of the town."""
        return self._areas.get(where.partition(",")[0].strip().lower(), ())

    def similar(self, profile: Profile) -> list[Profile]:
        """Up to three other listings of the same town: a trap for who reads a page too widely."""
        return [other for other in self.near(profile.area) if other.number != profile.number][:3]


@cache
def trade_words(trade: Trade) -> frozenset[str]:
    """The words that name a trade."""
    return name_words(" ".join((trade.noun, *trade.name_words)))


@lru_cache(20_000)
def name_words(text: str) -> frozenset[str]:
    """The words that a search compares."""
    return frozenset(re.findall(r"[^\W_]+", text.lower().replace("’", "'").replace("'s", "s"))) - _SMALL_WORDS
