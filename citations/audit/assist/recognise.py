"""Which directory and which locations a page belongs to."""

from collections.abc import Container, Iterable, Sequence
from urllib.parse import urlsplit

from citations.audit.assist.deep_link import searches
from citations.audit.candidate import name_likeness
from citations.audit.look import Look
from citations.audit.search import LIKE_ENOUGH_TO_OPEN
from citations.directory import Directory
from citations.models import Listing, Location, Page, Reading
from citations.nap import Batch
from citations.pages import read_page
from citations.same_page import answers


def directory_of(url: str, directories: Iterable[Directory], own_hosts: Container[str]) -> Directory | None:
    """The directory that owns `url`; a business's own website when its host is among `own_hosts`."""
    own, host = None, host_of(url)
    for directory in directories:
        if "*" not in directory.domains:
            if directory.owns(url):
                return directory
        elif host in own_hosts:
            own = directory
    return own if host else None


def looked_at(page: Page, directory: Directory) -> Look:
    """A page that a person brought, read as a page of `directory` by the readers that an audit uses."""
    if not page.final_url:  # a text, or a file that does not say where it is from: the address tells nothing about it
        return Look(page, read_page(page.body, "", status=page.status, headers=page.headers))
    own = directory.read(page)
    if own is not None:
        return Look(page, Reading(tuple(own), results_page=not directory.is_listing(page.final_url)))
    return Look(page, read_page(page.body, page.final_url, directory, status=page.status, headers=page.headers))


def near(locations: Sequence[Location], listings: Iterable[Listing], batch: Batch) -> list[Location]:
    """The locations that one of `listings` may be: a shared number, address or page, or a like name.

    It only saves the work of judging the others: whoever shares none of these is another business.
    """
    shown = list(listings)
    sharing = {
        other.id
        for client in {location.client for location in locations}
        for listing in shown
        for other in batch.rivals(Location("", "", client=client), listing)
    }
    return [
        location
        for location in locations
        if location.id in sharing or any(name_likeness(location, one) >= LIKE_ENOUGH_TO_OPEN for one in shown)
    ]


def is_answer_for(page: Page, directory: Directory, location: Location, link: str) -> bool:
    """True when the page stands where `link` or a search for the location leads, opened or arrived at."""
    asked = (link, *(query.url for query in searches(directory, location)))
    return any(answers(wanted, url) for wanted in asked for url in (page.url, page.final_url))


def host_of(url: str) -> str:
    """The host of `url` with its port, without www; blank for what is no address."""
    try:
        return urlsplit(url).netloc.lower().removeprefix("www.")
    except ValueError:
        return ""
