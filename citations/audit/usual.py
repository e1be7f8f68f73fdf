"""Which directories matter for these locations: those that are asked unless the user says otherwise, and why.

Of its country, for its trade, by how much they matter: tier 1 and 2 always, tier 3 where those are fewer than
thirty, and no more than fifty for one country. What a record names, and what is in the user's own folders, counts
in any case.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from citations.audit.trades import trade_text, trades_in_words
from citations.catalog import Catalog, DirectoryError, shipped_folder
from citations.directory import Directory
from citations.locations import countries
from citations.models import Location
from citations.nap.trades import trades
from citations.words import Grade

LEAST, MOST = 30, 50
LEAST_IMPORTANT = 3
MOST_NAMES = 500  # texts that are looked at for a trade; more would take longer than they tell
ALL = "all"


@dataclass(frozen=True, slots=True)
class Suited:
    """A directory, whether an audit of certain locations asks it unless told otherwise, and why."""

    directory: Directory
    is_usual: bool
    why: str


def suited(locations: Sequence[Location], catalog: Catalog) -> tuple[Suited, ...]:
    """Every directory of the catalog for these locations: the usual ones first, the most important first."""
    named, own = _named(locations, catalog), _own(locations, catalog)
    places = _by_country(locations)
    usual: dict[str, str] = {}
    reasons = {each.id: "no record names a website" for each in catalog if "*" in each.domains}
    for country, texts in places.items():
        for each in _of_country(country, texts, catalog):
            (usual if each.is_usual else reasons).setdefault(each.directory.id, each.why)
    usual |= dict.fromkeys(own, "its file is your own") | {
        name: _named_why(catalog.directories[name]) for name in named
    }
    elsewhere = countries.in_words(list(places)) if places else "no country"
    found = [
        Suited(each, each.id in usual, usual.get(each.id) or reasons.get(each.id) or f"lists nobody in {elsewhere}")
        for each in catalog
    ]
    return tuple(sorted(found, key=lambda each: (not each.is_usual, each.directory.tier, each.directory.name)))


def choose(words: str, locations: Sequence[Location], catalog: Catalog) -> tuple[Directory, ...]:
    """The directories that `words` choose for these locations.

    `words`: blank for the usual ones; `all`; ids with commas: these alone; ids with + or - before them: the usual ones
    with these added or left out. Raises DirectoryError that names each id that there is not.
    """
    parts = [part.strip() for part in words.split(",") if part.strip()]
    if parts == [ALL]:
        return tuple(catalog)
    changes = [part for part in parts if part[0] in "+-"]
    if parts and not changes:
        return catalog.pick(parts)
    if len(changes) < len(parts):
        raise DirectoryError(f"{words!r} mixes ids with and without + or -: name all, or change the usual ones")
    added = catalog.pick([part[1:] for part in changes if part[0] == "+"])
    left_out = catalog.pick([part[1:] for part in changes if part[0] == "-"])
    kept = [each.directory for each in suited(locations, catalog) if each.is_usual and each.directory not in left_out]
    return tuple(dict.fromkeys([*kept, *added]))


def _by_country(locations: Iterable[Location]) -> Mapping[str, tuple[str, ...]]:
    """By country, the distinct texts that name the trades of its locations."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for location in locations:
        found[location.country.upper()] |= dict.fromkeys(trade_text(location))
    return {country: tuple(texts)[:MOST_NAMES] for country, texts in found.items()}


def _named(locations: Iterable[Location], catalog: Catalog) -> set[str]:
    """The directories of which some record names a listing, or a website where any site will do."""
    ids: set[str] = set()
    hosts: dict[str, str] = {}
    has_site = False
    for location in locations:
        ids |= location.listings.keys()
        hosts |= {urlsplit(url).netloc.lower(): url for url in location.listings.values()}
        has_site = has_site or bool(location.website)
    return {
        each.id
        for each in catalog
        if each.id in ids or (has_site if "*" in each.domains else any(map(each.owns, hosts.values())))
    }


def _named_why(directory: Directory) -> str:
    return "a record names a website" if "*" in directory.domains else "a record names a listing there"


def _own(locations: Sequence[Location], catalog: Catalog) -> list[str]:
    """Those that the user's own folders hold."""
    own = [catalog.directories[name] for name, file in catalog.files.items() if file.parent != shipped_folder()]
    return [each.id for each in own if any(map(each.applies_to, locations))]


def _of_country(country: str, texts: Sequence[str], catalog: Catalog) -> Iterator[Suited]:
    """The directories that list businesses of one country, told apart by trade and tier."""
    anywhere = Location("", "", country=country)
    here = [each for each in catalog if each.applies_to(anywhere) and "*" not in each.domains]
    known = trades(texts, {industry for each in here for industry in each.industries})
    fitting = sorted((each for each in here if not each.industries or known & set(each.industries)), key=_rank)
    for place, directory in enumerate(fitting, start=1):
        yield _ranked(directory, place)
    for directory in here:
        if directory not in fitting:
            yield Suited(directory, is_usual=False, why=f"lists {trades_in_words(directory)} only")


def _rank(directory: Directory) -> tuple[int, bool, bool, str]:
    """Important ones first; among equals those of the trade, then those whose search can say no."""
    proven = any(Grade(search.evidence).may_say_not_listed for search in directory.searches)
    return directory.tier, not directory.industries, not proven, directory.name


def _ranked(directory: Directory, place: int) -> Suited:
    """A directory that fits, at its place among those that do."""
    whom = trades_in_words(directory) if directory.industries else "every trade"
    if place > MOST:
        return Suited(directory, is_usual=False, why=f"tier {directory.tier}, and {MOST} others matter more")
    if directory.tier < LEAST_IMPORTANT:
        return Suited(directory, is_usual=True, why=f"tier {directory.tier}, lists {whom}")
    if place <= LEAST:
        return Suited(directory, is_usual=True, why=f"tier {directory.tier}, to make up {LEAST}")
    return Suited(directory, is_usual=False, why=f"tier {directory.tier}, and {LEAST} others matter more")
