"""The store: what every audit found, kept as it is found, and the questions asked of it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Executable, delete, insert, select, update

from citations.models import Check, Location
from citations.store import checks as check_rows
from citations.store import plan, rollups, tables, totals
from citations.store.answers import Answers
from citations.store.audit_info import AuditInfo, DirectoryInfo
from citations.store.clock import Clock
from citations.store.database import StoreError, alone, open_database, writing
from citations.store.fixes import Fixes
from citations.store.history import History
from citations.store.people import People
from citations.store.records import check_from_json, location_from_json
from citations.store.requests import Requests
from citations.store.retention import Retention
from citations.store.shared import Shared
from citations.store.tables import audit_directories, audits, checks
from citations.store.tally import Rollup, Tally, Total
from citations.store.tracker import Tracker
from citations.words import ScoreOf

NO_AUDIT = 0  # they are numbered from 1
_BEGIN_LOCK = 0x626567696E  # any number, the same in every process: "begin"


class Store:
    """A database of audits, brought up to date when it is opened; safe to use from many processes.

    Raises StoreError when the database cannot be used.
    """

    def __init__(self, url: str) -> None:
        """Open the database at the SQLAlchemy `url`; a SQLite file is made when it is not there."""
        self._engine = open_database(url)
        self.clock = Clock(self._engine)

    def close(self) -> None:
        """Let go of the connections."""
        self._engine.dispose()

    @property
    def people(self) -> People:
        """What people said of listings, and the pages that they brought."""
        return People(self._engine)

    @property
    def fixes(self) -> Fixes:
        """The fix list."""
        return Fixes(self._engine)

    @property
    def answers(self) -> Answers:
        """How directories answered an audit."""
        return Answers(self._engine)

    @property
    def tracker(self) -> Tracker:
        """What agencies noted in their own trackers."""
        return Tracker(self._engine)

    @property
    def history(self) -> History:
        """What each listing said from when to when, and what changed from audit to audit."""
        return History(self._engine)

    @property
    def is_shared(self) -> bool:
        """True on PostgreSQL: the audits are a fleet's."""
        return self._engine.dialect.name == "postgresql"

    @property
    def shared(self) -> Shared:
        """What the machines of a fleet share. Raises StoreError when the database is no PostgreSQL."""
        return Shared(self._engine)

    @property
    def requests(self) -> Requests:
        """The requests of each day, by host or by API key."""
        return Requests(self._engine, self.clock)

    @property
    def retention(self) -> Retention:
        """Which audits may go, and their going."""
        return Retention(self._engine)

    def begin(
        self,
        source: str,
        locations: Sequence[Location],
        directories: Sequence[DirectoryInfo],
        planned: Sequence[tuple[str, str]],
        *,
        fresh: bool = False,
        max_age: timedelta | None = None,
        since: datetime | None = None,
    ) -> AuditInfo:
        """Start an audit of `source`, or take up its newest one when that was not finished and is still covered.

        `planned` holds (location id, directory id). Finished or not, it is taken up where a budget of yesterday left
        checks to be made. An audit with a check that is not planned any more is left as it is. One that is taken up
        keeps its checks, but for those to be made again: of a changed record or tier, or older than `max_age`. `fresh`
        always starts a new one. Where an earlier audit of `source` looked after `since` and came to an answer, that is
        taken over, and `since` stands for `max_age`.
        """
        wanted = plan.Plan(locations, directories, frozenset(planned))
        now = self.clock.now()
        with alone(self._engine, _BEGIN_LOCK) as connection:
            audit = None if fresh else plan.to_go_on_with(connection, source, now)
            if audit is None or not plan.covers(connection, audit, wanted):
                audit = _new_audit(connection, source, now)
            plan.write(connection, audit, wanted, since or (now - max_age if max_age else None), since)
        return self.audit(audit)

    def save(self, audit: int, check: Check, tally: Tally) -> None:
        """Keep a check and its numbers; it is on disk when this returns. The same pair again replaces it."""
        check = replace(check, checked_at=self.clock.set_right(check.checked_at or datetime.now(UTC)))
        row = check_rows.row(audit, check, tally)
        with writing(self._engine) as connection:
            before = rollups.lock(connection, audit, check.location)
            connection.execute(delete(checks).where(*check_rows.this(audit, check.location, check.directory)))
            connection.execute(insert(checks), row)
            if before is not None:
                totals.add(connection, before, rollups.add_up(connection, audit, check.location))

    def finish(self, audit: int) -> None:
        """Mark the audit as finished: it is not continued any more."""
        unfinished = (audits.c.id == audit, audits.c.finished_at.is_(None))
        with writing(self._engine) as connection:
            connection.execute(update(audits).where(*unfinished).values(finished_at=self.clock.now()))

    def done(self, audit: int, locations: Sequence[str] = ()) -> frozenset[tuple[str, str]]:
        """(location id, directory id) of every check that was made; with `locations` only those of these."""
        query = select(checks.c.location_id, checks.c.directory_id).where(checks.c.audit_id == audit)
        pairs = self._rows(query.where(checks.c.location_id.in_(locations)) if locations else query)
        return frozenset((location, directory) for location, directory in pairs)

    def audits(self, client: str | None = None) -> list[AuditInfo]:
        """The audits, newest first; with `client` those that cover one of its locations ("": one without a client)."""
        query = select(audits).order_by(audits.c.id.desc())
        if client is not None:
            query = query.where(audits.c.id.in_(totals.audits_of(client)))
        return [self._info(row) for row in self._rows(query)]

    def audit(self, audit: int) -> AuditInfo:
        """One audit. Raises StoreError when there is none with this number."""
        for row in self._rows(select(audits).where(audits.c.id == audit)):
            return self._info(row)
        raise StoreError(f"there is no audit number {audit}")

    def before(self, audit: int) -> AuditInfo | None:
        """The newest earlier audit of the same source, None when there is none."""
        source = select(audits.c.source).where(audits.c.id == audit).scalar_subquery()
        earlier = select(audits).where(audits.c.source == source, audits.c.id < audit)
        found = self._rows(earlier.order_by(audits.c.id.desc()).limit(1))
        return self._info(found[0]) if found else None

    def latest(self) -> AuditInfo | None:
        """The newest audit, None when there is none yet."""
        newest = self._rows(select(audits).order_by(audits.c.id.desc()).limit(1))
        return self._info(newest[0]) if newest else None

    def locations(self, audit: int, client: str | None = None, *, most: int | None = None) -> list[Location]:
        """The locations of an audit in the order of their file; with `client` only its own, at most `most`."""
        table = tables.locations
        query = select(table.c.record).where(table.c.audit_id == audit).order_by(table.c.position).limit(most)
        if client is not None:
            query = query.where(table.c.client == client)
        return [location_from_json(record) for (record,) in self._rows(query)]

    def places(self, audit: int, ids: Collection[str]) -> list[Location]:
        """The locations of an audit with these ids, in no order."""
        table = tables.locations
        query = select(table.c.record).where(table.c.audit_id == audit, table.c.location_id.in_(ids))
        return [location_from_json(record) for (record,) in self._rows(query)]

    def clients(self, audit: int) -> list[str]:
        """The clients of an audit in the order of their file; "" stands for locations without one."""
        with self._engine.connect() as connection:
            return totals.clients(connection, audit)

    def checks(self, audit: int, *, location: str = "", client: str | None = None) -> list[Check]:
        """The checks of an audit, location by location, in the order of its directories."""
        query = check_rows.records(audit)
        if location:
            query = query.where(checks.c.location_id == location)
        if client is not None:
            query = query.where(tables.locations.c.client == client)
        return [check_from_json(record) for (record,) in self._rows(query)]

    def check(self, audit: int, location: str, directory: str) -> Check | None:
        """One check, None when it is not made yet."""
        found = self._rows(select(checks.c.record).where(*check_rows.this(audit, location, directory)))
        return check_from_json(found[0][0]) if found else None

    def claimed(self, audit: int, directory: str) -> Iterator[tuple[str, str, str]]:
        """(client, location id, URL) of every listing that checks of an audit found there."""
        yield from (tuple(row) for row in self._rows(check_rows.claimed(audit, directory)))

    def doubled(self, audit: int, directory: str) -> Iterator[tuple[str, str, str]]:
        """The same of the second listings that they found."""
        for client, record in self._rows(check_rows.doubled(audit, directory)):
            check = check_from_json(record)
            yield from ((client, check.location, other.url) for other in check.candidates if other.url)

    def rollups(self, audit: int, client: str | None = None) -> list[Rollup]:
        """The sums of each location; quick, because no check is read."""
        with self._engine.connect() as connection:
            return rollups.read(connection, audit, client)

    def totals(self, audit: int, of: ScoreOf, client: str | None = None, *, most: int | None = None) -> list[Total]:
        """The sums of all locations, of each client, brand or location: the lowest score first; at most `most`.

        Quick: a row is read for each of them, none for what they are made of. Nothing is without a location.
        """
        with self._engine.connect() as connection:
            return totals.read(connection, audit, of, client, most)

    def standings(self, audit: int) -> Mapping[int, int]:
        """How many graded locations of an audit have so many points, rounded as they are printed."""
        with self._engine.connect() as connection:
            return rollups.standings(connection, audit)

    def worst(
        self, audit: int, client: str | None = None, *, most: int, skip: int = 0, with_problem: bool = False
    ) -> list[Rollup]:
        """A page of the rollups, the lowest score first, those without one last.

        `with_problem`: only locations with a wrong detail or a missing listing.
        """
        with self._engine.connect() as connection:
            return rollups.worst(connection, audit, client, most, skip, with_problem=with_problem)

    def count_problems(self, audit: int, client: str | None = None) -> int:
        """How many locations have a wrong detail or a missing listing."""
        with self._engine.connect() as connection:
            return rollups.count_problems(connection, audit, client)

    def seen(
        self, location_id: str, client: str, directory_id: str, *, source: str, but: int | None = None
    ) -> Sequence[str]:
        """Where an audit of `source` last found this location's listing, and second ones; empty when none did.

        Second listings that could not be looked at then are among them. The audit `but` is not asked.
        """
        given = {"source": source, "client": client, "location": location_id, "directory": directory_id}
        for url, record in self._rows(check_rows.seen(), given | {"but": but or NO_AUDIT}):
            check = check_from_json(record)
            return url, *(other.url for other in check.candidates if other.url), *check.unread
        return ()

    def _rows(self, query: Executable, given: Mapping[str, Any] | None = None) -> Sequence[Any]:
        with self._engine.connect() as connection:
            return connection.execute(query, given).all()

    def _info(self, row: Any) -> AuditInfo:
        total = self.totals(row.id, ScoreOf.PORTFOLIO)
        of_audit = select(audit_directories).where(audit_directories.c.audit_id == row.id)
        directories = self._rows(of_audit.order_by(audit_directories.c.position))
        return AuditInfo(
            id=row.id,
            source=row.source,
            started_at=row.started_at,
            finished_at=row.finished_at,
            planned=sum(each.planned for each in total),
            done=sum(each.done for each in total),
            locations=sum(each.locations for each in total),
            clients=tuple(self.clients(row.id)),
            directories=tuple(DirectoryInfo(info.directory_id, info.name, info.tier) for info in directories),
        )


def _new_audit(connection: Connection, source: str, now: datetime) -> int:
    row = insert(audits).values(source=source, started_at=now).returning(audits.c.id)
    return int(connection.execute(row).scalar_one())
