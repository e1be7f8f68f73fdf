"""Who we say we are, to sites and to their robots.txt: always the truth."""

from importlib.metadata import PackageNotFoundError, version

NAME = "citations"
PURPOSE = "checks what directories say about a business"
LANGUAGES = "en-US,en;q=0.8"


def user_agent(contact: str = "") -> str:
    """The User-Agent of plain requests, and what is added to the browser's own.

    >>> user_agent("seo@agency.example").split(" ", 1)[1]
    '(+seo@agency.example)'
    """
    said = " ".join(contact.encode("ascii", "ignore").decode().translate(_BREAKS).split())
    return f"{NAME}/{_version()} (+{said or PURPOSE})"


_BREAKS = dict.fromkeys((*range(32), 127, ord("("), ord(")")), " ")


def _version() -> str:
    try:
        return version("citations")
    except PackageNotFoundError:
        return "0"
