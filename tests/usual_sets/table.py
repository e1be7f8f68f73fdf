"""How many directories an audit asks of its own accord in each country, and which are known least, for the docs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from citations import Location
from citations.audit import suited
from citations.catalog import load_catalog
from citations.directory import Directory
from citations.words import Access, Grade

DOCS = Path(__file__).parents[2] / "docs" / "limits.md"
_BEGIN, _END = "<!-- python -m tests.usual_sets writes what follows -->\n", "<!-- end of the usual sets -->\n"

COUNTRIES = {
    "US": "United States", "CA": "Canada", "GB": "Britain", "IE": "Ireland", "AU": "Australia", "NZ": "New Zealand",
    "DE": "Germany", "AT": "Austria", "CH": "Switzerland", "FR": "France", "IT": "Italy", "ES": "Spain",
    "NL": "Netherlands", "BE": "Belgium", "SE": "Sweden", "PL": "Poland", "JP": "Japan",
}  # fmt: skip
TRADES = {
    "no trade told": "",
    "health": "Dentist",
    "law": "Law firm",
    "home services": "Plumber",
    "restaurants": "Restaurant",
    "hotels": "Hotel",
    "cars": "Car dealer",
    "estate agents": "Real estate agent",
    "weddings": "Wedding photographer",
    "hair and beauty": "Hair salon",
}
_CATALOG = load_catalog()
_WAYS = ("searched by a program", "visited at a known address", "by an API", "by a person")


def usual(country: str, category: str = "") -> Sequence[Directory]:
    """The directories that an audit asks for a location of this country and category unless told otherwise."""
    place = Location("1", "Harbor Lane", country=country, categories=(category,) if category else ())
    return [each.directory for each in suited([place], _CATALOG) if each.is_usual]


def tables() -> str:
    """The usual sets by country and trade, how they are reached, and what is guessed of listings' addresses."""
    return "".join([*_by_trade(), "\n", *_by_way(), "\n", *_least_known()])


def written(text: str, tables: str) -> str:
    """The text of docs/limits.md with `tables` in their place."""
    before, rest = text.split(_BEGIN)
    return f"{before}{_BEGIN}{tables}{_END}{rest.split(_END)[1]}"


def _row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |\n"


def _by_trade() -> Iterator[str]:
    yield _row(["directories asked", *TRADES])
    yield _row(["---"] * (len(TRADES) + 1))
    for code, country in COUNTRIES.items():
        yield _row([country, *(len(usual(code, category)) for category in TRADES.values())])


def _by_way() -> Iterator[str]:
    yield _row(["of those with no trade told", *_WAYS])
    yield _row(["---"] * (len(_WAYS) + 1))
    for code, country in COUNTRIES.items():
        ways = Counter(_way(each, code) for each in usual(code))
        yield _row([country, *(ways[way] for way in _WAYS)])


def _way(directory: Directory, country: str) -> str:
    """How an audit gets at a directory for a location of `country`, of which it knows no address and has no key."""
    searched, visited, by_api, by_person = _WAYS
    if directory.access in (Access.API, Access.ASSISTED):
        return by_api if directory.access == Access.API else by_person
    can_be_searched = any(not one.countries or country in one.countries for one in directory.searches)
    return searched if can_be_searched else visited


def _least_known() -> Iterator[str]:
    sites = [each for each in _CATALOG if "*" not in each.domains]
    guessed = [each.id for each in sites if each.listing_pattern and each.listing_evidence == Grade.GUESS]
    yield f"The shape of a listing's address is a guess at {_named(guessed)}.\n"
    neither = [each.id for each in sites if not (each.listing_pattern or each.card)]
    yield f"Neither that nor how results are told from the rest of a page is known at {_named(neither)}.\n"
    unlinked = sum(not (each.submit_url or each.claim_url) for each in sites)
    yield f"No page to add or claim a listing is known of {unlinked} of the {len(sites)} directories.\n"


def _named(ids: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in ids)
