"""Upstream: the place that feeds several of the directories that show one wrong value, and is to be put right first."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from citations.directory import Directory, slug
from citations.findings.score import TABLES
from citations.store import DirectoryInfo


@dataclass(frozen=True, slots=True)
class Upstream:
    """Where to put a value right first: `feeds` are the names of the directories that show it and are fed from there.

    `shows_it` is True when the place itself was seen to show it.
    """

    name: str
    feeds: tuple[str, ...]
    shows_it: bool

    @property
    def says(self) -> str:
        """What to do, as plain text."""
        fed = ", ".join(self.feeds)
        also = "shows it and feeds" if self.shows_it else "feeds"
        return f"Fix it first at {self.name}, which {also} {fed}; then see what is still wrong there."


def upstream(shown_by: Iterable[DirectoryInfo], directories: Mapping[str, Directory]) -> Upstream | None:
    """The place that feeds most of the directories that show a wrong value; None when nothing known feeds two of them.

    One place that shows it itself and feeds one other is enough. Facts: `fed_by` and `feeds` of the directories' files.
    """
    showing = {directory.id: directory.name for directory in shown_by}
    found = []
    for source, fed in _reach(directories).items():
        here = tuple(sorted(showing[each] for each in fed if each in showing and each != source))
        if len(here) + (source in showing) >= 2 and here:
            name = directories[source].name if source in directories else _names(directories)[source]
            found.append(Upstream(name, here, source in showing))
    return max(found, key=lambda each: (len(each.feeds), each.shows_it, each.name), default=None)


def _reach(directories: Mapping[str, Directory]) -> dict[str, set[str]]:
    """Source -> every directory that it feeds, directly or through another."""
    direct = _edges(directories)
    reach: dict[str, set[str]] = {}
    for source in direct:
        seen, ahead = set[str](), [source]
        while ahead:
            ahead += (new := direct.get(ahead.pop(), set()) - seen)
            seen |= new
        reach[source] = seen
    return reach


def _edges(directories: Mapping[str, Directory]) -> dict[str, set[str]]:
    known = {slug(site.name): key for key, site in directories.items()} | {slug(key): key for key in directories}
    edges: dict[str, set[str]] = {}
    for key, site in directories.items():
        for name in site.fed_by:
            if name.lower() not in _nobody():
                edges.setdefault(known.get(slug(name), slug(name)), set()).add(key)
        for name in site.feeds:
            edges.setdefault(key, set()).add(known.get(slug(name), slug(name)))
    return edges


def _names(directories: Mapping[str, Directory]) -> dict[str, str]:
    """What sources are called that are no directories at hand."""
    return {slug(name): name for site in directories.values() for name in (*site.fed_by, *site.feeds)}


@cache
def _nobody() -> frozenset[str]:
    return frozenset(tomllib.loads((TABLES / "sources.toml").read_text(encoding="utf-8"))["nobody"])
