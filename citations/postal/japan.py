"""A Japanese address in the order of its translation: number, quarter, floor, ward or town, prefecture, postcode.

`〒150-0002 東京都渋谷区渋谷2丁目21番1号 例ビル3F` is `2-21-1 渋谷, Floor 3, 渋谷区, 東京都 150-0002`. Streets have no
names there: a quarter has numbered blocks, a block numbered houses, and what is compared as the street is the quarter.
"""

import re
from collections.abc import Iterator

_POSTCODE = re.compile(r"〒?\s*(\d{3})-?(\d{4})(?!\d)")
_NATIVE = re.compile(
    r"(?P<prefecture>東京都|北海道|大阪府|京都府|[^\s\d,]{2,3}県)?"
    r"(?P<town>[^\s\d,]{1,6}?郡[^\s\d,]{1,6}?[町村]|[^\s\d,]{1,6}?市[^\s\d,]{1,4}区|[^\s\d,]{1,6}?[市区町村])"
    r"(?P<quarter>[^\s\d,]*)(?P<number>[\d-]*\d)?(?P<building>.*)"
)
_BLOCK = re.compile(r"(?<=\d)\s*(?:丁目|番地の?|番|の|ー|−|‐)\s*(?=\d)")
_HOUSE = re.compile(r"(?<=\d)\s*(?:号|番地|番)")
_KANJI = "一二三四五六七八九十"
_CHOME = re.compile(rf"[{_KANJI}](?=丁目)")
_FLOOR = re.compile(r"(\d+)(?:F\b|階)", re.IGNORECASE)
_ROOM = re.compile(r"(\d{2,5})号室?|-(\d{2,5})$")
_QUARTER = re.compile(r"(?P<quarter>[^\s\d,]+)(?P<number>[\d-]*\d)(?P<building>.*)")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def in_translated_order(line: str) -> str:
    """`line` in that order when it is written in Japanese, else only without the postal mark."""
    found = _POSTCODE.search(line)
    bare = (line[: found.start()] + line[found.end() :]).strip(" ,") if found else line
    postcode = f"{found[1]}-{found[2]}" if found else ""
    if not _JAPANESE.search(bare) or bare[:1].isdigit():  # a number in front: it is in that order already
        return f"{bare} {postcode}" if found and found.start() == 0 else line.replace("〒", "").strip()
    text = _CHOME.sub(lambda kanji: str(_KANJI.index(kanji[0]) + 1), bare)
    return f"{_parts(_HOUSE.sub('', _BLOCK.sub('-', text)).replace(' ', ''))} {postcode}".strip()


def _parts(text: str) -> str:
    """Street, floor, town and prefecture with commas between them; a quarter and its number when no town is told."""
    quarter, read = _QUARTER.fullmatch(text), _NATIVE.fullmatch(text)
    if quarter and not (read and (read["quarter"] or read["prefecture"])):  # 田井西町9-1
        return ", ".join([f"{quarter['number']} {quarter['quarter']}", *_doors(quarter["building"])])
    if read is None:
        return text
    street = f"{read['number'] or ''} {read['quarter']}".strip()
    return ", ".join(filter(None, (street, *_doors(read["building"]), read["town"], read["prefecture"] or "")))


def _doors(building: str) -> Iterator[str]:
    """The floor and the room; the building's own name says nothing that its number does not."""
    if floor := _FLOOR.search(building):
        yield f"Floor {floor[1]}"
    if room := _ROOM.search(building):
        yield f"Room {room[1] or room[2]}"
