"""The watched folder: saved pages are taken in as they appear, and half-written ones are waited for.

In a folder of our own every file is dealt with and moved: read pages to `read`, the rest to `aside`. In
anybody else's, such as Downloads, nothing is moved and only pages of the queue's directories are read.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from watchfiles import awatch

from citations.audit.assist.desk import Desk
from citations.audit.assist.outcome import Outcome
from citations.audit.assist.queue import Key
from citations.audit.assist.saved import ENDINGS, ROOM_FOR_PICTURES, NotAPageError
from citations.audit.assist.take_file import take_file
from citations.store import Arrived
from citations.words import Arrival

UNFINISHED = frozenset({".crdownload", ".part", ".partial", ".download", ".tmp"})
READ, ASIDE = "read", "aside"
TICK = 0.4  # seconds between two looks at a file: when it has not changed, it is whole
PATIENCE = 25  # ticks for files that are still being written, when the folder is gone through once
_SETTLED = frozenset({Arrival.CHECKED, Arrival.WALLED, Arrival.AGAIN, Arrival.ASKED})

Stamp = tuple[int, int]


def nothing_opened() -> Key | None:
    """Where nobody knows which entry was opened last."""
    return None


class Inbox:
    """A folder in which saved pages appear. Raises NotADirectoryError when there is none and it is not ours to make."""

    def __init__(
        self,
        folder: Path,
        desk: Desk,
        largest: int,
        *,
        is_ours: bool = True,
        opened: Callable[[], Key | None] = nothing_opened,
    ) -> None:
        if is_ours:
            folder.mkdir(parents=True, exist_ok=True)
        elif not folder.is_dir():
            raise NotADirectoryError(f"there is no folder {folder}; name one with --folder")
        self.desk, self.is_at_work = desk, False
        self._folder, self._largest = folder, largest
        self._is_ours, self._opened = is_ours, opened
        self._seen: dict[Path, Stamp] = {}
        self._done: dict[Path, Stamp] = {}

    async def glance(self) -> AsyncIterator[Outcome]:
        """What becomes of each file that has not changed since the last glance; nothing is waited for."""
        _, ready = self._look()
        async for outcome in self._take_all(ready):
            yield outcome

    async def once(self) -> AsyncIterator[Outcome]:
        """What becomes of each file that is there now; one that goes on growing is left for the next time."""
        for _ in range(PATIENCE):
            waiting, ready = self._look()
            async for outcome in self._take_all(ready):
                yield outcome
            if not waiting:
                return
            await asyncio.sleep(TICK)

    async def watch(self, stop: asyncio.Event) -> AsyncIterator[Outcome]:
        """What becomes of each file that is there or appears, until `stop` is set."""
        async for outcome in self.once():
            yield outcome
        tick = int(TICK * 1000)
        async for _ in awatch(self._folder, stop_event=stop, recursive=False, rust_timeout=tick, yield_on_timeout=True):
            async for outcome in self.glance():
                yield outcome

    def _look(self) -> tuple[int, list[Path]]:
        """How many files are still being written, and those that have not changed since the last look."""
        now = dict(self._files())
        ready = [file for file, stamp in now.items() if self._seen.get(file) == stamp and stamp[0]]
        waiting = sum(stamp[0] > 0 for file, stamp in now.items() if file not in ready)
        self._seen = now
        return waiting, ready

    def _files(self) -> Iterator[tuple[Path, Stamp]]:
        """The files that may be for us, each with its size and time; no links, which may lead anywhere."""
        names = {path.name for path in self._folder.iterdir()}
        for path in sorted(self._folder.iterdir()):
            with suppress(OSError):  # it may be gone by now
                if path.is_symlink() or not path.is_file() or self._is_half(path, names) or not self._may_be_ours(path):
                    continue
                facts = path.stat()
                stamp = (facts.st_size, facts.st_mtime_ns)
                if self._done.get(path) != stamp:
                    yield path, stamp

    @staticmethod
    def _is_half(path: Path, names: set[str]) -> bool:
        """True for a download that is under way, and for the empty file that holds its place."""
        if path.suffix.lower() in UNFINISHED or path.name.startswith("."):
            return True
        return any(f"{path.name}{ending}" in names for ending in UNFINISHED)

    def _may_be_ours(self, path: Path) -> bool:
        if self._is_ours:
            return True
        is_page = path.suffix.lower() in ENDINGS
        return is_page and path.stat().st_mtime >= self.desk.audit.started_at.timestamp()

    async def _take_all(self, files: Sequence[Path]) -> AsyncIterator[Outcome]:
        self.is_at_work = True
        try:
            for file in files:
                async for outcome in self._take(file):
                    yield outcome
        finally:
            self.is_at_work = False

    async def _take(self, file: Path) -> AsyncIterator[Outcome]:
        """What becomes of one whole file; nothing when it is not for us."""
        self._done[file] = self._seen[file]
        try:
            outcome = await self._read(file)
        except FileNotFoundError:
            return
        except (NotAPageError, OSError) as error:
            outcome = Outcome(Arrived("", file.name, Arrival.UNUSABLE, str(error)))
        if self._is_ours:
            self._move(file, READ if outcome and outcome.page.word in _SETTLED else ASIDE)
        if outcome and (self._is_ours or outcome.page.word is not Arrival.UNUSABLE):
            yield outcome

    async def _read(self, file: Path) -> Outcome | None:
        if file.stat().st_size > self._largest * ROOM_FOR_PICTURES:
            raise NotAPageError(f"the file is larger than {self._largest * ROOM_FOR_PICTURES / 1e6:.3g} MB")
        data, not_ours = await asyncio.to_thread(file.read_bytes), not self._is_ours
        return await take_file(self.desk, data, file.name, self._largest, opened=self._opened(), of_the_queue=not_ours)

    def _move(self, file: Path, where: str) -> None:
        """Put the file away, under a free name, with the folder of pictures that browsers save beside it."""
        target = self._folder / where
        target.mkdir(exist_ok=True)
        for path in (file, file.with_name(f"{file.stem}_files")):
            with suppress(OSError):
                if path.exists():
                    path.rename(_free(target / path.name))


def _free(path: Path) -> Path:
    """`path`, or the first of its numbered sisters that does not exist."""
    number, free = 2, path
    while free.exists():
        free, number = path.with_name(f"{path.stem}-{number}{path.suffix}"), number + 1
    return free
