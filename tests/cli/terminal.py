"""A command at a real terminal: keys are typed, and what it says is waited for."""

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

# Standard input becomes the terminal of the session, so that Ctrl-C reaches the command.
AT_ITS_TERMINAL = """
import fcntl, runpy, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
runpy.run_module("citations", run_name="__main__", alter_sys=True)
"""


class Terminal:
    """One command on a pseudo-terminal."""

    def __init__(self, process: "subprocess.Popen[bytes]", master: int) -> None:
        self.process, self._master = process, master
        self.said = ""

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._master, keys.encode())

    def wait_for(self, pattern: str, seconds: float = 40) -> re.Match[str]:
        """What it says that matches, from what was not waited for yet; fails when it does not come."""
        until = time.monotonic() + seconds
        while not (found := re.search(pattern, self.said, re.DOTALL)):
            if time.monotonic() > until or not self._read():
                raise AssertionError(f"waited in vain for {pattern!r}; it said:\n{self.said}")
        self.said = self.said[found.end() :]
        return found

    def end(self, seconds: float = 40) -> int:
        """Its exit code."""
        until = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < until:
            self._read()
        return self.process.wait(timeout=1)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._master], [], [], 0.2)
        if not ready:
            return self.process.poll() is None
        try:
            self.said += os.read(self._master, 65536).decode(errors="replace").replace("\r\n", "\n")
        except OSError:  # the other end is closed
            return False
        return True


@contextmanager
def terminal(*words: str, environment: Mapping[str, str]) -> Iterator[Terminal]:
    """`citations` with these words, at a terminal of its own."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", AT_ITS_TERMINAL, *words],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env=environment,
        close_fds=True,
        start_new_session=True,
    )
    os.close(slave)
    try:
        yield Terminal(process, master)
    finally:
        process.kill()
        process.wait()
        os.close(master)
