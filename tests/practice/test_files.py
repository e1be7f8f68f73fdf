"""The files beside the sites: loadable on their own, the same for the same world."""

import csv
import html
import json
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from citations.audit import choose
from citations.catalog import load_catalog, load_file
from citations.locations import read_locations
from citations.practice import Practice, build, serve
from citations.practice.files import write_files
from tests.loopback import free_run


def test_every_adapter_loads(web: Practice):
    catalog = load_catalog([web.directories])
    assert not [problem for problem in catalog.problems if problem.file.parent == web.directories]
    for site in web.world.sites:
        directory = load_file(web.directories / f"{site.id}.py")
        assert directory.id == site.id
        assert directory.searches[0].evidence == "working_scrapers"


def test_the_adapters_know_the_listings(web: Practice):
    for row in web.world.rows:
        if row.url and row.directory != "own_website":
            assert load_file(web.directories / f"{row.directory}.py").is_listing(row.url), row


def test_the_sheet_holds_every_location(web: Practice):
    with web.locations_file.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Store code"] for row in rows] == [location.id for location in web.world.locations]
    for row, location in zip(rows, web.world.locations, strict=True):
        assert row["Business name"] == location.name
        assert row["Postal code"] == location.postal.postcode
        assert row["Competitors"] == " | ".join(location.competitors)
        assert (row["Kind"], row["Hide address"]) == (location.kind, "yes" if location.hide_address else "")
        assert row["Primary phone"] == location.phone
        assert row["Hours"] == location.hours
        assert [row.get(f"Listing {name}", "") for name in location.listings] == list(location.listings.values())


def test_the_sheet_knows_the_past_and_further_numbers(web: Practice):
    with web.locations_file.open(encoding="utf-8", newline="") as file:
        names = set(csv.DictReader(file).fieldnames or ())
    for column in ("Former name", "Former address", "Former address until", "Former website", "Aliases",
                   "Phone (tracking)", "Phone (toll_free)", "Phone (retired)", "Phone (retired) until"):  # fmt: skip
        assert column in names


def test_a_listing_that_is_gone_is_known_beforehand(web: Practice):
    gone = [row for row in web.world.rows if row.status == "vanished"]
    listings = {location.id: location.listings for location in web.world.locations}
    assert gone
    assert all(listings[row.location][row.directory] == row.url for row in gone)


def test_the_truth_file_is_the_truth_of_the_world(web: Practice):
    truth = json.loads((web.out / "truth.json").read_text(encoding="utf-8"))
    assert truth == json.loads(json.dumps(web.truth)) == httpx.get(f"{web.origin}/truth.json").json()
    assert truth["schema_version"] == "1"
    assert len(truth["rows"]) == len(web.world.rows)
    assert {site["port"] for site in truth["sites"]} < set(web.world.ports)


def test_the_settings_name_every_port(web: Practice):
    lines = dict(line.split("=", 1) for line in (web.out / "practice.env").read_text().splitlines())
    assert set(lines["CITATIONS_ALLOW_PRIVATE"].split(",")) == web.allow_private
    assert Path(lines["CITATIONS_DIRECTORIES"]) == web.directories.absolute()


def test_an_audit_with_the_settings_asks_nobody_real(web: Practice):
    lines = dict(line.split("=", 1) for line in (web.out / "practice.env").read_text().splitlines())
    catalog = load_catalog([web.directories])
    asked = choose(lines["CITATIONS_CHOICE"], read_locations(web.locations_file).locations, catalog)
    assert {each.id for each in asked} == {"own_website", *(site.id for site in web.world.sites)}


def test_the_index_names_sites_clients_and_truth(web: Practice):
    text = html.unescape(httpx.get(web.origin).text)
    for words in (*web.world.clients, *(site.name for site in web.world.sites), "/truth.json"):
        assert words in text
    assert httpx.get(f"{web.origin}/locations.csv").content == web.locations_file.read_bytes()


def test_the_same_world_writes_the_same_bytes_and_leaves_nothing_old_behind(tmp_path: Path):
    first, second = tmp_path / "first", tmp_path / "second"
    write_files(build(3, extra=True), second)
    for folder in (first, second):
        write_files(build(3), folder)
    written = [
        {file.relative_to(folder): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}
        for folder in (first, second)
    ]
    for files in written:
        files.pop(Path("practice.env"))
    assert written[0] == written[1]


def test_ports_follow_one_another_and_a_taken_one_is_named(tmp_path: Path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        taken = probe.getsockname()[1]
        with pytest.raises(OSError, match=f"port {taken} on loopback is taken"), serve(port=taken, out=tmp_path):
            pass


def test_the_same_ports_give_the_same_pages(tmp_path: Path):
    pages = []
    port = free_run(60)
    for _ in range(2):
        with serve(seed=8, locations=6, port=port, out=tmp_path) as web:
            assert web.origin.endswith(f":{port}")
            assert list(web.world.ports) == list(range(port, port + web.world.ports_used))
            urls = [web.origin, *(row.url for row in web.world.rows if row.status == "listed")]
            with httpx.Client() as client:
                pages.append([client.get(url).text for url in urls])
    assert pages[0] == pages[1]


def test_it_serves_until_it_is_interrupted(tmp_path: Path):
    serve_it = (
        "import sys; from pathlib import Path; from citations.practice import serve_forever;"
        "serve_forever(0, 1, 4, Path(sys.argv[1]), ready=lambda web: print(web.origin, flush=True))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", serve_it, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            origin = process.stdout.readline().strip()
            assert httpx.get(origin).status_code == 200
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 0
        finally:
            process.kill()
