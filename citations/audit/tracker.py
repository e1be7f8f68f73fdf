"""The agency's own tracker: its rows placed with their locations and directories, and kept as notes of them.

Nothing that it says is believed of a listing: its addresses are where a check looks first, the rest is
history beside what the check found.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from citations.audit.tracker_place import Places, Whose
from citations.audit.tracker_platform import Platforms
from citations.directory import Directory
from citations.locations import Clues, Event, TrackerFile, TrackerRow
from citations.models import Location, TrackerNote
from citations.same_page import page_key
from citations.store import Placed, Store
from citations.words import Noted

PageKey = tuple[str, str, frozenset[tuple[str, str]]]


@dataclass
class Tracked:
    """What a tracker came to: the notes, and in sentences each row that could not be placed or used as it stands.

    `addresses` counts those of listings that checks can look at, `silent` the rows that say nothing yet.
    """

    file: str
    placed: list[Placed] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    addresses: int = 0
    silent: int = 0

    @property
    def locations(self) -> int:
        """How many locations have a note of their own."""
        return len({(client, location) for client, location, _ in self.placed if location})


def track(
    tracker: TrackerFile,
    locations: Sequence[Location],
    directories: Iterable[Directory],
    known: Mapping[PageKey, Location] | None = None,
) -> Tracked:
    """The rows of `tracker` placed with `locations` and `directories`.

    `known` are pages that are known to be a location's listing: they tell whose a row is that does not say it.
    """
    return _Tracking(tracker, locations, directories, known or {}).done()


def take_in_tracker(
    store: Store,
    source: str,
    locations: Sequence[Location],
    tracker: TrackerFile,
    directories: Iterable[Directory],
) -> Tracked:
    """Keep what a tracker says of `locations`, those of the file `source`; what it said before stays as history."""
    by_id = {(place.client, place.id): place for place in locations}
    known = {page_key(url): place for place in locations for url in place.listings.values() if url}
    for (client, location, _), url in store.people.seen_urls(source).items():
        if (client, location) in by_id:
            known.setdefault(page_key(url), by_id[client, location])
    found = track(tracker, locations, directories, known)
    store.tracker.keep(source, found.placed)
    return found


class _Tracking:
    """Places the rows of one tracker; collects what there is to tell."""

    def __init__(
        self,
        tracker: TrackerFile,
        locations: Sequence[Location],
        directories: Iterable[Directory],
        known: Mapping[PageKey, Location],
    ) -> None:
        self._rows, self._known = tracker.rows, known
        self._places, self._platforms = Places(locations), Platforms(directories)
        self._tracked = Tracked(tracker.file.name)
        self._unplaced: dict[str, list[str]] = defaultdict(list)
        self._unknown: dict[str, list[str]] = defaultdict(list)

    def done(self) -> Tracked:
        """What it came to."""
        for row in _under_headings(self._rows, self._is_heading):
            if row.says_nothing:
                self._tracked.silent += 1
            else:
                self._place(row)
        self._tracked.problems += [f"{', '.join(lines)}: {why}" for why, lines in self._unplaced.items()]
        self._tracked.problems += [
            f"{', '.join(lines)}: no directory here is {platform!r}; kept as a note"
            for platform, lines in self._unknown.items()
        ]
        return self._tracked

    def _is_heading(self, row: TrackerRow) -> bool:
        """True for a line that names a location where rows name a platform, above the rows that are its own."""
        return row.says_nothing and not self._platforms.named(row.platform) and self._places.named(row.platform)

    def _place(self, row: TrackerRow) -> None:
        whose = self._whose(row)
        if whose.location is None and whose.client is None:
            self._unplaced[whose.why].append(row.where)
            return
        directory = self._directory(row, whose.location)
        if directory is None:
            self._unknown[row.platform or row.url].append(row.where)
        elif whose.location and row.url and directory.is_listing(row.url):
            self._tracked.addresses += 1
        client = whose.location.client if whose.location else whose.client or ""
        for note in _notes(row, directory.id if directory else "", is_client_wide=whose.location is None):
            self._tracked.placed.append(Placed(client, whose.location.id if whose.location else "", note))

    def _whose(self, row: TrackerRow) -> Whose:
        whose = self._places.of(row.clues, row.sheet)
        known = self._known.get(page_key(row.url)) if row.url and not row.clues else None
        return Whose(known) if known and whose.location is None else whose

    def _directory(self, row: TrackerRow, location: Location | None) -> Directory | None:
        """The directory that the platform names, else the one whose address it is; says where the two differ."""
        named, at = self._platforms.named(row.platform, location), self._platforms.at(row.url)
        if named and row.url and not named.is_listing(row.url):
            told = f"is on {at.name}" if at and not named.owns(row.url) else "is no listing's address there"
            self._tracked.problems.append(f"{row.where}: {named.name}: {row.url} {told}; kept, and not looked at")
        return named or at


def _under_headings(rows: Iterable[TrackerRow], is_heading: Callable[[TrackerRow], bool]) -> Iterator[TrackerRow]:
    """The rows without the headings among them; rows that do not say whose they are belong to the last heading."""
    heading, sheet = Clues(), ""
    for row in rows:
        if row.sheet != sheet:
            heading, sheet = Clues(), row.sheet
        if is_heading(row):
            heading = Clues(texts=(row.platform,))
        else:
            yield row if row.clues else replace(row, clues=heading)


def _notes(row: TrackerRow, directory: str, *, is_client_wide: bool) -> Iterator[TrackerNote]:
    """A note for each thing that the row notes; address, login and remark stand with what holds now."""
    *before, now = row.events or (Event(Noted.REMARK),)
    place = f"{row.file}, {row.where}"
    base = TrackerNote(
        row.platform or row.url, now.word, directory, place=place, file_at=row.file_at, is_client_wide=is_client_wide
    )
    for event in before:
        yield replace(base, word=event.word, on=event.on, said=event.said)
    yield replace(base, on=now.on, said=now.said, url=row.url, login=row.login, note=row.note)
