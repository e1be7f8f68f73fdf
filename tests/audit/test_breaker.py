"""A directory whose pages change in the middle of an audit is left alone; mended, it is tried again."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from citations import Location
from citations.audit import Part, begin, run
from citations.audit.outage import OnWait
from citations.audit.plan import WHOLE
from citations.directory import Directory, Search
from citations.models import Check
from citations.settings import Settings
from citations.store import Store
from citations.words import Reason, Status
from tests.loopback import Answer, Site, site
from tests.store.sums import totals_agree

PLACES = [
    Location(f"p{number:02}", f"Harbor Lane Bakery {number}", f"{number} Harbor Lane, Portland, OR 97201")
    for number in range(10, 40)
]
RESULTS = "<h1>Results</h1><article><h2><a href='/biz/{number}'>{name}</a></h2><p>{number} Harbor Lane</p></article>"
PROFILE = "<h1>Harbor Lane Bakery {number}</h1><p>{number} Harbor Lane, Portland, OR 97201</p>"
NEW_DESIGN = "<title>Pages</title><h1>Welcome to our new look</h1>"


@dataclass
class Pages:
    """A directory that shows its new look for the names in `changed`."""

    home: Path
    changed: set[str] = field(default_factory=set)
    site: Site = field(default_factory=Site)

    def answer(self, path: str) -> Answer:
        if path.startswith("/biz/"):
            return 200, PROFILE.format(number=path.rpartition("/")[2])
        name = parse_qs(urlsplit(path).query).get("q", [""])[0]
        if name in self.changed:
            return 200, NEW_DESIGN
        return 200, RESULTS.format(number=name.rpartition(" ")[2], name=name)

    @property
    def searched(self) -> int:
        """How many searches were made since this was asked last."""
        searches = [path for path in self.site.asked if path.startswith("/search")]
        self.site.asked.clear()
        return len(searches)

    def audit(self, part: Part = WHOLE, on_wait: OnWait | None = None, **changes: object) -> list[Check]:
        """The checks of the audit, which is gone on with when it is not finished."""

        class Directories(Directory):
            id, name, domains, access = "pages", "Pages", (self.site.host,), "http"
            searches = (Search(f"{self.site.origin}/search?q={{name}}", evidence="live_probe"),)
            listing_pattern, card, results_marker = r"/biz/\d+$", "article", "article"

        settings = Settings(
            _env_file=None, home=self.home, pace=0, allow_private=frozenset({self.site.host}), **changes
        )
        store, directories = Store(settings.database), [Directories()]
        audit = begin(store, "invented.csv", PLACES, directories, settings)
        assert asyncio.run(run(store, audit, PLACES, directories, settings, on_wait=on_wait, part=part)) == ()
        assert totals_agree(store, audit.id)
        checks = store.checks(audit.id)
        self.left_alone = [(one.directory.id, one.reason, one.checks) for one in store.answers.left_alone(audit.id)]
        store.close()
        return checks


@contextmanager
def pages(home: Path) -> Iterator[Pages]:
    made = Pages(home)
    with site(made.answer) as made.site:
        yield made


def test_a_directory_that_changed_is_left_alone_and_the_next_audit_tries_again(tmp_path: Path) -> None:
    with pages(tmp_path) as directory:
        directory.changed = {place.name for place in PLACES[4:]}
        checks = directory.audit()
        assert directory.searched == 4 + 6
        assert [check.status for check in checks[:4]] == [Status.LISTED] * 4
        assert {(check.status, check.reason) for check in checks[4:]} == {(Status.UNVERIFIED, Reason.LAYOUT_CHANGED)}
        assert {check.detail for check in checks[10:]} == {
            "Pages is left alone: 6 of the last 8 pages lack what should be there; it may have changed."
            " The next audit tries again"
        }
        assert directory.left_alone == [("pages", Reason.LAYOUT_CHANGED, len(PLACES) - 10)]

        directory.changed.clear()
        assert {check.status for check in directory.audit()} == {Status.LISTED}
        assert directory.left_alone == []


def test_an_audit_that_goes_on_tries_again_too(tmp_path: Path) -> None:
    with pages(tmp_path) as directory:
        directory.changed = {place.name for place in PLACES}
        assert len(directory.audit(Part(limit=20))) == 20
        assert directory.searched == 6
        directory.changed.clear()
        assert {check.status for check in directory.audit()} == {Status.LISTED}
        assert directory.searched == len(PLACES)


def test_some_odd_pages_do_not_open_it_and_the_settings_say_how_many_do(tmp_path: Path) -> None:
    with pages(tmp_path) as directory:
        directory.changed = {place.name for place in PLACES[::2]}
        checks = directory.audit()
        assert directory.searched == len(PLACES)
        assert sum(check.status is Status.LISTED for check in checks) == len(PLACES) / 2
        assert directory.audit(breaker_share=0.5)[-1].detail.startswith("Pages is left alone")
        assert directory.searched == 4, "the others are opened where they were found before"
        directory.changed = {place.name for place in PLACES}
        directory.audit(breaker_looks=0)
        assert directory.searched == len(PLACES) / 2
