"""What fifty directories show of one record: mostly the same values in several writings, some of them wrong.

Twenty directories collect for themselves. What they have is a draft of the practice web with its faults, by their
weights: two of five have none, a quarter of the others have a second. Each writes names, streets, units, states, ZIP
codes and links in a way of its own. Thirty take over what one of the twenty wrote, errors and all. Each of the fifty
lays addresses, phones and hours out in its own way. Ways are drawn once from `WRITINGS` and `LAYOUTS`, whose shares
for names, streets, units, ZIP codes and phones follow those counted in 20,000 real listings of ten directories.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any, NamedTuple

from citations.models import Listing, Location
from citations.postal import Address
from citations.practice.businesses import found_clients
from citations.practice.cells import FAULTLESS, SECOND_FAULT, SECOND_FIELDS, cases
from citations.practice.chance import chance
from citations.practice.draft import Draft
from citations.practice.faults import Case
from citations.practice.founder import Founder
from citations.practice.hours import in_words
from citations.practice.phone_book import dialled, digits, in_dots
from citations.practice.shown import Shown
from citations.practice.sites.turnstile import spelt_out
from citations.practice.tables import FaultKind, fault_kinds, rows

DIRECTORIES, COLLECTING = 50, 20
PER_CLIENT = 25
WORLD = 1000  # locations that are founded together: the numbers for fiction do not last for many more
Writing = Callable[[str], str]
Writings = Mapping[str, Writing]
Record = tuple[Location, Sequence[Listing]]


class Layout(NamedTuple):
    """How one directory shows what it has."""

    address: Callable[[Shown], Address | str]
    phone: Writing
    hours: Callable[[Shown], str]


def records(seed: int, locations: int) -> Iterator[Record]:
    """Each location of invented clients with its fifty listings; the same arguments give the same."""
    for first in range(0, locations, WORLD):
        yield from _world(seed + first, min(WORLD, locations - first))


def _world(seed: int, locations: int) -> Iterator[Record]:
    founder, rng = Founder(seed), chance(seed, "fifty directories")
    origins = [f"https://business-{seed}-{number}.example" for number in range(locations)]
    for case in cases(founder, found_clients(founder, locations, max(1, locations // PER_CLIENT), origins), rng):
        collected = [_written(_collected(case, rng), writings) for writings in _collectors()]
        yield case.business.record, [_laid_out(collected[source], layout) for source, layout in _houses()]


def _collected(case: Case, rng: Random) -> Shown:
    """What one directory knows of the business."""
    draft = Draft(case)
    if rng.random() > FAULTLESS:
        _fault(draft, rng)
        if rng.random() < SECOND_FAULT:
            _fault(draft, rng, of=SECOND_FIELDS)
    return draft.shown


def _fault(draft: Draft, rng: Random, of: frozenset[str] = frozenset()) -> None:
    """Lay a fault on that can happen, of these fields or of any."""
    kinds = [kind for kind in _kinds() if not of or of.issuperset(kind.fields)]
    while not draft.take(rng.choices(kinds, [kind.weight for kind in kinds])[0]):
        pass


@cache
def _kinds() -> Sequence[FaultKind]:
    return [kind for kind in fault_kinds().values() if kind.fields != ("status",)]


def _written(shown: Shown, writings: Writings) -> Shown:
    return replace(shown, **{field: write(getattr(shown, field)) for field, write in writings.items()})


def _laid_out(shown: Shown, layout: Layout) -> Listing:
    return Listing(
        name=shown.name,
        address=layout.address(shown),
        phones=[layout.phone(shown.phone)] if shown.phone else [],
        website=shown.website,
        hours=layout.hours(shown) if shown.week else shown.hours_text,
        lifecycle=shown.lifecycle,
    )


@cache
def _collectors() -> Sequence[Writings]:
    """How each of the twenty writes, the same in every world."""
    rng = chance(0, "collectors")
    return [{field: _one_of(rng, writings) for field, writings in WRITINGS.items()} for _ in range(COLLECTING)]


@cache
def _houses() -> Sequence[tuple[int, Layout]]:
    """The fifty: whose values each shows, and its layout."""
    rng = chance(0, "houses")
    return [
        (at if at < COLLECTING else rng.randrange(COLLECTING), Layout(*(_one_of(rng, forms) for forms in LAYOUTS)))
        for at in range(DIRECTORIES)
    ]


def _one_of(rng: Random, styles: Sequence[tuple[int, Any]]) -> Any:
    shares, writings = zip(*styles, strict=True)
    return rng.choices(writings, shares)[0]


def _respelt(part: str, place: int) -> Writing:
    """The words of `spellings.csv` in their first or last other writing."""
    also = {row["written"]: row["also"].split("|")[place] for row in rows("spellings") if row["part"] == part}
    return lambda text: " ".join(also.get(word, word) for word in text.split()).replace("# ", "#")


def _region(text: str) -> str:
    return spelt_out(text) if len(text) == 2 else text


def _plus_four(postcode: str) -> str:
    return f"{postcode}-{int(postcode) % 8999 + 1000}" if len(postcode) == 5 else postcode


def _as_parts(shown: Shown) -> Address:
    return Address(
        street=shown.directions or shown.street_line,
        city=shown.city,
        region=shown.region,
        postcode=shown.postcode,
        country=shown.country,
    )


def _on_one_line(shown: Shown) -> str:
    return shown.address_line


def _with_bars(shown: Shown) -> str:
    return shown.directions or " | ".join(line for line in (shown.street_line, shown.place_line) if line)


def _without_commas(shown: Shown) -> str:
    return shown.address_line.replace(",", "")


def _with_country(shown: Shown) -> str:
    return f"{shown.address_line}, {'Germany' if shown.is_german else 'United States'}"


def _with_hyphens(phone: str) -> str:
    return in_dots(phone).replace(".", "-")


def _without_slash(url: str) -> str:
    return url.rstrip("/")


def _unencrypted(url: str) -> str:
    return url.replace("https:", "http:")


def _bare(url: str) -> str:
    return url.partition("//")[2].rstrip("/")


def _hours_in_short(shown: Shown) -> str:
    return shown.hours_text


def _hours_in_words(shown: Shown) -> str:
    return "; ".join(f"{day}: {span}" for day, span in in_words(shown.week))


WRITINGS: Mapping[str, Sequence[tuple[int, Writing]]] = {  # field: (share, writing)
    "name": ((9, str), (1, str.upper)),
    "street": ((5, _respelt("street", 0)), (3, _respelt("street", -1)), (2, str)),
    "unit": ((4, _respelt("unit", 0)), (4, _respelt("unit", -1)), (2, str)),
    "region": ((19, str), (1, _region)),
    "postcode": ((9, str), (1, _plus_four)),
    "website": ((4, str), (2, _without_slash), (1, _unencrypted), (1, _bare)),
}
LAYOUTS: Sequence[Sequence[tuple[int, Any]]] = (  # in the order of Layout
    ((8, _as_parts), (5, _on_one_line), (4, _with_bars), (2, _with_country), (1, _without_commas)),
    ((5, str), (3, _with_hyphens), (1, in_dots), (1, dialled), (1, digits)),
    ((2, _hours_in_short), (1, _hours_in_words)),
)
