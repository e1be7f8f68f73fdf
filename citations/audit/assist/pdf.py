"""A page that a person printed as PDF: its text, and the address that the browser put into the margin.

A PDF has no markup: it is read as a copied text is, so that what it leaves out is not compared. It is hostile like any
page: it is opened in a process of its own, with limits, which ends with it.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from citations.audit.assist.saved import NotAPageError
from citations.same_page import is_web_address

SECONDS = 30.0
_MARGIN = 3  # lines at the bottom of a page that may be the browser's
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}")
_COUNT = re.compile(
    r"(?:^|\s)(?:(?:page|seite|p[aá]gina) )?\d{1,3}\s*(?:/|of|von|sur|de|di|van)\s*\d{1,3}\s*$", re.IGNORECASE
)
_CUT = ("…", "...")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """The lines of a PDF without its margins, and the address it was printed from; blank when it does not say."""

    text: str
    url: str


def is_pdf(data: bytes) -> bool:
    """True for a PDF, by its first bytes."""
    return data[:1024].lstrip().startswith(b"%PDF-")


def open_pdf(data: bytes) -> PrintedPage:
    """The text of a PDF. Raises NotAPageError for one that is broken, locked or has no text, or takes too long."""
    texts = (text.translate(_LIGATURES) for text in _texts(data))
    pages = [[line for line in text.splitlines() if line.strip()] for text in texts]
    if not any(pages):
        raise NotAPageError("there is no text in the PDF: print the page from the browser, a scan cannot be read")
    url = _address(pages)
    kept = [line for page in pages for line in page if not (url and url in line)]
    return PrintedPage("\n".join(kept), url)


def _texts(data: bytes) -> list[str]:
    worker = Path(__file__).with_name("pdf_worker.py")
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the file is its input
            [sys.executable, "-I", str(worker)], input=data, capture_output=True, timeout=SECONDS, check=False
        )
        said = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise NotAPageError(f"the PDF could not be read within {SECONDS:.0f} s") from error
    except ValueError as error:
        raise NotAPageError("the PDF could not be read within our limits of time and memory") from error
    if "why" in said:
        raise NotAPageError(f"{said['why']}; print the page anew, or save it as HTML")
    return list(said["pages"])


def _address(pages: list[list[str]]) -> str:
    """The address that browsers put into the margins; blank when there is none, or only one that was cut short.

    It stands in the first line, beside the title, or in one of the last, beside the number of the page. Elsewhere an
    address is a part of the page, such as the business's website.
    """
    margins = (line for page in pages for line in (*page[:1], *filter(_COUNT.search, page[-_MARGIN:])))
    found = Counter(url for line in margins for url in _printed(line))
    return found.most_common(1)[0][0] if found else ""


def _printed(line: str) -> Iterator[str]:
    """The whole addresses in a line."""
    for found in _ADDRESS.finditer(_COUNT.sub("", line)):
        url = found[0].rstrip(").,;")
        if is_web_address(url) and not found[0].endswith(_CUT):
            yield url
