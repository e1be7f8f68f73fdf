"""The numbers as the tables of docs/limits.md."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.real_pages.judge import EXTRA, MISSED, RIGHT, WRONG
from tests.real_pages.measure import Measured

DOCS = Path(__file__).parents[2] / "docs" / "limits.md"
_BEGIN, _END = "<!-- python -m tests.real_pages writes what follows -->\n", "<!-- up to here -->\n"
_HEAD = """\
| directory | way | pages | listings found | fields shown | right | wrong | missed | not shown, yet read | precision |
|---|---|---|---|---|---|---|---|---|---|
"""
_FAULTS = """
Every field that was not read right:

| directory | saved page | field | |
|---|---|---|---|
"""


def tables(found: Sequence[Measured]) -> str:
    """A row for each directory of which there is a saved page, then one for each field that was not read right."""
    others = sum(not one.pages for one in found)
    rest = f"\nOf the other {others} there is no saved page: what is known of reading them rests on invented pages.\n"
    return _HEAD + "".join(_row(one) for one in found if one.pages) + rest + _FAULTS + "".join(_faults(found))


def written(text: str, tables: str) -> str:
    """The text of docs/limits.md with `tables` in their place."""
    before, rest = text.split(_BEGIN)
    return f"{before}{_BEGIN}{tables}{_END}{rest.split(_END)[1]}"


def _row(one: Measured) -> str:
    walls = f", {one.walls_named} of {one.walls} walls named" if one.walls else ""
    pages = f"{one.pages}{walls}"
    if not one.listings:
        return f"| {one.directory.name} | {one.way} | {pages} | | | | | | | |\n"
    precision = "" if one.precision is None else f"{one.precision:.1%}"
    words = (one.words[word] for word in (RIGHT, WRONG, MISSED, EXTRA))
    cells = (pages, f"{one.found} of {one.listings}", one.shown, *words, precision)
    return f"| {one.directory.name} | {one.way} | {' | '.join(map(str, cells))} |\n"


def _faults(found: Iterable[Measured]) -> Iterator[str]:
    for one in found:
        for field in one.fields:
            if field.word != RIGHT:
                yield f"| {one.directory.name} | {field.file} | {field.field} | {field.word} |\n"
