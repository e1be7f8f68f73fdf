"""Websites: whose site a link leads to, and which page of it."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

import tldextract

from citations.models import Listing
from citations.postal.table import lines, rows
from citations.same_page import is_tracking
from citations.unseen import seen

_TABLES = Path(__file__).parent / "tables"
_NO_SITE = re.compile(r"(?:mailto|tel|javascript|data):|[^/]*@[^/]*$", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
# As most sites are written: no letters to fold in the host, no port, user, query or anchor, nothing encoded.
_PLAIN = re.compile(r"https?://(?P<host>(?:(?!xn--)[a-z0-9-]+\.)+[a-z]+)(?P<path>(?:/[\w.-]*)*)", re.ASCII)
_IS_HOST = re.compile(r"[\w.:-]+")
_WWW = re.compile(r"^(?:www\d?|m|mobile)\.(?=[^.]+\.)|^www\d?\.")
_HOME_PAGES = re.compile(r"/(?:index|default|home)(?:\.\w+)?$", re.IGNORECASE)


class Site(NamedTuple):
    """A web address as identity sees it: the registrable domain (with a port on loopback), host, path, query."""

    domain: str = ""
    host: str = ""
    path: str = ""
    query: tuple[tuple[str, str], ...] = ()

    @property
    def is_home(self) -> bool:
        """True for the first page of the site."""
        return not self.path and not self.query

    @property
    def pages_above(self) -> Iterator["Site"]:
        """`/south` for `/south/menu`, the nearest first; the home page and pages of shared sites are above none."""
        steps = [] if self.is_shared else self.path.split("/")[1:]
        sizes = range(len(steps) - (not self.query), 0, -1)
        return (Site(self.domain, self.host, "/" + "/".join(steps[:size])) for size in sizes)

    @property
    def is_shared(self) -> bool:
        """True on a site where many businesses have a page (Facebook, Yelp, …)."""
        return self.domain in _lines("shared_hosts.txt") or self.host in _lines("shared_hosts.txt")

    @property
    def is_shortener(self) -> bool:
        """True for a service whose addresses only pass visitors on (bit.ly, t.co, …)."""
        return self.domain in _lines("shorteners.txt")


@cache
def _lines(table: str) -> frozenset[str]:
    return lines(_TABLES / table)


@cache
def _same_hosts() -> dict[str, str]:
    return {row["host"]: row["standard"] for row in rows(_TABLES / "same_hosts.csv")}


@cache
def _suffixes() -> tldextract.TLDExtract:
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


_MOST_REDIRECTORS = 5  # in one link; who nests more hides something


@lru_cache(16384)
def read_site(url: str) -> Site:
    """The site of a web address; blank when it is not one. A redirector's target is unwrapped."""
    return read_door(behind_redirectors(url) if "?" in url else url)


def behind_redirectors(url: str) -> str:
    """The address that a link, or several redirectors in a row, say that they lead to; the link itself without one."""
    for _ in range(_MOST_REDIRECTORS):
        parts = _parts(url)
        target = _redirect_target(parts.query) if parts and parts.query else ""
        if not target:
            break
        url = target
    return url


@lru_cache(16384)
def read_door(url: str) -> Site:
    """The site that a link opens at first, were it a redirector's or not."""
    plain = _PLAIN.fullmatch(url)
    if plain and "." in (host := _usual_host(plain["host"])):
        path = _HOME_PAGES.sub("", plain["path"].rstrip("/")).rstrip("/").lower()
        return Site(_domain(host, host), host, path)
    return door_of_any(url)


def door_of_any(url: str) -> Site:
    """The same, for a link in whatever form."""
    parts = _parts(url)
    return _site(parts) if parts else Site()


@lru_cache(512)
def _parts(url: str) -> SplitResult | None:
    text = seen(url).strip()
    if not text or _NO_SITE.match(text):
        return None
    try:
        parts = urlsplit(text if _SCHEME.match(text) else f"http://{text.lstrip('/')}")
        is_one = parts.port is None or parts.port > 0  # asking for the port raises when it is none
    except (ValueError, OverflowError):
        return None
    return parts if is_one else None


def _site(parts: SplitResult) -> Site:
    host, port = _host(parts), parts.port
    if not _IS_HOST.fullmatch(host) or ("." not in host and ":" not in host and host != "localhost"):
        return Site()
    shown_host = f"{host}:{port}" if port and port not in (80, 443) else host
    path = _HOME_PAGES.sub("", unquote(parts.path).rstrip("/")).rstrip("/").lower() if parts.path else ""
    asked = _query(parts.query) if parts.query else ()
    return Site(_domain(host, shown_host), shown_host, path, _of_the_page(asked) if path and asked else asked)


def _host(parts: SplitResult) -> str:
    try:
        host = _letters((parts.hostname or "").rstrip(".")).lower()
    except (ValueError, OverflowError):
        return ""
    return _usual_host(host)


def _usual_host(host: str) -> str:
    """The host without `www`, by the one name of several that the table prefers."""
    host = _WWW.sub("", host)
    return _same_hosts().get(host, host)


def _letters(host: str) -> str:
    """`xn--mller-kva.de` as people read it: müller.de."""
    host = unicodedata.normalize("NFC", host)
    if "xn--" not in host:
        return host
    return ".".join(
        label[4:].encode().decode("punycode") if label.startswith("xn--") else label for label in host.split(".")
    )


@lru_cache(16384)
def _domain(host: str, shown_host: str) -> str:
    found = _suffixes()(host)
    if ":" in shown_host or not re.search(r"[a-z]", host):
        return shown_host
    if found.suffix and found.domain:
        domain = f"{found.domain}.{found.suffix}"
        return host if domain in _lines("hosted_sites.txt") else domain
    return ".".join(host.split(".")[-2:])  # an ending that no list knows, as .example


def _redirect_target(query: str) -> str:
    """Where a redirector's query says that it leads; blank when it does not."""
    for name, value in parse_qsl(query):
        if name.lower() in ("url", "u", "q", "target", "dest", "redirect", "to", "website") and value.startswith(
            "http"
        ):
            return value
    return ""


def _query(query: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, value) for name, value in parse_qsl(query) if not is_tracking(name.lower())))


def _of_the_page(query: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """What is asked of a page, but for what only turns, sorts or narrows it."""
    return tuple((name, value) for name, value in query if not _is_view(name.lower(), value))


def _is_view(name: str, value: str) -> bool:
    values = _views().get(name, "")
    return values == "any" or (values == "number" and value.isdigit())


@cache
def _views() -> dict[str, str]:
    return {row["name"]: row["values"] for row in rows(_TABLES / "view_parameters.csv")}


def listed_website(listing: Listing) -> str:
    """The website that the listing shows: its text, else where its link leads."""
    return listing.website or (listing.link.url if listing.link else "")
