"""Single keys from the terminal, without waiting for Enter, while other things go on; a paste comes as a whole."""

import asyncio
import codecs
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

import click

try:
    import termios
    import tty
except ImportError:  # Windows
    termios = tty = None  # type: ignore[assignment]

ENTER = "\r\n"
END_OF_TEXT = "."

# Bracketed paste: a terminal that was asked to says where a paste begins and ends.
_TELL_PASTES, _TELL_NO_PASTES = b"\x1b[?2004h", b"\x1b[?2004l"
_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"


class Pasted(str):
    """What was pasted, in place of a key."""

    __slots__ = ()


class Keys:
    """The keyboard, as a context manager: one key at a time, with output as usual and Ctrl-C as usual."""

    def __enter__(self) -> Self:
        self._typed: asyncio.Queue[str] = asyncio.Queue()
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._unread = ""
        if termios:
            self._fd = sys.stdin.fileno()
            self._before = termios.tcgetattr(self._fd)
            self._listen()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if termios:
            self._let_be()

    async def next(self) -> str:
        """The next key, or what was pasted at once (`Pasted`)."""
        if termios:
            return await self._typed.get()
        return await asyncio.to_thread(click.getchar)

    async def text(self) -> str:
        """What is pasted: one line that is an address, or lines up to a single full stop or the end (Ctrl-D)."""
        with self._lines():
            return await asyncio.to_thread(_read_text)

    @contextmanager
    def _lines(self) -> Iterator[None]:
        """The terminal as it was, so that a line can be mended before it is sent."""
        if not termios:
            yield
            return
        self._let_be()
        try:
            yield
        finally:
            self._listen()

    def _listen(self) -> None:
        tty.setcbreak(self._fd)
        os.write(sys.stdout.fileno(), _TELL_PASTES)
        asyncio.get_running_loop().add_reader(self._fd, self._on_key)

    def _let_be(self) -> None:
        asyncio.get_running_loop().remove_reader(self._fd)
        os.write(sys.stdout.fileno(), _TELL_NO_PASTES)
        termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)

    def _on_key(self) -> None:
        read = os.read(self._fd, 4096)
        self._unread += self._decoder.decode(read) if read else "q"  # no more input: nobody is there
        while self._unread:
            before, begins, rest = self._unread.partition(_PASTE_BEGINS)
            for char in before:
                self._typed.put_nowait(char)
            pasted, ends, after = rest.partition(_PASTE_ENDS)
            if begins and not ends:  # the rest of it is on its way
                self._unread = begins + rest
                return
            if begins:
                self._typed.put_nowait(Pasted(pasted.replace("\r\n", "\n").replace("\r", "\n")))
            self._unread = after


def _read_text() -> str:
    lines: list[str] = []
    for line in sys.stdin:
        if line.strip() == END_OF_TEXT:
            break
        lines.append(line)
        if len(lines) == 1 and "://" in line and " " not in line.strip():
            break
    return "".join(lines)
