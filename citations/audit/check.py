"""One location in one directory: find its listing, read it, compare it, and say which answer it is.

    a directory that only people may visit, one that a live check found degraded, or one whose pages changed
                                            -> unverified, without any visit
    known address (the record's, or one that an earlier audit found)
        its page shows a listing            -> listed
        404, 410, a page that reads so, a redirect away from listings
                                            -> search; completed, nothing found -> vanished
    searches of the directory, most reliable first
        a listing that is this location     -> listed
        candidates, none certain            -> ambiguous
        a completed search that is known to work, nothing of ours   -> not_listed
        anything that kept us from looking  -> unverified, with its reason

Unverified is never a "no": every way out that did not see a completed search ends there. Where the answer is
that the business is not there, the competitors that its record names are looked for in the same directory.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from citations.audit.breaker import Breaker
from citations.audit.by_api import apis_of, usable_api
from citations.audit.candidate import Candidate
from citations.audit.case import Case
from citations.audit.competitors import ask_for_competitors
from citations.audit.gone import Gone, not_borne_out
from citations.audit.known_address import Known, known_address
from citations.audit.look import Look, Looker
from citations.audit.on_the_web import find_on_the_web
from citations.audit.open_known import open_known
from citations.audit.search import Found, search
from citations.audit.trades import lists_others
from citations.directory import Api, Directory, search_values
from citations.models import Check, Location, Obstacle
from citations.nap import Batch
from citations.same_page import is_among
from citations.store import NOTHING_DECIDED, Decided
from citations.web import EvidenceFolder
from citations.words import Access, Reason, Status


@dataclass
class Checker:
    """Checks the locations of one batch; shares the visitor and keeps the evidence.

    `degraded` says by directory id why a live check found it in no state to be relied on: it is left alone. So is one
    that `breaker` has had enough of.
    """

    looker: Looker
    evidence: EvidenceFolder
    batch: Batch
    degraded: Mapping[str, str] = field(default_factory=dict)
    breaker: Breaker = field(default_factory=Breaker)

    async def check(
        self,
        location: Location,
        directory: Directory,
        seen: Sequence[str] = (),
        decided: Decided = NOTHING_DECIDED,
        taken: Mapping[str, str] | None = None,
        derived: Sequence[str] = (),
    ) -> Check:
        """The check of `location` in `directory`.

        `seen` is where an earlier audit found the listing, and its second ones; `decided` what people said of listings
        there; `taken` are listings there that are a sister's, by URL, with her name; `derived` is where the listing is
        by what is known of directories of the same family.
        """
        api = usable_api(directory, self.looker.settings)
        taken = taken or {}
        seen = [url for url in seen if not is_among(url, taken)]
        case = Case(location, directory, self.looker, self.evidence, self.batch, decided, api, seen, taken, derived)
        case.find_duplicates = self.looker.settings.find_duplicates
        if others := lists_others(directory, location):
            return case.answer(Status.NOT_APPLICABLE, detail=others)
        known = known_address(case)
        if known.given and not directory.owns(known.given):
            return case.unverified(
                Obstacle(Reason.NOT_CHECKED, f"the address in the record is not on {directory.name}: {known.given}")
            )
        if api is None and (obstacle := closed(directory)):
            return await self._left_to_a_person(case, known, obstacle)
        if unfit := self._unfit(directory):
            return case.unverified(unfit)
        if api and known.held and not case.can_open(known.held):
            return _as_not_opened(await _search(case), known.held, api)
        check = await _known_or_searched(case, known)
        return check if known.held else await find_on_the_web(case, self.looker, check, is_open=True)

    def _unfit(self, directory: Directory) -> Obstacle | None:
        """Why the directory cannot be relied on now: by a live check, or by what this audit has seen of it."""
        if directory.id in self.degraded:
            return Obstacle(Reason.DEGRADED, self.degraded[directory.id])
        return self.breaker.opened(directory)

    async def _left_to_a_person(self, case: Case, known: Known, obstacle: Obstacle) -> Check:
        """The check where programs may not look, with the address that the person may open."""
        check = replace(case.unverified(obstacle), url=next(iter(known.derived), ""))
        if known.held or check.url:
            return check
        return await find_on_the_web(case, self.looker, check, is_open=False)


async def _known_or_searched(case: Case, known: Known) -> Check:
    """The check by the addresses that are known; where the listing is gone from all of them, by the searches."""
    gone: list[Gone] = []
    for url in known.addresses:
        opened = await open_known(case, known, url)
        if isinstance(opened, Check):
            return _with_told(opened, gone)
        gone += [opened] if opened else []
    return _with_told(await _search(case, gone, known.seen), gone)


def _as_not_opened(check: Check, known: str, api: Api) -> Check:
    """A search that found nothing is no "no" when a listing is known that the API could not be asked for."""
    if check.status is not Status.NOT_LISTED:
        return check
    detail = f"{api.name} finds nothing, and cannot be asked for the known address {known}"
    return replace(check, status=Status.UNVERIFIED, reason=Reason.WEAK_SEARCH, detail=detail)


def closed(directory: Directory) -> Obstacle | None:
    """Why nothing can be visited without the API: it takes a key, or a person."""
    if directory.access == Access.API:
        keys = " or ".join(f"{api.key} to a key of {api.name}" for api in apis_of(directory) if api.key)
        return Obstacle(Reason.NEEDS_KEY, f"set {keys}")
    if directory.access == Access.ASSISTED:
        return Obstacle(Reason.ASSISTED, directory.access_note)
    return None


def _with_told(check: Check, gone: Sequence[Gone]) -> Check:
    """The check with what became of the addresses that were known."""
    told = [one.says for one in gone if one.says not in check.detail]
    return replace(check, detail="; ".join(filter(None, (check.detail, *told))))


async def _search(case: Case, gone: Sequence[Gone] = (), seen: str = "") -> Check:
    """The check by the directory's searches; at the addresses of `gone` the listing no longer is, nor at `seen`."""
    doubtful: list[Candidate] = []
    stopped: Found | None = None
    proven: Look | None = None
    weak: Look | None = None
    for query in case.queries():
        found = await search(case, query)
        if found.sure:
            return await case.listed(found.sure, further=found.closed)
        doubtful += found.candidates
        if found.stopped:
            stopped = stopped or found
        elif query.grade.may_say_not_listed:
            proven = found.last
        else:
            weak = found.last
    if doubtful:
        return case.ambiguous(doubtful)
    if stopped and stopped.stopped:
        return case.unverified(stopped.stopped, stopped.last)
    return await _nothing(case, gone, seen, proven, weak)


async def _nothing(case: Case, gone: Sequence[Gone], seen: str, proven: Look | None, weak: Look | None) -> Check:
    """No candidate at all: a "no" only when a search that is known to work was completed.

    Without one a listing has vanished when an earlier audit had `seen` it where the site now is certain that it is not.
    """
    vanished = next((one for one in gone if proven or (one.is_certain and is_among(one.url, [seen]))), None)
    if vanished or proven:
        await ask_for_competitors(case)
    if vanished:
        detail = f"the listing is gone: {vanished.says}"
        return case.answer(Status.VANISHED, detail=detail, url=vanished.url, look=vanished.look)
    if proven:
        return case.answer(Status.NOT_LISTED, detail="searched and found no listing", look=proven)
    if weak:
        detail = "nothing found, by a search address that nobody has confirmed"
        return case.unverified(Obstacle(Reason.WEAK_SEARCH, detail), weak)
    if gone:
        return case.unverified(not_borne_out(case, gone[0]), gone[0].look)
    if case.is_own_website:
        return case.answer(Status.NOT_APPLICABLE, detail="the record has no website")
    return _no_way(case)


def _no_way(case: Case) -> Check:
    """Nothing to visit: the record lacks what every search needs, or the directory has no search for us."""
    if case.api:
        return case.unverified(Obstacle(Reason.NOT_CHECKED, f"the record lacks what {case.api.name} searches by"))
    values, country = search_values(case.location), case.location.country.upper()
    ways = [way for way in case.directory.searches if not way.countries or country in way.countries]
    lacks = sorted({need for way in ways for need in way.needs if not values.get(need)})
    if lacks:
        return case.unverified(Obstacle(Reason.NOT_CHECKED, f"to search there the record lacks: {', '.join(lacks)}"))
    note = case.directory.access_note or "it has no search that a program may use"
    return case.unverified(Obstacle(Reason.ASSISTED, f"{note}; give the listing's address in the record"))
