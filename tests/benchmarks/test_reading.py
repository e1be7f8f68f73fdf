"""Pages read per second, against extruct reading every syntax it knows from the same pages."""

from collections.abc import Callable

import extruct
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from citations.pages import read_page
from citations.practice import build

Pages = list[tuple[str, str]]


@pytest.fixture(scope="module")
def pages() -> Pages:
    """(address, document) of profile pages of the practice web with markup of every kind."""
    world = build(seed=3, locations=16)
    sites = {site.id: site for site in world.sites}
    listed = [row for row in world.rows if row.url and row.shown and row.directory in sites]
    shown = [row for row in listed if row.directory in ("practice_townfolk", "practice_quarry", "practice_lantern")]
    return [(row.url, _body(sites[row.directory].answer, row.url)) for row in shown]


def _body(answer: Callable[..., object], url: str) -> str:
    path, _, query = url.removeprefix("http://").partition("/")[2].partition("?")
    return str(getattr(answer(f"/{path}", query, 1), "body"))  # noqa: B009


@pytest.mark.benchmark(group="reading")
def test_read_page(benchmark: BenchmarkFixture, pages: Pages) -> None:
    readings = benchmark(lambda: [read_page(html, url) for url, html in pages])
    assert all(reading.listings for reading in readings)


@pytest.mark.benchmark(group="reading")
def test_extruct_with_every_syntax(benchmark: BenchmarkFixture, pages: Pages) -> None:
    found = benchmark(lambda: [extruct.extract(html, base_url=url) for url, html in pages])
    assert len(found) == len(pages)
