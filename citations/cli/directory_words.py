"""What is known of directories, in words: a table of many, and all there is to say of one."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from rich.table import Table
from rich.text import Text

from citations.audit import Health, HealthBook, Suited, apis_of
from citations.directory import Directory
from citations.words import Access, Grade

NEVER = "never checked live"
_MOST_COUNTRIES = 3
_HEADINGS = ("Id", "Name", "Countries", "Tier", "Access", "Searches", "Live")


def table(directories: Sequence[Directory], book: HealthBook, whys: Mapping[str, str]) -> Table:
    """A row for each directory; `whys` says by id why it is asked, where that is the question."""
    drawn, health = Table(), book.current(directories)
    for heading in (*_HEADINGS, *(["Why"] if whys else [])):
        drawn.add_column(heading, overflow="fold")
    for directory in directories:
        cells = (
            directory.id,
            directory.name,
            _countries(directory.countries),
            str(directory.tier),
            directory.access,
            _searches(directory),
            _live(directory, health.get(directory.id)),
            *([whys[directory.id]] if whys else []),
        )
        drawn.add_row(*(Text(cell) for cell in cells))
    return drawn


def _countries(codes: Sequence[str]) -> str:
    """The countries of a directory as a cell of the table has room for them."""
    more = len(codes) - _MOST_COUNTRIES
    return f"{', '.join(codes[:_MOST_COUNTRIES])} and {more} more" if more > 1 else ", ".join(codes) or "any"


def left_out(every: Iterable[Suited]) -> Iterator[str]:
    """The directories that an audit does not ask unless told to, by the reason."""
    reasons: dict[str, list[str]] = defaultdict(list)
    for each in every:
        if not each.is_usual:
            reasons[each.why].append(each.directory.id)
    for why, ids in reasons.items():
        yield (
            f"Left out, as it {why}: {', '.join(ids)}"
            if why.startswith("lists")
            else f"Left out ({why}): {', '.join(ids)}"
        )
    if reasons:
        yield "To add or leave out some: citations audit FILE --directories +id,-id (all: every one)"


def told(health: Health, evidence: Path | str) -> Iterator[str]:
    """What a live check saw, and where under `evidence` its pages are kept."""
    yield from health.seen
    yield from (f"page: {evidence}/{key}.html.gz" for key in health.evidence)


def described(directory: Directory, file: Path, health: Health | None, evidence: Path | str) -> Iterator[str]:
    """Lines that say all that is known of a directory, and how well."""
    yield f"{directory.name} ({directory.id}), {file}"
    facts = (sys.modules[type(directory).__module__].__doc__ or type(directory).__doc__ or "").strip()
    yield f"\n{facts}\n"
    for label, value in _facts(directory):
        if value:
            yield f"{label:<10}{value}"
    yield f"{'live':<10}{_live(directory, health)}"
    for line in told(health, evidence) if health else ():
        yield f"{'':<10}{line}"


def _facts(directory: Directory) -> Iterator[tuple[str, str]]:
    """What its file states, a label and a value each; a value that it does not state is blank."""
    yield "lists", _lists(directory)
    yield "tier", str(directory.tier)
    yield "access", f"{directory.access}. {directory.access_note}".rstrip(". ")
    for api in apis_of(directory):
        key = f"with the key in {api.key}" if api.key else "without a key"
        yield "api", f"{api.name} at {api.base or 'the address that you give'}, {key}"
    for search in directory.searches:
        where = f" in {', '.join(search.countries)}" if search.countries else ""
        yield "search", f"{search.url}{where}; needs {', '.join(search.needs)}; evidence: {search.evidence}"
    yield "results", f"known by {directory.results_marker}" if directory.results_marker else ""
    if directory.searches:
        none = ", ".join(str(sign) for sign in directory.no_results)
        yield "none", none or "what it says when it finds nothing is not known: an empty page is never a no"
    pattern = (
        f"{directory.listing_pattern}; evidence: {directory.listing_evidence}" if directory.listing_pattern else ""
    )
    yield (
        "guard",
        f"an answer at another address than one with {guard} does not count"
        if (guard := directory.final_url_must_contain)
        else "",
    )
    yield "pace", f"{directory.pace:g} seconds between two requests at least" if directory.pace else ""
    yield "listings", pattern or f"any page of {', '.join(directory.domains)}"
    yield "canary", " ".join(filter(None, (directory.known_listing, directory.known_name)))
    yield "add", _link(directory.submit_url, directory)
    yield "claim", _link(directory.claim_url, directory)
    yield "cost", directory.cost
    yield "seen after", directory.live_after
    yield "fed by", ", ".join(directory.fed_by)
    yield "feeds", ", ".join(directory.feeds)
    shared = f"; a relative's number leads to {directory.family_listing}" if directory.family_listing else ""
    yield "family", directory.family and directory.family + shared
    yield "seen", f"by whoever wrote its file, on {directory.verified_at}" if directory.verified_at else ""


def _link(url: str, directory: Directory) -> str:
    """A link to add or claim a listing, and how well it is backed."""
    says = (
        f"evidence: {directory.link_evidence}"
        if directory.link_evidence != Grade.UNKNOWN
        else "not tested by anybody known"
    )
    return url and f"{url}; {says}"


def _lists(directory: Directory) -> str:
    """Whom it lists: sort of site, trades, countries."""
    trades = ", ".join(trade.replace("_", " ") for trade in directory.industries) or "every trade"
    return f"{directory.kind}; {trades}; {', '.join(directory.countries) or 'any country'}"


def _searches(directory: Directory) -> str:
    if directory.access == Access.API:
        return "its official API"
    grades = dict.fromkeys(str(search.evidence) for search in directory.searches)
    searches = ", ".join(grades) or "none: known addresses only"
    return f"{searches}; its API with a key" if directory.api else searches


def _live(directory: Directory, health: Health | None) -> str:
    """What the last live check found, or that there was none."""
    if "*" in directory.domains:
        return "any site: nothing to check"
    return str(health) if health else NEVER
