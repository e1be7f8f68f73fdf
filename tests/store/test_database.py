"""Opening, upgrading, sharing and surviving: the database under the store."""

import os
import signal
import subprocess
import sys
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, inspect, text

from citations.models import Check
from citations.store import AuditInfo, Store, StoreError, Tally
from citations.store.database import MIGRATIONS, open_database, writing
from citations.store.tables import metadata
from citations.words import ScoreOf, Status
from tests.findings import fix_list
from tests.findings.fix_list import PLACE, RIGHT
from tests.store.conftest import PAIRS, PLACES, SITES
from tests.store.sums import totals_agree

ROOT = Path(__file__).resolve().parents[2]
OPEN = "import sys; from citations.store import Store; Store(sys.argv[1]).latest()"
SLOWLY = """
import sys, time
from sqlalchemy import Engine, event
from citations.store import Store
@event.listens_for(Engine, "before_cursor_execute")
def tell(connection, cursor, statement, *rest):
    print(" ".join(statement.split()), flush=True)
    time.sleep(0.02)
Store(sys.argv[1])
"""
WRITE = """
import itertools, sys
from citations.models import Check
from citations.store import Store, Tally
from citations.words import Status
store = Store(sys.argv[1])
audit = store.latest().id
pairs = [tuple(pair.split("/")) for pair in sys.argv[2:]]
for number in itertools.count(1):
    for location, directory in pairs:
        store.save(audit, Check(location, directory, Status.LISTED, detail=str(number)), Tally(1.0, 1.0, 0.5, number))
        print(f"{location} {directory} {number}", flush=True)
"""


def python(code: str, *arguments: str, **options: object) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return]


def test_the_migrations_lead_to_the_tables(url: str) -> None:
    engine = open_database(url)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_totals_are_summed_up_for_the_audits_there_were(store: Store, url: str) -> None:
    fix_list.audit(store, 0, [fix_list.number()])
    fix_list.audit(store, 30, [RIGHT], replace(PLACE, client="", name="Oak  DENTAL"))
    before = [store.totals(1, of) + store.totals(2, of) for of in ScoreOf]
    with writing(open_database(url)) as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.downgrade(config, "0008")
    again = Store(url)
    assert [again.totals(1, of) + again.totals(2, of) for of in ScoreOf] == before
    assert totals_agree(again, 1)
    assert totals_agree(again, 2)
    again.close()


def test_a_database_from_the_future_is_refused(url: str) -> None:
    Store(url).close()
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match="newer version of citations"):
        Store(url)


@pytest.mark.parametrize("wrong", ["not a url", "citations.db"])
def test_what_is_not_a_database_url_is_named(wrong: str) -> None:
    with pytest.raises(StoreError, match="is not a database URL"):
        Store(wrong)


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("Dear diary, " * 500)
    with pytest.raises(StoreError, match="cannot open the database"):
        Store(f"sqlite:///{tmp_path / 'notes.db'}")


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot make the folder"):
        Store(f"sqlite:///{tmp_path / 'file' / 'citations.db'}")


def test_processes_that_open_a_new_database_together_all_succeed(url: str) -> None:
    opening = [python(OPEN, url) for _ in range(4)]
    assert [process.wait(60) for process in opening] == [0, 0, 0, 0]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_migration_that_is_ended_in_the_middle_has_done_nothing(url: str, number: int) -> None:
    with python(SLOWLY, url) as opening:
        assert opening.stdout is not None
        assert any(line.startswith("CREATE TABLE checks") for line in opening.stdout)
        opening.send_signal(number)
    assert opening.returncode == -number
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    assert inspect(engine).get_table_names() == []
    engine.dispose()
    store = Store(url)
    assert store.begin("a.csv", PLACES, SITES, PAIRS).planned == len(PAIRS)
    store.close()


def test_plans_written_anew_while_checks_are_saved_leave_no_sum_behind(store: Store, audit: AuditInfo) -> None:
    """Two people begin the same audit while the fleet is at it."""

    def save(number: int) -> None:
        for pair in PAIRS:
            store.save(audit.id, Check(*pair, Status.LISTED), Tally(1.0, 1.0, 1.0, number))

    for number in range(12):
        begin = partial(store.begin, "places.csv", PLACES, SITES, PAIRS)
        threads = [threading.Thread(target=work) for work in (partial(save, number), begin, begin)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        sums = [(rollup.done, rollup.tally) for rollup in store.rollups(audit.id)]
        assert sums == [(2, Tally(2.0, 2.0, 2.0, 2 * number))] * 3
        assert totals_agree(store, audit.id)


def test_threads_save_side_by_side(store: Store, audit: AuditInfo) -> None:
    def work(pairs: list[tuple[str, str]]) -> None:
        for number in range(10):
            for location, directory in pairs:
                store.save(audit.id, Check(location, directory, Status.LISTED, detail=str(number)), Tally(1.0))

    threads = [threading.Thread(target=work, args=(list(PAIRS[part::3]),)) for part in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.done(audit.id) == set(PAIRS)
    assert all(check.detail == "9" for check in store.checks(audit.id))
    assert [(rollup.done, rollup.tally) for rollup in store.rollups(audit.id)] == [(2, Tally(2.0))] * 3
    assert totals_agree(store, audit.id)


def test_an_audit_that_several_begin_together_is_one(url: str) -> None:
    store = Store(url)
    begun: list[int] = []
    threads = [
        threading.Thread(target=lambda: begun.append(store.begin("a.csv", PLACES, SITES, PAIRS).id)) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert begun == [1, 1, 1, 1]
    store.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_nothing_acknowledged_is_lost_when_writers_are_killed(store: Store, audit: AuditInfo, url: str) -> None:
    halves = (PAIRS[0::2], PAIRS[1::2])
    writers = [python(WRITE, url, *("/".join(pair) for pair in pairs)) for pairs in halves]
    acknowledged: dict[tuple[str, str], int] = {}
    for writer in writers:
        assert writer.stdout is not None
        heard = [writer.stdout.readline() for _ in range(20)]
        writer.kill()
        heard += writer.stdout.readlines()
        writer.wait()
        for line in heard:
            location, directory, count = line.split()
            acknowledged[location, directory] = int(count)

    assert set(acknowledged) == set(PAIRS)
    kept = {(check.location, check.directory): int(check.detail) for check in store.checks(audit.id)}
    for pair, number in acknowledged.items():
        assert kept[pair] in (number, number + 1), "the last one may have been kept just before the kill"
    for rollup in store.rollups(audit.id):
        numbers = [number for (location, _), number in kept.items() if location == rollup.location]
        assert rollup.tally == Tally(2.0, 2.0, 1.0, sum(numbers))
    assert totals_agree(store, audit.id)


def test_a_database_that_nobody_can_drive_is_a_sentence() -> None:
    with pytest.raises(StoreError, match="no driver"):
        open_database("foo://somewhere/x")
