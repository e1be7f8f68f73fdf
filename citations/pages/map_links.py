"""What the address of a map says: the place that it marks, searches for or leads to, in words or as coordinates.

The middle of a view is no place ("@52.5,13.4,12z"): it may be that of the whole town.
"""

import base64
import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import unquote, unquote_plus, urlsplit

from citations.pages.links import query_of
from citations.pages.tables import toml

_PIN = re.compile(r"!3d(-?\d{1,2}\.\d{1,20})!4d(-?\d{1,3}\.\d{1,20})")
_PLACE_TEXT = re.compile(r"!1m2!1s[^!]{0,200}!2(?P<kind>[sz])(?P<text>[^!]{1,1000})")
_IN_PATH = re.compile(r"/maps/(?:place|search|dir)/(?P<parts>[^?#]{1,2000})")
_LONGEST = 4_000  # characters of an address
_URL_SAFE = str.maketrans("-_", "+/")


def places_of(url: str) -> Iterator[str]:
    """The places that a map's address names, each in words or as "latitude,longitude"; none for what is no map.

    >>> list(places_of("https://maps.google.com/?q=12+Harbor+Lane,+Portland"))
    ['12 Harbor Lane, Portland']
    """
    if len(url) <= _LONGEST:
        yield from filter(None, _named(url))


def _named(url: str) -> Iterator[str]:
    if url[:4].lower() == "geo:":
        yield url[4:].partition("?")[0].partition(";")[0]
        yield from (value for key, value in query_of(url) if key == "q")
        return
    kind = _kind(url)
    if kind is None:
        return
    query = dict(query_of(url))
    for key in kind["keys"]:
        yield from _marked(query.get(key, ""))
    for north, east in kind.get("pairs", ()):
        if north in query and east in query:
            yield f"{query[north]},{query[east]}"
    if kind["by"] == "Google":
        yield from _in_path(url, query.get("pb", ""))


def _kind(url: str) -> dict[str, Any] | None:
    """The row of the map that `url` is an address of; None when it is that of no map."""
    scheme, _, rest = url.partition("//")
    if scheme.lower() not in ("http:", "https:"):
        return None
    return next((row for pattern, row in _kinds() if pattern.match(rest)), None)


@cache
def _kinds() -> list[tuple[re.Pattern[str], dict[str, Any]]]:
    return [(re.compile(row["address"], re.IGNORECASE), row) for row in toml("maps")["map"]]


def _marked(value: str) -> Iterator[str]:
    """The places in one value: "color:red|40.1,-73.2" marks one, "pos.40.1_-73.2~adr.12 Main St" ends at the other."""
    last = value.rpartition("~")[2] if re.match(r"(pos|adr)\.|~", value) else value
    for part in last.split("|"):
        yield re.sub(r"^(?:loc:|pos\.|adr\.|point\.|place_id:.*)", "", part).strip()


def _in_path(url: str, embedded: str) -> Iterator[str]:
    """What Google's maps name in the path, or in the one value that says all of a map set into a page."""
    data = embedded or unquote(urlsplit(url).path)
    if pin := _PIN.search(data):
        yield f"{pin[1]},{pin[2]}"
    for found in _PLACE_TEXT.finditer(data):
        yield _from_base64(found["text"]) if found["kind"] == "z" else unquote_plus(found["text"])
    if path := _IN_PATH.search(url):
        named = [part for part in path["parts"].split("/") if part and not part.startswith(("@", "data="))]
        yield from map(unquote_plus, named[-1:])


def _from_base64(text: str) -> str:
    """Words with letters beyond ASCII, or degrees, as such a map keeps them; blank when they are none."""
    try:
        return base64.b64decode(text.translate(_URL_SAFE) + "=" * (-len(text) % 4)).decode()
    except ValueError:
        return ""
