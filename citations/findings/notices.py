"""Lists of duplicates, mixed-up branches, closed and moved listings, with the action that each wants."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from citations.findings.score import TABLES


@dataclass(frozen=True, slots=True)
class NoticeList:
    """One of the lists: its name, its title, and what is to be done about what stands in it."""

    id: str
    title: str
    action: str

    def asks(self, directory: str) -> str:
        """What is to be done in `directory`."""
        return self.action.replace("{directory}", directory)


@cache
def notice_lists() -> Mapping[str, NoticeList]:
    """Name -> list, in the order in which they are shown; from `tables/notices.toml`."""
    return {name: NoticeList(name, entry["title"], entry["action"]) for name, entry in _table().items()}


def list_of(word: str) -> NoticeList | None:
    """The list in which a problem or a fix with this word stands; None when it is corrected like any other."""
    name = _lists_by_word().get(word)
    return notice_lists()[name] if name else None


@cache
def _lists_by_word() -> dict[str, str]:
    return {word: name for name, entry in _table().items() for word in entry["words"]}


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = tomllib.loads((TABLES / "notices.toml").read_text(encoding="utf-8"))
    return table
