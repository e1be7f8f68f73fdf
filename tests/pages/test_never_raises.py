"""A page may be anything: reading it never raises, never takes forever, never says what is not on it."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from citations.models import Reading
from citations.pages import read_page
from citations.pages.addresses import MOST_CANDIDATES, find_addresses
from citations.pages.encoding import decode
from citations.pages.jsonld import parse
from citations.pages.text import visible_lines
from tests.pages.directories import KNOWN

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
    assert isinstance(read_page(mixed, URL, directory), Reading)  # type: ignore[arg-type]


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


HOSTILE = {
    "deep nesting": "<div>" * 100_000 + "503-555-0111",
    "deep nesting of formatting": "<b><i>" * 50_000,
    "deep JSON": "<script type='application/ld+json'>" + "[" * 100_000 + "</script>",
    "deep objects": "<script type='application/ld+json'>" + '{"a":' * 500 + "1" + "}" * 500 + "</script>",
    "unclosed comments in JSON": "<script type='application/ld+json'>{" + "/*" * 200_000 + "</script>",
    "blank lines in JSON": "<script type='application/ld+json'>{" + "\n" * 200_000 + "x</script>",
    "one endless word": "<p>" + "accept" * 200_000,
    "digits without end": "<p>" + "503-555-" * 200_000,
    "numbers in many lines": "<p>503-555-0111, 12 Main St</p>" * 25_000,
    "many labelled numbers": "".join(f"<p>Phone: 503-{200 + n % 799}-{n % 10_000:04}</p>" for n in range(20_000)),
    "many scopes": "<div itemscope itemtype='https://schema.org/Bakery'><b itemprop=name>x</b></div>" * 15_000,
    "many links": "<a href='/biz/a1'>Website</a><a href='https://x.example/'>Next</a>" * 15_000,
    "eight megabytes of text": "<p>" + "Bread and rolls, and what goes with them. </p><p>" * 163_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_take_no_longer_than_a_visit(name: str) -> None:
    start = time.process_time()
    assert isinstance(read_page(HOSTILE[name], URL, KNOWN["own_website"]), Reading)
    assert time.process_time() - start < 15


def test_of_very_many_addresses_only_so_many_are_read() -> None:
    page = "".join(f"<p>{number} Harbor Lane, Portland, OR 97201</p>" for number in range(3 * MOST_CANDIDATES))
    found = list(find_addresses(visible_lines(LexborHTMLParser(page).body), ("US",)))
    assert len(found) == MOST_CANDIDATES
