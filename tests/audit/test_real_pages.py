"""An audit of real businesses reads their real listings, from saved pages replayed under their own addresses.

The pages lie outside the project; without them these tests are skipped. `docs/limits.md` says what is found
and what is missed.
"""

import asyncio
import csv
from collections.abc import Mapping

import pytest

from citations import Address, Location
from citations.audit import begin, run
from citations.catalog import load_catalog
from citations.models import Check
from citations.settings import Settings
from citations.store import Store
from citations.web import Visitor
from tests.replay import Replay
from tests.shared_data import DATA

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the saved real pages are not here")

FOURSQUARE = "https://foursquare.com/v/contigo/49c6bdfef964a52077571fe3"
JEROME = (
    "http://www.tripadvisor.com/Hotel_Review-g29141-d82776-Reviews-Hotel_Jerome_An_Auberge_Resort-Aspen_Colorado.html"
)
FUUNJI = "http://www.tripadvisor.com/Restaurant_Review-g1066456-d1679642-Reviews-Fuunji-Shibuya_Tokyo_Tokyo_Prefecture_Kanto.html"
TECHNIK = "https://www.11880.com/branchenbuch/stuttgart/050332715B49583367/technical-support.html"

# saved page -> the address under which it is replayed, and the directory that it belongs to
REPLAYED = {
    "planit/foursquare/contigo.html": (FOURSQUARE, "foursquare"),
    "planit/tripadvisor/jerome.html": (JEROME, "tripadvisor"),
    "planit/tripadvisor/fuunji.html": (FUUNJI, "tripadvisor"),
    "de_leadscraper/detail_page.html": (TECHNIK, "11880"),
    "planit/general/contigo.html": ("http://www.contigosf.com/", "own_website"),
    "planit/general/blue_spoon.html": ("http://bluespoonme.com", "own_website"),
    "planit/general/mandarin_sf.html": ("http://www.mandarinoriental.com/sanfrancisco/", "own_website"),
    "planit/general/mesa_grill.html": ("http://www.mesagrill.com/las-vegas-restaurant/", "own_website"),
    "biz_bristol_plumber/index.html": ("https://bristolemergencyplumber.co.uk/", "own_website"),
    "alltheplaces/londis.html": ("https://www.londis.co.uk/our-stores/texaco-olton-service-station", "own_website"),
}
RESULTS = ("de_leadscraper/correct_url_output.html", "https://www.11880.com/suche/technical-support/stuttgart")


def truth() -> dict[str, dict[str, str]]:
    """The true listing of each saved page that we replay."""
    with (DATA / "pages" / "truth_pages.csv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file) if row["file"] in REPLAYED}


def record(file: str, row: Mapping[str, str]) -> Location:
    """The business of a page as a record; it knows where its listing is, but for 11880, which is searched."""
    url, directory = REPLAYED[file]
    listings = {} if directory == "11880" else {directory: url}
    address = Address(row["street"], "", "", row["city"], row["region"], row["postcode"], row["country"])
    aliases = ("Mesa Grill Las Vegas",) if "mesa_grill" in file else ()  # the page prints both of its names
    return Location(
        file, row["name"], address, row["phone"], row["website"], row["country"],
        client="real", aliases=aliases, listings=listings,
    )  # fmt: skip


@pytest.fixture(scope="module")
def checks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Check]:
    """One check per saved page, by its file."""
    pages = [(DATA / "pages" / file, url) for file, (url, _) in REPLAYED.items()]
    replay = Replay.from_files([*pages, (DATA / "pages" / RESULTS[0], RESULTS[1])], DATA / "robots" / "real")
    settings = Settings(home=tmp_path_factory.mktemp("real"), pace=0, database_url="", evidence=None)
    locations = [record(file, row) for file, row in truth().items()]
    directories = load_catalog().pick(sorted({directory for _, directory in REPLAYED.values()}))

    store = Store(settings.database)
    audit = begin(store, "real", locations, directories, settings)
    visitor = Visitor(settings, transport=replay)
    assert asyncio.run(run(store, audit, locations, directories, settings, visitor=visitor)) == ()
    return {file: _must(store.check(audit.id, file, REPLAYED[file][1])) for file in REPLAYED}


def _must(check: Check | None) -> Check:
    assert check is not None
    return check


@pytest.mark.parametrize("file", REPLAYED)
def test_the_real_listing_is_found(checks: dict[str, Check], file: str) -> None:
    assert checks[file].status == "listed", checks[file]


@pytest.mark.parametrize("file", REPLAYED)
def test_no_field_of_a_right_listing_is_called_wrong(checks: dict[str, Check], file: str) -> None:
    comparison = checks[file].comparison
    assert comparison is not None
    wrong = {name: result for name, result in comparison.fields.items() if result.verdict.is_wrong}
    assert wrong == {}


def test_11880_is_found_by_its_search_and_read_on_its_own_page(checks: dict[str, Check]) -> None:
    check = checks["de_leadscraper/detail_page.html"]
    assert check.tried == (RESULTS[1], TECHNIK)
    assert check.url == TECHNIK


def test_most_that_the_pages_show_is_read(checks: dict[str, Check]) -> None:
    for file, check in checks.items():  # the table of docs/limits.md: pytest -s
        assert check.comparison is not None
        fields = check.comparison.fields
        words = (fields[name].verdict for name in ("name", "address", "phone", "website"))
        print(f"| {file} | {check.directory} | {check.status} | {' | '.join(words)} |")
    judged = [
        result.verdict
        for check in checks.values()
        if check.comparison
        for result in check.comparison.fields.values()
        if result.verdict != "not_compared"
    ]
    assert sum(verdict.is_right for verdict in judged) / len(judged) >= 0.8, judged
