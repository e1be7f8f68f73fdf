"""Where what was read for a check contradicts itself, as findings: two parts of a page, or two pages of one site."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from citations.audit.look import Look
from citations.models import Finding, Location, Page, Statement
from citations.nap import Batch
from citations.nap.contradiction import Contradiction, contradictions
from citations.nap.website import read_site
from citations.words import FindingKind


@dataclass(frozen=True, slots=True)
class Said:
    """A statement, and the page that makes it."""

    look: Look
    statement: Statement


def inside_contradictions(
    location: Location, batch: Batch, said: Sequence[Said], who: str, keep: Callable[[Page], str]
) -> Iterator[Finding]:
    """One finding for each field in which two statements about `location` contradict each other.

    `who` makes them, in words; `keep` keeps a page as evidence and gives its key.
    """
    told: set[str] = set()
    is_shared = batch.site_shared_by(read_site(location.website).domain) > 1
    for one, other in combinations(said, 2):
        for found in contradictions(location, one.statement.listing, other.statement.listing, batch):
            # Another page of a site with several branches may give the head office.
            is_head_office = is_shared and found.field == "address" and one.look is not other.look
            if found.field not in told and not is_head_office:
                told.add(found.field)
                evidence = keep(other.look.page) if one.look is not other.look else ""
                yield Finding(FindingKind.INSIDE_CONTRADICTION, _in_words(found, one, other, who), evidence)


def _in_words(found: Contradiction, one: Said, other: Said, who: str) -> str:
    """The values first: a report may cut a long sentence short."""
    values = f"{who} contradicts itself about the {found.field}: {found.first}, but {found.second}."
    first = f"The first stands in {_part(one)} of {one.look.url}"
    second = f"the second in {_part(other)} of " + ("the same page" if one.look is other.look else other.look.url)
    return f"{values} {first}, {second}."


def _part(said: Said) -> str:
    return "the text" if said.statement.is_text else "the hidden data for search engines"
