"""Audits of the practice web, run as a user runs them."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citations.practice import Practice


@dataclass(frozen=True)
class Command:
    """`citations audit` on a practice web, from a home folder of its own."""

    practice: Practice
    home: Path
    directories: tuple[str, ...]
    timeout: float = 5.0
    pace: float = 0.01

    @property
    def words(self) -> list[str]:
        """The command line."""
        return [
            *(sys.executable, "-m", "citations", "audit", str(self.practice.locations_file), "--json"),
            *("--directories", ",".join(self.directories), "--out", str(self.home / "reports")),
        ]

    @property
    def environment(self) -> Mapping[str, str]:
        """The settings that an audit of the practice web needs."""
        return os.environ | {
            "CITATIONS_HOME": str(self.home),
            "CITATIONS_DIRECTORIES": str(self.practice.directories),
            "CITATIONS_ALLOW_PRIVATE": ",".join(sorted(self.practice.allow_private)),
            "CITATIONS_PACE": str(self.pace),
            "CITATIONS_TIMEOUT": str(self.timeout),
        }

    def start(self, stderr: int = subprocess.DEVNULL, *, text: bool = False) -> "subprocess.Popen[Any]":
        """Begin and leave it running."""
        return subprocess.Popen(self.words, env=self.environment, stdout=subprocess.DEVNULL, stderr=stderr, text=text)

    def run(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Run to the end; the checks by (location id, directory id)."""
        done = subprocess.run(self.words, env=self.environment, capture_output=True, check=False, timeout=300)
        assert done.returncode == 0, done.stderr.decode()
        checks = json.loads(done.stdout)["checks"]
        return {(check["location"], check["directory"]): check for check in checks}
