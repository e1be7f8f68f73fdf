"""A page may be anything: reading it never raises, never takes forever, never says what is not on it."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from citations.models import Listing, Reading
from citations.pages import read_page
from citations.pages.addresses import MOST_CANDIDATES, find_addresses
from citations.pages.encoding import decode
from citations.pages.jsonld import parse
from citations.pages.text import visible_lines
from citations.postal import Address
from tests.pages.directories import KNOWN
from tests.pages.on_the_page import not_on_the_page
from tests.reading_quality.pages import rows
from tests.shared_data import PAGES as PAGES_OF_OTHERS

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.html"))
PAGES = [file.read_bytes() for file in FIXTURES]
URL = "https://town.example/biz/a1"
DIRECTORIES = st.sampled_from([None, *KNOWN.values()])
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(st.binary(max_size=2_000), DIRECTORIES, st.integers(0, 999), st.text(max_size=40))
def test_any_bytes(body: bytes, directory: object, status: int, url: str) -> None:
    reading = read_page(body, url, directory, status=status, headers={"Content-Type": url})  # type: ignore[arg-type]
    assert isinstance(reading, Reading)


@FEW
@given(st.sampled_from(PAGES), st.data(), DIRECTORIES)
def test_any_page_cut_and_mixed(body: bytes, data: st.DataObject, directory: object) -> None:
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(body)), st.integers(0, len(body)))))
    inserted = data.draw(st.binary(max_size=20))
    mixed = body[:start] + inserted + body[end:] + data.draw(st.sampled_from(PAGES))
    page = mixed.decode(errors="replace")
    assert not_on_the_page(page, read_page(page, URL, directory)) == []  # type: ignore[arg-type]


def test_a_value_that_is_not_on_the_page_would_be_found() -> None:
    page = "<h1>Harbor Lane Bakery</h1><p>12 Harbor Lane, Portland, OR 97201</p>"
    made_up = Listing(name="Mill Street Bakery", address=Address("Harbor Lane", "14"))
    assert not_on_the_page(page, Reading((made_up,))) == ["Mill Street Bakery", "14"]
    assert not_on_the_page(page, read_page(page, URL)) == []
    assert len(read_page(page, URL)) == 1


REAL = [PAGES_OF_OTHERS / row["file"] for row in rows(PAGES_OF_OTHERS / "truth_pages.csv")]


@pytest.mark.skipif(not REAL, reason="the shared data is not here")
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_real_pages_cut_and_mixed(data: st.DataObject) -> None:
    one, other = (decode(data.draw(st.sampled_from(REAL)).read_bytes(), "") for _ in range(2))
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(one)), st.integers(0, len(one)))))
    at = data.draw(st.integers(0, len(other)))
    page = (
        one[:start]
        + data.draw(st.sampled_from(["", "<", '"', "<script>", "</div>", "<!--", other[at : at + 5_000]]))
        + one[end:]
    )
    assert not_on_the_page(page, read_page(page, URL, KNOWN["own_website"])) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(
        ["@type", "@graph", "@id", "name", "address", "telephone", "url", "sameAs", "geo", "location", "openingHours",
         "openingHoursSpecification", "contactPoint", "streetAddress", "latitude", "dayOfWeek", "itemListElement"]
    ), inner, max_size=5),
    max_leaves=15,
)  # fmt: skip


@FEW
@given(JSON)
def test_any_json_in_a_business(value: object) -> None:
    item = {"@type": "Bakery", "name": "Harbor Lane Bakery", "telephone": "503-555-0111"}
    text = json.dumps({**item, **value} if isinstance(value, dict) else [item, value])
    page = f"<h1>Harbor Lane Bakery</h1><script type='application/ld+json'>{text.replace('<', '')}</script>"
    assert isinstance(read_page(page, URL, KNOWN["town"]), Reading)


@given(st.text())
def test_any_text_as_a_block(text: str) -> None:
    assert isinstance(parse(text), list)


@given(st.text(alphabet=st.characters(codec="utf-8")).filter(lambda text: "\x00" not in text))
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode(), "text/html; charset=utf-8").lstrip("\ufeff") == text.lstrip("\ufeff")


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("<meta charset='utf-8'><h1>Bäckerei</h1>".encode(), ""),
        ("<h1>Bäckerei</h1>".encode("utf-8-sig"), "text/html; charset=iso-8859-1"),
        ("<h1>Bäckerei</h1>".encode("cp1252"), "text/html; charset=ISO-8859-1"),
        (
            "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'><h1>Bäckerei</h1>".encode(
                "cp1252"
            ),
            "",
        ),
        ("<h1>Bäckerei</h1>".encode("cp1252"), ""),
        ("<h1>Bäckerei</h1>".encode("utf-16"), "text/html"),
        ("<h1>Bäckerei</h1>".encode(), "text/html; charset=no-such-thing"),
    ],
)
def test_encoding(body: bytes, content_type: str) -> None:
    assert "Bäckerei" in decode(body, content_type)


SIZE, BOUND = 5_000_000, 2.0  # characters; seconds of the processor


def full_of(text: str) -> str:
    """Five megabytes of `text`."""
    return text * (SIZE // len(text))


HOSTILE = {
    "deep nesting": lambda: full_of("<div>") + "503-555-0111",
    "deep nesting of formatting": lambda: full_of("<b><i>"),
    "one huge attribute": lambda: f"<div title='{full_of('x')}'>503-555-0111</div>",
    "attributes without end": lambda: f"<div {' '.join(f'a{n}=1' for n in range(400_000))}>",
    "attributes whose values are tags": lambda: "<div " + " ".join(f"a{n}='<b>'" for n in range(300_000)) + ">",
    "deep JSON": lambda: f"<script type='application/ld+json'>{full_of('[')}</script>",
    "deep businesses": lambda: "<script type='application/ld+json'>" + full_of('{"@type":"Bakery","a":') + "</script>",
    "very many businesses": lambda: (
        "<script type='application/ld+json'>["
        + ",".join(f'{{"@type":"Bakery","name":"B {n}","telephone":"503-555-0{n % 1_000}"}}' for n in range(75_000))
        + "]</script>"
    ),
    "unclosed comments in JSON": lambda: f"<script type='application/ld+json'>{{{full_of('/*')}</script>",
    "state that never closes": lambda: "<script>" + full_of('={"a":') + "</script>",
    "blanks in JSON": lambda: f"<script type='application/ld+json'>{{{full_of(' ,')}x</script>",
    "one endless word": lambda: "<p>" + full_of("accept"),
    "digits without end": lambda: "<p>" + full_of("503-555-"),
    "commas without end": lambda: "<p>" + full_of(", "),
    "a title without end": lambda: f"<title>{full_of(' | access')}</title><h1>Harbor Lane</h1>",
    "numbers in many lines": lambda: full_of("<p>503-555-0111, 12 Main St</p>"),
    "ends of addresses": lambda: full_of("<p>12345 Portland of the of the, OR 97201</p>"),
    "labelled numbers": lambda: full_of("<p>Phone: 503-555-0111</p>"),
    "many scopes": lambda: full_of("<div itemscope itemtype='https://schema.org/Bakery'><b itemprop=name>x</b></div>"),
    "many links": lambda: full_of("<a href='/biz/a1'>Website</a><a href='https://x.example/'>Next</a>"),
    "scripts without end": lambda: full_of("<script>"),
    "headings of others": lambda: full_of("<div><h2>Similar</h2></div>"),
    "options without end": lambda: "<select>" + full_of("<option>12 Harbor Lane</option>"),
    "paragraphs without end": lambda: full_of("<p>"),
    "many maps": lambda: full_of("<a href='https://maps.google.com/?q=12+Harbor+Lane,+Portland,+OR+97201'>map</a>"),
    "text": lambda: full_of("<p>Bread and rolls, and what goes with them. </p><p>"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_five_megabytes_of_nonsense_take_no_longer_than_two_seconds(name: str) -> None:
    page = HOSTILE[name]()
    assert any(_seconds(page) < BOUND for _ in range(3))  # other work on the machine may slow one down


def _seconds(page: str) -> float:
    start = time.process_time()
    assert isinstance(read_page(page, URL, KNOWN["own_website"]), Reading)
    return time.process_time() - start


def test_of_very_many_addresses_only_so_many_are_read() -> None:
    page = "".join(f"<p>{number} Harbor Lane, Portland, OR 97201</p>" for number in range(3 * MOST_CANDIDATES))
    found = list(find_addresses(visible_lines(LexborHTMLParser(page).body), ("US",)))
    assert len(found) == MOST_CANDIDATES
