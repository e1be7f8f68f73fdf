"""The contract that a directory keeps.

A directory is one small Python file that states only what differs from the ordinary; everything
but `name` and `domains` has a default. Odd sites override `find` or `read`. Directory files are
trusted code; the pages they lead to are not.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from string import Formatter
from typing import ClassVar
from urllib.parse import quote, quote_plus, unquote_plus, urlsplit

import phonenumbers

from citations.models import Listing, Location, Page, Reading, Request
from citations.postal.regions import region_name
from citations.words import Access, DirectoryKind, Grade, Reason


@dataclass(frozen=True, slots=True)
class Search:
    """One way to search: a URL template, what a location must have for it, how well it is backed.

    `countries` are those whose locations it is for, where a site has a host for each; empty: all.
    """

    url: str
    needs: tuple[str, ...] = ("name",)
    evidence: str = Grade.UNKNOWN
    countries: tuple[str, ...] = ()

    @property
    def rank(self) -> int:
        """Its place among the ways to search: by phone, by the website's host, by name."""
        asked = placeholders(self.url)
        by_name = {"name", "name_slug"} & asked
        if {"phone", "phone_national"} & asked and not by_name:
            return 0
        return 1 if "website_host" in asked and not by_name else 2

    def fits(self, values: Mapping[str, str], country: str) -> bool:
        """True when a location of `country` with these values can be searched for in this way."""
        return (not self.countries or country in self.countries) and all(values.get(need) for need in self.needs)


@dataclass(frozen=True, slots=True)
class Query:
    """A search made ready for one location; `expects` is what the final URL must still hold.

    `ranked`: the likeliest come first, so the search is completed by a page that shows no name like the record's.
    """

    url: str
    grade: Grade
    expects: str = ""
    ranked: bool = False

    def was_kept(self, final_url: str) -> bool:
        """False when the site answered with another page than the one that was asked for."""
        return slug(self.expects) in slug(unquote_plus(final_url))


class Api:
    """A site's official API: what to ask, how a question is sent, what the answer says.

    `base` is its address (`CITATIONS_API_ADDRESS` gives another; blank when only the user knows one), `headers` go
    with every request; `{key}` in them, or in an address, stands for the user's key. `id` is what the settings call
    it, `key` the variable that holds the key; blank for the directory's own. `refusals` are error codes of its own
    and what they mean, `says_nothing` the words of a 404 by which a search says that it finds nothing. `daily_quota` is
    the most requests that we make in a day (0: no limit), `pace` the seconds between two. `keeps_answers` is
    False where its terms forbid to store them. `gives_whole_listings` when a search gives as much as the
    listing's own address; `never_says` names fields of a comparison that it gives of no listing.
    """

    name: ClassVar[str] = ""
    id: str = ""
    key: str = ""
    headers: ClassVar[Mapping[str, str]] = {}
    refusals: ClassVar[Mapping[str, Reason]] = {}
    says_nothing: ClassVar[str] = ""
    daily_quota: ClassVar[int] = 0
    pace: ClassVar[float] = 0.5
    keeps_answers: ClassVar[bool] = True
    gives_whole_listings: ClassVar[bool] = False
    never_says: ClassVar[Sequence[str]] = ()

    def __init__(self, base: str) -> None:
        self.base = base.rstrip("/")

    def find(self, location: Location) -> Iterable[Query]:
        """The searches for `location`, the likeliest to succeed first; their addresses are asked by `request`."""
        raise NotImplementedError

    def request(self, url: str) -> Request | None:
        """What is sent for a search, a further page or a listing's address; None for what it cannot be asked."""
        raise NotImplementedError

    def sign_in(self) -> Request | None:
        """What is asked with the user's key for a pass, which all other requests take as their key; None: no pass."""
        return None

    def passed(self, page: Page) -> tuple[str, float]:
        """The pass in the answer to `sign_in`, and how many seconds it holds. Raises as `read` does."""
        raise NotImplementedError

    def read(self, page: Page) -> Reading:
        """What the answer to a request with a good status says.

        Raises ValueError, TypeError or LookupError when it does not have the documented shape.
        """
        raise NotImplementedError


class Directory:
    """A site that lists businesses."""

    id: ClassVar[str] = ""
    name: ClassVar[str] = ""
    domains: ClassVar[Sequence[str]] = ()
    replaces: ClassVar[str] = ""
    countries: ClassVar[Sequence[str]] = ()
    kind: ClassVar[str] = DirectoryKind.GENERAL
    industries: ClassVar[Sequence[str]] = ()
    family: ClassVar[str] = ""
    family_listing: ClassVar[str] = ""
    tier: ClassVar[int] = 2
    access: ClassVar[str] = Access.AUTO
    access_note: ClassVar[str] = ""
    api_key: ClassVar[str] = ""
    api: ClassVar[Api | None] = None
    apis: ClassVar[Sequence[Api]] = ()
    searches: ClassVar[Sequence[Search]] = ()
    results_marker: ClassVar[str] = ""
    no_results: ClassVar[Sequence[str | int]] = ()
    final_url_must_contain: ClassVar[str] = ""
    card: ClassVar[str] = ""
    sponsored: ClassVar[str] = ""
    more: ClassVar[str] = ""
    reveal: ClassVar[str] = ""
    listing_pattern: ClassVar[str] = ""
    listing_examples: ClassVar[Sequence[str]] = ()
    listing_evidence: ClassVar[str] = Grade.UNKNOWN
    fields: ClassVar[Mapping[str, str | Sequence[str]]] = {}
    max_pages: ClassVar[int] = 5
    pace: ClassVar[float | None] = None
    submit_url: ClassVar[str] = ""
    claim_url: ClassVar[str] = ""
    link_evidence: ClassVar[str] = Grade.UNKNOWN
    cost: ClassVar[str] = ""
    fed_by: ClassVar[Sequence[str]] = ()
    feeds: ClassVar[Sequence[str]] = ()
    live_after: ClassVar[str] = ""
    known_listing: ClassVar[str] = ""
    known_name: ClassVar[str] = ""
    verified_at: ClassVar[str] = ""

    def applies_to(self, location: Location) -> bool:
        """True when the directory lists businesses of this location's country."""
        return not self.countries or location.country.upper() in self.countries

    def owns(self, url: str) -> bool:
        """True when `url` is on one of the directory's hosts (subdomains included)."""
        parts = urlsplit(url)
        host, netloc = (parts.hostname or "").lower(), parts.netloc.lower()
        for domain in self.domains:
            wanted = domain.lower().removeprefix("https://").removeprefix("http://").rstrip("/")
            if wanted in ("*", netloc, host) or host.endswith("." + wanted.removeprefix("www.")):
                return True
            if host == wanted.removeprefix("www."):
                return True
        return False

    def is_listing(self, url: str) -> bool:
        """True when `url` is the address of one listing here."""
        if not self.owns(url):
            return False
        return bool(re.search(self.listing_pattern, url)) if self.listing_pattern else True

    def known_url(self, location: Location) -> str:
        """The listing's URL when the record knows it, by this directory's id or by its host; else blank."""
        if self.id in location.listings:
            return location.listings[self.id]
        return next((url for url in location.listings.values() if "*" not in self.domains and self.owns(url)), "")

    def find(self, location: Location) -> Iterable[Query]:
        """The searches for `location`: by phone, by website, by name; those that it lacks a value for are left out."""
        values = search_values(location)
        for search in sorted(self.searches, key=lambda one: one.rank):
            if search.fits(values, location.country.upper()):
                expects = self.final_url_must_contain.format_map(values)
                yield Query(fill(search.url, values), Grade(search.evidence), expects)

    def read(self, page: Page) -> Sequence[Listing] | None:  # noqa: ARG002  (for those who override it)
        """The listings on `page`, for sites that the general readers cannot read; None leaves it to them."""
        return None


def search_values(location: Location) -> dict[str, str]:
    """What the placeholders of a search template stand for, as plain text; a blank is a value not known."""
    address, country = location.postal, location.country
    phone = _phone(location.phone, country)
    values = {
        "name": location.name,
        "city": address.city,
        "region": address.region,
        "region_name": region_name(address.region, country),
        "postcode": address.postcode,
        "street": " ".join(part for part in (address.number, address.street) if part),
        "phone": phonenumbers.format_number(phone, phonenumbers.PhoneNumberFormat.E164) if phone else "",
        "phone_national": phonenumbers.national_significant_number(phone) if phone else "",
        "website_host": _host(location.website),
    }
    return values | {f"{key}_slug": slug(value, country) for key, value in values.items()}


def placeholders(template: str) -> set[str]:
    """The names in braces in `template`. Raises ValueError for unbalanced braces."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def fill(template: str, values: Mapping[str, str]) -> str:
    """`template` with each placeholder URL-encoded: as form data in the query, as path text before it."""
    path, mark, query = template.partition("?")
    in_path = {key: quote(value, safe="") for key, value in values.items()}
    in_query = {key: quote_plus(value) for key, value in values.items()}
    return path.format_map(in_path) + mark + query.format_map(in_query)


_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@lru_cache(4096)  # each directory asks for those of each location
def slug(text: str, country: str = "") -> str:
    """Lower case, words joined by hyphens, accents folded (ä to ae where German is spoken).

    >>> slug("Joe's Plumbing & Heating")
    'joes-plumbing-heating'
    """
    text = text.lower().replace("'", "").replace("’", "")
    if country in ("DE", "AT", "CH"):
        text = text.translate(_GERMAN)
    folded = unicodedata.normalize("NFKD", text.replace("ß", "ss"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in folded if not unicodedata.combining(c))).strip("-")


def _phone(text: str, country: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return None


def _host(website: str) -> str:
    """The host of a website, without www; blank when it is no address."""
    try:
        host = urlsplit(website if "://" in website else f"https://{website}").hostname
    except ValueError:
        return ""
    return (host or "").removeprefix("www.")


PLACEHOLDERS = frozenset(search_values(Location(id="", name="")))
