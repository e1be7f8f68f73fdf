"""What a page settles: the checks that come of it, or why none does."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from citations.audit.assist.by_hand import by_listing, by_results, is_results_page
from citations.audit.assist.copied_text import AS_TEXT
from citations.audit.assist.deep_link import deep_link
from citations.audit.assist.in_words import called, shown
from citations.audit.assist.recognise import is_answer_for, near
from citations.audit.candidate import Candidate
from citations.audit.case import Case, none_is_certain
from citations.audit.look import Look
from citations.models import Check, Location
from citations.same_page import is_among
from citations.words import Arrival, Status


@dataclass(frozen=True, slots=True)
class Place:
    """A location in the directory of a page: its case, the address that is known for it, and its check as it stands."""

    case: Case
    known: str
    check: Check

    @property
    def location(self) -> Location:
        """The location."""
        return self.case.location

    @property
    def link(self) -> str:
        """Where the queue sends a person for it."""
        return deep_link(self.case.location, self.case.directory, self.check, self.known).url


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of a page, in words, with the checks that came of it or the places to choose from."""

    word: Arrival
    says: str = ""
    checks: tuple[Check, ...] = ()
    choices: tuple[Place, ...] = ()


async def settle(look: Look, places: Sequence[Place], opened: Place | None, *, is_chosen: bool = False) -> Settled:
    """What the page settles for `places`, the locations that a person looks up in its directory.

    `opened` is the one whose deep link the person opened last: where the page fits several, it is meant.
    `is_chosen`: a person says that the page belongs to the one place there is.
    """
    if look.obstacle and not len(look.reading):
        return _walled(look, places, opened)
    if is_chosen:
        return await _chosen(look, places[0])
    if places and is_results_page(look, places[0].case):
        return await _results(look, places)
    return await _listing(look, places, opened)


def _walled(look: Look, places: Sequence[Place], opened: Place | None) -> Settled:
    """A wall stays unverified, under its name, for the locations for which the page was opened."""
    if look.obstacle is None:
        return Settled(Arrival.WALLED)
    meant = [p for p in _opened_for(look, places, opened) if p.check.status is Status.UNVERIFIED]
    says = f"no listing but {look.obstacle.reason}: {look.obstacle.detail}"
    return Settled(Arrival.WALLED, says, tuple(place.case.unverified(look.obstacle, look) for place in meant))


async def _results(look: Look, places: Sequence[Place]) -> Settled:
    """Every location that a card shows, and those for which the search was opened."""
    searched = _opened_for(look, places, None)
    close = near([place.location for place in places], look.reading, places[0].case.batch)
    ids = {location.id for location in close} | {place.location.id for place in searched}
    checks = []
    for place in places:
        if place.location.id in ids and place.check.status is not Status.LISTED:
            check = await by_results(place.case, look)
            checks += [check] if check else []
    if checks:
        return Settled(Arrival.CHECKED, checks=tuple(checks))
    return Settled(Arrival.ASIDE, f"results that show none of the queue's locations ({len(look.reading)} listings)")


async def _chosen(look: Look, place: Place) -> Settled:
    """The check of the place to which a person says that the page belongs."""
    best = place.case.best(look)
    if best is None:
        return Settled(Arrival.ASIDE, "no listing could be read on it")
    if best.is_sure or not look.url:
        return Settled(Arrival.CHECKED, checks=(await place.case.listed([best]),))
    check = await by_listing(place.case, look, is_known=True)
    return Settled(Arrival.CHECKED, checks=(check,) if check else ())


async def _listing(look: Look, places: Sequence[Place], opened: Place | None) -> Settled:
    """The location that the page of one listing is about; which, when it may be several."""
    if not len(look.reading):
        is_text = look.page.how in AS_TEXT
        hint = "; copy it from the name to the phone, or save the page" if is_text else ""
        return Settled(Arrival.ASIDE, f"no listing could be read on it{hint}")
    at_home = [place for place in places if _is_known(place, look)]
    meant = at_home or _fitting(look, places, opened)
    if len(meant) > 1:
        meant = [place for place in meant if opened and place.location.id == opened.location.id] or meant
    if not meant:
        return Settled(Arrival.ASIDE, f"shows {shown(look.reading[0])}: none of the queue's locations there")
    if len(meant) > 1:
        names = "; ".join(called(place.location) for place in meant[:5])
        return Settled(Arrival.ASKED, f"which of these is it? {names}", choices=tuple(meant))
    check = await by_listing(meant[0].case, look, is_known=bool(at_home))
    checks = (_beside_the_others(check, meant[0].check),) if check else ()
    return Settled(Arrival.CHECKED, checks=checks)


def _beside_the_others(check: Check, before: Check) -> Check:
    """The check of one candidate's page with the candidates that still wait: looking at one says nothing of them."""
    if {check.status, before.status} != {Status.AMBIGUOUS}:
        return check
    seen = [candidate.url for candidate in check.candidates]
    every = (*check.candidates, *(other for other in before.candidates if not is_among(other.url, seen)))
    return replace(check, candidates=every, detail=none_is_certain(len(every)))


def shown_for_certain(look: Look, cases: Iterable[Case]) -> Location | None:
    """The location of the first of `cases` that the page shows for certain; None when it shows none of them."""
    judged = ((case.location, case.best(look)) for case in cases)
    return next((location for location, best in judged if best and best.is_sure), None)


def _fitting(look: Look, places: Sequence[Place], opened: Place | None) -> list[Place]:
    """The places that the listing is; when it is none for certain, those that it may be.

    A text does not say where it stood: it may be the opened place's listing with a branch's values.
    """
    if not places:
        return []
    close = {location.id for location in near([p.location for p in places], look.reading, places[0].case.batch)}
    judged = [(place, _best(place, look)) for place in places if place.location.id in close]
    possible = [(place, best) for place, best in judged if best and best.is_possible]
    is_text = not look.url
    sure = [place for place, best in possible if best.is_sure or (is_text and place is opened)]
    return sure or [place for place, _ in possible]


def _best(place: Place, look: Look) -> Candidate | None:
    return place.case.best(look)


def _is_known(place: Place, look: Look) -> bool:
    """True when the page stands where the record or a person says that this location's listing is."""
    case = place.case
    given = (case.directory.known_url(case.location), case.decided.address, *case.decided.ours)
    urls = {look.page.url, look.url, *(listing.url for listing in look.reading[:1])}
    return any(is_among(url, given) for url in urls)


def _opened_for(look: Look, places: Iterable[Place], opened: Place | None) -> list[Place]:
    """The places whose deep link or search leads to the page; where that says nothing, the one opened last."""
    found = [p for p in places if is_answer_for(look.page, p.case.directory, p.location, p.link)]
    if opened and (not found or opened.location.id in {place.location.id for place in found}):
        return [opened]
    return found
