"""One location in one directory: find its listing, read it, compare it, and say which answer it is.

    known address (the record's, or one that an earlier audit found)
        its page shows a listing            -> listed
        404 or 410                          -> search; nothing found -> vanished
    searches of the directory, most reliable first
        a listing that is this location     -> listed
        candidates, none certain            -> ambiguous
        a completed search that is known to work, nothing of ours   -> not_listed
        anything that kept us from looking  -> unverified, with its reason

Unverified is never a "no": every way out that did not see a completed search ends there.
"""

from dataclasses import dataclass

from citations.audit.candidate import Candidate
from citations.audit.case import Case
from citations.audit.look import Look, Looker
from citations.audit.search import search
from citations.directory import Directory
from citations.models import Check, Location, Obstacle
from citations.nap import Batch
from citations.web import EvidenceFolder
from citations.words import Access, Reason, Status


@dataclass
class Checker:
    """Checks the locations of one batch; shares the visitor and keeps the evidence."""

    looker: Looker
    evidence: EvidenceFolder
    batch: Batch

    async def check(self, location: Location, directory: Directory, seen: str = "") -> Check:
        """The check of `location` in `directory`; `seen` is a listing URL that an earlier audit found."""
        case = Case(location, directory, self.looker, self.evidence, self.batch)
        if not directory.applies_to(location):
            countries = ", ".join(directory.countries)
            return case.answer(Status.NOT_APPLICABLE, detail=f"lists businesses of {countries} only")
        known = directory.known_url(location) or seen
        if directory.access == Access.ASSISTED and not known:
            return case.unverified(Obstacle(Reason.ASSISTED, directory.access_note))
        return (await _open_known(case, known) if known else None) or await _search(case, was=known)


async def _open_known(case: Case, url: str) -> Check | None:
    """The check by an address that is known; None when the listing is gone from there."""
    look = await case.look(url)
    if look.is_gone:
        return None
    if look.obstacle:
        return case.unverified(look.obstacle, look)
    if not len(look.reading):
        return case.unverified(Obstacle(Reason.LAYOUT_CHANGED, "the page shows no listing that could be read"), look)
    best = max((case.judge(listing, look) for listing in look.reading), key=lambda c: c.identity.bits)
    if not best.is_possible and not case.is_own_website:
        return case.ambiguous([best], "the known address shows what looks like another business")
    return await case.listed([best])


async def _search(case: Case, was: str) -> Check:
    """The check by the directory's searches; `was` is an address where the listing no longer is."""
    doubtful: list[Candidate] = []
    proven: Look | None = None
    weak: Look | None = None
    for query in case.directory.find(case.location):
        found = await search(case, query)
        if found.sure:
            return await case.listed(found.sure)
        if found.stopped:
            return case.unverified(found.stopped, found.last)
        doubtful += found.candidates
        proven, weak = (found.last, weak) if query.grade.may_say_not_listed else (proven, found.last)
    if doubtful:
        return case.ambiguous(doubtful)
    if was and (proven or not weak):
        return case.answer(Status.VANISHED, detail="the listing seen before is gone from its address", url=was)
    return _nothing(case, proven, weak)


def _nothing(case: Case, proven: Look | None, weak: Look | None) -> Check:
    """No candidate at all: a "no" only when a search that is known to work was completed."""
    if proven:
        return case.answer(Status.NOT_LISTED, detail="searched and found no listing", look=proven)
    if weak:
        detail = "nothing found, by a search address that nobody has confirmed"
        return case.unverified(Obstacle(Reason.WEAK_SEARCH, detail), weak)
    if case.is_own_website:
        return case.answer(Status.NOT_APPLICABLE, detail="the record has no website")
    if case.directory.searches:
        needs = sorted({need for way in case.directory.searches for need in way.needs})
        return case.unverified(Obstacle(Reason.NOT_CHECKED, f"the record lacks one of: {', '.join(needs)}"))
    note = case.directory.access_note or "it has no search that a program may use"
    return case.unverified(Obstacle(Reason.ASSISTED, f"{note}; give the listing's address in the record"))
