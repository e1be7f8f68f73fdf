"""Pages read per second, against extruct reading every syntax it knows from the same pages.

extruct reads no visible text, no links and no obstacles; we do, and say which business the page is about.
"""

import csv
from collections.abc import Iterable
from time import process_time
from urllib.parse import urlsplit

import extruct

from citations.pages import read_page
from citations.practice import build
from citations.practice.sites import Site
from tests.benchmarks.contest import Contest
from tests.shared_data import PAGES as SAVED

MARKUP_OF_EVERY_KIND = ("practice_townfolk", "practice_quarry", "practice_lantern")
Pages = list[tuple[str, str]]


def practice_pages() -> Pages:
    """(address, document) of profile pages of the practice web: JSON-LD, microdata, plain classes."""
    world = build(seed=3, locations=16)
    sites = {site.id: site for site in world.sites if site.id in MARKUP_OF_EVERY_KIND}
    listed = [row for row in world.rows if row.url and row.shown and row.directory in sites]
    return [(row.url, _document(sites[row.directory], row.url)) for row in listed]


def _document(site: Site, url: str) -> str:
    parts = urlsplit(url)
    return site.answer(parts.path, parts.query, 1).body


def saved_pages() -> Pages:
    """The same of real pages, saved from real directories; none where they are not at hand."""
    table = SAVED / "truth_pages.csv"
    if not table.is_file():
        return []
    with table.open(encoding="utf-8", newline="") as rows:
        files = [SAVED / row["file"] for row in csv.DictReader(rows)]
    return [
        (f"https://{file.parent.name}.example/{file.stem}", file.read_text(encoding="utf-8", errors="replace"))
        for file in files
    ]


def contests() -> list[Contest]:
    """Over pages of the practice web, and over real ones where they are at hand."""
    kinds = (
        ("profile pages of the practice web", practice_pages(), 9),
        ("saved pages of real sites", saved_pages(), 5),
    )
    return [_contest(what, pages, rounds) for what, pages, rounds in kinds if pages]


def _contest(what: str, pages: Pages, rounds: int) -> Contest:
    def ours(_number: int) -> int:
        return len([read_page(html, url) for url, html in pages])

    def peer(_number: int) -> int:
        return len([_extracted(html, url) for url, html in pages])

    return Contest(f"{what}, read", "extruct with every syntax", ours, peer, rounds, clock=process_time)


def _extracted(html: str, url: str) -> Iterable[str]:
    return extruct.extract(html, base_url=url, errors="ignore")
