"""Taking in a file that a person saved or printed: a page as it is, a PDF by its text."""

import asyncio
from collections import Counter
from dataclasses import replace

from citations.audit.assist.check_page import saved_page
from citations.audit.assist.copied_text import text_page
from citations.audit.assist.desk import Desk
from citations.audit.assist.outcome import Outcome
from citations.audit.assist.pdf import PrintedPage, is_pdf, open_pdf
from citations.audit.assist.queue import Key
from citations.audit.assist.saved import NotAPageError, open_saved
from citations.directory import Directory
from citations.pages.results import is_search

PRINTED = "saved_pdf"


async def take_file(
    desk: Desk, data: bytes, name: str, largest: int, *, opened: Key | None = None, of_the_queue: bool = False
) -> Outcome | None:
    """What becomes of a file called `name`; `opened` is the entry that the person opened last.

    `of_the_queue`: only pages of the queue's directories are for us, and None is given back for every other.
    Raises NotAPageError for a file that is no page, or says too little to be read.
    """
    if is_pdf(data):
        return await _take_pdf(desk, await asyncio.to_thread(open_pdf, data), name, opened, of_the_queue=of_the_queue)
    page = open_saved(data, name, largest)
    if of_the_queue and desk.directory_at(page.url) is None:
        return None
    return await desk.receive(saved_page(page.html, page.url, page.content_type), name, opened=opened)


async def _take_pdf(
    desk: Desk, printed: PrintedPage, name: str, opened: Key | None, *, of_the_queue: bool
) -> Outcome | None:
    """A page of a listing by its text. Results have to come as they are: a text does not tell its cards apart."""
    directory = desk.directory_at(printed.url) if printed.url else None
    if of_the_queue and directory is None:
        return None
    if directory and _is_results(printed.url, directory):
        raise NotAPageError("a PDF of results does not tell them apart: open the listing, or save the results as HTML")
    if not printed.url and opened is None:
        raise NotAPageError(
            "the PDF does not say where it is from: print it with headers and footers, or open its entry"
        )
    site = directory.name if directory else desk.directories[opened[1]].name if opened else ""
    page = text_page(printed.text, _country(desk, opened), site)
    page = replace(page, url=printed.url, final_url=printed.url, how=PRINTED)
    return await desk.receive(page, name, opened=opened, meant=None if printed.url else opened)


def _is_results(url: str, directory: Directory) -> bool:
    return not directory.is_listing(url) if directory.listing_pattern else is_search(url, directory)


def _country(desk: Desk, opened: Key | None) -> str:
    """The country whose numbers and addresses are looked for: the entry's, else that of most of the locations."""
    if opened:
        return desk.locations[opened[0]].country
    return Counter(location.country for location in desk.locations.values()).most_common(1)[0][0]
