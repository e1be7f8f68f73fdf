"""Real saved pages, when the shared data is there: what is read right, wrong and not at all, with a floor for each.

Third-party directories are known by name and host only, or by the file that is shipped for them;
`pytest -s` prints the figures and each deviation.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from citations.directory import Directory
from citations.models import Listing
from citations.pages import read_page
from citations.postal import Address
from citations.words import Reason
from tests.pages.directories import shipped

PAGES = Path(__file__).resolve().parents[3] / "shared" / "data" / "pages"
pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the shared data is not here")

FIELDS = ("name", "street", "city", "postcode", "phone", "website")
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


def value(listing: Listing, field: str) -> str:
    if field == "phone":
        return "; ".join(listing.phones)
    if field in ("name", "website", "url"):
        return str(getattr(listing, field))
    address = listing.address if isinstance(listing.address, Address) else Address(street=str(listing.address or ""))
    return (
        " ".join(filter(None, (address.number, address.street))) if field == "street" else str(getattr(address, field))
    )


def means(field: str, text: str) -> str:
    """What of a value is compared: a phone's last digits, a site's host, else letters and digits."""
    if field == "phone":
        return re.sub(r"\D", "", text)[-7:]
    if field == "website":
        host = urlsplit(text if "://" in text else f"http://{text}").hostname or ""
        return host.removeprefix("www.")
    return re.sub(r"\W", "", text.lower())


def judged(truth: dict[str, str], listing: Listing | None, fields: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """For each field: right, wrong, missing, none, script (only there, by the truth) or extra (shown nowhere)."""
    in_script = "inline JS" in truth.get("note", "")
    for field in fields:
        wanted, read = truth[field], value(listing, field) if listing else ""
        same = means(field, wanted) == means(field, read)
        word = ("right" if wanted else "none") if same else "missing" if not read else "wrong" if wanted else "extra"
        word = "script" if word == "extra" and in_script else word
        if word in ("wrong", "missing", "extra"):
            print(f"{truth['file']}: {field} {word}: {wanted!r} read as {read!r}")
        yield field, word


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
        tally.update(judged(row, reading[0] if reading else None, FIELDS))
    for field in FIELDS:
        print(field, {word: count for (name, word), count in sorted(tally.items()) if name == field})
    nap = FIELDS[:-1]
    assert share(tally, "right", of=("right", "wrong", "missing"), fields=nap) >= 0.95
    assert share(tally, "right", of=("right", "wrong", "extra"), fields=nap) >= 0.96


@pytest.mark.parametrize("file", sorted({row["file"] for row in rows("truth_listings.csv")}))
def test_results_pages(file: str) -> None:
    wanted = [row for row in rows("truth_listings.csv") if row["file"] == file]
    directory, url = RESULTS[wanted[0]["site"]]
    reading = read_page((PAGES / file).read_bytes(), url, directory)
    by_name = {means("name", listing.name): listing for listing in reading}
    found = [(row, by_name[means("name", row["name"])]) for row in wanted if means("name", row["name"]) in by_name]
    tally: Counter[tuple[str, str]] = Counter()
    for row, listing in found:
        tally.update(judged(row, listing, ("street", "city", "postcode", "phone")))
    print(file, f"{len(found)} of {len(wanted)} found, {len(reading)} read", dict(tally))
    assert reading.results_page
    assert len(found) / len(wanted) >= 0.89
    assert len(reading) <= len(wanted)
    assert (
        share(tally, "right", of=("right", "wrong", "missing", "extra"), fields=("street", "postcode", "phone")) >= 0.95
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
