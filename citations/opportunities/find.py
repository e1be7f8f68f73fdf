"""Finding opportunities: where a client could be listed, or better linked, by what an audit saw."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citations.directory import Directory
from citations.findings import Portfolio
from citations.models import Check, Location
from citations.opportunities.fit import Fit, fit
from citations.opportunities.links import FAULTS, OWN_WEBSITE, link_state
from citations.opportunities.opportunity import Opportunity
from citations.opportunities.place import Place
from citations.opportunities.score import score
from citations.opportunities.skipped import Skipped, low_quality, together, unfit_for
from citations.store import DirectoryInfo
from citations.words import LinkState, OpportunityKind, Status

_KINDS = {
    Status.NOT_LISTED: OpportunityKind.NOT_LISTED,
    Status.VANISHED: OpportunityKind.NOT_LISTED,
    Status.UNVERIFIED: OpportunityKind.NOT_CHECKED,
    Status.AMBIGUOUS: OpportunityKind.NOT_CHECKED,
}
Group = tuple[OpportunityKind, LinkState | None]


@dataclass(frozen=True, slots=True)
class Opportunities:
    """What is within reach, what may be (nobody could check it), and what was skipped with its reason; best first."""

    found: tuple[Opportunity, ...]
    not_checked: tuple[Opportunity, ...]
    skipped: tuple[Skipped, ...]


def opportunities(portfolio: Portfolio, directories: Mapping[str, Directory]) -> Opportunities:
    """The opportunities of the locations of `portfolio`, each directory once for all locations that it would help.

    `directories` (a catalog's) say whom a directory lists, what it costs and where a listing is added; those
    that the audit left out are told as not checked.
    """
    found: list[Opportunity] = []
    skipped: list[Skipped] = []
    for info, site in _sites(portfolio, directories):
        links = _links(portfolio, info.id)
        for group, places in _groups(portfolio, info, site, skipped).items():
            made = _opportunity(portfolio, group, info, site, places, links)
            why = low_quality(made, links)
            if why:
                skipped.append(Skipped(info, why, tuple(place.location for place in places)))
            else:
                found.append(made)
    found.sort(key=lambda each: (-each.score.points, -len(each.places), each.directory.name))
    return Opportunities(
        tuple(each for each in found if each.kind is not OpportunityKind.NOT_CHECKED),
        tuple(each for each in found if each.kind is OpportunityKind.NOT_CHECKED),
        together(skipped),
    )


def _sites(
    portfolio: Portfolio, directories: Mapping[str, Directory]
) -> Iterator[tuple[DirectoryInfo, Directory | None]]:
    """The directories of the audit, then those at hand that it left out; never the business's own website."""
    audited = {info.id: info for info in portfolio.directories}
    left_out = {key: DirectoryInfo(key, s.name, s.tier) for key, s in directories.items() if key not in audited}
    for key, info in (audited | left_out).items():
        site = directories.get(key)
        if key != OWN_WEBSITE and not (site and "*" in site.domains):
            yield info, site


def _groups(
    portfolio: Portfolio, info: DirectoryInfo, site: Directory | None, skipped: list[Skipped]
) -> dict[Group, list[Place]]:
    """The places of one directory by what is to be done; those that it is not for are `skipped`, with the reason."""
    groups: dict[Group, list[Place]] = defaultdict(list)
    unfit: dict[Fit, list[Location]] = defaultdict(list)
    is_audited = info in portfolio.audit.directories
    for result in portfolio.results:
        check = result.check(info.id)
        if is_audited and check is None:
            continue
        kind, state = _group(check, result.location)
        fits = fit(site, result.location)
        if kind and (state or fits.fits):
            groups[kind, state].append(Place(result.location, check, kind, state))
        elif not fits.fits:
            unfit[fits].append(result.location)
    skipped += [unfit_for(info, fits, locations) for fits, locations in unfit.items()]
    return groups


def _group(check: Check | None, location: Location) -> tuple[OpportunityKind | None, LinkState | None]:
    if check is None:
        return OpportunityKind.NOT_CHECKED, None
    if check.status is Status.LISTED:
        state = link_state(check, location)
        return (OpportunityKind.LINK, state) if state in FAULTS else (None, None)
    return _KINDS.get(check.status), None


def _opportunity(
    portfolio: Portfolio,
    group: Group,
    info: DirectoryInfo,
    site: Directory | None,
    places: list[Place],
    links: Counter[LinkState],
) -> Opportunity:
    kind, state = group
    if any(place.kind is OpportunityKind.COMPETITORS_LISTED for place in places):
        kind = OpportunityKind.COMPETITORS_LISTED
    places.sort(key=lambda place: -len(place.competitors))
    points = score(kind, state, info, site, places, _best_fit(site, places), len(portfolio.results), links)
    return Opportunity(kind, info, site, tuple(places), points, state)


def _best_fit(site: Directory | None, places: list[Place]) -> Fit:
    """How the directory fits the places; where they differ, as it fits those that it is for."""
    fits = [fit(site, place.location) for place in places]
    return max(fits, key=lambda each: each.fits)


def _links(portfolio: Portfolio, directory: str) -> Counter[LinkState]:
    """What the links of the listings seen in a directory are like: the client's and, where a card shows it, others'."""
    states: Counter[LinkState] = Counter()
    for result in portfolio.results:
        check = result.check(directory)
        if check is None:
            continue
        state = link_state(check, result.location)
        states.update([state] if state else [])
        links = (sighting.listing.link for sighting in check.competitors)
        states.update(LinkState.LINKED if link.is_counted else LinkState.NOT_COUNTED for link in links if link)
    return states
