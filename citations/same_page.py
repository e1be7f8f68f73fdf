"""Addresses that lead to the same page."""

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit


def is_web_address(url: str) -> bool:
    """True for an http or https address with a host and nothing in it that no address holds."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and url.isprintable() and " " not in url


@lru_cache(4096)
def is_tracking(name: str) -> bool:
    """True for the name (in lower case) of a parameter that only counts visitors."""
    return name in _tracking() or any(entry.endswith("*") and name.startswith(entry[:-1]) for entry in _tracking())


@cache
def _tracking() -> frozenset[str]:
    text = (Path(__file__).parent / "tracking_parameters.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("# "))


def page_key(url: str) -> tuple[str, str, frozenset[tuple[str, str]]]:
    """What two addresses of one page have in common: host without www, path, and what is asked.

    Parameters that only count visitors are left out. What is no address, such as the mark of a row in an owner's
    export, has itself.
    """
    if "://" not in url:
        return url, "", frozenset()
    try:
        parts = urlsplit(url)
    except ValueError:
        return url, "", frozenset()
    asked = (pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not is_tracking(pair[0].lower()))
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), frozenset(asked)


def answers(asked: str, url: str) -> bool:
    """True when `url` is the page that `asked` leads to, whatever the site has added to the question."""
    (host, path, wanted), (its_host, its_path, given) = page_key(asked), page_key(url)
    return (host, path) == (its_host, its_path) and wanted <= given


def is_among(url: str, urls: Iterable[str]) -> bool:
    """True when `url` leads to the page of one of `urls`."""
    return bool(url) and page_key(url) in {page_key(other) for other in urls if other}
