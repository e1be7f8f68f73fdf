"""The directories at hand: the shipped files and one's own, each loaded and validated alone."""

import importlib.util
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from ipaddress import ip_address
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

from citations.directory import PLACEHOLDERS, Directory, Search, placeholders, slug
from citations.words import Access, DirectoryKind, Grade

_TUPLES = ("domains", "countries", "searches", "no_results", "industries", "fed_by", "feeds", "listing_examples")
LISTING_FIELDS = frozenset(["name", "address", "street", "city", "region", "postcode", "phone", "website", "hours"])


class DirectoryError(ValueError):
    """A directory file breaks the contract; the text names the attribute and what to do."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A directory file that could not be used, and why."""

    file: Path
    text: str

    def __str__(self) -> str:
        return f"{self.file}: {self.text}"


@dataclass(frozen=True, slots=True)
class Catalog:
    """The directories that work and their files, in the order of their ids; and the files that do not."""

    directories: Mapping[str, Directory]
    files: Mapping[str, Path]
    problems: tuple[Problem, ...] = ()

    def __iter__(self) -> Iterator[Directory]:
        return iter(self.directories.values())

    def pick(self, ids: Sequence[str]) -> tuple[Directory, ...]:
        """The directories with these ids. Raises DirectoryError that names each unknown one, and those like it."""
        self.refuse_unknown(ids)
        return tuple(self.directories[wanted] for wanted in ids)

    def refuse_unknown(self, ids: Iterable[str]) -> None:
        """Raises DirectoryError that names each id that no directory has, and those like it."""
        unknown = [wanted for wanted in ids if wanted not in self.directories]
        if unknown:
            near = dict.fromkeys(name for wanted in unknown for name in self._like(wanted))
            hint = f"did you mean {', '.join(near)}?" if near else "`citations directories list` shows them all"
            raise DirectoryError(f"no directory with the id {', '.join(unknown)}; {hint}")

    def _like(self, wanted: str) -> list[str]:
        """Ids that a person who writes `wanted` may mean: gelbeseiten for "Gelbe Seiten"."""
        ids = {slug(text): each.id for each in self for text in (each.id, each.name)}
        return [ids[near] for near in get_close_matches(slug(wanted), ids)]


def shipped_folder() -> Path:
    """Where the shipped directories lie: inside the package when installed, beside it in a checkout."""
    inside = Path(__file__).parent / "directories"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "directories"


def load_catalog(folders: Sequence[Path] = ()) -> Catalog:
    """Load the shipped directories and those in `folders`; a broken file becomes a Problem."""
    found: dict[str, Directory] = {}
    files: dict[str, Path] = {}
    problems: list[Problem] = []
    for folder in (shipped_folder(), *folders):
        if not folder.is_dir():
            problems.append(Problem(folder, "there is no such folder; mend CITATIONS_DIRECTORIES"))
            continue
        for file in sorted(folder.glob("[!_]*.py")):
            try:
                directory = load_file(file)
                _admit(directory, file, found, files)
            except DirectoryError as error:
                problems.append(Problem(file, str(error)))
    return Catalog(dict(sorted(found.items())), files, tuple(problems))


def load_file(file: Path) -> Directory:
    """The directory that `file` defines. Raises DirectoryError when it cannot be used."""
    module = _import(file)
    classes = [
        thing
        for thing in vars(module).values()
        if isinstance(thing, type) and issubclass(thing, Directory) and thing.__module__ == module.__name__
    ]
    if len(classes) != 1:
        raise DirectoryError(f"define exactly one class that extends Directory; there are {len(classes)}")
    if not classes[0].id:
        classes[0].id = file.stem
    complaints = list(_complaints(classes[0]))
    if complaints:
        raise DirectoryError("; ".join(complaints))
    return classes[0]()


def _import(file: Path) -> ModuleType:
    name = f"citations_directory_{file.stem}_{abs(hash(file.resolve()))}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise DirectoryError("this is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:  # a user's file may fail in any way; it must not take the others along
        raise DirectoryError(f"it does not load: {type(error).__name__}: {error}") from error
    return module


def _admit(directory: Directory, file: Path, found: dict[str, Directory], files: dict[str, Path]) -> None:
    if directory.replaces and directory.replaces not in found:
        raise DirectoryError(f"replaces = {directory.replaces!r}, but no directory has that id")
    if directory.id in found and directory.replaces != directory.id:
        raise DirectoryError(
            f"id {directory.id!r} is taken by {files[directory.id]}; choose another id,"
            f" or say replaces = {directory.id!r} to use this file instead"
        )
    found.pop(directory.replaces, None)
    found[directory.id], files[directory.id] = directory, file


def _complaints(cls: type[Directory]) -> Iterator[str]:
    """Each breach of the contract, as a sentence that says what to do."""
    untupled = [name for name in _TUPLES if isinstance(getattr(cls, name), str | Search)]
    for name in untupled:
        yield f"{name} must be a tuple: write ({getattr(cls, name)!r},) with a comma"
    if not untupled:
        yield from _identity_complaints(cls)
        yield from _link_complaints(cls)
        yield from _kind_complaints(cls)
        yield from _reading_complaints(cls)
        for search in cls.searches:
            yield from _search_complaints(cls, search)


def _identity_complaints(cls: type[Directory]) -> Iterator[str]:
    if not cls.name:
        yield "name is missing: give the name that people know the site by"
    if not cls.domains:
        yield "domains is missing: give the site's host names as a tuple"
    if cls.access not in list(Access):
        yield f"access is {cls.access!r}: choose one of {', '.join(Access)}"
    if cls.access == Access.API and cls.api is None:
        yield "access is 'api', but there is no api: say which one, or choose another access"
    if cls.tier not in (1, 2, 3):
        yield f"tier is {cls.tier!r}: choose 1 (most important), 2 or 3"
    for country in cls.countries:
        if not re.fullmatch("[A-Z]{2}", country):
            yield f"country {country!r}: use ISO codes of two capitals, such as US or GB"


def _link_complaints(cls: type[Directory]) -> Iterator[str]:
    for name in ("submit_url", "claim_url"):
        if (link := getattr(cls, name)) and not link.startswith(("https://", "http://")):
            yield f"{name} is {link!r}: give a whole address, https:// included"
    for name in ("listing_evidence", "link_evidence"):
        if getattr(cls, name) not in list(Grade):
            yield f"{name} is {getattr(cls, name)!r}: choose one of {', '.join(Grade)}"


def _kind_complaints(cls: type[Directory]) -> Iterator[str]:
    if cls.kind not in list(DirectoryKind):
        yield f"kind is {cls.kind!r}: choose one of {', '.join(DirectoryKind)}"
    for industry in cls.industries:
        if not re.fullmatch(r"[a-z]+(_[a-z]+)*", industry):
            yield f"industry {industry!r}: write it in lower case with underscores, such as home_services"


def _reading_complaints(cls: type[Directory]) -> Iterator[str]:
    for unknown in sorted(set(cls.fields) - LISTING_FIELDS):
        yield f"fields has {unknown!r}: choose from {', '.join(sorted(LISTING_FIELDS))}"
    try:
        re.compile(cls.listing_pattern)
    except re.error as error:
        yield f"listing_pattern is not a regular expression: {error}"
    else:
        for example in cls.listing_examples:
            if not cls().is_listing(example):
                yield f"listing_examples has {example!r}, which the domains or listing_pattern do not match"
        if cls.known_listing and not cls().is_listing(cls.known_listing):
            yield f"known_listing is {cls.known_listing!r}, which the domains or listing_pattern do not match"
    yield from _template_complaints("final_url_must_contain", cls.final_url_must_contain)
    yield from _template_complaints("family_listing", cls.family_listing.replace("{id}", ""))
    if cls.family_listing and not (cls.family and "{id}" in cls.family_listing):
        yield f"family_listing is {cls.family_listing!r}: it needs {{id}}, and a family of directories that share it"


def _search_complaints(cls: type[Directory], search: Search) -> Iterator[str]:
    yield from _template_complaints("search URL", search.url)
    for need in sorted(set(search.needs) - PLACEHOLDERS):
        yield f"needs has {need!r}: choose from {', '.join(sorted(PLACEHOLDERS))}"
    if search.evidence not in list(Grade):
        yield f"evidence is {search.evidence!r}: choose one of {', '.join(Grade)}"
    for country in search.countries:
        if cls.countries and country not in cls.countries:
            yield f"a search is for {country!r}, which countries does not name"
    parts = urlsplit(search.url)
    if parts.scheme == "http" and not _is_loopback(parts.hostname or ""):
        yield f"search URL {search.url!r}: use https (plain http is for loopback only)"
    elif not cls().owns(search.url):
        yield f"search URL {search.url!r} is on none of the domains {', '.join(cls.domains)}"


def _template_complaints(what: str, template: str) -> Iterator[str]:
    try:
        unknown = placeholders(template) - PLACEHOLDERS
    except ValueError as error:
        yield f"{what} {template!r}: {error}"
        return
    for name in sorted(unknown):
        yield f"{what} has {{{name}}}: choose from {', '.join(sorted(PLACEHOLDERS))}"


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
