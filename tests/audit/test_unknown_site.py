"""A directory file written only from the example in the documentation works on a site nobody has seen.

The site's markup and the businesses on it are invented here; the file is the documented example with
another host, word for word.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, unquote_plus, urlsplit

import pytest
from typer.testing import CliRunner

from citations.cli import cli
from tests.loopback import Answer, Site, site

# ruff: noqa: E501  (the documented example is kept as it is printed)
EXAMPLE = """
from citations.directory import Directory, Search

class ExamplePages(Directory):
    id = "example_pages"
    name = "Example Pages"
    domains = ("{host}",)
    countries = ("US",)
    tier = 2
    access = "auto"
    searches = (Search("http://{host}/search?q={{name}}&where={{city}}", needs=("name", "city"), evidence="working_scrapers"),)
    results_marker = "h1"
    no_results = ("No results found",)
    final_url_must_contain = "{{name_slug}}"
    card = "article.hit"
    sponsored = ".ad"
    listing_pattern = r"http://{pattern}/biz/(?P<id>\\w+)"
    fields = {{"phone": "a.tel@href"}}
    submit_url = "http://{host}/add"
"""

LISTINGS = {
    "a1": ("Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201", "503-555-0111"),
    "a2": ("Old Mill Dental Care", "77 Mill Street Suite 4, Portland, OR 97205", "503-555-0122"),
    "a3": ("Harbor Lane Boats", "15 Harbor Lane, Portland, OR 97201", "503-555-0133"),
}


def page(title: str, body: str) -> str:
    return f"<!doctype html><html><head><title>{title}</title></head><body>{body}</body></html>"


def answer(path: str) -> Answer:
    parts = urlsplit(path)
    if parts.path == "/search":
        return 200, results(parse_qs(parts.query).get("q", [""])[0])
    if parts.path.startswith("/biz/") and parts.path[5:] in LISTINGS:
        return 200, profile(parts.path[5:])
    return 404, page("Not found", "<p>There is nothing here.</p>")


def results(query: str) -> str:
    words = {word.lower() for word in re.findall(r"\w{4,}", query)}
    hits = [key for key, (name, _, _) in LISTINGS.items() if words & set(name.lower().split())]
    cards = "".join(
        f'<article class="hit"><h2><a href="/biz/{key}">{LISTINGS[key][0]}</a></h2><p>{LISTINGS[key][1]}</p></article>'
        for key in hits
    )
    ad = '<article class="hit ad"><h2><a href="/biz/a2">Sponsored: Old Mill</a></h2></article>' if hits else ""
    return page(f"{query} - search", f"<h1>Results for {query}</h1>{ad}{cards or '<p>No results found</p>'}")


def profile(key: str) -> str:
    name, address, phone = LISTINGS[key]
    return page(
        name,
        f"<h1>{name}</h1><div class='where'>{address}</div>"
        f"<a class='tel' href='tel:+1{phone.replace('-', '')}'>Call now</a>"
        "<footer>Questions about this directory? Call 800-555-0100</footer>",
    )


@pytest.fixture
def strange_site() -> Iterator[Site]:
    with site(answer) as served:
        yield served


@pytest.fixture
def audited(strange_site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, dict]:
    """The checks of an audit of four businesses on the strange site, by location id."""
    folder = tmp_path / "mine"
    folder.mkdir()
    source = EXAMPLE.format(host=strange_site.host, pattern=re.escape(strange_site.host))
    (folder / "example_pages.py").write_text(source, encoding="utf-8")
    locations = tmp_path / "locations.csv"
    locations.write_text(
        "ID,Name,Address,City,State,ZIP,Phone\n"
        "right,Harbor Lane Bakery,12 Harbor Lane,Portland,OR,97201,(503) 555-0111\n"
        "phone,Old Mill Dental Care,77 Mill St Ste 4,Portland,OR,97205,(503) 555-0199\n"
        "unit,Harbor Lane Boats,15 Harbor Ln Ste 2,Portland,OR,97201,(503) 555-0133\n"
        "books,Quiet Corner Books,9 Elm Street,Portland,OR,97210,(503) 555-0144\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("CITATIONS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("CITATIONS_DIRECTORIES", str(folder))
    monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", strange_site.host)
    monkeypatch.setenv("CITATIONS_PACE", "0")
    command = ["audit", str(locations), "--directories", "example_pages", "--out", str(tmp_path / "out"), "--json"]
    result = CliRunner().invoke(cli, command, catch_exceptions=False)
    assert result.exit_code == 0, result.stderr
    return {check["location"]: check for check in json.loads(result.stdout)["checks"]}


def test_every_business_gets_its_right_answer(audited: dict[str, dict]) -> None:
    statuses = {name: check["status"] for name, check in audited.items()}
    assert statuses == {"right": "listed", "phone": "listed", "unit": "listed", "books": "not_listed"}


def test_the_listing_is_read_from_its_own_page(audited: dict[str, dict], strange_site: Site) -> None:
    assert audited["right"]["url"] == f"{strange_site.origin}/biz/a1"
    assert audited["right"]["listing"]["name"] == "Harbor Lane Bakery"
    assert [phone[-10:] for phone in audited["right"]["listing"]["phones"]] == ["5035550111"]


def test_the_verdicts_are_those_of_a_person(audited: dict[str, dict]) -> None:
    def verdicts(name: str) -> dict[str, str]:
        return {field: audited[name]["comparison"][field]["verdict"] for field in ("name", "address", "phone")}

    assert verdicts("right") == {"name": "same", "address": "same", "phone": "formatting"}
    assert verdicts("phone") == {"name": "same", "address": "formatting", "phone": "different"}
    assert verdicts("unit")["address"] == "incomplete"


def test_nothing_is_asked_twice_without_need(audited: dict[str, dict], strange_site: Site) -> None:
    searches = [unquote_plus(path) for path in strange_site.pages_asked if path.startswith("/search")]
    assert len(searches) == len(set(searches)) == 4
