"""Where a person should look: the listing's own address, the directory's search, or a web search for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from citations.directory import Directory, Query
from citations.models import Check, Location
from citations.same_page import is_web_address
from citations.words import Access, Status

WEB_SEARCH = "https://www.google.com/search?"


class Leads(StrEnum):
    """What a deep link leads to."""

    LISTING = "the listing"
    SEARCH = "the directory's search"
    WEB_SEARCH = "a web search"


@dataclass(frozen=True, slots=True)
class DeepLink:
    """An address for a person to open, and what it leads to."""

    url: str
    leads_to: Leads


def deep_link(location: Location, directory: Directory, check: Check, known: str = "") -> DeepLink:
    """The surest address at hand; `known` is a listing URL that a person or an earlier audit gave.

    A guessed search will do for a person, who sees whether it worked.
    """
    for url in (known, directory.known_url(location), *_candidates(directory, check)):
        if is_web_address(url) and directory.owns(url):
            return DeepLink(url, Leads.LISTING)
    for query in searches(directory, location):
        return DeepLink(query.url, Leads.SEARCH)
    return DeepLink(_web_search(location, directory), Leads.WEB_SEARCH)


def searches(directory: Directory, location: Location) -> Iterator[Query]:
    """The directory's searches that a person can open; an API answers programs only."""
    if directory.access != Access.API:
        yield from (query for query in directory.find(location) if is_web_address(query.url))


def _candidates(directory: Directory, check: Check) -> Iterator[str]:
    """The listing that the check itself came upon."""
    if directory.listing_pattern or check.status is Status.AMBIGUOUS:
        came_upon = (check.url, *check.tried[::-1])
        yield from (url for url in came_upon if is_web_address(url) and directory.is_listing(url))


def _web_search(location: Location, directory: Directory) -> str:
    domain = "" if "*" in directory.domains else f"site:{directory.domains[0]}"
    words = (f'"{location.name}"', location.postal.city, domain)
    return WEB_SEARCH + urlencode({"q": " ".join(filter(None, words))})
