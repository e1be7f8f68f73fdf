"""Making room: audits beyond those to be kept, and evidence that is too old or that nothing points at any more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from citations.findings import settle
from citations.store import Store
from citations.web import EvidenceFolder, evidence_keys


@dataclass(frozen=True, slots=True)
class Room:
    """What goes, or went, and what stays; `checks` is 0 before anything went."""

    audits: tuple[int, ...]
    kept_audits: int
    checks: int
    pages: int
    kept_pages: int


def vacuum(
    store: Store,
    evidence: EvidenceFolder,
    today: date,
    *,
    audits: int = 0,
    days: int = 0,
    only_say: bool = False,
) -> Room:
    """Let go of what need not be kept; with `only_say` nothing is deleted.

    `audits` are kept of each locations file, the newest (0: all); evidence is kept for `days` (0: for good). What the
    newest audit of each file rests on always stays, and so does what was learnt: fixes, history, people's words.
    Evidence of audits that are let go goes with them. Pages of yesterday and today are never touched: an audit may be
    about to name them. Raises EvidenceError.
    """
    settle(store)
    keep = store.retention
    going = tuple(keep.audits_beyond(audits)) if audits else ()
    every = [info.id for info in store.audits()]
    staying = [audit for audit in every if audit not in going]
    named = _keys(keep.records(staying)) if going or days else None
    resting = _keys(keep.records(keep.newest_audits())) if days else named
    oldest = today - timedelta(days) if days else None
    pages = list(_too_many(evidence, named, resting, oldest, today))
    kept = sum(len(evidence.keys(day)) for day in evidence.days()) - len(pages)
    if only_say:
        return Room(going, len(staying), 0, len(pages), kept)
    gone = sum(keep.let_go(audit) for audit in going)
    for key in pages:
        evidence.remove(key)
    keep.compact()
    return Room(going, len(staying), gone, len(pages), kept)


def _keys(records: Iterable[str]) -> set[str]:
    return {key for record in records for key in evidence_keys(record)}


def _too_many(
    evidence: EvidenceFolder, named: set[str] | None, resting: set[str] | None, oldest: date | None, today: date
) -> Iterator[str]:
    """The pages that nothing points at, and those before `oldest` on which no newest audit rests."""
    for day in evidence.days():
        if named is None or resting is None or day >= today - timedelta(1):
            continue
        for key in evidence.keys(day):
            is_old = oldest is not None and day < oldest and key not in resting
            if is_old or key not in named:
                yield key
