"""What the documentation says to type: each `citations …` is a command that there is, with options that it has."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from citations.cli import cli

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])
LEAST = 120
MAY_BE_LEFT_OUT = str.maketrans("[]()", "    ")
_FENCED = re.compile(r"(?:^|^\.venv/bin/|&& |\| |audit )(citations [^|&]+)")
_INLINE = re.compile(r"`(citations [^`…]+)`")


def typed(page: str) -> Iterator[str]:
    """The commands of a page, in its blocks and in its sentences."""
    is_block = False
    for line in page.replace("\\\n", " ").splitlines():
        if line.lstrip().startswith("```"):
            is_block = not is_block
        yield from (_FENCED if is_block else _INLINE).findall(line.strip())


FOUND = [(page.name, command.strip()) for page in PAGES for command in typed(page.read_text(encoding="utf-8"))]


def test_the_documentation_shows_commands() -> None:
    assert len(FOUND) >= LEAST


@pytest.mark.parametrize(("page", "command"), FOUND)
def test_what_a_page_says_to_type_is_there(page: str, command: str) -> None:
    words = shlex.split(command.translate(MAY_BE_LEFT_OUT), comments=True)[1:]
    answer = CliRunner().invoke(cli, [*words, "--help"])  # names and options are looked at first, then help is all
    assert answer.exit_code == 0, f"{page} says to type: {command}\n{answer.output}"


@pytest.mark.parametrize("command", ["citations adit x.csv", "citations audit x.csv --onyl a", "citations fleet shwo"])
def test_a_command_that_is_not_there_is_found(command: str) -> None:
    assert CliRunner().invoke(cli, [*command.split()[1:], "--help"]).exit_code
