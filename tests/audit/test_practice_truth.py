"""On the practice web every injected fault is found and nothing is invented.

The truth is written by the practice web, which imports nothing that reads or compares. The seeds are the
first three blocks of five of the decimals of pi: chosen by that rule before anything was written, and run
only when all of it was. docs/limits.md says what they showed.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from citations.audit import begin, run
from citations.catalog import load_catalog
from citations.locations import read_locations
from citations.models import FIELDS
from citations.practice import Practice, serve
from citations.settings import Settings
from citations.store import Store, to_data
from citations.web import EvidenceFolder
from citations.words import Status

EXACT = ("status", "phone", "postcode", "number")
SOUND = frozenset({"same", "formatting", "accepted", "not_compared"})


@dataclass(frozen=True)
class Pair:
    """What is true of one field of one listing, and what the audit said."""

    field: str
    row: dict[str, Any]
    true: str
    said: str


SEEDS = (14159, pytest.param(26535, marks=pytest.mark.slow), pytest.param(89793, marks=pytest.mark.slow))


@pytest.fixture(scope="module", params=SEEDS, ids=lambda seed: f"seed {seed}")
def outcome(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any]]:
    """The truth of a practice web, and the checks of an audit of it."""
    folder = tmp_path_factory.mktemp(f"seed{request.param}")
    with serve(seed=request.param, port=0, out=folder / "web") as practice:
        ids = {row["directory"] for row in practice.truth["rows"]}
        yield practice.truth["rows"], checks_of(practice, folder / "home", sorted(ids))


def checks_of(practice: Practice, home: Path, ids: Sequence[str]) -> dict[tuple[str, str], dict[str, Any]]:
    """The checks of an audit by (location id, directory id), as JSON has them; `pictured` with a screenshot."""
    settings = Settings(home=home, database_url="", evidence=None, allow_private=practice.allow_private, timeout=12)
    locations = read_locations(practice.locations_file)
    assert locations.refusals == ()
    directories = load_catalog([practice.directories]).pick(ids)
    store = Store(settings.database)
    audit = begin(store, "practice", locations.locations, directories, settings)
    assert asyncio.run(run(store, audit, locations.locations, directories, settings)) == ()
    evidence = EvidenceFolder(settings.evidence_folder)
    return {
        (check.location, check.directory): to_data(check)
        | {"pictured": bool(check.evidence) and evidence.screenshot(check.evidence) is not None}
        for check in store.checks(audit.id)
    }


def pairs(rows: list[dict[str, Any]], checks: dict[tuple[str, str], dict[str, Any]]) -> Iterator[Pair]:
    """Each true word beside the word that was said; rows behind the wall count when they were seen."""
    for row in rows:
        check = checks[row["location"], row["directory"]]
        if row["walled"] and check["status"] == "unverified":
            continue
        yield Pair("status", row, row["status"], check["status"])
        if row["status"] == check["status"] == "listed":
            said = check["comparison"]
            for name, true in row["verdicts"].items():
                yield Pair(name, row, true, said[name]["verdict"])
            for name, true in row["parts"].items():
                part = said["address"]["parts"].get(name)
                yield Pair(name, row, true, part["verdict"] if part else "(none)")


def listed(outcome: tuple[Any, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    """The rows whose listing is there and was found, each with its check."""
    rows, checks = outcome
    both = [(row, checks[row["location"], row["directory"]]) for row in rows]
    return [(row, check) for row, check in both if row["status"] == check["status"] == "listed"]


def test_every_check_was_made(outcome: tuple[Any, Any]) -> None:
    rows, checks = outcome
    assert {(row["location"], row["directory"]) for row in rows} == set(checks)
    assert len({row["location"] for row in rows}) == 24
    assert len({row["directory"] for row in rows} - {"own_website"}) == 14


def test_never_a_no_where_we_could_not_look(outcome: tuple[Any, Any]) -> None:
    rows, checks = outcome
    wronged = [
        (row["location"], row["directory"])
        for row in rows
        if row["status"] != "not_listed" and checks[row["location"], row["directory"]]["status"] == "not_listed"
    ]
    assert wronged == []


def test_unverified_says_why(outcome: tuple[Any, Any]) -> None:
    rows, checks = outcome
    unverified = [(row, checks[row["location"], row["directory"]]) for row in rows if row["status"] == "unverified"]
    assert all(check["reason"] in row["reasons"] for row, check in unverified)
    walled = [(row, checks[row["location"], row["directory"]]) for row in rows if row["walled"]]
    assert any(check["status"] == "unverified" for _, check in walled)
    assert all(check["reason"] in row["reasons"] for row, check in walled if check["status"] == "unverified")


def test_the_words_are_the_true_words(outcome: tuple[Any, Any]) -> None:
    told = list(pairs(*outcome))
    wrong = [pair for pair in told if pair.true != pair.said]
    print(_row_of_the_docs(outcome[1], told, wrong))
    seen, missed = Counter(pair.field for pair in told), Counter(pair.field for pair in wrong)
    report = "\n".join(
        f"{p.row['location']} {p.row['directory']} {p.field}: true {p.true}, said {p.said}, faults {p.row['faults']}"
        for p in wrong
    )
    for field, number in seen.items():
        least = 1.0 if field in EXACT else 0.97
        assert 1 - missed[field] / number >= least, report


def _row_of_the_docs(checks: dict[tuple[str, str], dict[str, Any]], told: list[Pair], wrong: list[Pair]) -> str:
    """The numbers of docs/limits.md: `pytest tests/audit/test_practice_truth.py -s -k words`."""
    came_to = Counter(check["status"] for check in checks.values())
    return f"| {' | '.join(str(number) for number in (*(came_to[word] for word in Status), len(told), len(wrong)))} |"


def test_every_fault_is_found_and_none_is_invented(outcome: tuple[Any, Any]) -> None:
    for field in ("name", "address", "phone", "website", "hours", "number", "street", "unit", "city", "postcode"):
        told = [pair for pair in pairs(*outcome) if pair.field == field]
        true = {id(p.row) for p in told if p.true not in SOUND}
        said = {id(p.row) for p in told if p.said not in SOUND}
        least = 1.0 if field in EXACT else 0.97
        assert len(true & said) >= least * len(true), f"{field}: {len(true - said)} faults of {len(true)} not found"
        assert len(true & said) >= least * len(said), f"{field}: {len(said - true)} of {len(said)} invented"


def test_what_the_entry_as_a_whole_shows_is_found(outcome: tuple[Any, Any]) -> None:
    """Findings: an address that must not show, a closed or moved entry, a second one, links that are missing or old."""
    found = listed(outcome)
    assert {kind for row, _ in found for kind in row["findings"]} >= {
        "address_must_not_show", "closed", "moved", "duplicate", "missing_link", "nofollow_link",
        "old_domain", "wrong_branch_link", "dead_link", "keyword_stuffing",
    }  # fmt: skip
    for row, check in found:
        said = {finding["kind"] for finding in check["comparison"]["findings"]}
        assert set(row["findings"]) <= said, (row["location"], row["directory"], row["findings"], said)
        more = said - set(row["findings"]) - {"partly_different_hours"}  # of hours that differ, the truth names no days
        if row["directory"] != "own_website":  # whether a site links to itself is not judged
            assert not more, (row["location"], row["directory"], row["faults"], more)


def test_a_site_that_contradicts_itself_is_found_and_none_is_imagined(outcome: tuple[Any, Any]) -> None:
    sites = [(row, check) for row, check in listed(outcome) if row["directory"] == "own_website"]
    true = {row["location"] for row, _ in sites if "inside_contradiction" in row["findings"]}
    said = {
        row["location"]
        for row, check in sites
        if "inside_contradiction" in {finding["kind"] for finding in check["comparison"]["findings"]}
    }
    assert said == true
    assert {fault for row, _ in sites for fault in row["faults"]} >= {"contact_phone", "data_hours"}


def test_a_badge_is_read_and_none_is_imagined(outcome: tuple[Any, Any]) -> None:
    found = listed(outcome)
    assert {row["lifecycle"] for row, _ in found} == {"open", "closed", "temporarily_closed", "moved"}
    for row, check in found:
        assert check["listing"]["lifecycle"] == row["lifecycle"], (row["location"], row["directory"])


def test_second_listings_are_found_and_none_is_imagined(outcome: tuple[Any, Any]) -> None:
    found = listed(outcome)
    assert any(row["duplicates"] for row, _ in found)
    for row, check in found:
        others = sorted(candidate["url"] for candidate in check["candidates"])
        assert others == sorted(row["duplicates"]), (row["location"], row["directory"])


@pytest.mark.parametrize(
    ("fault", "says"),
    [("gone", "answers with status 410"), ("gone_quietly", "says “Page not found"), ("gone_home", "leads to another")],
)
def test_a_listing_that_is_gone_has_vanished_however_its_site_says_so(
    outcome: tuple[Any, Any], fault: str, says: str
) -> None:
    rows, checks = outcome
    gone = [
        (row, checks[row["location"], row["directory"]]) for row in rows if fault in row["faults"] and not row["walled"]
    ]
    assert gone
    for row, check in gone:
        assert (check["status"], check["url"]) == ("vanished", row["url"])
        assert says in check["detail"]
        assert check["evidence"]


def test_a_search_that_lands_in_another_town_is_not_a_no(outcome: tuple[Any, Any]) -> None:
    rows, checks = outcome
    strays = [row for row in rows if row["reasons"] == ["weak_search"]]
    assert strays
    said = {(checks[row["location"], row["directory"]][word]) for row in strays for word in ("status", "reason")}
    assert said == {"unverified", "weak_search"}


def test_every_wrong_listing_has_its_picture(outcome: tuple[Any, Any]) -> None:
    _, checks = outcome
    listed = [check for check in checks.values() if check["comparison"]]
    wrong = [
        check
        for check in listed
        if any(check["comparison"][field]["verdict"] in ("different", "outdated", "sibling") for field in FIELDS)
    ]
    assert wrong
    assert all(check["pictured"] for check in wrong)
    assert all(check["evidence"] for check in listed)


def test_where_the_business_is_not_its_competitors_are_found_exactly(outcome: tuple[Any, Any]) -> None:
    """Also those that the search for the business did not show; nobody is taken for a competitor."""
    rows, checks = outcome
    absent = [row for row in rows if row["status"] in ("not_listed", "vanished")]
    both = [(row, checks[row["location"], row["directory"]]) for row in absent]
    looked = [(row, check) for row, check in both if check["status"] == row["status"]]
    assert len(looked) >= 15
    for row, check in looked:
        said = {sighting["competitor"] for sighting in check["competitors"]}
        assert said == set(row["competitors"]), (row["location"], row["directory"], row["competitors"], said)
        assert all(sighting["evidence"] for sighting in check["competitors"])
    assert {len(row["competitors"]) for row, _ in looked} == {0, 1, 2}


def test_nobody_is_taken_for_a_competitor(outcome: tuple[Any, Any]) -> None:
    rows, checks = outcome
    for row in rows:
        check = checks[row["location"], row["directory"]]
        said = {sighting["competitor"] for sighting in check["competitors"]}
        assert said <= set(row["competitors"]), (row["location"], row["directory"], row["competitors"], said)
