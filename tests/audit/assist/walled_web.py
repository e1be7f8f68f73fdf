"""A practice web whose directories all keep programs out, its audit, and the browser of a person who may look."""

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from citations.audit import begin, run
from citations.audit.assist import Desk
from citations.catalog import load_catalog
from citations.directory import Directory
from citations.locations import read_locations
from citations.pages.document import Document
from citations.practice import Practice, serve
from citations.settings import Settings
from citations.store import AuditInfo, Store
from citations.web import EvidenceFolder

IDS = ("practice_townfolk", "practice_quarry", "practice_lantern", "practice_turnstile")


@dataclass(frozen=True)
class WalledWeb:
    """The web, its audit, and what the person sees."""

    practice: Practice
    settings: Settings
    store: Store
    audit: AuditInfo
    directories: Mapping[str, Directory]

    def desk(self, client: str | None = None) -> Desk:
        """A desk as a new session opens it."""
        evidence = EvidenceFolder(self.settings.evidence_folder)
        return Desk(self.store, self.audit, self.directories, evidence, client)

    def page_at(self, url: str) -> bytes:
        """What a person's browser shows at `url`: the sites let people in."""
        parts = urlsplit(url)
        site = next(site for site in self.practice.world.sites if url.startswith(site.origin))
        return site.answer(parts.path, parts.query, 1).body.encode()

    @property
    def truth(self) -> dict[tuple[str, str], dict[str, Any]]:
        """The true row by (location id, directory id), as far as a page can show it."""
        rows = (row for row in self.practice.truth["rows"] if row["directory"] in IDS)
        return {(row["location"], row["directory"]): _unfollowed(row) for row in rows}


def _unfollowed(row: dict[str, Any]) -> dict[str, Any]:
    """The row for who does not follow the listing's link: a page of ours that is gone looks like any other."""
    gone = {"website": "formatting"} if "website_dead" in row["faults"] else {}
    return {**row, "verdicts": row["verdicts"] | gone}


@contextmanager
def walled_web(folder: Path, seed: int = 22, locations: int = 12) -> Iterator[WalledWeb]:
    """Serve the web, with every directory `assisted`, and audit it."""
    with serve(seed=seed, locations=locations, clients=2, sites=IDS, out=folder / "web") as practice:
        for file in practice.directories.glob("*.py"):
            text = file.read_text(encoding="utf-8")
            file.write_text(text.replace('access = "auto"', 'access = "assisted"'), encoding="utf-8")
        settings = Settings(
            home=folder / "home", database_url="", evidence=None, allow_private=practice.allow_private, pace=0
        )
        records = read_locations(practice.locations_file)
        directories = {d.id: d for d in load_catalog([practice.directories]).pick(IDS)}
        store = Store(settings.database)
        audit = begin(store, "practice", records.locations, tuple(directories.values()), settings)
        assert asyncio.run(run(store, audit, records.locations, tuple(directories.values()), settings)) == ()
        yield WalledWeb(practice, settings, store, store.audit(audit.id), directories)
        store.close()


def copied(web: WalledWeb, url: str) -> str:
    """What Ctrl+A and Ctrl+C give of a page."""
    return "\n".join(line.text for line in Document(web.page_at(url).decode(), url).lines)
