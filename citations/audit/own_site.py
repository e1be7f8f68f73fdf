"""The business's own website, read over several pages: what each says, and where they contradict each other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote, urljoin, urlsplit

from citations.audit.candidate import Candidate
from citations.audit.case import Case
from citations.audit.contradicting import Said, inside_contradictions
from citations.audit.look import Look
from citations.directory import slug
from citations.models import Check, Link, Listing, Location, Obstacle
from citations.nap.website import read_site
from citations.pages.draft import overlaid
from citations.pages.site_pages import inner_links, kind_of
from citations.same_page import page_key
from citations.words import Reason

PAGES_AT_MOST = 5
_FILLED = ("address", "phones", "hours")
_SOURCES = {"phones": "phone"}


async def check_site(case: Case, start: Look) -> Check:
    """The check of the record's own site; `start` is the page that the record names.

    That page is believed first, and is about the business whatever it says; what it leaves out is taken from
    other pages that are surely about this location.
    """
    further, unread = await _further(case, start)
    looks = [start, *further]
    judged = [(look, best) for look in looks if (best := case.best(look))]
    read = [(look, best) for look, best in judged if look is start or best.is_sure]
    if not read:
        why = "the page shows no listing that could be read"
        return case.unverified(Obstacle(Reason.LAYOUT_CHANGED, why), start)
    first = read[0][1]
    listing = overlaid([first.listing, *(_filling(best.listing, look.url) for look, best in read[1:])])
    listing = replace(listing, url=start.url, directory=case.directory.id)
    said = [said for look, _ in read for said in _said(case, look, is_start=look is start)]
    detail = f"read on {', '.join(look.url for look, _ in read)}" if len(read) > 1 else ""
    sure = [replace(first, listing=listing)]
    found = inside_contradictions(case.location, case.batch, said, "Your site", case.keep)
    return await case.listed(sure, tuple(found), detail=detail, unread=tuple(unread))


async def _further(case: Case, start: Look) -> tuple[list[Look], list[str]]:
    """The other pages of the site that may say where the business is, by plain requests; and those not to be had."""
    looks: dict[object, Look] = {}
    unread = []
    for url in pages_to_read(case.location, start.reading.links, start.url):
        look = await case.look(url, climb=False)
        is_here = urlsplit(look.url).netloc == urlsplit(start.url).netloc
        if look.obstacle and not look.is_gone:
            unread.append(url)
        elif look.page.status < 400 and is_here and page_key(look.url) != page_key(start.url):
            looks.setdefault(page_key(look.url), look)
    return list(looks.values()), unread


def pages_to_read(location: Location, links: Sequence[Link], start: str) -> list[str]:
    """The location's own page, the contact page, the places, the home page, the imprint: four at most, each once."""
    if read_site(start).is_shared:
        return []
    inner = list(inner_links(links, start))
    kinds = {kind: [link.url for link in inner if kind_of(link) == kind] for kind in ("contact", "place", "about")}
    branch = [link.url for link in inner if _is_of(link, location)]
    home = [urljoin(start, "/")] if urlsplit(start).path.strip("/") else []
    wanted = [*branch[:1], *kinds["contact"][:1], *kinds["place"][:1], *home, *kinds["about"][:1]]
    return list({page_key(url): url for url in wanted}.values())[: PAGES_AT_MOST - 1]


def _is_of(link: Link, location: Location) -> bool:
    """True for a link that names the location's street, or its city in the last part of its address."""
    address = location.postal
    street, city = slug(address.street, location.country), slug(address.city, location.country)
    path = slug(unquote(urlsplit(link.url).path), location.country)
    names_street = len(street) > 4 and (street in slug(link.text, location.country) or street in path)
    return names_street or bool(city and path.endswith(city))


def _filling(listing: Listing, url: str) -> Listing:
    """What a further page may add, with the page named in the source of each value."""
    added = {name: getattr(listing, name) for name in _FILLED}
    names = {_SOURCES.get(name, name) for name in _FILLED}
    sources = {name: (raw, f"{reader}, {url}") for name, (raw, reader) in listing.sources.items() if name in names}
    return Listing(**added, sources=sources)


def _said(case: Case, look: Look, *, is_start: bool) -> Iterator[Said]:
    """What a page says of this location; what it says of another branch or of the head office is left out."""
    statements = look.reading.statements
    is_one_text = sum(statement.is_text for statement in statements) == 1
    for statement in statements:
        judged: Candidate = case.judge(statement.listing, look)
        is_about_it = is_one_text if statement.is_text else is_start and judged.is_possible
        if is_about_it or judged.is_sure:
            yield Said(look, statement)
