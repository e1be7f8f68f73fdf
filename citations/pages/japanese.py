"""Japanese addresses in visible text: largest part first in Japanese, smallest first in Latin letters.

    〒150-0001 東京都渋谷区神宮前1-2-3 海辺ビル2階
    1-2-3 Jingumae, Shibuya-ku, Tokyo 150-0001

The district with its block numbers is the street line; city is the municipality, with its ward.
"""

import re
from collections.abc import Sequence
from functools import cache

from citations.pages.address_parts import Found, pieces_of, without_country
from citations.pages.tables import rows
from citations.pages.text import Line
from citations.postal import Address

_DASH = "[-‐‑–−－ー]"
_POSTCODE = re.compile(rf"〒?\s*(?<![\w-])(\d{{3}}{_DASH}\d{{4}})(?![\w-])")
_JAPANESE = re.compile(r"[\u4e00-\u9fff]")
_NAME = r"[^\s\d、,]{1,6}?"
_MUNICIPALITY = re.compile(
    rf"({_NAME}郡{_NAME}[町村]|{_NAME}市(?!市)[^\s\d、,市町村]{{1,4}}区|{_NAME}市(?!市)|[^\s\d、,市]{{1,6}}?[区町村])"
)
_BLOCK = re.compile(rf"(?:[^\s\d、,]{{0,12}}\d+(?:{_DASH}\d+|の\d+)*(?:丁目|番地?|号|条)?){{1,4}}")
_BUILDING = re.compile(r"[\s、,]*([^\s、,。（(]{1,30}(?:\s?[\dB]+(?:階|F|号室?))?)")
_NAMES_BUILDING = re.compile(r"ビル|マンション|ハイツ|タワー|プラザ|会館|センター|[\dB](?:階|F|号室)")
_LABEL = re.compile(r"\s*(?:住所|所在地|アクセス)[\s:：]*")
_KINDS = re.compile(r"[\s-](prefecture|metropolis|to|fu|ken)$", re.IGNORECASE)


def japanese(lines: Sequence[Line], index: int) -> Found | None:
    """The Japanese address that begins on line `index`, in either order; None when none does."""
    text = lines[index].text
    return _largest_first(lines, index) if _JAPANESE.search(text) or "〒" in text else _smallest_first(lines, index)


def _largest_first(lines: Sequence[Line], index: int) -> Found | None:
    code, rest, last = _postcode(lines, index)
    label = _LABEL.match(rest)
    if label and label.end() == len(rest) and last + 1 < len(lines):
        code, rest, last = _postcode(lines, last + 1)
    region, at = _prefecture(rest)
    if not (region or code or label):
        return None
    municipality = _MUNICIPALITY.match(rest, at or (label.end() if label and label.string is rest else 0))
    if municipality is None:
        return None
    block = _BLOCK.match(rest, municipality.end())
    if block is None and not code:
        return None
    street = block[0] if block else ""
    unit, last = _building(lines, last, rest[municipality.end() + len(street) :])
    raw = "\n".join(line.text for line in lines[index : last + 1])[:400]
    return Found(Address(street.strip(), "", unit, municipality[1], region, code, "JP", raw=raw), index, last)


def _postcode(lines: Sequence[Line], index: int) -> tuple[str, str, int]:
    """The postcode of line `index`, what follows it there or on the next line, and the number of that line."""
    text = lines[index].text
    code = _POSTCODE.search(text)
    if code is None:
        return "", text, index
    rest = text[code.end() :].strip()
    if not rest and index + 1 < len(lines):
        return code[1], lines[index + 1].text, index + 1
    return code[1], rest, index


def _prefecture(text: str) -> tuple[str, int]:
    """The prefecture that stands first in `text`, and where it ends."""
    found = [(at, name) for name in _names()[0] if (at := text.find(name)) >= 0]
    at, name = min(found, default=(0, ""))
    return name, at + len(name)


def _building(lines: Sequence[Line], last: int, rest: str) -> tuple[str, int]:
    """What names the building behind the block numbers, or on the line below; and the last line that was used."""
    found = _BUILDING.match(rest)
    if found and _NAMES_BUILDING.search(found[1]):
        return found[1], last
    if not rest.strip() and last + 1 < len(lines):
        below = lines[last + 1]
        if len(below.text) <= 30 and not below.heading and _NAMES_BUILDING.search(below.text):
            return below.text, last + 1
    return "", last


def _smallest_first(lines: Sequence[Line], index: int) -> Found | None:
    text = without_country(lines[index].text)
    code = _POSTCODE.search(text)
    if code is None or len(text) > 200:
        return None
    pieces = pieces_of(f"{text[: code.start()]}, {text[code.end() :]}")
    regions = [piece for piece in pieces if _KINDS.sub("", piece).casefold() in _names()[1]]
    if not regions:
        return None
    region = regions[-1]
    before = [piece for piece in pieces if piece is not region]
    city = before.pop() if len(before) > 1 else _KINDS.sub("", region)
    address = Address(", ".join(before), "", "", city, region, code[1], "JP", raw=lines[index].text[:400])
    return Found(address, index, index)


@cache
def _names() -> tuple[tuple[str, ...], frozenset[str]]:
    """The prefectures in Japanese, and in Latin letters."""
    table = rows("prefectures")
    return tuple(row["japanese"] for row in table), frozenset(row["romanised"].casefold() for row in table)
