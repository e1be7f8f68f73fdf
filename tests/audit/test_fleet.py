"""Many machines on one PostgreSQL: the same verdicts as on one, no host visited by two at once, nothing lost."""

import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from citations.practice import Practice, serve
from tests.audit.conftest import Command
from tests.audit.fleet import PATIENCE, Fleet, a_fleet, hurry, overlaps, stop, until
from tests.audit.said import Said, differences
from tests.audit.test_full_disk import full
from tests.notify.receiving import hook
from tests.postgres import Postgres

DIRECTORIES = ("practice_townfolk", "practice_quarry", "practice_whisperwell", "own_website")
PACE = 0.3
UNHURRIED = 2.0  # no audit is done before a command was typed, however busy the machine is


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    """A practice web."""
    with serve(seed=5, locations=16, port=0, out=tmp_path_factory.mktemp("web")) as served:
        yield served


@pytest.fixture(scope="module")
def undisturbed(practice: Practice, tmp_path_factory: pytest.TempPathFactory) -> Said:
    """What one machine says, on SQLite, when nothing happens."""
    return Command(practice, tmp_path_factory.mktemp("one-machine"), DIRECTORIES).run()


@pytest.fixture
def fleet(practice: Practice, tmp_path: Path, postgres_url: str, undisturbed: Said) -> Iterator[Fleet]:
    """A fleet without workers yet."""
    practice.requests.clear()
    with a_fleet(Fleet(practice, tmp_path / "home", DIRECTORIES, database=postgres_url, pace=PACE)) as made:
        yield made


@pytest.fixture
def hooked() -> Iterator[tuple[str, list[Any]]]:
    """A webhook, and what was posted to it."""
    with hook() as made:
        yield made


@pytest.mark.slow
def test_two_workers_say_what_one_machine_says(fleet: Fleet, practice: Practice, undisturbed: Said) -> None:
    workers = [fleet.worker(), fleet.worker()]
    assert differences(fleet.run(), undisturbed) == []
    assert overlaps(practice) == 0
    assert hurry(practice, PACE) < 5 * PACE  # as the site sees it: a first request takes longer to arrive
    for worker in workers:
        assert "handed back" in stop(worker)


@pytest.mark.slow
def test_a_worker_killed_while_visiting_is_taken_over(fleet: Fleet, practice: Practice, undisturbed: Said) -> None:
    """And one that is told to end finishes its checks and hands the rest back at once."""
    audit, killed = fleet.begin(), fleet.worker()
    fleet.wait_for(checks=5)
    killed.kill()
    kept = {(check.location, check.directory): check.evidence for check in fleet.checks}
    told = fleet.worker()
    fleet.wait_for(checks=len(kept) + 5)
    said = stop(told)
    assert "Traceback" not in said
    assert not fleet.wait_for(checks=0).is_finished
    fleet.worker()
    fleet.wait_for_end()
    assert audit.wait(60) == 0
    after = fleet.said()
    assert differences(after, undisturbed) == []
    assert kept.items() <= {key: check["evidence"] for key, check in after.items()}.items()
    assert overlaps(practice) == 0
    assert fleet.rollups_agree()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the files of a process that runs already")
def test_a_worker_whose_disk_is_full_leaves_its_checks_to_the_others(
    fleet: Fleet, practice: Practice, undisturbed: Said
) -> None:
    audit, full_one = fleet.begin(), fleet.worker()
    kept = fleet.wait_for(checks=5).done
    full(full_one, 500)
    time.sleep(3)
    assert not fleet.wait_for(checks=kept).is_finished
    fleet.worker()
    fleet.wait_for_end()
    assert audit.wait(60) == 0
    assert differences(fleet.said(), undisturbed) == []
    assert fleet.rollups_agree()
    assert "Traceback" not in (said := stop(full_one))
    assert "evidence" in said


@pytest.mark.slow
def test_a_database_that_is_restarted_is_waited_for(
    practice: Practice, tmp_path: Path, undisturbed: Said, postgres_of_its_own: Postgres
) -> None:
    database = postgres_of_its_own.fresh()
    with a_fleet(Fleet(practice, tmp_path / "home", DIRECTORIES, database=database, pace=PACE)) as fleet:
        audit, _ = fleet.begin(), [fleet.worker(), fleet.worker()]
        fleet.wait_for(checks=6)
        postgres_of_its_own.restart()
        fleet.wait_for_end()
        assert audit.wait(60) == 0
        assert differences(fleet.said(), undisturbed) == []
        assert fleet.rollups_agree()


@pytest.mark.slow
def test_two_that_begin_the_same_audit_at_once_get_one(fleet: Fleet, undisturbed: Said) -> None:
    workers = [fleet.worker(), fleet.worker()]
    audits = [fleet.begin(), fleet.begin(on="another machine")]
    assert [audit.wait(120) for audit in audits] == [0, 0]
    assert len(fleet.store.audits()) == 1
    assert differences(fleet.said(), undisturbed) == []
    assert fleet.rollups_agree()
    for worker in workers:
        stop(worker)


@pytest.mark.slow
def test_called_back_gone_on_with_and_scheduled(fleet: Fleet, undisturbed: Said, hooked: tuple[str, list[Any]]) -> None:
    address, posted = hooked
    unhurried = replace(fleet, pace=UNHURRIED)
    audit, worker = unhurried.begin(), unhurried.worker()
    begun = fleet.wait_for(checks=4)
    assert fleet.type("fleet", "cancel", str(begun.id)).returncode == 0
    _, said = audit.communicate(timeout=PATIENCE)
    assert audit.returncode == 1
    assert "was called back; what is done is kept" in said
    done = until(lambda: fleet.is_quiet() and fleet.wait_for(checks=4).done)
    assert done < begun.planned
    stop(worker)
    worker = fleet.worker(CITATIONS_NOTIFY_WEBHOOK=address)
    assert fleet.type(*fleet.words[3:], "--no-wait", "--priority", "high").returncode == 0
    fleet.wait_for_end()
    assert differences(fleet.said(), undisturbed) == []

    client = begun.clients[0]
    fleet.say_that_one_is_missing(client)
    assert fleet.type("schedule", "add", client, "weekly").returncode == 0
    again = until(lambda: (latest := fleet.latest) and latest.id > begun.id and latest.is_finished and latest)
    assert again.clients == (client,)
    until(lambda: posted)
    assert (posted[0]["audit"], posted[0]["counts"]) == (again.id, {"appeared": 1})
    assert f"{client}: weekly, next " in fleet.type("schedule", "list").stdout
    assert fleet.type("schedule", "remove", client).returncode == 0
    assert fleet.type("schedule", "remove", client).returncode == 2
    stop(worker)
