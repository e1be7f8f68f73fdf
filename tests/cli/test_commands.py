"""The commands as a person types them: what they print, where, and how they end."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from citations.cli.main import main
from citations.locations import read_locations
from citations.models import Address
from tests.cli.conftest import Type
from tests.loopback import site

LISTING = """<!doctype html><html><head><title>Harbor Lane Bakery</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "Bakery", "name": "Harbor Lane Bakery",
"telephone": "(503) 555-0111", "address": {"@type": "PostalAddress", "streetAddress": "12 Harbor Lane",
"addressLocality": "Portland", "addressRegion": "OR", "postalCode": "97201"}}</script></head>
<body><h1>Harbor Lane Bakery</h1><p>Fresh bread every morning.</p></body></html>"""

HEADER = "ID,Name,Address,City,State,ZIP,Phone,Website,Client\n"
GOOD_ROW = "p1,Harbor Lane Bakery,12 Harbor Lane,Portland,OR,97201,(503) 555-0111,{website},Harbor\n"
BAD_ROW = "p2,Old Mill Dental,77 Mill Street,Portland,OR,97205,12,,Harbor\n"


def wrong_use(words: Sequence[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """What standard error says of a command that must end with 2."""
    monkeypatch.setattr("sys.argv", ["citations", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    return capsys.readouterr().err


def test_an_audit_with_a_refused_row_names_it_and_ends_with_1(
    home: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    with site(lambda path: (200, LISTING) if path == "/" else (404, "")) as own:
        monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", own.host)
        (home / "l.csv").write_text(HEADER + GOOD_ROW.format(website=own.origin) + BAD_ROW, encoding="utf-8")
        result = type_("audit", "l.csv", "--directories", "own_website", "--json")
    assert result.exit_code == 1
    for word in ("line 3", "Phone", "12"):
        assert word in result.stderr
    assert [check["status"] for check in json.loads(result.stdout)["checks"]] == ["listed"]


def test_no_usable_row_ends_with_2_and_starts_nothing(home: Path, type_: Type) -> None:
    (home / "l.csv").write_text(HEADER + BAD_ROW, encoding="utf-8")
    result = type_("audit", "l.csv")
    assert result.exit_code == 2
    assert "nothing was started" in result.stderr
    assert not (home / "home").exists()


def test_a_listing_of_no_directory_is_named(home: Path, type_: Type) -> None:
    """By its id or by its address a listing finds its directory; any other is told, with the id that was meant."""
    heading = HEADER.replace("Client", "Client,Four square URL,TripAdvisor listing,Nowhere URL,Elsewhere URL")
    row = GOOD_ROW.format(website="").replace(",Harbor\n", ",Harbor,https://example.com/4,,https://nowhere.example/1,")
    (home / "l.csv").write_text(heading + row + "https://www.tripadvisor.com/biz\n", encoding="utf-8")
    result = type_("audit", "l.csv", "--directories", "own_website")
    assert result.exit_code == 0, result.output
    assert "listings of 'four_square' are not looked at (1, such as https://example.com/4)" in result.stderr
    assert "'Listing foursquare' if that is meant" in result.stderr
    assert "listings of 'nowhere' are not looked at (1, such as https://nowhere.example/1)" in result.stderr
    assert "elsewhere" not in result.stderr
    assert "tripadvisor" not in result.stderr.lower()


def test_brackets_in_names_are_text(home: Path, type_: Type) -> None:
    row = GOOD_ROW.format(website="").replace("p1", "A[/1]").replace("Harbor Lane Bakery", "Harbor [/b] Lane [red]")
    (home / "l.csv").write_text(HEADER + row, encoding="utf-8")
    result = type_("audit", "l.csv", "--directories", "own_website")
    assert result.exit_code == 0, result.output
    assert "Harbor [/b] Lane [red]" in result.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["audit", "nowhere.csv"], "nowhere.csv"),
        (["audit", "l.csv", "--directories", "no_such"], "no directory with the id no_such"),
        (["directories", "show", "no_such"], "no directory with the id no_such"),
    ],
)
def test_wrong_use_ends_with_2_and_a_sentence(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    (home / "l.csv").write_text(HEADER + GOOD_ROW.format(website=""), encoding="utf-8")
    assert said in wrong_use(words, monkeypatch, capsys)


def test_a_setting_that_cannot_be_read_is_named(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITATIONS_PACE", "soon")
    result = type_("directories", "list")
    assert result.exit_code == 2
    assert "CITATIONS_PACE" in result.stderr
    assert "soon" in result.stderr


def test_read_prints_what_a_saved_page_says(home: Path, type_: Type) -> None:
    (home / "page.html").write_text(LISTING, encoding="utf-8")
    result = type_("read", "page.html", "--url", "https://bakery.example/", "--json")
    (listing,) = json.loads(result.stdout)["listings"]
    assert (listing["name"], list(listing["phones"])) == ("Harbor Lane Bakery", ["(503) 555-0111"])


def test_read_visits_an_address(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    with site(lambda path: (200, LISTING) if path == "/shop" else (404, "")) as own:
        monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", own.host)
        result = type_("read", f"{own.origin}/shop")
    assert result.exit_code == 0
    assert "12 Harbor Lane" in result.stdout


def test_read_refuses_a_private_address_that_is_not_allowed(type_: Type) -> None:
    with site(lambda _path: (200, LISTING)) as own:
        result = type_("read", own.origin)
    assert result.exit_code == 1
    assert "CITATIONS_ALLOW_PRIVATE" in result.stdout
    assert own.asked == []


def test_directories_are_listed_with_what_is_known_of_them(type_: Type) -> None:
    result = type_("directories", "list")
    assert result.exit_code == 0
    assert "never checked live" in result.stdout


def test_a_new_directory_file_loads(home: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    assert type_("directories", "new", "Example Pages", "directory.example", "--in", "mine").exit_code == 0
    monkeypatch.setenv("CITATIONS_DIRECTORIES", "mine")
    assert "example_pages" in type_("directories", "list").stdout


def test_doctor_names_what_is_there(type_: Type) -> None:
    result = type_("doctor")
    assert result.exit_code == 0
    for what in ("Python", "browser", "database", "home folder", "API of OpenStreetMap"):
        assert what in result.stdout


def test_doctor_says_how_to_get_what_is_missing(type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITATIONS_BROWSER", "/nowhere/chromium")
    result = type_("doctor")
    assert result.exit_code == 1
    assert "missing  browser" in result.stdout


BRANCHES = """<script type="application/ld+json">{"@graph": [{"@type": "Organization", "name": "Oak Group"},
{"@type": "Dentist", "name": "Oak Dental North", "telephone": "+1 617 555 0144", "openingHours": "Mo-Fr 09:00-17:00",
"url": "/north", "address": {"@type": "PostalAddress", "streetAddress": "1 Oak St", "addressLocality": "Boston",
"addressRegion": "MA", "postalCode": "02134", "addressCountry": "US"}},
{"@type": "Dentist", "name": "Oak Dental South", "telephone": "(617) 555-0145",
"address": {"@type": "PostalAddress", "streetAddress": "2 Elm St", "addressLocality": "Boston",
"addressRegion": "MA", "postalCode": "02135"}}]}</script><h1>Our offices</h1>"""


@pytest.mark.parametrize("words", [(), ("--json",)])
def test_a_site_s_own_data_are_a_locations_file_to_begin_with(
    words: tuple[str, ...], home: Path, type_: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    with site(lambda path: (200, BRANCHES) if path == "/offices" else (404, "")) as own:
        monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", own.host)
        result = type_("read", f"{own.origin}/offices", "--as-location", *words)
    assert result.exit_code == 0, result.output
    (home / "places").write_text(result.stdout, encoding="utf-8")
    read = read_locations(home / "places")
    assert (read.refusals, read.notes, read.ignored_columns) == ((), (), ())
    assert [(place.name, place.phone, place.website) for place in read.locations] == [
        ("Oak Dental North", "+1 617 555 0144", f"{own.origin}/north"),
        ("Oak Dental South", "(617) 555-0145", f"{own.origin}/"),
    ]
    north = read.locations[0]
    assert north.address == Address("1 Oak St", city="Boston", region="MA", postcode="02134", country="US")
    assert north.hours == "Mo-Fr 09:00-17:00"
    assert "1. Oak Dental North: name, address, phone, website, hours, country from json-ld." in result.stderr
    assert "Not on the page: hours" in result.stderr
    audited = type_("audit", "places", "--directories", "own_website", "--json")
    assert [check["location"] for check in json.loads(audited.stdout)["checks"]] == [
        place.id for place in read.locations
    ]


def test_a_page_without_a_place_gives_no_locations_file(home: Path, type_: Type) -> None:
    (home / "p.html").write_text("<h1>Under construction</h1>", encoding="utf-8")
    result = type_("read", "p.html", "--as-location")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no place with a name" in result.stderr
    assert type_("read", "p.html", "--as-location", "--country", "Atlantis").exit_code == 2
