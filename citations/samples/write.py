"""Writes a directory's four invented pages and what should be read of them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup as Safe

from citations.directory import Directory
from citations.models import Location
from citations.samples.businesses import NOBODY, Business, Cast, cast
from citations.samples.element import element
from citations.samples.kinds import BLOCKED, EXPECTED, FOUND, NOT_FOUND, RESULTS
from citations.samples.look import Look
from citations.words import Markup, Wall

_WORDS = {
    "en": {"nearby": "Similar businesses", "near": "in", "website": "Website", "none": "Nothing matches your search."},
    "de": {"nearby": "Weitere Unternehmen", "near": "in", "website": "Webseite", "none": "Keine Einträge gefunden."},
    "fr": {"nearby": "À proximité", "near": "à", "website": "Site web", "none": "Aucune réponse trouvée."},
}
_WALLS = {Wall.CHALLENGE: (200, "captcha"), Wall.LOGIN: (200, "login"), Wall.REFUSED: (403, "blocked")}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a site shows businesses: its markup, its wall, and selectors of values on listings and cards."""

    markup: Markup = Markup.VISIBLE
    wall: Wall = Wall.CHALLENGE
    type: str = "LocalBusiness"
    page: Mapping[str, str] = field(default_factory=dict)
    card: Mapping[str, str] = field(default_factory=dict)


def write_samples(directory: Directory, folder: Path, manner: Manner | None = None) -> Path:
    """Write the pages of `directory` and their `expect.json` into `folder`, over what is there; returns the folder.

    Raises ValueError when the directory's file gives no address that its pages could have.
    """
    manner = manner or Manner()
    everyone = cast(directory)
    addresses = _addresses(directory, everyone)
    folder.mkdir(parents=True, exist_ok=True)
    for kind, template in ((FOUND, "listing"), (RESULTS, "results"), (NOT_FOUND, "not_found")):
        page = _environment().get_template(f"{template}.html").render(_context(directory, everyone, manner))
        (folder / f"{kind}.html").write_text(page + "\n", encoding="utf-8")
    wall = _environment().get_template(f"blocked_{manner.wall}.html").render(site=directory.name)
    (folder / f"{BLOCKED}.html").write_text(wall + "\n", encoding="utf-8")
    expected = json.dumps(_expected(directory, everyone, manner, addresses), ensure_ascii=False, indent=2)
    (folder / EXPECTED).write_text(expected + "\n", encoding="utf-8")
    return folder


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(Path(__file__).parent / "templates")
    made = Environment(loader=loader, undefined=StrictUndefined, autoescape=select_autoescape(), trim_blocks=True)
    made.globals["json"] = _json
    made.globals["state"] = _state
    made.globals["flight"] = _flight
    return made


def _context(directory: Directory, everyone: Cast, manner: Manner) -> dict[str, Any]:
    words = _WORDS[everyone.language[:2]]
    card, is_brief = Look.of(directory, manner.card), manner.markup in (Markup.NEXT_DATA, Markup.FLIGHT)
    marker = directory.results_marker
    is_selector = marker and (marker.startswith((".", "#")) or "[" in marker)
    return {
        "site": directory.name,
        "cast": everyone,
        "one": everyone.one,
        "other": everyone.other,
        "nobody": NOBODY,
        "words": words,
        "markup": str(manner.markup),
        "type": manner.type,
        "look": Look.of(directory, manner.page),
        "card": lambda business: card.card(business, words["website"], brief=is_brief),
        "hours": "",
        "marker": element(marker, "", "div") if is_selector else f"{marker} " if marker else "",
        "said": next((sign for sign in directory.no_results if isinstance(sign, str)), words["none"]),
    }


def _addresses(directory: Directory, everyone: Cast) -> dict[str, str]:
    """Where the pages stand: the listing, and the first search for a record; without one, a page that is no listing."""
    return {
        FOUND: everyone.one.url,
        RESULTS: _search(directory, everyone.one.record),
        NOT_FOUND: _search(directory, everyone.nobody),
        BLOCKED: everyone.one.url,
    }


def _search(directory: Directory, record: Location) -> str:
    domain = directory.domains[0].partition("/")[0]
    return next((query.url for query in directory.find(record)), f"https://{domain}/")


def _expected(directory: Directory, everyone: Cast, manner: Manner, addresses: Mapping[str, str]) -> dict[str, Any]:
    status, obstacle = _WALLS[manner.wall]
    signs = [str(sign) for sign in directory.no_results]
    expects: dict[str, dict[str, Any]] = {
        FOUND: {"listings": [_listing(everyone.one, directory)]},
        RESULTS: _results(directory, everyone),
        NOT_FOUND: {"listings": [], "no_results": signs[0] if signs else ""},
        BLOCKED: {"listings": []},
    }
    expects[BLOCKED]["obstacle"] = obstacle
    first = next(iter(directory.no_results), 200)
    statuses = {BLOCKED: status, NOT_FOUND: first if isinstance(first, int) else 200}
    return {
        kind: {
            "url": addresses[kind],
            **({"status": statuses[kind]} if statuses.get(kind, 200) != 200 else {}),
            "expect": {"obstacle": None, **expect},
        }
        for kind, expect in expects.items()
    }


def _listing(one: Business, directory: Directory) -> dict[str, Any]:
    """What should be read on the listing's own page: an address that one selector finds stays in one piece."""
    parts = {name: getattr(one, name) for name in ("street", "city", "region", "postcode")}
    where = {"address": one.line} if "address" in directory.fields else parts
    return {"name": one.name, **where, "phones": [one.phone], "website": one.website}


def _results(directory: Directory, everyone: Cast) -> dict[str, Any]:
    """What should be read of the cards; nothing of a site whose results nobody knows how to tell from the rest."""
    if not (directory.card or directory.listing_pattern):
        return {"results_page": False} | ({"listings": []} if directory.searches else {})
    return {"results_page": True, "listings": [_result(one, directory) for one in (everyone.one, everyone.other)]}


def _result(one: Business, directory: Directory) -> dict[str, Any]:
    """What should be read of a card."""
    where = ("line",) if "address" in directory.fields else ("street", "postcode")
    shown = {"address" if name == "line" else name: getattr(one, name) for name in where}
    return {"name": one.name, **shown, "phones": [one.phone], "url": one.url}


def _state(one: Business) -> dict[str, Any]:
    """The business as programs keep it in the state of a page."""
    address = {"line1": one.street, "city": one.city, "state": one.region, "postalCode": one.postcode}
    shown = {"displayName": one.name, "profileUrl": one.url, "phone": one.phone, "website": one.website}
    return {**shown, "address": address}


def _flight(props: Mapping[str, Any]) -> Safe:
    """A row of what Next.js streams to a page: a component with its `props`, as the text that a script pushes."""
    return _json("1:" + json.dumps(["$", "div", None, props], ensure_ascii=False) + "\n")


def _json(value: object) -> Safe:
    """`value` for a script: as JSON, with nothing in it that could end the script."""
    text = json.dumps(value, ensure_ascii=False).replace("</", "<\\/")
    return Safe(text)  # noqa: S704 - our own invented values, in a script
