"""One event loop in a thread of its own, so that these tests run beside pytest-playwright's."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from typing import Any, TypeVar

import pytest

from citations.models import Page
from citations.settings import Settings
from citations.web import Visitor, find_chromium

T = TypeVar("T")
Run = Callable[[Coroutine[Any, Any, T]], T]


@pytest.fixture(scope="session")
def run() -> Iterator[Run[Any]]:
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield lambda work: asyncio.run_coroutine_threadsafe(work, loop).result(60)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)
    loop.close()


Visit = Callable[..., Page]


@pytest.fixture
def visit(run: Run[Any]) -> Visit:
    """One visit by a visitor of its own: `visit(settings, url, browser=True)`."""

    async def once(settings: Settings, url: str, **how: Any) -> Page:
        async with Visitor(settings) as visitor:
            return await visitor.visit(url, **how)

    return lambda settings, url, **how: run(once(settings, url, **how))


@pytest.fixture(scope="session")
def visitor(run: Run[Any]) -> Iterator[Visitor]:
    """A visitor that all tests share which need nothing special, since starting a browser takes its time."""

    async def enter() -> Visitor:
        return Visitor(Settings(_env_file=None, pace=0, allow_private=frozenset({"127.0.0.1:*"})))

    shared = run(enter())
    yield shared
    run(shared.__aexit__(None, None, None))


@pytest.fixture
def browse(run: Run[Any], visitor: Visitor) -> Callable[..., Page]:
    """One visit with the shared visitor's browser: `browse(url)`."""
    return lambda url, **how: run(visitor.visit(url, browser=True, **how))


@pytest.fixture(scope="session", autouse=True)
def _browser_is_there() -> None:
    assert find_chromium(Settings(_env_file=None)), "these tests need Chromium: citations doctor --get-browser"
