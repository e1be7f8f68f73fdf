"""What a person decides about fixes, and what it changes in the checks: a value that is fine is wrong no more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from citations.findings.fine import with_fine, without_fine
from citations.findings.score import tally
from citations.models import Check, FieldResult, Location
from citations.nap import Batch, compare
from citations.store import NOTHING_DECIDED, AuditInfo, KeptFix, Store, StoreError


def decide(store: Store, ids: Sequence[str], **decided: Any) -> None:
    """Keep what a person decided about these fixes (`Store.decide_fixes`), and judge their listings by it at once."""
    store.fixes.decide(ids, **decided)
    if "accepted_at" in decided:
        _judge_again(store, store.fixes.with_ids(ids))


def _judge_again(store: Store, fixes: Iterable[KeptFix]) -> None:
    """Bring the checks that show these values to what people say of them now."""
    of_audit: dict[int, set[tuple[str, str]]] = {}
    for fix in fixes:
        of_audit.setdefault(fix.audit_id, set()).add((fix.location_id, fix.directory_id))
    for audit, places in of_audit.items():
        try:
            judging = _Judging(store, store.audit(audit))
        except StoreError:  # it was let go of: no check is left that shows the value
            continue
        for location, directory in places:
            judging.again(location, directory)


class _Judging:
    """Judges checks of one audit again."""

    def __init__(self, store: Store, audit: AuditInfo) -> None:
        self._store, self._audit = store, audit
        self._directories = {info.id: info for info in audit.directories}
        self._decided = store.people.decided(audit.source)
        self._locations = {place.id: place for place in store.locations(audit.id)}
        self._batch = cache(lambda: Batch(self._locations.values()))  # only a word that is taken back needs it

    def again(self, key: str, directory: str) -> None:
        """One check; it keeps its time, since nobody looked again."""
        check, location = self._store.check(self._audit.id, key, directory), self._locations.get(key)
        if check is None or check.comparison is None or location is None:
            return
        fine = self._decided.get((location.client, key, directory), NOTHING_DECIDED).fine
        comparison = without_fine(check.comparison, lambda: self._compared(location, check))
        comparison = with_fine(comparison, fine, check.url, location.country)
        if comparison != check.comparison:
            judged = replace(check, comparison=comparison)
            self._store.save(self._audit.id, judged, tally(judged, self._directories[directory].tier))

    def _compared(self, location: Location, check: Check) -> Mapping[str, FieldResult]:
        if check.listing is None:
            return {}
        own = check.directory == "own_website"
        called = "Your website" if own else self._directories[check.directory].name
        return compare(location, check.listing, self._batch(), called).results
