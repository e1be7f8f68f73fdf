"""The numbers as the tables of docs/reading-quality.md."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.reading_quality.measure import NAP, Measured, Shares, by_site, macro
from tests.reading_quality.pages import rows
from tests.reading_quality.samples import Sample
from tests.reading_quality.walls import Wall
from tests.real_pages.judge import RIGHT, Judged

DOCS = Path(__file__).parents[2] / "docs" / "reading-quality.md"
REASONS = Path(__file__).parent / "reasons.csv"
_BEGIN, _END = "<!-- python -m tests.reading_quality writes what follows -->\n", "<!-- up to here -->\n"
_WAYS = ("as saved", "without structured data")


@dataclass(frozen=True)
class Everything:
    """All that is measured: the pages in either way, walls, samples of markup."""

    pages: Mapping[str, Sequence[Measured]]
    walls: Sequence[Wall]
    samples: Sequence[Sample]


def tables(found: Everything) -> str:
    """Every table, in the order of the page."""
    parts = (_shares(found), _sites(found), _faults(found), _walls(found.walls), _samples(found.samples))
    return "".join(line for part in parts for line in part)


def written(text: str, tables: str) -> str:
    """The text of docs/reading-quality.md with `tables` in their place."""
    before, _, rest = text.partition(_BEGIN)
    return f"{before}{_BEGIN}{tables}{_END}{rest.partition(_END)[2]}"


def _shares(found: Everything) -> Iterator[str]:
    yield "| pages | | listings found | read beyond | NAP fields shown | read right | precision | mean of sites |\n"
    yield "|---|---|---|---|---|---|---|---|\n"
    for is_results, kind in ((False, "about one business"), (True, "results")):
        for way in _WAYS:
            pages = [one for one in found.pages[way] if one.page.is_results is is_results]
            share = Shares.of([field for one in pages for field in one.fields])
            listings = f"{sum(one.found for one in pages)} of {sum(one.shown for one in pages)}"
            beyond = sum(one.beyond for one in pages)
            cells = (kind, way, listings, beyond, share.shown, f"{share.recall:.1%}", f"{share.precision:.1%}")
            yield f"| {' | '.join(map(str, cells))} | {macro(pages):.1%} |\n"


def _sites(found: Everything) -> Iterator[str]:
    yield "\nThe share of the shown NAP fields that is read right, site by site:\n\n"
    yield f"| site | fields | {' | '.join(_WAYS)} |\n|---|---|---|---|\n"
    sites = {way: by_site(found.pages[way]) for way in _WAYS}
    for site in sites[_WAYS[0]]:
        shares = [Shares.of(sites[way][site]) for way in _WAYS]
        yield f"| {site} | {shares[0].shown} | {' | '.join(f'{share.recall:.1%}' for share in shares)} |\n"


def _faults(found: Everything) -> Iterator[str]:
    yield "\nEvery NAP field that is not read right, and why:\n\n"
    yield "| pages | file | field | | how often | why |\n|---|---|---|---|---|---|\n"
    for way in _WAYS:
        faults = Counter((one.file, one.field, one.word) for one in faulty(found.pages[way]))
        for (file, field, word), count in faults.items():
            yield f"| {way} | {file} | {field} | {word} | {count} | {why(way, file, field)} |\n"


def faulty(pages: Sequence[Measured]) -> Iterator[Judged]:
    """The NAP fields that were not read right."""
    return (one for page in pages for one in page.fields if one.field in NAP and one.word != RIGHT)


def why(way: str, file: str, field: str) -> str:
    """The reason that `reasons.csv` gives; blank where it gives none."""
    for row in rows(REASONS):
        if row["file"] == file and field in row["fields"].split() and row["pages"] in (way, "both"):
            return row["why"]
    return ""


def _walls(walls: Sequence[Wall]) -> Iterator[str]:
    yield "\n| walls | pages | come out under their name | read as a listing |\n|---|---|---|---|\n"
    for is_saved, kind in ((True, "saved"), (False, "invented")):
        some = [wall for wall in walls if wall.is_saved is is_saved]
        named, listed = sum(wall.is_named for wall in some), sum(bool(wall.reading) for wall in some)
        yield f"| {kind} | {len(some)} | {named} | {listed} |\n"


def _samples(samples: Sequence[Sample]) -> Iterator[str]:
    yield "\n| samples of | values of name, address, phone | read | not read |\n|---|---|---|---|\n"
    for syntax in dict.fromkeys(sample.syntax for sample in samples):
        some = [sample for sample in samples if sample.syntax == syntax]
        missed = [sample for sample in some if not sample.is_read]
        told = "; ".join(f"{one.sample}: {one.field} {one.shown}" for one in missed)
        yield f"| {syntax} | {len(some)} | {len(some) - len(missed)} | {told} |\n"
