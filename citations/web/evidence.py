"""Evidence: each page as it came, its facts and its picture, kept in a folder or a bucket and never overwritten."""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

from citations.models import Page

KEY = re.compile(r"\d{4}-\d{2}-\d{2}/[0-9a-f]{32}")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
KEPT_HEADERS = (
    "content-type", "content-language", "content-encoding", "date", "last-modified", "etag", "location",
    "retry-after", "server", "x-robots-tag", "cf-mitigated", "via",
)  # fmt: skip


class EvidenceError(RuntimeError):
    """The evidence cannot be kept where the settings say; the text says why and what to do."""


def evidence_keys(text: str) -> Iterator[str]:
    """Every key of evidence that stands in a text."""
    return (found.group() for found in KEY.finditer(text))


class EvidenceFolder:
    """Evidence under `folder`, one key for each page: DAY/DIGEST.html.gz, .json and, when there is one, .png."""

    def __init__(self, folder: Path | str) -> None:
        """`folder` is a path, or a bucket's address as fsspec reads it: s3://bucket/folder. Raises EvidenceError."""
        try:
            self._files, self._folder = url_to_fs(str(folder))
        except (ImportError, ValueError) as error:
            raise EvidenceError(f"{folder} (CITATIONS_EVIDENCE) cannot be used: {error}") from error

    def try_out(self) -> None:
        """Write something and take it away again. Raises EvidenceError when that cannot be done."""
        path = f"{self._folder}/.tried-{uuid4().hex}"
        try:
            self._files.makedirs(self._folder, exist_ok=True)
            self._files.pipe_file(path, b"")
            self._files.rm_file(path)
        except Exception as error:  # each kind of bucket has errors of its own
            raise EvidenceError(f"{self._folder} (CITATIONS_EVIDENCE) cannot be written: {error}") from error

    def keep(self, page: Page) -> str:
        """Keep the page with its facts, both whole or not at all; returns its key. Raises EvidenceError."""
        facts = _facts(page)
        text = json.dumps(facts, indent=1, ensure_ascii=False)
        key = f"{str(facts['fetched_at'])[:10]}/{hashlib.sha256(text.encode()).hexdigest()[:32]}"
        self._write(key, ".html.gz", gzip.compress(page.body, 6, mtime=0))
        self._write(key, ".json", text.encode())
        if page.screenshot:
            self.add_screenshot(key, page.screenshot)
        return key

    def add_screenshot(self, key: str, png: bytes) -> None:
        """Put a picture beside the page `key`; nothing for a blank one.

        Raises KeyError when there is no such page, EvidenceError when it cannot be written.
        """
        self.facts(key)
        if png:
            self._write(key, ".png", png)

    def facts(self, key: str) -> Mapping[str, object]:
        """When, where and how the page was fetched. Raises KeyError when there is no such page."""
        facts: Mapping[str, object] = json.loads(self._read(key, ".json"))
        return facts

    def html(self, key: str) -> bytes:
        """The page as it came. Raises KeyError when there is no such page."""
        return gzip.decompress(self._read(key, ".html.gz"))

    def screenshot(self, key: str) -> bytes | None:
        """The picture as PNG, or None. Raises KeyError for what is no key."""
        path = self._path(key, ".png")
        return bytes(self._files.cat_file(path)) if self._files.exists(path) else None

    def days(self) -> list[date]:
        """The days of which there are pages, the oldest first."""
        if not self._files.isdir(self._folder):
            return []
        names = (str(path).rstrip("/").rsplit("/", 1)[-1] for path in self._files.ls(self._folder, detail=False))
        return sorted(date.fromisoformat(name) for name in names if DAY.fullmatch(name))

    def keys(self, day: date) -> set[str]:
        """The keys of the pages of a day."""
        names = (str(path).rsplit("/", 1)[-1] for path in self._files.ls(f"{self._folder}/{day}", detail=False))
        keys = (f"{day}/{name.partition('.')[0]}" for name in names)
        return {key for key in keys if KEY.fullmatch(key)}

    def remove(self, key: str) -> None:
        """Take away a page with its facts and its picture. Raises KeyError for what is no key."""
        for ending in (".png", ".html.gz", ".json"):
            path = self._path(key, ending)
            if self._files.exists(path):
                self._files.rm_file(path)

    def _path(self, key: str, ending: str) -> str:
        if not KEY.fullmatch(key):
            raise KeyError(key)
        return f"{self._folder}/{key}{ending}"

    def _read(self, key: str, ending: str) -> bytes:
        try:
            return bytes(self._files.cat_file(self._path(key, ending)))
        except FileNotFoundError as error:
            raise KeyError(key) from error

    def _write(self, key: str, ending: str, content: bytes) -> None:
        path = self._path(key, ending)
        try:
            self._put(path, ending, content)
        except Exception as error:  # a full disk; each kind of bucket has errors of its own
            raise EvidenceError(f"{path} cannot be written, and no check goes without its page: {error}") from error

    def _put(self, path: str, ending: str, content: bytes) -> None:
        if self._files.exists(path):
            return
        if not isinstance(self._files, LocalFileSystem):
            self._files.pipe_file(path, content)  # a bucket takes a file whole or not at all
            return
        draft = Path(path).with_name(f".{uuid4().hex}{ending}")
        draft.parent.mkdir(parents=True, exist_ok=True)
        try:
            draft.write_bytes(content)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


def _facts(page: Page) -> dict[str, object]:
    fetched_at = (page.fetched_at or datetime.now(UTC)).astimezone(UTC)
    return {
        "url": page.url,
        "final_url": page.final_url,
        "status": page.status,
        "headers": {name: value for name, value in page.headers.items() if name.lower() in KEPT_HEADERS},
        "how": page.how,
        "fetched_at": fetched_at.isoformat(),
        "seconds": round(page.seconds, 3),
        "redirects": list(page.redirects),
        "obstacle": {"reason": page.obstacle.reason, "detail": page.obstacle.detail} if page.obstacle else None,
        "sha256": hashlib.sha256(page.body).hexdigest(),
        "bytes": len(page.body),
    }
