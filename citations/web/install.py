"""Getting a browser: Playwright's own headless shell first, the system's Chromium when that cannot be had.

Nothing is installed with rights that the user did not give: apt is used only when we are root already.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

DEBIAN_PACKAGE = "chromium-headless-shell"
TYPE_THIS = {
    "linux": f"sudo apt-get install {DEBIAN_PACKAGE}   (or install Chromium or Chrome in your system's way)",
    "darwin": "brew install --cask chromium   (or install Google Chrome)",
}

Say = Callable[[str], None]


def get_chromium(say: Say) -> bool:
    """Try to get a browser; False when it could not be had, after saying what to type."""
    say("No browser yet: asking Playwright for its headless shell …")
    if _run([sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"]):
        if _is_root() and shutil.which("apt-get"):
            _run([sys.executable, "-m", "playwright", "install-deps", "chromium-headless-shell"])
        return True
    if _is_root() and shutil.which("apt-get"):
        say(f"That download is not to be had here: installing the system's {DEBIAN_PACKAGE} with apt …")
        _run(["apt-get", "update", "--quiet"])
        if _run(["apt-get", "install", "--yes", "--quiet", DEBIAN_PACKAGE]):
            return True
    advice = TYPE_THIS.get(sys.platform, "install Chromium or Google Chrome")
    say(f"No browser could be installed. Type: {advice}; then run the same command again.")
    return False


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _run(command: Sequence[str]) -> bool:
    """True when the command ended well; its talk is kept back unless it fails."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, env=environment, capture_output=True, timeout=900, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
