"""Real saved pages, when the shared data is there: what is read right, wrong and not at all, with a floor for each.

Third-party directories are known by name and host only, or by the file that is shipped for them;
`pytest -s` prints the figures and each deviation.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

from citations.directory import Directory
from citations.pages import read_page
from citations.words import Reason
from tests.pages.directories import shipped
from tests.real_pages.judge import FIELDS, RIGHT, Judged, judged, means
from tests.shared_data import PAGES

pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the shared data is not here")

SHIPPED = {
    "11880.com": "eleven_eighty",
    "foursquare.com": "foursquare",
    "tripadvisor.com": "tripadvisor",
    "yelp.com": "yelp",
}
STANDS_FOR = {
    "biz_bristol_plumber": "https://bristolemergencyplumber.co.uk/",
    "alltheplaces": "https://www.londis.co.uk/our-stores/x",
    "biz_hornaman_chiro": "https://hornaman.example/",
    "contigosf": "http://www.contigosf.com/",
    "yelp.com": "http://www.yelp.com/biz/the-hall-san-francisco",
    "11880.com": "https://www.11880.com/branchenbuch/stuttgart/050332715B49583367/technical-support.html",
    "tripadvisor.com": "https://www.tripadvisor.com/Hotel_Review-g1-d2-Reviews-X.html",
}


RESULTS = {
    "11880.com": (shipped("eleven_eighty"), "https://www.11880.com/suche/it-service/stuttgart"),
    "gelbeseiten.de": (shipped("gelbeseiten"), "https://www.gelbeseiten.de/suche/it-service/villingen"),
    "yellowpages.com.au": (shipped("yellowpages_au"), "https://www.yellowpages.com.au/find/plumbers/cairns"),
}


def rows(name: str) -> list[dict[str, str]]:
    if not PAGES.is_dir():
        return []
    with (PAGES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def told(fields: Iterable[Judged]) -> Iterator[tuple[str, str]]:
    """The field and the word of each; what was not read right is printed."""
    for one in fields:
        if one.word != RIGHT:
            print(f"{one.file}: {one.field} {one.word}: {one.shown!r} read as {one.read!r}")
        yield one.field, one.word


def known_as(row: dict[str, str]) -> tuple[Directory, str]:
    """The directory and the address of a saved page."""
    own = "own site" in row["site"] or "store page" in row["site"]
    if row["site"] in SHIPPED:
        directory = shipped(SHIPPED[row["site"]])
    else:
        hosts = ("*",) if own else (row["site"],)
        directory = type("Site", (Directory,), {"id": "site", "name": row["site"], "domains": hosts})()
    stand_in = STANDS_FOR.get(row["file"].split("/")[0]) or STANDS_FOR.get(row["site"])
    return directory, row["source_url"] or stand_in or f"https://www.{row['site']}/x".replace(" ", "")


def share(tally: Counter[tuple[str, str]], word: str, *, of: tuple[str, ...], fields: tuple[str, ...]) -> float:
    count = sum(tally[field, word] for field in fields)
    return count / sum(tally[field, other] for field in fields for other in of)


def test_profile_pages() -> None:
    tally: Counter[tuple[str, str]] = Counter()
    for row in rows("truth_pages.csv"):
        directory, url = known_as(row)
        reading = read_page((PAGES / row["file"]).read_bytes(), url, directory)
        tally.update(told(judged(row, reading[0] if reading else None, row["country"])))
    for field in FIELDS:
        print(field, {word: count for (name, word), count in sorted(tally.items()) if name == field})
    nap = ("name", "street", "city", "postcode", "phone")
    assert share(tally, "right", of=("right", "wrong", "missed"), fields=nap) >= 0.95
    assert share(tally, "right", of=("right", "wrong", "extra"), fields=nap) >= 0.96


@pytest.mark.parametrize("file", sorted({row["file"] for row in rows("truth_listings.csv")}))
def test_results_pages(file: str) -> None:
    wanted = [row for row in rows("truth_listings.csv") if row["file"] == file]
    directory, url = RESULTS[wanted[0]["site"]]
    reading = read_page((PAGES / file).read_bytes(), url, directory)
    by_name = {means("name", listing.name, ""): listing for listing in reading}
    names = [means("name", row["name"], "") for row in wanted]
    found = [(row, by_name[name]) for row, name in zip(wanted, names, strict=True) if name in by_name]
    tally: Counter[tuple[str, str]] = Counter()
    for row, listing in found:
        tally.update(told(judged(row, listing, directory.countries[0])))
    print(file, f"{len(found)} of {len(wanted)} found, {len(reading)} read", dict(tally))
    assert reading.results_page
    assert len(found) / len(wanted) >= 0.89
    assert len(reading) <= len(wanted)
    assert (
        share(tally, "right", of=("right", "wrong", "missed", "extra"), fields=("street", "postcode", "phone")) >= 0.95
    )


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        ("http406_novareresbiercafe.html", Reason.BLOCKED),
        ("yellowpages_cloudflare_block.html", Reason.BLOCKED),
        ("yellowpages_output.html", Reason.TIMEOUT),
    ],
)
def test_blocked_pages(file: str, reason: Reason) -> None:
    reading = read_page((PAGES / "blocked" / file).read_bytes(), "https://www.directory.example/search?q=x")
    assert reading.obstacle
    assert reading.obstacle.reason == reason
    assert not len(reading)
