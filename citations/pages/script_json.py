"""The JSON that a page's scripts carry: the state from which its own program draws the page.

Read are JSON blocks (`<script type="application/json">`, `__NEXT_DATA__`, JSON inside a comment), objects in the
code itself (`window.STATE = {…}`), `JSON.parse("…")` and the flight rows of Next.js. What is not JSON, such as an
object whose keys lack quotes or a function that builds the state, is left alone: nothing is ever run.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

MOST_TEXT = 6_000_000  # characters of script on one page
_MOST_TRIED = 2_000_000  # characters read in vain: code looks like JSON until it does not
_MOST_STRINGS = 50
_TOLL = 50  # what each attempt costs besides

_OPENING = re.compile(r"[=(,:]\s*(?=[{\[]\s*[\"{\[])")
_PARSED = re.compile(r"JSON\.parse\(\s*(?:decodeURIComponent\(\s*)?(?=[\"'])")
_QUOTED = re.compile(r"'((?:[^'\\]|\\.)*)'", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|(.))|\"", re.DOTALL)
_UNDEFINED = re.compile(r"([:\[,]\s*)undefined(?=\s*[,}\]])")
_PUSH = re.compile(r"__next_f\.push\(\s*(?=\[)")
_ROW = re.compile(r"([0-9a-f]+):(?:T([0-9a-f]+),|[A-Z]{0,3})")
_decoder = json.JSONDecoder(strict=False)


@dataclass
class ScriptJson:
    """The values found, in the order of the page, and what a reference in one of them stands for."""

    values: list[Any] = field(default_factory=list)
    known: dict[str, Any] = field(default_factory=dict)


@dataclass
class _Attempts:
    """How much may still be read in vain."""

    left: int = _MOST_TRIED

    def decode(self, text: str, start: int) -> tuple[Any, int] | None:
        """The JSON value at `start` and where it ends; None when there is none."""
        if self.left <= 0:
            return None
        try:
            return _decoder.raw_decode(text, start)
        except (ValueError, RecursionError) as error:
            self.left -= _TOLL + max(0, getattr(error, "pos", len(text)) - start)
            return None


def script_json(tree: LexborHTMLParser) -> ScriptJson:
    """What the scripts of a page hold as JSON. Takes time and memory in proportion to the page, whatever is on it."""
    found, attempts, room = ScriptJson(), _Attempts(), MOST_TEXT
    flight: list[str] = []
    for node in tree.css("script:not([src])"):
        kind = (node.attributes.get("type") or "").lower()
        text = node.text()
        if "ld+json" in kind or ("{" not in text and "[" not in text):
            continue
        room -= len(text)
        if room < 0:
            break
        if "__next_f" in text:
            flight += _chunks(text, attempts)
        elif "json" in kind:
            found.values += _block(text, attempts)
        else:
            found.values += _in_code(text, attempts)
    _read_rows("".join(flight), found, attempts)
    for value in found.values:
        found.known.update(_cache(value))
    return found


def _block(text: str, attempts: _Attempts) -> Iterator[Any]:
    """The value of a JSON block; one inside a comment has its angle brackets and ampersands written out."""
    plain = text.strip()
    if plain.startswith("<!--"):
        plain = plain.removeprefix("<!--").removesuffix("-->").strip().replace("&gt;", ">").replace("&amp;", "&")
    value = attempts.decode(plain, 0)
    if value:
        yield value[0]


def _in_code(text: str, attempts: _Attempts) -> Iterator[Any]:
    """The objects and lists in a script's code that are written as JSON, outermost ones only."""
    if "undefined" in text:
        text = _UNDEFINED.sub(r"\1null", text)
    yield from _in_strings(text, attempts)
    position = 0
    while attempts.left > 0 and (opening := _OPENING.search(text, position)):
        decoded = attempts.decode(text, opening.end())
        if decoded:
            yield decoded[0]
        position = decoded[1] if decoded else opening.end()


def _in_strings(text: str, attempts: _Attempts) -> Iterator[Any]:
    """The values that the code reads from strings: JSON.parse("…")."""
    for number, call in enumerate(_PARSED.finditer(text)):
        if number >= _MOST_STRINGS:
            return
        inner = _string(text, call.end(), attempts)
        value = attempts.decode(unquote(inner) if inner.startswith("%") else inner, 0) if inner else None
        if value and isinstance(value[0], dict | list):
            yield value[0]


def _string(text: str, start: int, attempts: _Attempts) -> str:
    """The string that stands in the code at `start`, in either kind of quotes; blank when it has no end."""
    if text[start] == '"':
        decoded = attempts.decode(text, start)
    else:
        quoted = _QUOTED.match(text, start)
        decoded = attempts.decode(f'"{_ESCAPE.sub(_as_json, quoted[1])}"', 0) if quoted else None
    return decoded[0] if decoded and isinstance(decoded[0], str) else ""


def _as_json(escape: re.Match[str]) -> str:
    """An escape of JavaScript, or a quotation mark that needs none there, as JSON writes it."""
    code, letter = escape.groups()
    if code:
        return f"\\u00{code}"
    if letter is None:
        return '\\"'
    return letter if letter not in '"\\/bfnrtu' else f"\\{letter}"


def _chunks(text: str, attempts: _Attempts) -> Iterator[str]:
    """The pieces of the flight stream that a script pushes."""
    for push in _PUSH.finditer(text):
        decoded = attempts.decode(text, push.end())
        chunk = decoded[0] if decoded else ()
        if isinstance(chunk, list) and len(chunk) > 1 and isinstance(chunk[1], str):
            yield chunk[1]


def _read_rows(stream: str, found: ScriptJson, attempts: _Attempts) -> None:
    """The rows of a flight stream: `12:{…}`, one to a line, but for texts, which give their length in bytes."""
    position = 0
    while attempts.left > 0 and position < len(stream):
        row = _ROW.match(stream, position)
        if row and row[2]:
            position = _after_bytes(stream, row.end(), int(row[2][:8], 16))
            continue
        decoded = attempts.decode(stream, row.end()) if row else None
        if row and decoded:
            found.values.append(decoded[0])
            found.known[f"${row[1]}"] = found.known[f"$L{row[1]}"] = decoded[0]
        following = stream.find("\n", decoded[1] if decoded else position)
        position = following + 1 if following >= 0 else len(stream)


def _after_bytes(stream: str, start: int, length: int) -> int:
    """The place in `stream` that lies `length` bytes behind `start`."""
    piece = stream[start : start + length].encode("utf-8", "surrogatepass")[:length]
    return start + len(piece.decode("utf-8", "ignore"))


def _cache(value: Any) -> dict[str, Any]:
    """The objects of an Apollo cache by the keys under which others refer to them."""
    if not isinstance(value, dict):
        return {}
    caches = [value, *(inner for inner in value.values() if isinstance(inner, dict))]
    deeper = [inner for cache in caches[1:] for inner in cache.values() if isinstance(inner, dict)]
    return {
        key: entry
        for cache in (*caches, *deeper[:200])
        if "ROOT_QUERY" in cache
        for key, entry in cache.items()
        if isinstance(entry, dict)
    }
