"""The web goes down in the middle of an audit and comes back: the audit says the same as if nothing had happened."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from citations.practice import serve
from citations.store import Store, to_data
from citations.words import Reason, Status
from tests.audit.conftest import Command
from tests.audit.said import differences
from tests.audit.test_breaker import PLACES, Pages
from tests.audit.test_killed import DIRECTORIES, finished, wait_for
from tests.loopback import Answer, free_run, site
from tests.store.sums import totals_agree

SECONDS_DOWN = 60
PATIENCE = 0.7  # seconds: waits of 0.1, 0.2 and 0.4


@dataclass
class Unsteady(Pages):
    """A directory that is silent from its request `down_from` on, until somebody has waited `waits` times."""

    down_from: int = 12
    waits: int = 1
    waited: list[tuple[int, float]] = field(default_factory=list)
    answered: int = 0

    def answer(self, path: str) -> Answer:
        if self.answered >= self.down_from and len(self.waited) < self.waits:
            raise ConnectionAbortedError
        self.answered += 1
        return super().answer(path)

    def wait(self, checks: int, seconds: float) -> None:
        self.waited.append((checks, round(seconds, 3)))


@pytest.fixture
def unsteady(tmp_path: Path) -> Iterator[Unsteady]:
    made = Unsteady(tmp_path)
    with site(made.answer) as made.site:
        yield made


@pytest.mark.parametrize("waits", [1, 3])
def test_what_fell_silent_is_looked_at_once_more(unsteady: Unsteady, waits: int) -> None:
    unsteady.waits = waits
    checks = unsteady.audit(on_wait=unsteady.wait, patience=PATIENCE)
    assert {check.status for check in checks} == {Status.LISTED}
    left = unsteady.waited[0][0]
    assert 10 < left < len(PLACES)
    assert unsteady.waited == [(left, 0.1), (left, 0.2), (left, 0.4)][:waits]


def test_the_patience_has_an_end(unsteady: Unsteady) -> None:
    unsteady.waits = 100
    checks = unsteady.audit(on_wait=unsteady.wait, patience=PATIENCE)
    assert {(check.status, check.reason) for check in checks} == {
        (Status.LISTED, None),
        (Status.UNVERIFIED, Reason.NETWORK),
    }
    assert len(unsteady.waited) == 3


@pytest.mark.parametrize(("down_from", "patience"), [(0, PATIENCE), (12, 0)], ids=["never answered", "no patience"])
def test_nobody_waits(unsteady: Unsteady, down_from: int, patience: float) -> None:
    unsteady.down_from, unsteady.waits = down_from, 100
    unsteady.audit(on_wait=unsteady.wait, patience=patience)
    assert unsteady.waited == []


@pytest.mark.slow
def test_a_web_that_is_down_for_a_minute_costs_no_answer(tmp_path: Path) -> None:
    port, web = free_run(60), tmp_path / "web"
    with serve(seed=5, locations=16, port=port, out=web) as practice:
        undisturbed = Command(practice, tmp_path / "undisturbed", DIRECTORIES).run()
        command = Command(practice, tmp_path / "disturbed", DIRECTORIES, pace=0.3)
        process = command.start()
        wait_for(command.home, checks=8)
    time.sleep(SECONDS_DOWN)
    assert sum(check.reason is Reason.NETWORK for check in finished(command.home)) > 10
    with serve(seed=5, locations=16, port=port, out=web):
        assert process.wait(240) == 0
    after = {(check.location, check.directory): to_data(check) for check in finished(command.home)}
    assert differences(after, undisturbed) == []
    store = Store(f"sqlite:///{command.home / 'citations.db'}")
    assert len(store.audits()) == 1
    assert totals_agree(store, 1)
    store.close()
