"""Two sister locations and the listings that fit both: each listing ends as one location's, whole audits long."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from citations import Location
from citations.audit import begin, run
from citations.audit.assist import Desk, doubts
from citations.directory import Directory, Search
from citations.models import Check
from citations.settings import Settings
from citations.store import AuditInfo, Store, Tally
from citations.web import EvidenceFolder
from citations.words import FindingKind, Said, Status
from tests.audit.test_search import card, results
from tests.loopback import Answer, site

NORTH = Location(
    "north", "Harbor Lane Bakery", "12 Harbor Lane Ste 1, Portland, OR 97201", "503-555-0111", client="HLB"
)
SOUTH = replace(NORTH, id="south", address="12 Harbor Lane Ste 2, Portland, OR 97201", phone="503-555-0122")
EITHER = "<h1>Harbor Lane Bakery</h1><p>12 Harbor Lane, Portland, OR 97201</p>"


@dataclass(frozen=True)
class Audited:
    """An audit of both."""

    store: Store
    audit: AuditInfo
    directory: Directory
    settings: Settings

    @property
    def checks(self) -> dict[str, Check]:
        return {check.location: check for check in self.store.checks(self.audit.id)}

    def say(self, place: Location, word: Said, url: str) -> None:
        """What a person says at a desk that was just opened."""
        self.desk.say((place.id, "pages"), word, url)

    @property
    def desk(self) -> Desk:
        """A desk that was just opened."""
        return Desk(self.store, self.audit, {"pages": self.directory}, EvidenceFolder(self.settings.evidence_folder))


class Died(BaseException):
    """The process is gone."""


class Dying(Store):
    """A store whose process dies when it would keep one check more than `left`."""

    left = 0

    def save(self, audit: int, check: Check, tally: Tally) -> None:
        if self.left == 0:
            raise Died
        self.left -= 1
        super().save(audit, check, tally)


def audited(
    folder: Path, pages: dict[str, str], ours: Iterable[tuple[Location, str]] = (), dies_after: int | None = None
) -> Audited:
    """An audit of a site with these listings, after a person said which are `ours`.

    With `dies_after` it dies when it has kept so many checks, and is gone on with by another process.
    """
    shown = results(*(card(int(number), "Harbor Lane Bakery") for number in pages))

    def answer(path: str) -> Answer:
        number = path.removeprefix("/biz/")
        return shown if path.startswith("/search") else (200, pages[number]) if number in pages else (404, "")

    with site(answer) as served:

        class Pages(Directory):
            id, name, domains = "pages", "Pages", (served.host,)
            searches = (Search(f"{served.origin}/search?q={{name}}", evidence="live_probe"),)
            results_marker, card, listing_pattern = "h1.found", "article.hit", r"/biz/\d+$"

        settings = Settings(home=folder, allow_private=frozenset({served.host}), pace=0, timeout=10)
        store = Store(settings.database)
        for place, path in ours:
            store.people.say("places.csv", place, "pages", Said.OURS, served.origin + path)
        audit = begin(store, "places.csv", (NORTH, SOUTH), (Pages(),), settings)
        if dies_after is not None:
            dying = Dying(settings.database)
            dying.left = dies_after
            with suppress(Died):
                asyncio.run(run(dying, audit, (NORTH, SOUTH), (Pages(),), settings))
            dying.close()
        assert asyncio.run(run(store, audit, (NORTH, SOUTH), (Pages(),), settings)) == ()
        return Audited(store, audit, Pages(), settings)


def where(check: Check) -> tuple[Status, str]:
    return check.status, check.url.partition("/biz/")[2]


def test_a_listing_that_fits_both_is_neithers_until_a_person_says_so(tmp_path: Path) -> None:
    checks = audited(tmp_path, {"1": EITHER}).checks
    for check in checks.values():
        assert (check.status, [listing.url[-1] for listing in check.candidates]) == (Status.AMBIGUOUS, ["1"])
    assert "/biz/1: it fits Harbor Lane Bakery (Ste 2) as well" in checks["north"].detail


@pytest.mark.parametrize("dies_after", [None, 0, 1, 2, 3, 4])
@pytest.mark.parametrize(
    ("pages", "north"),
    [({"1": EITHER, "2": EITHER}, (Status.LISTED, "2")), ({"1": EITHER}, (Status.NOT_LISTED, ""))],
    ids=["the other listing is left", "nothing is left"],
)
def test_who_loses_a_listing_is_looked_for_past_it(
    tmp_path: Path, pages: dict[str, str], north: tuple[Status, str], dies_after: int | None
) -> None:
    """Whenever the process dies that does it."""
    checks = audited(tmp_path, pages, [(SOUTH, "/biz/1")], dies_after).checks
    assert where(checks["south"]) == (Status.LISTED, "1")
    assert where(checks["north"]) == north
    for check in checks.values():
        assert check.candidates == ()
        assert FindingKind.DUPLICATE not in [f.kind for f in check.comparison.findings] if check.comparison else True


def test_what_is_ours_by_a_persons_word_is_no_sisters_any_more(tmp_path: Path) -> None:
    audit = audited(tmp_path, {"1": EITHER})
    url = audit.checks["north"].url
    audit.say(NORTH, Said.OURS, url)
    assert where(audit.checks["north"]) == (Status.LISTED, "1")
    assert [doubt.sister for doubt in doubts(audit.desk, ("south", "pages"))] == ["Harbor Lane Bakery (Ste 1)"]
    audit.say(SOUTH, Said.OURS, url + "/?utm_source=mail")
    assert where(audit.checks["south"]) == (Status.LISTED, "1")
    lost = audit.checks["north"]
    assert (lost.status, lost.url) == (Status.UNVERIFIED, "")
    assert "is the listing of Harbor Lane Bakery (Ste 2)" in lost.detail
