"""Pages of earlier visits: asked for anew only if they have changed, or not at all while they are young enough.

Kept is what the caller says is worth keeping: a page that was read well, never a wall. A page goes by the address that
was asked for and by the language; one whose site forbids to store it (no-store) is not kept.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from citations.models import Page
from citations.web.hop import Hop

DAYS_KEPT = 60
_VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
_FACTS = ("url", "final_url", "status", "how", "seconds")


class PageCache:
    """Pages in files under `folder`; those younger than `age` are not asked for again (None: all are)."""

    def __init__(self, folder: Path, age: timedelta | None = None) -> None:
        self._folder, self._age = folder, age
        self._forget_old()

    def fresh(self, url: str, language: str, how: str) -> Page | None:
        """The page at `url` as it was kept, if that is young enough."""
        page = self._read(url, language, how) if self._age else None
        is_young = page and page.fetched_at and datetime.now(UTC) - page.fetched_at < (self._age or timedelta())
        return page if is_young else None

    def conditions(self, url: str, language: str) -> Mapping[str, str]:
        """The headers by which a site may answer that its page has not changed (RFC 9110, 13.1)."""
        page = self._read(url, language, "http")
        if page is None or page.final_url != url:
            return {}
        return {name: page.headers[known] for known, name in _VALIDATORS.items() if known in page.headers}

    def unchanged(self, url: str, language: str, hop: Hop) -> Hop:
        """The page behind the answer 304, with the headers that came with it."""
        page = self._read(url, language, "http")
        if page is None:
            return hop
        return replace(hop, status=page.status, headers={**page.headers, **hop.headers}, body=page.body)

    def keep(self, page: Page, language: str) -> None:
        """Keep a page for the next time; under the address that it really has, too."""
        wanted = self._age or _VALIDATORS.keys() & page.headers.keys()
        forbidden = "no-store" in page.headers.get("cache-control", "").lower()
        if page.status != 200 or page.obstacle or page.is_kept or forbidden or not wanted:
            return
        self._write(page, language)
        if page.final_url != page.url:
            self._write(replace(page, url=page.final_url, redirects=()), language)

    def _file(self, url: str, language: str, how: str) -> Path:
        name = hashlib.sha256(f"{how}\n{language}\n{url}".encode()).hexdigest()
        return self._folder / name[:2] / f"{name[2:34]}.gz"

    def _read(self, url: str, language: str, how: str) -> Page | None:
        """A file that cannot be read counts for nothing: the page is asked for."""
        try:
            facts, _, body = gzip.decompress(self._file(url, language, how).read_bytes()).partition(b"\n")
            kept = json.loads(facts)
            return Page(
                **{name: kept[name] for name in _FACTS},
                headers=dict(kept["headers"]),
                redirects=tuple(kept["redirects"]),
                fetched_at=datetime.fromisoformat(kept["fetched_at"]),
                body=body,
                is_kept=True,
            )
        except (OSError, EOFError, ValueError, KeyError, TypeError):
            return None

    def _write(self, page: Page, language: str) -> None:
        facts = {name: getattr(page, name) for name in _FACTS} | {"headers": dict(page.headers)}
        facts |= {"redirects": page.redirects, "fetched_at": (page.fetched_at or datetime.now(UTC)).isoformat()}
        file = self._file(page.url, language, page.how)
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(f".{id(page)}.part")
        try:
            draft.write_bytes(gzip.compress(json.dumps(facts).encode() + b"\n" + page.body, 6))
            draft.replace(file)
        except OSError:  # a full disk: the page is asked for again
            draft.unlink(missing_ok=True)

    def _forget_old(self) -> None:
        """Delete what was kept so long ago that nobody counts on it."""
        oldest = (
            datetime.now(UTC).timestamp() - max(timedelta(days=DAYS_KEPT), self._age or timedelta()).total_seconds()
        )
        for file in self._folder.glob("*/*.gz"):
            with suppress(OSError):  # another program may have deleted it
                if file.stat().st_mtime < oldest:
                    file.unlink()
