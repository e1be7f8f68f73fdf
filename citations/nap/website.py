"""Websites: whose site a link leads to, and which page of it."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

import tldextract

from citations.models import FieldResult, Finding, Listing, Location
from citations.nap.nothing import says_nothing
from citations.nap.wording import when
from citations.same_page import is_tracking
from citations.unseen import seen
from citations.words import FindingKind, Verdict

_TABLES = Path(__file__).parent / "tables"
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
    def is_shared(self) -> bool:
        """True on a site where many businesses have a page (Facebook, Yelp, …)."""
        return self.domain in _lines("shared_hosts.txt") or self.host in _lines("shared_hosts.txt")


@cache
def _lines(table: str) -> frozenset[str]:
    text = (_TABLES / table).read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("# "))


@cache
def _suffixes() -> tldextract.TLDExtract:
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


@lru_cache(16384)
def read_site(url: str) -> Site:
    """The site of a web address; blank when it is not one. A redirector's target is unwrapped."""
    text = seen(url).strip()
    if not text or re.match(r"(?:mailto|tel|javascript|data):", text, re.IGNORECASE):
        return Site()
    try:
        parts = urlsplit(text if re.match(r"[a-z][a-z0-9+.-]*://", text, re.IGNORECASE) else f"http://{text}")
        host, port = _letters((parts.hostname or "").rstrip(".")), parts.port
    except (ValueError, OverflowError):
        return Site()
    if target := redirect_target(parts.query):
        return read_site(target)
    if not re.fullmatch(r"[\w.:-]+", host) or ("." not in host and ":" not in host and host != "localhost"):
        return Site()
    host = re.sub(r"^www\d?\.", "", host.lower())
    shown_host = f"{host}:{port}" if port and port not in (80, 443) else host
    path = _HOME_PAGES.sub("", unquote(parts.path).rstrip("/")).rstrip("/").lower()
    return Site(_domain(host, shown_host), shown_host, path, _query(parts.query))


def _letters(host: str) -> str:
    """`xn--mller-kva.de` as people read it: müller.de."""
    host = unicodedata.normalize("NFC", host)
    if "xn--" not in host:
        return host
    return ".".join(
        label[4:].encode().decode("punycode") if label.startswith("xn--") else label for label in host.split(".")
    )


def _domain(host: str, shown_host: str) -> str:
    found = _suffixes()(host)
    if ":" in shown_host or not re.search(r"[a-z]", host):
        return shown_host
    if found.suffix and found.domain:
        return f"{found.domain}.{found.suffix}"
    return ".".join(host.split(".")[-2:])  # an ending that no list knows, as .example


def redirect_target(query: str) -> str:
    """Where a redirector's query says that it leads; blank when it does not."""
    for name, value in parse_qsl(query):
        if name.lower() in ("url", "u", "q", "target", "dest", "redirect", "to", "website") and value.startswith(
            "http"
        ):
            return value
    return ""


def _query(query: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, value) for name, value in parse_qsl(query) if not is_tracking(name.lower())))


def listed_website(listing: Listing) -> str:
    """The website that the listing shows: its text, else where its link leads."""
    return listing.website or (listing.link.url if listing.link else "")


@lru_cache(16384)
def compare_website(location: Location, text: str) -> FieldResult:
    """The verdict on the listed link to the business's own site."""
    canonical = location.website
    if not canonical:
        return FieldResult(Verdict.NOT_COMPARED, text, "", "website.no_record", "Your record has no website.")
    if says_nothing(text):
        reason = "The listing has no link to your website."
        return FieldResult(Verdict.ABSENT, "", canonical, "website.absent", reason)
    ours, theirs = read_site(canonical), read_site(text)
    if not theirs.host:
        reason = f"The text “{text}” cannot be read as a web address."
        return FieldResult(Verdict.UNREADABLE, text, canonical, "website.unreadable", reason)
    rule, verdict, reason = _judge(text, canonical, ours, theirs)
    if verdict is Verdict.DIFFERENT and (old := _former(theirs, location)):
        return FieldResult(Verdict.OUTDATED, text, canonical, "website.former", old)
    return FieldResult(verdict, text, canonical, rule, reason)


def _judge(text: str, canonical: str, ours: Site, theirs: Site) -> tuple[str, Verdict, str]:
    if seen(text).strip() == seen(canonical).strip():
        return "website.identical", Verdict.SAME, "The link is exactly yours."
    if theirs == ours:
        reason = "The same page, written in another way; nothing to do."
        return "website.same_page", Verdict.FORMATTING, reason
    if theirs.domain != ours.domain or (ours.is_shared and theirs.path != ours.path):
        return _elsewhere(theirs, ours)
    if theirs.host != ours.host:
        reason = f"The link leads to {theirs.host}, another part of your site {ours.domain}."
        return "website.other_host", Verdict.FORMATTING, reason
    if theirs.is_home:
        reason = "The link leads to your site's first page, not to the page of this location."
        return "website.home_page", Verdict.FORMATTING, reason
    reason = f"The link leads to another page of your site: {theirs.path or '/'}."
    return "website.other_page", Verdict.FORMATTING, reason


def _elsewhere(theirs: Site, ours: Site) -> tuple[str, Verdict, str]:
    if theirs.is_shared:
        reason = f"The link leads to a page on {theirs.domain}, not to your own site {ours.host}."
        return "website.profile", Verdict.DIFFERENT, reason
    reason = f"The link leads to {theirs.host}; your site is {ours.host}."
    return "website.other_domain", Verdict.DIFFERENT, reason


def _former(theirs: Site, location: Location) -> str:
    for former in location.former:
        old = read_site(former.value) if former.field == "website" else Site()
        if old.host and old.domain == theirs.domain and not (old.is_shared and old.path != theirs.path):
            return f"The link leads to {theirs.host}, an address you left{when(former.until)}."
    return ""


def website_findings(result: FieldResult, listing: Listing) -> Sequence[Finding]:
    """What the link shows beside its verdict: it is missing, old, or not followed by search engines."""
    found = []
    if result.verdict is Verdict.ABSENT:
        found.append(Finding(FindingKind.MISSING_LINK, result.reason))
    if result.rule == "website.former":
        found.append(Finding(FindingKind.OLD_DOMAIN, result.reason))
    if result.verdict is Verdict.SIBLING:
        found.append(Finding(FindingKind.WRONG_BRANCH_LINK, result.reason))
    if result.verdict.is_right and listing.link and not listing.link.is_counted:
        reason = "Search engines are told not to follow the link to your site; visitors can still use it."
        found.append(Finding(FindingKind.NOFOLLOW_LINK, reason))
    return found
