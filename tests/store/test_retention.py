"""Letting go of audits and evidence, on every database: what was learnt stays, what the newest audit rests on stays."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from citations.audit import vacuum
from citations.findings import decide
from citations.models import Page
from citations.store import Store, StoreError
from citations.web import EvidenceFolder
from citations.words import ChangeKind
from tests.findings.fix_list import FIRST, OLD, PLACE, RIGHT, audit, number
from tests.invented import DENTAL
from tests.store.sums import totals_agree

TODAY = date(2031, 8, 10)


@pytest.fixture
def evidence(tmp_path: Path) -> EvidenceFolder:
    return EvidenceFolder(tmp_path / "evidence")


def page(evidence: EvidenceFolder, days: int) -> str:
    """A page that was kept so many days after the first audit."""
    at = FIRST + timedelta(days)
    key = evidence.keep(Page(f"https://a.example/{days}", status=200, body=b"<p>", fetched_at=at))
    evidence.add_screenshot(key, b"png")
    return key


def audited(store: Store, evidence: EvidenceFolder) -> list[str]:
    """Four audits a month apart, each with its page: wrong, right, right, right."""
    keys = []
    for month, check in enumerate((number(OLD), RIGHT, RIGHT, RIGHT)):
        keys.append(page(evidence, 30 * month))
        audit(store, 30 * month, [replace(check, evidence=keys[-1])])
    return keys


def left(evidence: EvidenceFolder) -> set[str]:
    return {key for day in evidence.days() for key in evidence.keys(day)}


def test_old_audits_go_with_their_evidence_and_what_was_learnt_stays(store: Store, evidence: EvidenceFolder) -> None:
    keys = audited(store, evidence)
    says = vacuum(store, evidence, TODAY, audits=2, only_say=True)
    assert (says.audits, says.pages, says.kept_pages, len(store.audits())) == ((1, 2), 2, 2, 4)
    gone = vacuum(store, evidence, TODAY, audits=2)
    assert (gone.audits, gone.kept_audits, gone.checks, gone.pages) == ((1, 2), 2, 2, 2)
    assert [info.id for info in store.audits()] == [4, 3]
    assert left(evidence) == set(keys[2:])
    assert all(totals_agree(store, info.id) for info in store.audits())
    with pytest.raises(StoreError, match="number 1"):
        store.audit(1)
    with pytest.raises(KeyError):
        evidence.facts(keys[0])
    assert len(store.history.spells(DENTAL, PLACE.id)) == 2
    again = audit(store, 120, [number(OLD)])
    assert [change.kind for change in store.history.changes(again)] == [ChangeKind.REGRESSED]
    assert vacuum(store, evidence, TODAY, audits=3).audits == ()


def test_old_evidence_goes_but_not_what_the_newest_audit_rests_on(store: Store, evidence: EvidenceFolder) -> None:
    keys = audited(store, evidence)
    assert vacuum(store, evidence, TODAY + timedelta(400), days=30).pages == 3
    assert left(evidence) == {keys[3]}
    assert len(store.audits()) == 4


def test_pages_of_today_stay_and_nothing_goes_by_itself(store: Store, evidence: EvidenceFolder) -> None:
    keys = audited(store, evidence)
    fresh = evidence.keep(Page("https://a.example/new", status=200, body=b"", fetched_at=datetime.now(UTC)))
    today = datetime.now(UTC).date()
    vacuum(store, evidence, today)
    assert left(evidence) == {*keys, fresh}
    vacuum(store, evidence, today, audits=4)
    assert fresh in left(evidence), "an audit may be about to name it"


def test_a_fix_of_an_audit_that_went_can_still_be_decided(store: Store, evidence: EvidenceFolder) -> None:
    audit(store, 0, [replace(number(OLD), location="gone-1")], replace(PLACE, id="gone-1"))
    audit(store, 30, [RIGHT])
    vacuum(store, evidence, TODAY, audits=1)
    ids = list(store.fixes.of_clients([DENTAL]))
    decide(store, ids, accepted_at=FIRST + timedelta(40))
    assert all(fix.accepted_at for fix in store.fixes.with_ids(ids))
