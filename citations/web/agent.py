"""Who we say we are, to sites and to their robots.txt: always the truth; and which languages we read."""

import csv
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

NAME = "citations"
PURPOSE = "checks what directories say about a business"
_SPOKEN = Path(__file__).parent / "languages.csv"


def user_agent(contact: str = "") -> str:
    """The User-Agent of plain requests, and what is added to the browser's own.

    >>> user_agent("seo@agency.example").split(" ", 1)[1]
    '(+seo@agency.example)'
    """
    said = " ".join(contact.encode("ascii", "ignore").decode().translate(_BREAKS).split())
    return f"{NAME}/{_version()} (+{said or PURPOSE})"


def languages(country: str = "") -> str:
    """The Accept-Language for a business of `country`: its own languages, then English.

    >>> languages("CH"), languages("US"), languages()
    ('de-CH,de;q=0.9,fr;q=0.8,it;q=0.7,en;q=0.5', 'en-US,en;q=0.9', 'en-US,en;q=0.9')
    """
    code = country.upper() if country.upper() in _spoken() else "US"
    spoken = _spoken()[code]
    weighed = [f"{language};q=0.{9 - place}" for place, language in enumerate(spoken)]
    return ",".join([f"{spoken[0]}-{code}", *weighed, *(() if "en" in spoken else ("en;q=0.5",))])


@cache
def _spoken() -> dict[str, list[str]]:
    with _SPOKEN.open(encoding="utf-8", newline="") as file:
        return {row["country"]: row["languages"].split() for row in csv.DictReader(file)}


_BREAKS = dict.fromkeys((*range(32), 127, ord("("), ord(")")), " ")


def _version() -> str:
    try:
        return version("citations")
    except PackageNotFoundError:
        return "0"
