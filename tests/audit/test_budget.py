"""The day's requests to a host: what they do not suffice for is unverified, and is gone on with on the next day."""

from pathlib import Path

from sqlalchemy import create_engine, text

from citations.cli.doctor import examine
from citations.models import Check
from citations.settings import Settings
from citations.store import Store
from citations.words import Reason, Status
from tests.audit.test_breaker import PLACES, pages

FOR_FIVE = 1 + 2 * 5  # robots.txt, then a search and a listing for each check
A_DAY_EARLIER = (
    "UPDATE checks SET checked_at = datetime(checked_at, '-1 day')",
    "UPDATE requests SET day = date(day, '-1 day')",
)


def let_a_day_pass(home: Path) -> None:
    """What was checked and counted was so a day earlier."""
    engine = create_engine(Settings(_env_file=None, home=home).database)
    with engine.begin() as connection:
        for statement in A_DAY_EARLIER:
            connection.execute(text(statement))
    engine.dispose()


def unmade(checks: list[Check]) -> list[Check]:
    return [check for check in checks if check.reason is Reason.QUOTA]


def test_checks_that_the_budget_has_no_room_for_are_made_on_the_next_day(tmp_path: Path) -> None:
    with pages(tmp_path) as directory:
        first = directory.audit(requests_per_day=FOR_FIVE)
        assert len(directory.site.asked) == FOR_FIVE
        assert [check.status for check in first[:5]] == [Status.LISTED] * 5
        host = directory.site.host
        assert {check.detail for check in first[5:]} == {
            f"today's {FOR_FIVE} requests to {host} are made; CITATIONS_REQUESTS_PER_DAY sets the number"
        }
        assert {(check.status, check.reason) for check in first[5:]} == {(Status.UNVERIFIED, Reason.QUOTA)}
        now = Settings(_env_file=None, home=tmp_path, requests_per_day=FOR_FIVE, browser="/nowhere")
        (said,) = [each for each in examine(now) if each.what == "requests made today"]
        assert said.found == (
            f"{FOR_FIVE} request(s) to 1 host(s), {FOR_FIVE} of them to {host};"
            f" at most {FOR_FIVE} to each host, used up for {host}"
        )

        let_a_day_pass(tmp_path)
        second = directory.audit(requests_per_day=FOR_FIVE)
        assert len(directory.site.asked) == 2 * FOR_FIVE
        assert len(unmade(second)) == len(PLACES) - 10
        kept = {check.location: check.evidence for check in first[:5]}
        assert kept.items() <= {check.location: check.evidence for check in second}.items(), "looked at once"

        let_a_day_pass(tmp_path)
        assert unmade(directory.audit()) == []
        store = Store(now.database)
        assert len(store.audits()) == 1
        assert store.audits()[0].is_finished
        store.close()


def test_on_the_same_day_and_after_a_gap_a_new_audit_begins(tmp_path: Path) -> None:
    with pages(tmp_path) as directory:
        directory.audit(requests_per_day=FOR_FIVE)
        assert len(unmade(directory.audit(requests_per_day=FOR_FIVE))) == len(PLACES)
        for _ in range(2):
            let_a_day_pass(tmp_path)
        directory.audit()
    store = Store(Settings(_env_file=None, home=tmp_path).database)
    assert [audit.id for audit in store.audits()] == [3, 2, 1]
    store.close()
