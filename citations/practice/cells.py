"""Who gets which fault where: every fault at least once while there is room, the rest by weight and by chance."""

from collections.abc import Sequence
from random import Random

from citations.practice.businesses import Business
from citations.practice.chance import chance
from citations.practice.draft import Draft
from citations.practice.faults import Case
from citations.practice.founder import Founder
from citations.practice.sites import Site
from citations.practice.tables import FaultKind, fault_kinds
from citations.words import Verdict

FAULTLESS = 0.4
SECOND_FAULT = 0.25
ODD_ENTRY = 0.08  # of the listings: there twice, gone, or two that nobody can tell apart
ODD = ("twice", "gone", "gone_quietly", "gone_home", "twins")
# A name with one more certain field must stay recognisable; without a door only number and website are left.
SECOND_FIELDS = frozenset({"website", "hours"})


def share_out(
    seed: int, founder: Founder, businesses: Sequence[Business], sites: Sequence[type[Site]]
) -> dict[str, list[Draft]]:
    """A draft for each business in each site, by the site's id, in the order of the businesses."""
    rng = chance(seed, "faults")
    drafts = {site.id: [Draft(case) for case in cases(founder, businesses, rng)] for site in sites}
    open_cells = [
        (site, draft) for site in sites for draft in drafts[site.id] if site.may_list(draft.case.business.town)
    ]
    rng.shuffle(open_cells)
    for kind in _by_need(sites):
        open_cells = _place(kind, open_cells)
    for site, draft in open_cells:
        _by_chance(site, draft, rng)
    for site in sites:
        for draft in drafts[site.id]:
            draft.dress(site.restyles, site.follows)
    return drafts


def cases(founder: Founder, businesses: Sequence[Business], rng: Random) -> list[Case]:
    """Each business with the other branches of its brand."""
    branches: dict[int, list[Business]] = {}
    for business in businesses:
        branches.setdefault(business.host, []).append(business)
    return [
        Case(business, [other for other in branches[business.host] if other is not business], founder, rng)
        for business in businesses
    ]


def _by_need(sites: Sequence[type[Site]]) -> list[FaultKind]:
    """The faults in the order in which they get their first cell.

    Statuses come first, for even the smallest web must have each of them; among them those that few sites can have.
    """

    def need(kind: FaultKind) -> tuple[bool, int]:
        is_status = kind.fields == ("status",)
        return not is_status, sum(site.can_have(kind.name) for site in sites) if is_status else 0

    return sorted(fault_kinds().values(), key=need)


def _place(kind: FaultKind, cells: list[tuple[type[Site], Draft]]) -> list[tuple[type[Site], Draft]]:
    """Give the fault to the first cell that it can happen in; the cells that are left."""
    for index, (site, draft) in enumerate(cells):
        if not site.walled and site.can_have(kind.name) and draft.take(kind):
            return cells[:index] + cells[index + 1 :]
    return cells


def _by_chance(site: type[Site], draft: Draft, rng: Random) -> None:
    if rng.random() < site.skips:
        draft.take(fault_kinds()["unlisted"])
    elif rng.random() < ODD_ENTRY:
        draft.take(fault_kinds()[rng.choice([odd for odd in ODD if site.can_have(odd)])])
    elif rng.random() > FAULTLESS:
        _draw(site, draft, rng, set())
        if not SECOND_FIELDS & _fields(draft) and not _is_a_siblings(draft) and rng.random() < SECOND_FAULT:
            _draw(site, draft, rng, {"hours"} if draft.case.hides_address else SECOND_FIELDS)


def _draw(site: type[Site], draft: Draft, rng: Random, fields: frozenset[str] | set[str]) -> None:
    """Draw faults by weight until one can happen, among those of `fields` (all but a status when blank)."""
    kinds = [
        kind
        for kind in fault_kinds().values()
        if site.can_have(kind.name) and (set(kind.fields) <= fields if fields else kind.fields != ("status",))
    ]
    while not draft.take(rng.choices(kinds, [kind.weight for kind in kinds])[0]):
        pass


def _is_a_siblings(draft: Draft) -> bool:
    """With a branch's door or number, only its own page still tells a listing from that branch's: no more faults."""
    return any(fault_kinds()[name].verdict == Verdict.SIBLING for name in draft.faults)


def _fields(draft: Draft) -> set[str]:
    return {field for name in draft.faults for field in fault_kinds()[name].fields}
