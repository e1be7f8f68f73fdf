"""Addresses that lead to the same page."""

from collections.abc import Iterable
from urllib.parse import parse_qsl, urlsplit


def is_web_address(url: str) -> bool:
    """True for an http or https address with a host and nothing in it that no address holds."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and url.isprintable() and " " not in url


def page_key(url: str) -> tuple[str, str, frozenset[tuple[str, str]]]:
    """What two addresses of one page have in common: host without www, path, and what is asked."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url, "", frozenset()
    asked = (pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not pair[0].startswith("utm_"))
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), frozenset(asked)


def answers(asked: str, url: str) -> bool:
    """True when `url` is the page that `asked` leads to, whatever the site has added to the question."""
    (host, path, wanted), (its_host, its_path, given) = page_key(asked), page_key(url)
    return (host, path) == (its_host, its_path) and wanted <= given


def is_among(url: str, urls: Iterable[str]) -> bool:
    """True when `url` leads to the page of one of `urls`."""
    return bool(url) and page_key(url) in {page_key(other) for other in urls if other}
