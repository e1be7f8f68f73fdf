"""Where the data lies that tests may use and that is no part of the project; a test that needs it skips without it."""

import os
from pathlib import Path

_BESIDE = Path(__file__).resolve().parents[2] / "shared"
DATA = Path(os.environ.get("CITATIONS_SHARED", "") or _BESIDE) / "data"
PAGES = DATA / "pages"
ROBOTS = DATA / "robots" / "real"
