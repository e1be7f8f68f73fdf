"""Single keys from the terminal, without waiting for Enter, while other things go on."""

import asyncio
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


class Keys:
    """The keyboard, as a context manager: one key at a time, with output as usual and Ctrl-C as usual."""

    def __enter__(self) -> Self:
        self._typed: asyncio.Queue[str] = asyncio.Queue()
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
        """The next key."""
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
        asyncio.get_running_loop().add_reader(self._fd, self._on_key)

    def _let_be(self) -> None:
        asyncio.get_running_loop().remove_reader(self._fd)
        termios.tcsetattr(self._fd, termios.TCSADRAIN, self._before)

    def _on_key(self) -> None:
        for char in os.read(self._fd, 64).decode(errors="ignore") or "q":  # no more input: nobody is there
            self._typed.put_nowait(char)


def _read_text() -> str:
    lines: list[str] = []
    for line in sys.stdin:
        if line.strip() == END_OF_TEXT:
            break
        lines.append(line)
        if len(lines) == 1 and "://" in line and " " not in line.strip():
            break
    return "".join(lines)
