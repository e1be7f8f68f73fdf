"""`citations audit` in part: --limit, --only, --since, --resume and --fresh, on the practice web."""

import csv
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from citations.practice import Practice, serve
from citations.store import Store
from tests.cli.conftest import Type

SITES = ("practice_quarry", "practice_townfolk")


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    """Two directories, which each test visits from a home of its own."""
    with serve(seed=31, locations=6, port=0, out=tmp_path_factory.mktemp("web"), sites=SITES) as served:
        yield served


@dataclass
class Auditor:
    """Somebody who types `citations audit` on the practice web."""

    practice: Practice
    home: Path
    type_: Type

    def audit(self, *words: str) -> Result:
        """The command with these words, printed as JSON."""
        self.practice.requests.clear()
        given = ("audit", str(self.home / "l.csv"), "--directories", ",".join(SITES), "--json", *words)
        return self.type_(*given)

    def checks(self, *words: str) -> dict[tuple[str, str], dict[str, Any]]:
        """What the whole audit says after the command."""
        result = self.audit(*words)
        assert result.exit_code == 0, result.output
        return {(check["location"], check["directory"]): check for check in json.loads(result.stdout)["checks"]}

    @property
    def asked(self) -> Counter[str]:
        """How many pages each site was asked for by the last command."""
        return Counter({site: self.practice.count(site) for site in SITES})

    def audits(self) -> list[tuple[int, int, bool]]:
        """Of each audit, the newest first, what is done and planned, and whether it is finished."""
        store = Store(f"sqlite:///{self.home / 'home' / 'citations.db'}")
        return [(info.done, info.planned, info.is_finished) for info in store.audits()]


@pytest.fixture
def auditor(practice: Practice, home: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> Auditor:
    monkeypatch.setenv("CITATIONS_DIRECTORIES", str(practice.directories))
    monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", ",".join(practice.allow_private))
    monkeypatch.setenv("CITATIONS_BROWSER", str(home / "no-browser"))
    shutil.copy(practice.locations_file, home / "l.csv")
    return Auditor(practice, home, type_)


def test_a_limit_leaves_the_rest_for_another_time(auditor: Auditor) -> None:
    first = auditor.audit("--limit", "5")
    assert first.exit_code == 0, first.output
    ((done, planned, finished),) = auditor.audits()
    assert (done, finished) == (5, False)
    assert f"Done for this time: {planned - 5} of {planned} checks are left. The same command goes on" in first.stderr
    assert len(json.loads(first.stdout)["checks"]) == 5
    assert (auditor.home / "citations-reports").is_dir()
    whole = auditor.checks()
    assert len(whole) == planned
    assert auditor.audits() == [(planned, planned, True)]


def test_only_some_directories_this_time(auditor: Auditor) -> None:
    some = auditor.checks("--only", "practice_quarry")
    assert {directory for _, directory in some} == {"practice_quarry"}
    assert auditor.asked["practice_townfolk"] == 0
    ((done, planned, finished),) = auditor.audits()
    assert (done, finished) == (planned // 2, False)
    auditor.checks("--resume", "--only", "practice_townfolk,practice_quarry")
    assert auditor.asked["practice_quarry"] == 0
    assert auditor.audits() == [(planned, planned, True)]


def test_fresh_starts_over(auditor: Auditor) -> None:
    auditor.checks("--limit", "3")
    auditor.checks("--fresh", "--limit", "2")
    assert [(done, finished) for done, _, finished in auditor.audits()] == [(2, False), (3, False)]


def test_what_was_seen_since_is_not_looked_at_again(auditor: Auditor) -> None:
    """It is taken over with its time, unless its record has changed; what came to no answer is looked at again."""
    begun = datetime.now(UTC).isoformat()
    before = auditor.checks("--fresh")
    ended = datetime.now(UTC).isoformat()
    unanswered = {key for key, check in before.items() if check["status"] == "unverified"}
    again = auditor.checks("--since", begun)
    assert {key: check["status"] for key, check in again.items()} == {k: c["status"] for k, c in before.items()}
    assert {key for key, check in again.items() if check["checked_at"] > ended} == unanswered

    changed = _change_first(auditor.home / "l.csv")
    corrected = auditor.checks("--since", "30d")
    assert {key[0] for key, check in corrected.items() if check["checked_at"] > ended and key not in unanswered} == {
        changed
    }
    assert all(check["checked_at"] > ended for check in auditor.checks("--since", ended).values())
    assert [finished for _, _, finished in auditor.audits()] == [True] * 4


def _change_first(file: Path) -> str:
    """Give the first location of the file other hours; returns its id."""
    with file.open(encoding="utf-8", newline="") as lines:
        head, first, *others = csv.reader(lines)
    place = dict(zip(head, first, strict=True))
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerows([head, [*(place | {"Hours": "Mo-Fr 06:30-20:00"}).values()], *others])
    return place["Store code"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--only", "practice_quarry,yelp"), "--only yelp: this audit does not ask it; to add it: --directories +yelp"),
        (("--since", "lately"), "'lately' is neither a date (2026-03-31) nor an age (12h, 30d, 2w)"),
        (("--since", "99999999d"), "neither a date"),
        (("--since", "3999-01-01"), "lies ahead"),
        (("--since", "30d", "--fresh"), "give one of them"),
        (("--limit", "0"), "--limit"),
    ],
)
def test_wrong_use_is_told_and_nothing_is_visited(auditor: Auditor, words: tuple[str, ...], said: str) -> None:
    result = auditor.audit(*words)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert not auditor.asked.total()
    assert not (auditor.home / "home" / "runs").exists()
