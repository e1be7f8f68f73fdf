"""Reads the text of a PDF on standard input, in a process of its own with little memory and time; run by `pdf.py`.

Writes {"pages": [text, …]} or {"why": "…"} as JSON. Nothing but the reader of PDF is imported here.
"""

import io
import json
import sys

from pypdf import PdfReader
from pypdf.errors import PyPdfError

MOST_PAGES, MOST_TEXT = 40, 400_000
MOST_MEMORY, MOST_SECONDS = 1_500_000_000, 25


def main() -> None:
    """Read, and write what came of it."""
    _limit()
    try:
        said: dict[str, object] = {"pages": _pages(sys.stdin.buffer.read())}
    except (
        PyPdfError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        OSError,
        RecursionError,
        MemoryError,
    ) as error:
        said = {"why": f"the PDF is broken ({type(error).__name__})"}
    sys.stdout.write(json.dumps(said))


def _pages(data: bytes) -> list[str]:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise PermissionError("a password is needed")
    texts, room = [], MOST_TEXT
    for page in reader.pages[:MOST_PAGES]:
        texts.append(page.extract_text()[:room])
        room -= len(texts[-1])
        if room <= 0:
            break
    return texts


def _limit() -> None:
    """Less memory and time than a hostile file may want; Windows has no such limits, and there the caller waits."""
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


if __name__ == "__main__":
    main()
