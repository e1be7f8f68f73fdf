"""What a person copies while the program waits, read with the tool that the system has for it."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

TICK = 0.4  # seconds between two looks
PATIENCE = 5.0  # seconds for one look; whoever holds the clipboard may be slow to hand it over

# The desktop's own variable says which of the tools for Linux can work; macOS and Windows need none.
_READERS: Sequence[tuple[str, Sequence[str]]] = (
    ("", ("pbpaste",)),
    ("WAYLAND_DISPLAY", ("wl-paste", "--no-newline", "--type", "text")),
    ("DISPLAY", ("xclip", "-selection", "clipboard", "-out")),
    ("DISPLAY", ("xsel", "--clipboard", "--output")),
    ("", ("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard -Raw")),
)
HOW_TO_GET_ONE = "install xclip, or wl-clipboard under Wayland"


@dataclass(frozen=True, slots=True)
class Clipboard:
    """The clipboard, as the command `reader` prints it."""

    reader: Sequence[str]

    async def copies(self) -> AsyncIterator[str]:
        """Each text that is copied from now on; what lies there already is passed over. It never ends."""
        before = await self.text()
        while True:
            await asyncio.sleep(TICK)
            now = await self.text()
            if now and now != before:
                yield now
            before = now or before

    async def text(self) -> str:
        """What lies on the clipboard; blank when that is no text."""
        return await asyncio.to_thread(self._text)

    def _text(self) -> str:
        try:
            done = subprocess.run(self.reader, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return "" if done.returncode else done.stdout.decode("utf-8", "replace")


def find_clipboard() -> Clipboard | None:
    """The clipboard of this desktop; None without a desktop or a tool to read it."""
    for variable, (tool, *options) in _READERS:
        if (not variable or os.environ.get(variable)) and (found := shutil.which(tool)):
            return Clipboard((found, *options))
    return None
