"""What the overview asks of a small and of a hundred times larger audit, on SQLite and on a real PostgreSQL.

    python -m tests.benchmarks.summaries [--locations 12500] [--directories 40] [--rounds 15]

Both audits are seeded straight into the store, every check made, with a hundred locations to a client. Each figure is
the median of the rounds, in which small and large take turns. Ends with 1 when the summaries of the large audit take
more than three times as long as those of the small one.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import func, insert, select, text

from citations import Listing, Location
from citations.findings import scored, tally
from citations.models import Check, Comparison, FieldResult
from citations.store import DirectoryInfo, Store
from citations.store import checks as check_rows
from citations.store.database import open_database
from citations.store.tables import checks, locations
from citations.words import Reason, ScoreOf, Status, Verdict
from tests.benchmarks.half_done import AT_ONCE, places
from tests.postgres import PREFIX, start

LOCATIONS, DIRECTORIES, SMALLER, ROUNDS, MOST = 12_500, 40, 100, 15, 3.0
ROWS, CLIENTS = 50, 200  # as many as the overview shows
FIELDS = ("name", "address", "phone", "website", "hours")
VERDICTS = (Verdict.SAME,) * 6 + (Verdict.DIFFERENT,)
STATUSES = (Status.LISTED,) * 6 + (Status.NOT_LISTED, Status.UNVERIFIED, Status.VANISHED, Status.NOT_APPLICABLE)


def audited(url: str, number: int, directories: int) -> tuple[Store, int]:
    """A store with one audit of so many locations, all its checks made."""
    store, every = Store(url), places(number)
    infos = [DirectoryInfo(f"site_{at}", f"Site {at}", at % 3 + 1) for at in range(directories)]
    pairs = [(place.id, info.id) for place in every for info in infos]
    audit = store.begin("bench", every, infos, pairs).id
    rows, engine = (row(audit, place, info) for place in every for info in infos), open_database(url)
    while part := list(islice(rows, AT_ONCE)):
        with engine.execution_options(writes=True).begin() as connection:
            connection.execute(insert(checks), part)
    store.begin("bench", every, infos, pairs)  # sums up what is there
    if engine.dialect.name == "postgresql":  # as its own housekeeping does within a minute
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
    engine.dispose()
    store.finish(audit)
    return store, audit


def row(audit: int, place: Location, info: DirectoryInfo) -> dict[str, Any]:
    """A check that came to anything, as it would come out of an audit."""
    chance = Random(f"{place.id} {info.id}")  # noqa: S311 (no secret)
    status, url = chance.choice(STATUSES), f"https://{info.id}.example/biz/{place.id}"
    reason = Reason.TIMEOUT if status is Status.UNVERIFIED else None
    listing = Listing(url, info.id, place.name, str(place.address), (place.phone,), place.website)
    fields = {name: FieldResult(chance.choice(VERDICTS), "listed", "canonical") for name in FIELDS}
    is_listed = status is Status.LISTED
    made = Check(
        place.id,
        info.id,
        status,
        reason,
        url=url,
        listing=listing if is_listed else None,
        comparison=Comparison(**fields) if is_listed else None,
        tried=(url,),
        checked_at=datetime.now(UTC),
    )
    return check_rows.row(audit, made, tally(made, info.tier))


def summaries(store: Store, audit: int) -> None:
    """The numbers at the top, and the clients' scores with their place among the locations."""
    store.audit(audit)
    store.totals(audit, ScoreOf.PORTFOLIO)
    scored(store.totals(audit, ScoreOf.CLIENT, most=CLIENTS), ScoreOf.CLIENT, store.standings(audit))


def one_client(store: Store, audit: int) -> None:
    """The same of a client, with its brands and its own first page of locations."""
    client = "Client 0"
    store.totals(audit, ScoreOf.PORTFOLIO, client)
    scored(store.totals(audit, ScoreOf.BRAND, client, most=CLIENTS), ScoreOf.BRAND, store.standings(audit))
    store.worst(audit, client, most=ROWS)


def first_page(store: Store, audit: int) -> None:
    """The worst locations with their records."""
    store.places(audit, [rollup.location for rollup in store.worst(audit, most=ROWS)])


def last_page(store: Store, audit: int) -> None:
    """The best ones."""
    (total,) = store.totals(audit, ScoreOf.PORTFOLIO)
    store.worst(audit, most=ROWS, skip=max(0, total.locations - ROWS))


def cells(store: Store, audit: int) -> None:
    """Every check of a page of locations: the grid's cells."""
    for rollup in store.worst(audit, most=ROWS):
        store.checks(audit, location=rollup.location)


def raw(store: Store, audit: int) -> None:
    """The sums of the clients straight from the checks: what the totals spare."""
    sums = [func.sum(column) for column in (checks.c.weight, checks.c.verified, checks.c.earned)]
    query = select(locations.c.client, checks.c.status, func.count(), *sums).join_from(checks, locations)
    with store._engine.connect() as connection:
        connection.execute(query.where(checks.c.audit_id == audit).group_by(locations.c.client, checks.c.status)).all()


Question = Callable[[Store, int], None]
QUESTIONS: Mapping[str, Question] = {
    "summaries: the numbers at the top, each client's score, trend and place among the locations": summaries,
    "the same of one client, with its brands and its worst 50 locations": one_client,
    "the worst 50 locations with their records": first_page,
    "the best 50 of them": last_page,
    "the cells of 50 locations: 2,000 checks": cells,
    "beside it, what totals spare: each client's sums straight from the checks": raw,
}


def times(ask: Question, sides: Sequence[tuple[Store, int]], rounds: int) -> list[float]:
    """The median seconds of each side."""
    taken: list[list[float]] = [[] for _ in sides]
    for turn in range(rounds + 1):
        for side, seconds in zip(sides, taken, strict=True):
            began = time.perf_counter()
            ask(*side)
            if turn:  # the first fills the caches
                seconds.append(time.perf_counter() - began)
    return [statistics.median(seconds) for seconds in taken]


@contextmanager
def databases(kind: str) -> Iterator[tuple[str, str]]:
    """The URLs of two empty databases."""
    with TemporaryDirectory(prefix=PREFIX) as name:
        folder = Path(name)
        if kind == "SQLite":
            yield f"sqlite:///{folder / 'small.db'}", f"sqlite:///{folder / 'large.db'}"
            return
        postgres = start(folder / "data")
        try:
            yield postgres.fresh(), postgres.fresh()
        finally:
            postgres.server.cleanup()


def main(words: Sequence[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.summaries", description="the overview's numbers")
    parser.add_argument("--locations", type=int, default=LOCATIONS)
    parser.add_argument("--directories", type=int, default=DIRECTORIES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args(words)
    sizes = (given.locations // SMALLER, given.locations)
    small, large = (f"{size * given.directories:,} checks" for size in sizes)
    print(f"| asked | database | {small} | {large} | times as long |\n|---|---|---|---|---|", flush=True)
    too_slow = False
    for kind in ("SQLite", "PostgreSQL"):
        with databases(kind) as urls:
            sides = [audited(url, size, given.directories) for url, size in zip(urls, sizes, strict=True)]
            for what, ask in QUESTIONS.items():
                rounds = min(given.rounds, 3) if ask is raw else given.rounds
                first, second = times(ask, sides, rounds)
                too_slow |= ask is summaries and second > MOST * first
                cells_ = (what, kind, f"{1000 * first:.1f} ms", f"{1000 * second:.1f} ms", f"×{second / first:.1f}")
                print(f"| {' | '.join(cells_)} |", flush=True)
            for store, _ in sides:
                store.close()
    sys.exit(too_slow)


if __name__ == "__main__":
    main(sys.argv[1:])
