"""Where listings' links lead: dead only when that was seen, told when they lead on to another site.

A directory, the business's own site and somebody else's stand on loopback; a listing goes the whole way of a check.
"""

import asyncio
import csv
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from citations import Batch, Location
from citations.audit import Checker, Looker
from citations.audit.follow import Follower
from citations.directory import Directory
from citations.models import Check
from citations.nap.link_end import address_to_follow
from citations.settings import Settings
from citations.web import EvidenceFolder, Visitor
from citations.words import FindingKind, Reason, Status
from tests.loopback import Answer, Site, site

BAKERY = Location("b1", "Harbor Lane Bakery", "12 Harbor Lane, Portland, OR 97201", "(503) 555-0111")
ORDINARY = "<h1>Good bread</h1><p>Baked every morning by people who live here, since many years.</p>"
ENDS = frozenset({FindingKind.DEAD_LINK, FindingKind.REDIRECTED_LINK})


def listing_page(link: str) -> str:
    return (
        "<h1>Harbor Lane Bakery</h1><p>12 Harbor Lane, Portland, OR 97201</p>"
        f"<a href='tel:+15035550111'>(503) 555-0111</a> <a href='{link}'>Website</a>"
    )


@dataclass
class Web:
    """Three sites; `answers` are those that are not ordinary, by address."""

    directory: Site
    ours: Site
    other: Site
    answers: dict[str, Answer]

    def real(self, text: str) -> str:
        """`text` with the sites' names as their addresses."""
        for name, served in (("DIRECTORY", self.directory), ("OURS", self.ours), ("OTHER", self.other)):
            text = text.replace(name, served.origin)
        return text


@contextmanager
def web(link: str, answers: str = "") -> Iterator[Web]:
    said: dict[str, Answer] = {}

    def of(name: str, otherwise: Answer) -> Callable[[str], Answer]:
        return lambda path: said.get(f"{name}{path}", (404, "") if path == "/robots.txt" else otherwise)

    with ExitStack() as open_sites:
        ours, other = (open_sites.enter_context(site(of(name, (200, ORDINARY)))) for name in ("OURS", "OTHER"))
        pages = open_sites.enter_context(site(lambda path: said.get(f"DIRECTORY{path}", (404, ""))))
        served = Web(pages, ours, other, said)
        for answer in filter(None, answers.split(" | ")):
            address, _, rest = answer.partition("=")
            status, _, page = rest.partition(" ")
            said[address] = (int(status), served.real(page).replace("%", "\n"))
        for number in (1, 2):
            said[f"DIRECTORY/biz/{number}"] = (200, listing_page(served.real(link)))
        yield served


def checks(served: Web, folder: Path, *numbers: int) -> list[Check]:
    """The checks of one location for each of these listings, in one run."""
    hosts = frozenset(each.host for each in (served.directory, served.ours, served.other))

    class Pages(Directory):
        id, name, domains = "pages", "Pages", (served.directory.host,)
        listing_pattern = r"/biz/\d+$"

    async def all_of_them() -> list[Check]:
        settings = Settings(allow_private=hosts, pace=0, timeout=5, max_redirects=4)
        async with Visitor(settings) as visitor:
            checker = Checker(Looker(visitor, settings, has_browser=False), EvidenceFolder(folder), Batch([BAKERY]))
            here = replace(BAKERY, website=served.real("OURS/"))
            known = [served.real(f"DIRECTORY/biz/{number}") for number in numbers]
            places = [replace(here, listings={"pages": url}) for url in known]
            return list(await asyncio.gather(*(checker.check(place, Pages()) for place in places)))

    return asyncio.run(all_of_them())


def rows() -> list[dict[str, str]]:
    with (Path(__file__).parents[1] / "examples" / "link_ends.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["case"])
def test_where_a_link_ends(tmp_path: Path, row: dict[str, str]) -> None:
    with web(row["link"], row["answers"]) as served:
        (check,) = checks(served, tmp_path, 1)
    assert check.status is Status.LISTED
    assert check.comparison is not None
    assert check.link is not None
    found = [finding for finding in check.comparison.findings if finding.kind in ENDS]
    assert [finding.kind.value for finding in found] == [row["finding"]] * bool(row["finding"])
    assert check.comparison.website.verdict == row["verdict"]
    assert check.link.is_dead == (row["finding"] == "dead_link")
    if found:
        said = found[0].reason.replace(",", "")
        assert row["says"] in said
        assert EvidenceFolder(tmp_path).facts(found[0].evidence)["url"] == check.link.url
        assert found[0].evidence == check.link.evidence
    else:
        assert (check.link.reason or "") == row["says"]
        assert check.link.evidence == ""


def test_an_address_is_visited_once_whoever_links_to_it(tmp_path: Path) -> None:
    with web("OURS/old", "OURS/old=404 no") as served:
        first, second = checks(served, tmp_path, 1, 2)
        assert served.ours.pages_asked == ["/old"]
    assert first.link == second.link
    assert first.link
    assert first.link.is_dead


def test_silence_is_not_death(tmp_path: Path) -> None:
    with web("http://127.0.0.1:9/", "") as served:
        (check,) = checks(served, tmp_path, 1)
    assert check.link
    assert not check.link.is_dead
    assert check.link.reason is Reason.NETWORK


@pytest.mark.parametrize(
    ("known", "beside", "is_dead"),
    [
        ({"pages.example.com"}, "https://pages.example.com/biz/1", True),
        (set(), "https://pages.example.com/biz/1", False),
        ({"pages.example.com"}, "http://127.0.0.1/biz/1", False),
        ({"pages.example.com", "gone.example.org"}, "https://pages.example.com/biz/1", False),
    ],
    ids=["no such host", "no network at all", "nothing to tell whether there is a network", "a host that is silent"],
)
def test_a_host_that_nobody_knows_is_dead_when_others_are_known(
    monkeypatch: pytest.MonkeyPatch, known: set[str], beside: str, is_dead: bool
) -> None:
    def dns(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        if host in known:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 9))]
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    async def follow() -> bool:
        async with Visitor(Settings(pace=0, timeout=5)) as visitor:
            followed = await Follower(visitor, lambda *_: None).follow("https://gone.example.org/", beside)
            return followed.visit.is_dead

    monkeypatch.setattr(socket, "getaddrinfo", dns)
    assert asyncio.run(follow()) is is_dead


@pytest.mark.parametrize(
    ("link", "followed"),
    [
        ("https://harborlane.com", "https://harborlane.com/"),
        ("harborlane.com/portland#top", "http://harborlane.com/portland"),
        ("https://harborlane.com/?utm_source=x&store=5&gclid=1", "https://harborlane.com/?store=5"),
        ("https://pages.com/out?url=https%3A%2F%2Fharborlane.com%2F", "https://harborlane.com/"),
        ("https://www.facebook.com/harborlane", ""),
        ("https://harborlane.example/", ""),
        ("mailto:bread@harborlane.com", ""),
        ("javascript:void(0)", ""),
        ("soon", ""),
    ],
)
def test_what_is_visited_of_a_link(link: str, followed: str) -> None:
    assert address_to_follow(link) == followed
