"""A directory's page that contradicts itself, by the table: audited through the whole way of a check."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest

from citations import Batch
from citations.audit import Checker, Looker
from citations.directory import Directory
from citations.models import Check
from citations.settings import Settings
from citations.web import EvidenceFolder, Visitor
from citations.words import Status
from tests.audit.test_own_site import BAKERY, contradictions, data, examples, page
from tests.loopback import site


def checked(folder: Path, html: str) -> Check:
    """The check of the bakery in a directory whose page about it is `html`."""
    with site(lambda path: (404, "") if path == "/robots.txt" else (200, html)) as served:

        class Pages(Directory):
            id, name, domains, countries = "pages", "Town Pages", (served.host,), ("US",)
            listing_pattern = r"/biz/(?P<id>\d+)$"

        settings = Settings(allow_private=frozenset({served.host}), pace=0, timeout=10)
        here = replace(BAKERY, listings={"pages": f"{served.origin}/biz/1"})

        async def check() -> Check:
            async with Visitor(settings) as visitor:
                checker = Checker(Looker(visitor, settings, has_browser=False), EvidenceFolder(folder), Batch([here]))
                return await checker.check(here, Pages())

        return asyncio.run(check())


@pytest.mark.parametrize("row", examples("listing_contradictions"), ids=lambda row: row["case"])
def test_data_and_text_of_a_listing(tmp_path: Path, row: dict[str, str]) -> None:
    head = "" if row["data"] == "none" else data(**json.loads(row["data"]))
    check = checked(tmp_path, page(head=head).replace("</h1>", f"</h1><main>{row['shown']}</main>"))
    assert check.status is Status.LISTED
    said = contradictions(check)
    assert len(said) == bool(row["contradiction"]), said
    for reason in said:
        assert reason.startswith(f"Town Pages contradicts itself about the {row['contradiction']}: ")
        assert all(value in reason for value in row["values"].split(" | "))
