"""The addresses behind the cells of a sheet: a cell that shows "Yelp" or "Link" may lead to the listing."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element, fromstring, iterparse
from zipfile import ZipFile

from openpyxl.utils.cell import coordinate_to_tuple

from citations.locations.workbook_file import unpacked

_FORMULA = re.compile(r'\s*HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)


def links(content: bytes, sheet: str) -> Mapping[tuple[int, int], str]:
    """(row counted from 1, column counted from 0) -> the address that a cell of the sheet leads to.

    Links of cells, and formulas that begin a link with its address. The workbook was examined: none of its XML
    declares entities. Raises LocationsError for a broken workbook.
    """
    with unpacked(content) as archive:
        part = _part_of(archive, sheet)
        return dict(_links(archive, part, _targets(archive, part))) if part else {}


def _part_of(archive: ZipFile, sheet: str) -> str:
    """Where the sheet with this title lies in the workbook."""
    book = next(name for name in archive.namelist() if name.endswith("xl/workbook.xml"))
    targets = _targets(archive, book)
    for element in fromstring(archive.read(book)).iter():  # noqa: S314 - examined
        if _tag(element) == "sheet" and element.get("name") == sheet:
            part = targets.get(_relation(element), "")
            return part if part.endswith(".xml") else ""
    return ""


def _targets(archive: ZipFile, part: str) -> Mapping[str, str]:
    """Relation id -> what a part of the workbook refers to by it: an address, or the path of another part."""
    folder, name = posixpath.split(part)
    beside = f"{folder}/_rels/{name}.rels"
    if beside not in archive.namelist():
        return {}
    found = {}
    for element in fromstring(archive.read(beside)):  # noqa: S314 - examined
        target = element.get("Target", "")
        is_outside = element.get("TargetMode") == "External"
        found[element.get("Id", "")] = target if is_outside else posixpath.join("/", folder, target).lstrip("/")
    return found


def _links(archive: ZipFile, part: str, targets: Mapping[str, str]) -> Iterator[tuple[tuple[int, int], str]]:
    with archive.open(part) as xml:
        for _, element in iterparse(xml):  # noqa: S314 - examined
            if _tag(element) == "c" and (url := _of_formula(element)):
                yield _place(element.get("r", "")), url
            elif _tag(element) == "hyperlink" and (url := targets.get(_relation(element), "")):
                yield _place(element.get("ref", "").partition(":")[0]), url
            elif _tag(element) == "row":
                element.clear()


def _of_formula(cell: Element) -> str:
    formula = next((child.text or "" for child in cell if _tag(child) == "f"), "")
    found = _FORMULA.match(formula)
    return found[1] if found else ""


def _place(reference: str) -> tuple[int, int]:
    row, column = coordinate_to_tuple(reference)
    return row, column - 1


def _relation(element: Element) -> str:
    return next((value for name, value in element.items() if name.endswith("}id")), "")


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]
