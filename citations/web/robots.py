"""robots.txt, obeyed as RFC 9309 says: fetched once per origin and run, tested on the whole URL."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

import httpx
from protego import Protego

from citations.models import Obstacle
from citations.web.agent import NAME
from citations.web.hop import Hop
from citations.words import Reason

LARGEST = 500 * 1024
# RFC 9309: a group is for a product token, so "citations bot 1.0" is for citations (2.2.1); lines that a parser does
# not know change nothing (2.2.4).
_FURTHER_WORDS = re.compile(r"^([ \t]*user[- ]?agent[ \t]*:[ \t]*[a-z_-]+)[^\r\n#]*", re.IGNORECASE | re.MULTILINE)
_UNKNOWN = re.compile(
    r"^(?![ \t]*(user|allow|dis|dissa|disa|crawl|request|visit|site|host|#))[^\r\n]*$", re.IGNORECASE | re.MULTILINE
)
MOST_REDIRECTS = 5
LONGEST_DELAY = 120.0
SECONDS_BEFORE_ASKING_AGAIN = 60.0


class Rules(Protocol):
    """What one robots.txt says to us."""

    def can_fetch(self, url: str, user_agent: str) -> bool:
        """True when the URL may be visited."""

    def crawl_delay(self, user_agent: str) -> float | None:
        """The seconds between two requests that the site asks for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Rules, or the obstacle that forbids everything until `until` on the loop's clock."""

    rules: Rules
    obstacle: Obstacle | None = None
    until: float = float("inf")

    def forbids(self, url: str) -> Obstacle | None:
        """The obstacle that robots.txt is to a visit of `url`, if any."""
        if self.obstacle:
            return self.obstacle
        if self.delay > LONGEST_DELAY:
            return Obstacle(Reason.ROBOTS, f"the site's robots.txt asks for {self.delay:.0f} s between visits")
        if self.rules.can_fetch(url, NAME):
            return None
        return Obstacle(Reason.ROBOTS, "the site's robots.txt asks programs not to visit this address")

    @property
    def delay(self) -> float:
        """The crawl delay asked for, in seconds."""
        asked = float(self.rules.crawl_delay(NAME) or 0.0)
        return asked if asked >= 0 else 0.0


class Robots:
    """The robots.txt of each origin, fetched with `fetch` (one paced request, not following redirects)."""

    def __init__(self, fetch: Callable[[str], Awaitable[Hop]]) -> None:
        self._fetch = fetch
        self._answers: dict[str, Answer] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    async def ask(self, url: str) -> Answer:
        """What the robots.txt that governs `url` says."""
        robots_url = str(httpx.URL(url).copy_with(raw_path=b"/robots.txt", fragment=None))
        async with self._locks.setdefault(robots_url, asyncio.Lock()):
            known = self._answers.get(robots_url)
            if known is None or known.until < asyncio.get_running_loop().time():
                known = self._answers[robots_url] = await self._read(robots_url)
            return known

    def forget_silences(self) -> None:
        """Fetch again what did not come."""
        silent = [url for url, known in self._answers.items() if known.obstacle and known.obstacle.reason.is_silence]
        for url in silent:
            del self._answers[url]

    async def _read(self, url: str) -> Answer:
        hop = await self._fetch(url)
        for _ in range(MOST_REDIRECTS):
            if not hop.redirect:
                break
            hop = await self._fetch(hop.redirect)
        obstacle = _unreachable(hop)
        if obstacle:
            until = asyncio.get_running_loop().time() + SECONDS_BEFORE_ASKING_AGAIN
            return Answer(parse(""), obstacle, until)
        return Answer(parse(hop.body.decode("utf-8-sig", "replace") if 200 <= hop.status < 300 else ""))


def parse(text: str) -> Rules:
    """The rules in the text of a robots.txt. Never raises: what cannot be read is no rule."""
    text = _FURTHER_WORDS.sub(r"\1", _UNKNOWN.sub("", text))
    rules: Rules = Protego.parse(text)
    return rules


def _unreachable(hop: Hop) -> Obstacle | None:
    """RFC 9309, 2.3.1.4: a robots.txt that cannot be reached forbids everything; one that is not there, nothing."""
    if hop.obstacle and not hop.body:
        return Obstacle(hop.obstacle.reason, f"robots.txt: {hop.obstacle.detail}")
    if hop.status >= 500:
        return Obstacle(Reason.ROBOTS, f"robots.txt answers {hop.status}, which has to be read as a refusal for now")
    return None
