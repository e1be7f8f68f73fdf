"""Audits some days apart in one store, and the fix list that they make."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from citations.findings import Fix, fixes, portfolio, settle, tally
from citations.models import Check, Location
from citations.store import Store
from citations.words import Reason, Status, Verdict
from tests.invented import DIRECTORIES, dental, listed, looked, wrong

PLACE = dental(0)
OLD = wrong(Verdict.OUTDATED, "(360) 555-0199", PLACE.phone, "given up")
OTHER = wrong(Verdict.DIFFERENT, "(360) 555-0142", PLACE.phone, "another number")
FIRST = datetime(2031, 5, 3, 9, 30, tzinfo=UTC)
TODAY = date(2031, 5, 4)


def audit(store: Store, days: int, checks: Sequence[Check], place: Location = PLACE, source: str = "a.csv") -> int:
    """An audit `days` after the first one."""
    planned = [(place.id, check.directory) for check in checks]
    info = store.begin(source, [place], DIRECTORIES, planned, fresh=True)
    tiers = {directory.id: directory.tier for directory in DIRECTORIES}
    for check in checks:
        timed = replace(check, checked_at=FIRST + timedelta(days))
        store.save(info.id, timed, tally(timed, tiers[check.directory]))
    store.finish(info.id)
    settle(store)
    return info.id


def found(store: Store, today: date = TODAY) -> list[Fix]:
    """The fix list of the newest audit."""
    info = store.latest()
    assert info
    return list(fixes(portfolio(store, info.id), store.fixes.of_audit(info.id), today))


def only(store: Store, today: date = TODAY) -> Fix:
    (fix,) = found(store, today)
    return fix


def number(result=OLD, place: Location = PLACE) -> Check:  # type: ignore[no-untyped-def]
    return listed(place, "example_pages", phone=result)


RIGHT = listed(PLACE, "example_pages")
BLOCKED = looked(PLACE, "example_pages", Status.UNVERIFIED, Reason.CAPTCHA, "a challenge page came")


def submit(store: Store, days: int) -> None:
    store.fixes.decide([fix.id for fix in found(store)], submitted_at=FIRST + timedelta(days))
