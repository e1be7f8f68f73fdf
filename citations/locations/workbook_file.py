"""A workbook that may be opened: an XLSX file of bearable size, out of bytes that may be anything."""

import io
import re
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from zipfile import BadZipFile, ZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.formula.tokenizer import TokenizerError
from openpyxl.formula.translate import TranslatorError
from openpyxl.utils.exceptions import InvalidFileException

from citations.locations.locations_file import LocationsError

MOST_BYTES = 100_000_000
"""The largest sum of its parts, unpacked, that is opened: a hundred thousand rows of forty columns stay below."""
MOST_PARTS = 5_000

_ZIP = b"PK"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENTITIES = re.compile(rb"<!(DOCTYPE|ENTITY)")
_FORMULA = re.compile(rb"<(\w+:)?f[\s/>]")
# What openpyxl, zipfile and the XML parsers raise on files that are broken, by accident or on purpose.
_BROKEN = (
    ArithmeticError, AttributeError, BadZipFile, EOFError, InvalidFileException, LookupError, NotImplementedError,
    OSError, RuntimeError, SyntaxError, TokenizerError, TranslatorError, TypeError, ValueError, zlib.error,
)  # fmt: skip
_SAVE = "open it in its program and save it as .xlsx or CSV"


def is_workbook(content: bytes) -> bool:
    """True for XLSX and for whatever else cannot be text because a spreadsheet program wrote it."""
    return content.startswith((_ZIP + b"\x03\x04", _ZIP + b"\x05\x06", _OLE))


@contextmanager
def opened(content: bytes, *, values: bool) -> Iterator[Workbook]:
    """The workbook, to be read row by row: the `values` of its formulas, or the formulas themselves.

    Raises LocationsError, while it is open too, when the file turns out to be no sound workbook.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=values, keep_links=False)
            try:
                yield workbook
            finally:
                workbook.close()
    except LocationsError:
        raise
    except _BROKEN as error:
        raise LocationsError(f"this workbook is broken ({type(error).__name__}); {_SAVE}") from error


@contextmanager
def unpacked(content: bytes) -> Iterator[ZipFile]:
    """The parts of a workbook that was examined. Raises LocationsError when they are not what they should be."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            yield archive
    except _BROKEN as error:
        raise LocationsError(f"this workbook is broken ({type(error).__name__}); {_SAVE}") from error


def examined(content: bytes) -> bool:
    """True when the workbook has formulas. Raises LocationsError for what must not, or cannot, be opened."""
    if content.startswith(_OLE):
        raise LocationsError(_not_xlsx(content))
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            return _examined(archive)
    except LocationsError:
        raise
    except _BROKEN as error:
        raise LocationsError(f"this file is cut short or broken; fetch it anew, or {_SAVE}") from error


def _examined(archive: ZipFile) -> bool:
    parts = archive.infolist()
    names = {part.filename for part in parts}
    if not any(name.endswith("xl/workbook.xml") for name in names):
        raise LocationsError(_other_archive(names))
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_BYTES:
        raise LocationsError(
            f"this workbook unpacks to more than {MOST_BYTES // 1_000_000} MB; save the sheet with the locations as CSV"
        )
    if any(part.flag_bits & 1 for part in parts):
        raise LocationsError(f"this file is locked with a password; {_SAVE} without one")
    has_formulas = False
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            text = archive.read(part)
            if _ENTITIES.search(text):
                raise LocationsError(f"this workbook holds XML that no spreadsheet program writes; {_SAVE}")
            has_formulas |= "worksheets/" in part.filename and bool(_FORMULA.search(text))
    return has_formulas


def _not_xlsx(content: bytes) -> str:
    if _ENCRYPTED in content:
        return f"this workbook is locked with a password; {_SAVE} without one"
    return f"this is an old Excel workbook (.xls); {_SAVE}"


def _other_archive(names: set[str]) -> str:
    if any(name.endswith("xl/workbook.bin") for name in names):
        return f"this is a binary Excel workbook (.xlsb); {_SAVE}"
    if "content.xml" in names:
        return f"this is an OpenDocument file (.ods); {_SAVE}"
    if any(name.startswith("Index") for name in names):
        return f"this is an Apple Numbers document; {_SAVE}"
    return "this is an archive (ZIP), not a workbook; unpack it and name the file in it"
