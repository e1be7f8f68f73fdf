"""Ending early: Ctrl-C and SIGTERM are the same, and what was done is kept."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

STOPPED = 130  # what shells give for a program that was interrupted


@contextmanager
def stoppable() -> Iterator[None]:
    """Inside, SIGTERM does what Ctrl-C does, also in a process that was started in the background."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals are the main thread's
        return
    before = signal.signal(signal.SIGTERM, _as_ctrl_c), signal.getsignal(signal.SIGINT)
    if before[1] is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before[0])
        signal.signal(signal.SIGINT, before[1])


def _as_ctrl_c(_number: int, _frame: FrameType | None) -> None:
    signal.raise_signal(signal.SIGINT)
