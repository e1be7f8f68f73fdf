"""What people said and brought: decisions about listings, kept for later audits, and the pages of an audit."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine, Row, and_, delete, func, insert, or_, select

from citations.models import Check, Listing, Location
from citations.same_page import page_key
from citations.store import checks as check_rows
from citations.store.database import writing
from citations.store.records import check_from_json, listing_from_json, plain, to_json
from citations.store.tables import arrivals, audits, checks, decisions, fixes, locations
from citations.store.tracker import Tracker
from citations.words import Arrival, Said, Status

# How a check came about in which a person had a hand (`Check.how`).
BY_A_PERSON = frozenset({"saved_page", "saved_pdf", "pasted_url", "pasted_text", "visible_browser", "said"})
_OPEN = (Status.UNVERIFIED.value, Status.AMBIGUOUS.value)


@dataclass(frozen=True, slots=True)
class Fine:
    """A value that a person said is fine as it is, without its manner of writing: in one field, at one address."""

    field: str
    value: str
    url: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Decided:
    """What people said of one location in one directory: URLs that are ours, that are not, and where it is known to be.

    `shown` is what the listings that they decided on showed then, by URL, and when that was; `fine` are values that
    they said are fine as they are. `address` was given by a person and is still to be read; `is_skipped` and
    `is_not_there` are their last word. `tracked` is the listing's address in the agency's tracker, `expected` one there
    at which it is to appear.
    """

    ours: tuple[str, ...] = ()
    not_ours: tuple[str, ...] = ()
    address: str = ""
    is_skipped: bool = False
    is_not_there: bool = False
    tracked: str = ""
    expected: str = ""
    fine: tuple[Fine, ...] = ()
    shown: Mapping[str, tuple[Listing, datetime]] = field(default_factory=dict)


NOTHING_DECIDED = Decided()


@dataclass(frozen=True, slots=True)
class Arrived:
    """A page that a person brought to an audit: its file's name or address, and what became of it."""

    digest: str
    name: str
    word: Arrival
    says: str
    url: str = ""
    evidence: str = ""
    arrived_at: datetime = field(default_factory=lambda: datetime.now(UTC))


class People:
    """Keeps what people say and bring; made by `Store.people`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def say(
        self,
        source: str,
        location: Location,
        directory: str,
        word: Said,
        url: str = "",
        shown: Listing | None = None,
    ) -> None:
        """Keep a decision. It replaces an earlier one on the same page, and what is ours is no sister's any more.

        `shown` is what the person saw of the listing.
        """
        of_client = {"source": source, "client": location.client, "directory_id": directory}
        about = {**of_client, "location_id": location.id, "url": plain(url)}
        said = {"word": word.value, "said_at": datetime.now(UTC), "shown": to_json(shown) if shown else ""}
        with writing(self._engine) as connection:
            every = connection.execute(select(decisions).where(*(decisions.c[k] == v for k, v in of_client.items())))
            old = [
                row.id
                for row in every
                if page_key(row.url) == page_key(about["url"]) and _gives_way(row, location, word)
            ]
            connection.execute(delete(decisions).where(decisions.c.id.in_(old)))
            connection.execute(insert(decisions).values(**about, **said))

    def decided(self, source: str) -> Mapping[tuple[str, str, str], Decided]:
        """(client, location id, directory id) -> what was said of it in audits of `source`, and in a tracker."""
        said: dict[tuple[str, str, str], list[Row[Any]]] = defaultdict(list)
        query = select(decisions).where(decisions.c.source == source).order_by(decisions.c.said_at, decisions.c.id)
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                said[row.client, row.location_id, row.directory_id].append(row)
        decided = {key: _summed(words) for key, words in said.items()}
        for key, note in Tracker(self._engine).addresses(source).items():
            said_here = decided.get(key, NOTHING_DECIDED)
            if note.word.is_waiting:
                decided[key] = replace(said_here, expected=note.url)
            else:
                decided[key] = replace(said_here, tracked=note.url)
        for key, fine in self._fine(source).items():
            decided[key] = replace(decided.get(key, NOTHING_DECIDED), fine=tuple(fine))
        return decided

    def _fine(self, source: str) -> Mapping[tuple[str, str, str], list[Fine]]:
        """(client, location id, directory id) -> the values that are fine there."""
        found: dict[tuple[str, str, str], list[Fine]] = defaultdict(list)
        with self._engine.connect() as connection:
            for row in connection.execute(select(fixes).where(fixes.c.accepted_at.is_not(None))):
                client = "" if row.client == source else row.client
                one = Fine(row.field, row.cause, row.accepted_url, row.accepted_at)
                found[client, row.location_id, row.directory_id].append(one)
        return found

    def seen_urls(self, source: str, queue_of: int | None = None) -> Mapping[tuple[str, str, str], str]:
        """(client, location id, directory id) -> the newest URL under which an audit of `source` found the listing.

        `queue_of`: only where that audit left something to a person, which is quicker when there are many audits.
        """
        query = (
            select(locations.c.client, checks.c.location_id, checks.c.directory_id, checks.c.url)
            .join_from(checks, locations)
            .join(audits, audits.c.id == checks.c.audit_id)
            .where(audits.c.source == source, checks.c.status == Status.LISTED.value, checks.c.url != "")
            .order_by(checks.c.checked_at)
        )
        if queue_of is not None:
            left = checks.alias("left_to_a_person")
            same = (left.c.location_id == checks.c.location_id, left.c.directory_id == checks.c.directory_id)
            query = query.join(left, and_(*same)).where(left.c.audit_id == queue_of, left.c.status.in_(_OPEN))
        with self._engine.connect() as connection:
            return {(client, place, directory): url for client, place, directory, url in connection.execute(query)}

    def stamp(self, audit: int, source: str) -> tuple[datetime | None, datetime | None]:
        """When a person last said something and last brought something: what changes with every word and page."""
        said = select(func.max(decisions.c.said_at)).where(decisions.c.source == source)
        brought = select(func.max(arrivals.c.arrived_at)).where(arrivals.c.audit_id == audit)
        with self._engine.connect() as connection:
            return connection.scalar(said), connection.scalar(brought)

    def queue(self, audit: int, client: str | None = None) -> list[Check]:
        """The checks of an audit that a person may settle or has settled, location by location."""
        query = check_rows.records(audit).where(or_(checks.c.status.in_(_OPEN), checks.c.how.in_(BY_A_PERSON)))
        if client is not None:
            query = query.where(locations.c.client == client)
        with self._engine.connect() as connection:
            return [check_from_json(record) for (record,) in connection.execute(query)]

    def arrival(self, audit: int, digest: str) -> Arrived | None:
        """What became of the page with this digest; None when it never came."""
        return next((page for page in self.arrived(audit, digest)), None)

    def arrive(self, audit: int, page: Arrived) -> None:
        """Keep what became of a page; the same page again replaces it."""
        with writing(self._engine) as connection:
            connection.execute(delete(arrivals).where(arrivals.c.audit_id == audit, arrivals.c.digest == page.digest))
            row = {"audit_id": audit, "digest": page.digest, "name": plain(page.name), "word": page.word.value}
            row |= {"says": plain(page.says), "url": plain(page.url), "evidence": page.evidence}
            connection.execute(insert(arrivals).values(**row, arrived_at=page.arrived_at))

    def arrived(self, audit: int, digest: str = "", most: int | None = None) -> Sequence[Arrived]:
        """The pages that were brought to an audit, the newest first, at most `most`; with `digest` only that one."""
        query = select(arrivals).where(arrivals.c.audit_id == audit).order_by(arrivals.c.arrived_at.desc())
        if digest:
            query = query.where(arrivals.c.digest == digest)
        with self._engine.connect() as connection:
            return [
                Arrived(row.digest, row.name, Arrival(row.word), row.says, row.url, row.evidence, row.arrived_at)
                for row in connection.execute(query.limit(most))
            ]


def _gives_way(row: Any, location: Location, word: Said) -> bool:
    """True for an earlier word on the same page: on this location, or a sister's claim to what is ours."""
    return row.location_id == location.id or (bool(row.url) and word is Said.OURS and row.word == Said.OURS)


def _summed(rows: Sequence[Row[Any]]) -> Decided:
    last = rows[-1].word
    addresses = [row.url for row in rows if row.word == Said.ADDRESS]
    return Decided(
        ours=tuple(row.url for row in rows if row.word == Said.OURS),
        not_ours=tuple(row.url for row in rows if row.word == Said.NOT_OURS),
        address=addresses[-1] if addresses else "",
        is_skipped=last == Said.SKIPPED,
        is_not_there=last == Said.NOT_THERE,
        shown={row.url: (listing_from_json(row.shown), row.said_at) for row in rows if row.shown},
    )
