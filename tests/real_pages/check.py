"""A check of a business by a saved page, in the way that the stance of its directory allows.

assisted        -> the page is what a person brought
visited         -> the page is replayed under its address: robots.txt, visit, reading, identity (without the browser)
"""

import asyncio
from dataclasses import replace
from pathlib import Path

from citations import Location
from citations.audit import Checker, Looker
from citations.audit.assist import check_page
from citations.directory import Directory
from citations.models import Check
from citations.nap import Batch
from citations.settings import Settings
from citations.web import EvidenceFolder, Visitor
from citations.words import Access
from tests.real_pages.saved import SavedPage
from tests.replay import HTML, Replay, Saved
from tests.shared_data import ROBOTS


def check(page: SavedPage, directory: Directory, location: Location, folder: Path) -> Check:
    """What comes of checking `location` in `directory` when the site's answer is `page`; evidence goes to `folder`."""
    if directory.access == Access.ASSISTED:
        return check_page(location, directory, page.body, page.url, evidence=EvidenceFolder(folder))
    if page.url:
        location = replace(location, listings={directory.id: page.url})
    return asyncio.run(_visited(page, directory, location, folder))


async def _visited(page: SavedPage, directory: Directory, location: Location, folder: Path) -> Check:
    urls = [page.url] if page.url else [query.url for query in directory.find(location)]
    answer: Saved = (200, HTML, page.body)
    settings = Settings(home=folder, pace=0, database_url="", evidence=None)
    async with Visitor(settings, transport=Replay(dict.fromkeys(urls, answer), ROBOTS)) as visitor:
        looker = Looker(visitor, settings, has_browser=False)
        return await Checker(looker, EvidenceFolder(folder), Batch([location])).check(location, directory)
