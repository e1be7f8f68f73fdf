"""What a person brings becomes the checks that an automatic visit would have made, and nothing else does."""

import asyncio
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from citations.audit.assist import Desk, Entry, Leads, Outcome, called
from citations.audit.assist.check_page import saved_page
from citations.findings import tally
from citations.models import Page
from citations.store import Store
from citations.words import Arrival, Reason, Said, Status
from tests.audit.assist.walled_web import WalledWeb, walled_web

CHALLENGE = b"<html><head><title>Just a moment...</title></head><body>Checking your browser</body></html>"


def bring(desk: Desk, html: bytes, url: str, **more: object) -> Outcome:
    return asyncio.run(desk.receive(saved_page(html, url), "page.html", **more))  # type: ignore[arg-type]


def missing(web: WalledWeb, desk: Desk) -> Entry:
    """An entry that is not listed, and whose search shows none of its branches either."""
    names = Counter((entry.location.name, entry.directory.id) for entry in desk.entries)
    return next(
        entry
        for entry in desk.entries
        if web.truth[entry.key]["status"] == "not_listed" and names[entry.location.name, entry.directory.id] == 1
    )


@pytest.fixture(scope="module")
def worked_off(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[tuple[str, str], dict], Store, int]:  # type: ignore[type-arg]
    """A queue that was worked off as a person would: each deep link opened, the listing where there is one."""
    with walled_web(tmp_path_factory.mktemp("web"), seed=424242, locations=16) as web:
        desk = web.desk()
        for entry in desk.entries:
            row = web.truth[entry.key]
            url = row["url"] or entry.link.url
            bring(desk, web.page_at(url), url, opened=entry.key)
        return web.truth, web.store, web.audit.id


def test_the_verdicts_are_the_true_ones(worked_off: tuple) -> None:  # type: ignore[type-arg]
    truth, store, audit = worked_off
    by_hand = [check for check in store.checks(audit) if check.how == "saved_page"]
    assert len(by_hand) > 40
    for check in by_hand:
        row = truth[check.location, check.directory]
        assert check.status == row["status"], (row, check.detail)
        if check.comparison:
            said = {name: str(result.verdict) for name, result in check.comparison.fields.items()}
            assert said == row["verdicts"], (check.location, check.directory)


def test_every_check_by_hand_has_its_page_as_evidence(worked_off: tuple) -> None:  # type: ignore[type-arg]
    _, store, audit = worked_off
    assert all(check.evidence for check in store.checks(audit) if check.how == "saved_page")


def test_the_rollups_are_those_of_the_checks(worked_off: tuple) -> None:  # type: ignore[type-arg]
    _, store, audit = worked_off
    counted = Counter(check.status for check in store.checks(audit))
    rolled = sum((Counter(rollup.statuses) for rollup in store.rollups(audit)), Counter())
    assert {status: rolled[status] for status in counted} == counted
    assert all(rollup.done == rollup.planned for rollup in store.rollups(audit))


def test_the_queue_is_one_site_at_a_time_and_the_important_first(web: WalledWeb) -> None:
    entries = web.desk().entries
    order = [(entry.directory.tier, entry.directory.name) for entry in entries]
    assert order == sorted(order)
    assert len({(entry.location.id, entry.directory.id) for entry in entries}) == len(entries) > 30


def test_a_results_page_settles_every_location_that_it_shows(web: WalledWeb) -> None:
    desk = web.desk()
    entry = next(e for e in desk.entries if web.truth[e.key]["status"] == "listed")
    outcome = bring(desk, web.page_at(entry.link.url), entry.link.url)
    listed = {check.location: check for check in outcome.checks if check.status is Status.LISTED}
    assert entry.location.id in listed
    for check in listed.values():
        true = web.truth[check.location, check.directory]["verdicts"]
        said = {name: result.verdict for name, result in check.comparison.fields.items()}  # type: ignore[union-attr]
        for name, verdict in said.items():
            assert verdict in (true[name], "not_compared"), (name, verdict, true)


def test_a_listing_page_completes_what_a_card_left_out(web: WalledWeb) -> None:
    desk = web.desk()
    entry = next(e for e in desk.entries if web.truth[e.key]["status"] == "listed")
    bring(desk, web.page_at(entry.link.url), entry.link.url)
    url = web.truth[entry.key]["url"]
    (check,) = bring(desk, web.page_at(url), url).checks
    said = {name: result.verdict for name, result in check.comparison.fields.items()}  # type: ignore[union-attr]
    assert said == web.truth[entry.key]["verdicts"]


def test_a_search_that_finds_nothing_says_no_only_where_it_was_opened_for_the_location(web: WalledWeb) -> None:
    desk = web.desk()
    entry = missing(web, desk)
    page = web.page_at(entry.link.url)
    elsewhere = entry.link.url.split("?")[0] + "?q=somebody+else"
    assert bring(desk, page, elsewhere).page.word is Arrival.ASIDE
    (check,) = bring(desk, page, entry.link.url).checks
    assert (check.location, check.status) == (entry.location.id, Status.NOT_LISTED)


def test_a_guessed_search_never_says_no(web: WalledWeb) -> None:
    for directory in web.directories.values():
        type(directory).searches = tuple(replace(search, evidence="guess") for search in directory.searches)
    desk = web.desk()
    entry = missing(web, desk)
    (check,) = bring(desk, web.page_at(entry.link.url), entry.link.url).checks
    assert (check.status, check.reason) == (Status.UNVERIFIED, Reason.WEAK_SEARCH)
    assert entry.key in {e.key for e in desk.entries}


def test_a_wall_stays_unverified_under_its_name(web: WalledWeb) -> None:
    desk = web.desk()
    entry = desk.entries[0]
    outcome = bring(desk, CHALLENGE, entry.link.url)
    assert outcome.page.word is Arrival.WALLED
    check = desk.check(entry.key)
    assert check in outcome.checks
    assert (check.status, check.reason, check.how) == (Status.UNVERIFIED, Reason.CAPTCHA, "saved_page")
    assert entry.key in {e.key for e in desk.entries}


def test_the_same_page_twice_is_one_check(web: WalledWeb) -> None:
    desk = web.desk()
    key, url = next((key, row["url"]) for key, row in web.truth.items() if row["status"] == "listed")
    first = bring(desk, web.page_at(url), url)
    again = bring(web.desk(), web.page_at(url), url)
    assert (first.page.word, again.page.word, again.checks) == (Arrival.CHECKED, Arrival.AGAIN, ())
    kept = web.store.check(web.audit.id, *key)
    assert kept
    assert kept.checked_at == first.checks[0].checked_at


def test_a_page_of_no_queue_entry_is_named_and_kept(web: WalledWeb) -> None:
    desk = web.desk()
    site = next(site for site in web.practice.world.sites if site.id in web.directories)
    stranger = next(profile for profile in site.book.profiles.values() if not profile.business)
    before = web.store.checks(web.audit.id)
    outcome = bring(desk, web.page_at(site.origin + site.path(stranger)), site.origin + site.path(stranger))
    assert outcome.page.word is Arrival.ASIDE
    assert stranger.shown.name in outcome.page.says
    assert web.store.checks(web.audit.id) == before
    (kept,) = web.store.people.arrived(web.audit.id)
    assert kept.evidence


def test_a_page_of_a_check_that_is_settled_without_a_person_is_told_as_such(web: WalledWeb) -> None:
    key, row = next((k, row) for k, row in web.truth.items() if row["status"] == "listed" and not row["faults"])
    page = web.page_at(row["url"])
    (check,) = bring(web.desk(), page, row["url"]).checks
    web.store.save(web.audit.id, replace(check, how="http"), tally(check, 1))
    outcome = bring(web.desk(), page + b" ", row["url"])
    assert (outcome.page.word, outcome.checks) == (Arrival.ASIDE, ())
    assert outcome.page.says == f"shows {called(web.desk().locations[key[0]])}, whose check there needs no person"


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "it does not say where it is from"),
        ("https://elsewhere.example/page", "it is from elsewhere.example, which is none of the queue's directories"),
    ],
)
def test_a_page_of_no_directory_is_named_and_kept(web: WalledWeb, url: str, says: str) -> None:
    """Not even a true listing of the entry that was opened last counts, when it stands somewhere else."""
    key, row = next((key, row) for key, row in web.truth.items() if row["status"] == "listed")
    desk, page = web.desk(), web.page_at(row["url"])
    outcome = bring(desk, page, url, opened=key)
    assert (outcome.page.word, outcome.checks, outcome.page.says) == (Arrival.ASIDE, (), says)
    assert web.store.people.arrived(web.audit.id)[0].evidence


def test_a_page_of_another_directory_is_not_filed(web: WalledWeb) -> None:
    desk = web.desk()
    key, row = next((key, row) for key, row in web.truth.items() if row["status"] == "listed")
    other = next(entry for entry in desk.entries if entry.directory.id != key[1])
    before = web.store.checks(web.audit.id)
    for place, url in enumerate((row["url"], "https://elsewhere.example/biz/1")):
        page = bring(desk, b"<h1>A Stranger %d</h1>" % place, url).page
        outcome = asyncio.run(desk.assign(page.digest, other.key))
        assert (outcome.page.word, outcome.checks) == (Arrival.ASIDE, ())
    assert "none of the queue's directories" in outcome.page.says
    assert web.store.checks(web.audit.id) == before
    assert web.store.people.decided(web.audit.source) == {}


def test_a_page_of_a_directory_that_needs_no_person_is_named(web: WalledWeb) -> None:
    for check in web.store.checks(web.audit.id):
        if check.directory == "practice_quarry":
            done = replace(check, status=Status.NOT_LISTED, reason=None, how="http")
            web.store.save(web.audit.id, done, tally(done, 1))
    desk = web.desk()
    outcome = bring(desk, b"<h1>Something else</h1>", f"https://{web.directories['practice_quarry'].domains[0]}/x")
    quarry = desk.directories["practice_quarry"].name
    assert outcome.page.says == f"it is from {quarry}, where no check needs a person"


def test_a_page_without_an_address_is_read_once_a_person_says_whose_it_is(web: WalledWeb) -> None:
    key, row = next((k, r) for k, r in web.truth.items() if r["status"] == "listed" and k[1] == IDS_WITH_MARKUP)
    (check,) = bring(web.desk(), web.page_at(row["url"]), "", chosen=key).checks
    assert (check.status, check.location) == (Status.LISTED, key[0])


IDS_WITH_MARKUP = "practice_townfolk"


def test_candidates_wait_for_a_persons_word(web: WalledWeb) -> None:
    desk = web.desk()
    key = next(key for key, row in web.truth.items() if row["status"] == "ambiguous")
    entry = next(entry for entry in desk.entries if entry.key == key)
    bring(desk, web.page_at(entry.link.url), entry.link.url)
    check = desk.check(key)
    assert check.status is Status.AMBIGUOUS
    first, second = check.candidates
    desk.say(key, Said.NOT_OURS, first.url)
    assert desk.check(key).candidates == (second,)
    ours = desk.say(key, Said.OURS, second.url)
    assert (ours.status, ours.url) == (Status.LISTED, second.url)
    assert ours.comparison
    assert key not in {e.key for e in desk.entries}


def test_not_there_is_kept_as_a_persons_word(web: WalledWeb) -> None:
    desk = web.desk()
    entry = next(e for e in desk.entries if e.link.leads_to is Leads.SEARCH)
    desk.say(entry.key, Said.NOT_THERE, entry.link.url)
    check = web.store.check(web.audit.id, *entry.key)
    assert check
    assert (check.status, check.how, check.url) == (Status.NOT_LISTED, "said", entry.link.url)


def test_not_there_at_a_known_address_is_a_listing_that_has_vanished(web: WalledWeb) -> None:
    desk = web.desk()
    entry = next(e for e in desk.entries if web.truth[e.key]["status"] == "vanished")
    assert entry.link.leads_to is Leads.LISTING
    check = desk.say(entry.key, Said.NOT_THERE, entry.link.url)
    assert (check.status, check.url) == (Status.VANISHED, web.truth[entry.key]["url"])


def test_what_was_put_off_stands_last(web: WalledWeb) -> None:
    desk = web.desk()
    first = desk.entries[0]
    desk.say(first.key, Said.SKIPPED)
    assert web.desk().entries[-1].key == first.key


def test_a_page_in_the_window_that_settles_nothing_is_not_kept(web: WalledWeb, tmp_path: Path) -> None:
    site = next(site for site in web.practice.world.sites if site.id in web.directories)
    page = Page(f"{site.origin}/account", f"{site.origin}/account", 200, body=b"<h1>Mine</h1>", how="visible_browser")
    outcome = asyncio.run(web.desk().receive(page))
    assert (outcome.page.word, outcome.page.evidence) == (Arrival.ASIDE, "")
