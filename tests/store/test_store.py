"""The store through its public door."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from citations.models import Check, Listing, Location
from citations.store import AuditInfo, DirectoryInfo, Store, StoreError, Tally
from citations.words import Reason, Status
from tests.store.conftest import PAIRS, PLACES, SITES
from tests.store.sums import totals_agree

NOW = datetime.now(UTC)
RIGHT = Tally(1.0, 1.0, 1.0)


def listed(location: str, directory: str, *, url: str = "", at: datetime = NOW) -> Check:
    return Check(location, directory, Status.LISTED, listing=Listing(url=url, name="Oak"), checked_at=at)


def test_an_audit_says_what_it_covers(store: Store, audit: AuditInfo) -> None:
    assert (audit.source, audit.planned, audit.done, audit.locations) == ("places.csv", 6, 0, 3)
    assert audit.clients == ("Oak", "Fern")
    assert audit.directories == SITES
    assert not audit.is_finished
    assert store.latest() == audit == store.audit(audit.id)
    assert store.locations(audit.id) == list(PLACES)
    assert store.locations(audit.id, "Fern") == [PLACES[2]]
    assert store.clients(audit.id) == ["Oak", "Fern"]


def test_an_empty_store_answers_with_nothing(store: Store) -> None:
    assert store.latest() is None
    assert store.audits() == []
    assert store.seen("oak-1", "Oak", "alpha", source="places.csv") == ()
    with pytest.raises(StoreError, match="no audit number 7"):
        store.audit(7)


def test_a_check_is_there_when_save_returns_also_for_others(store: Store, audit: AuditInfo, url: str) -> None:
    store.save(audit.id, listed("oak-1", "alpha"), RIGHT)
    other = Store(url)
    assert other.done(audit.id) == {("oak-1", "alpha")}
    assert other.check(audit.id, "oak-1", "alpha") == listed("oak-1", "alpha")
    assert other.check(audit.id, "oak-1", "beta") is None
    assert other.audit(audit.id).done == 1
    other.close()


def test_checks_come_in_the_order_of_the_plan(store: Store, audit: AuditInfo) -> None:
    for location, directory in reversed(PAIRS):
        store.save(audit.id, listed(location, directory), RIGHT)
    assert [(check.location, check.directory) for check in store.checks(audit.id)] == list(PAIRS)
    assert [check.directory for check in store.checks(audit.id, location="oak-2")] == ["alpha", "beta"]
    assert {check.location for check in store.checks(audit.id, client="Fern")} == {"fern"}


def test_saving_again_replaces_the_check_and_corrects_the_rollup(store: Store, audit: AuditInfo) -> None:
    store.save(audit.id, Check("oak-1", "alpha", Status.UNVERIFIED, Reason.TIMEOUT), Tally(2.0))
    store.save(audit.id, listed("oak-1", "alpha"), Tally(2.0, 2.0, 1.5, 1))
    first, second, _ = store.rollups(audit.id)
    assert (first.location, first.client, first.name) == ("oak-1", "Oak", "Oak Dental")
    assert (first.planned, first.done, first.tally) == (2, 1, Tally(2.0, 2.0, 1.5, 1))
    assert first.statuses == dict.fromkeys(Status, 0) | {Status.LISTED: 1}
    assert (second.planned, second.done, second.tally) == (2, 0, Tally())
    assert [rollup.location for rollup in store.rollups(audit.id, "Fern")] == ["fern"]


def in_order(*numbers: int) -> Tally:
    """A tally as there may be: nothing is earned that was not verified. Quarters add up without an error."""
    earned, verified, weight = sorted(number / 4 for number in numbers[:3])
    return Tally(weight, verified, earned, numbers[3])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    saves=st.lists(
        st.tuples(
            st.sampled_from(PAIRS),
            st.sampled_from(Status),
            st.builds(in_order, *[st.integers(0, 36)] * 3, st.integers(0, 5)),
        ),
        max_size=15,
    )
)
def test_rollups_and_totals_equal_what_the_checks_add_up_to(
    store: Store, saves: list[tuple[tuple[str, str], Status, Tally]]
) -> None:
    audit = store.begin("places.csv", PLACES, SITES, PAIRS, fresh=True)
    latest: dict[tuple[str, str], tuple[Status, Tally]] = {}
    for pair, status, tally in saves:
        store.save(audit.id, Check(*pair, status), tally)
        latest[pair] = (status, tally)
    for rollup in store.rollups(audit.id):
        mine = [value for (location, _), value in latest.items() if location == rollup.location]
        assert rollup.done == len(mine)
        assert rollup.tally.earned == pytest.approx(sum(tally.earned for _, tally in mine))
        assert rollup.tally.verified == pytest.approx(sum(tally.verified for _, tally in mine))
        assert rollup.tally.weight == pytest.approx(sum(tally.weight for _, tally in mine))
        assert rollup.tally.wrong_fields == sum(tally.wrong_fields for _, tally in mine)
        assert rollup.statuses == {status: sum(s is status for s, _ in mine) for status in Status}
    assert totals_agree(store, audit.id)


def test_an_unfinished_audit_goes_on(store: Store, audit: AuditInfo) -> None:
    store.save(audit.id, listed("oak-1", "alpha"), RIGHT)
    again = store.begin("places.csv", PLACES, SITES, PAIRS)
    assert (again.id, again.done) == (audit.id, 1)
    assert store.rollups(audit.id)[0].tally == RIGHT


def test_a_finished_audit_a_fresh_start_or_another_source_begins_anew(store: Store, audit: AuditInfo) -> None:
    other = store.begin("others.csv", PLACES, SITES, PAIRS)
    fresh = store.begin("places.csv", PLACES, SITES, PAIRS, fresh=True)
    assert len({audit.id, other.id, fresh.id}) == 3
    assert store.begin("places.csv", PLACES, SITES, PAIRS).id == fresh.id
    store.finish(fresh.id)
    finished_at = store.audit(fresh.id).finished_at
    store.finish(fresh.id)
    assert store.audit(fresh.id).finished_at == finished_at
    assert store.begin("places.csv", PLACES, SITES, PAIRS).id > fresh.id
    assert [info.id for info in store.audits()][-1] == audit.id


def test_a_continued_audit_makes_the_checks_of_changed_records_again(store: Store, audit: AuditInfo) -> None:
    for pair in PAIRS[:4]:
        store.save(audit.id, listed(*pair), RIGHT)
    moved = replace(PLACES[0], phone="(217) 555-0100")
    added = Location("new", "Oak Dental South", client="Oak")
    sites = (SITES[1], SITES[0], DirectoryInfo("gamma", "Gamma", 3))
    places = (added, PLACES[1], moved)
    again = store.begin("places.csv", places, sites, [(place.id, site.id) for place in places for site in sites])
    assert again.id == audit.id
    assert store.done(audit.id) == {("oak-2", "alpha"), ("oak-2", "beta")}
    assert store.locations(audit.id) == list(places)
    assert [(rollup.location, rollup.planned, rollup.done) for rollup in store.rollups(audit.id)] == [
        ("new", 3, 0),
        ("oak-2", 3, 2),
        ("oak-1", 3, 0),
    ]


@pytest.mark.parametrize(
    ("places", "sites"),
    [(PLACES, SITES[1:]), (PLACES[1:], SITES), ((replace(PLACES[0], id="oak-9"), *PLACES[1:]), SITES)],
    ids=["fewer directories", "a shorter file", "another id"],
)
def test_an_audit_that_would_lose_a_check_is_left_and_another_begun(
    store: Store, audit: AuditInfo, places: tuple[Location, ...], sites: tuple[DirectoryInfo, ...]
) -> None:
    for pair in PAIRS[:2]:
        store.save(audit.id, listed(*pair), RIGHT)
    before = store.audit(audit.id), store.checks(audit.id), store.rollups(audit.id), store.locations(audit.id)
    planned = [(place.id, site.id) for place in places for site in sites]
    other = store.begin("places.csv", places, sites, planned)
    assert (other.id, other.planned, other.done) == (audit.id + 1, len(planned), 0)
    assert before == (store.audit(audit.id), store.checks(audit.id), store.rollups(audit.id), store.locations(audit.id))
    assert store.begin("places.csv", places, sites, planned).id == other.id


def test_a_pair_that_was_planned_and_not_yet_checked_may_go(store: Store, audit: AuditInfo) -> None:
    store.save(audit.id, listed(*PAIRS[1]), RIGHT)
    again = store.begin("places.csv", PLACES, SITES, PAIRS[1:])
    assert (again.id, again.planned) == (audit.id, len(PAIRS) - 1)
    assert store.done(audit.id) == {PAIRS[1]}


def test_a_directory_that_counts_differently_is_checked_again(store: Store, audit: AuditInfo) -> None:
    store.save(audit.id, listed("oak-1", "alpha"), RIGHT)
    store.begin("places.csv", PLACES, (replace(SITES[0], tier=3), SITES[1]), PAIRS)
    assert store.done(audit.id) == frozenset()


def test_old_checks_are_made_again(store: Store, audit: AuditInfo) -> None:
    store.save(audit.id, listed("oak-1", "alpha", at=NOW - timedelta(days=8)), RIGHT)
    store.save(audit.id, listed("oak-1", "beta", at=NOW - timedelta(days=6)), RIGHT)
    store.begin("places.csv", PLACES, SITES, PAIRS, max_age=timedelta(days=7))
    assert store.done(audit.id) == {("oak-1", "beta")}
    assert store.rollups(audit.id)[0].done == 1


def test_audits_of_one_client(store: Store, audit: AuditInfo) -> None:
    only_oak = store.begin("oak.csv", PLACES[:2], SITES, PAIRS[:4])
    assert [info.id for info in store.audits("Oak")] == [only_oak.id, audit.id]
    assert [info.id for info in store.audits("Fern")] == [audit.id]
    assert store.audits("Nobody") == []


def test_the_newest_url_that_was_seen(store: Store, audit: AuditInfo) -> None:
    old, new = "https://alpha.example/1", "https://alpha.example/2"
    store.save(audit.id, listed("oak-1", "alpha", url=old, at=NOW - timedelta(days=9)), RIGHT)
    later = store.begin("places.csv", PLACES, SITES, PAIRS, fresh=True)
    store.save(later.id, listed("oak-1", "alpha", url=new), RIGHT)
    assert store.seen("oak-1", "Oak", "alpha", source="places.csv") == (new,)
    assert store.seen("oak-1", "Fern", "alpha", source="places.csv") == ()
    store.save(later.id, Check("oak-1", "alpha", Status.VANISHED, url=new, checked_at=NOW), RIGHT)
    assert store.seen("oak-1", "Oak", "alpha", source="places.csv") == (old,)


def test_another_file_with_the_same_id_has_seen_something_else(store: Store) -> None:
    bakery, dentist = Location("1", "Harbor Lane Bakery"), Location("1", "Old Mill Dental Care")
    first = store.begin("bakeries.csv", [bakery], SITES, [("1", "alpha")])
    second = store.begin("dentists.csv", [dentist], SITES, [("1", "alpha")])
    store.save(first.id, listed("1", "alpha", url="https://alpha.example/bakery"), RIGHT)
    assert store.seen("1", "", "alpha", source="bakeries.csv") == ("https://alpha.example/bakery",)
    assert store.seen("1", "", "alpha", source="dentists.csv") == ()
    store.save(second.id, listed("1", "alpha", url="https://alpha.example/dentist"), RIGHT)
    assert store.seen("1", "", "alpha", source="bakeries.csv") == ("https://alpha.example/bakery",)


def test_hard_blocks_are_those_that_a_site_put_up(store: Store, audit: AuditInfo) -> None:
    reasons = (Reason.BLOCKED, Reason.TIMEOUT, Reason.CAPTCHA, Reason.ROBOTS, Reason.RATE_LIMITED)
    for pair, reason in zip(PAIRS, reasons, strict=False):
        store.save(audit.id, Check(*pair, Status.UNVERIFIED, reason), Tally())
    assert [check.reason for check in store.answers.hard_blocks(audit.id)] == [
        Reason.BLOCKED,
        Reason.CAPTCHA,
        Reason.RATE_LIMITED,
    ]


@pytest.mark.parametrize("pair", [("nowhere", "alpha"), ("oak-1", "omega")])
def test_a_check_of_what_the_audit_does_not_cover_is_refused(
    store: Store, audit: AuditInfo, pair: tuple[str, str]
) -> None:
    with pytest.raises(IntegrityError):
        store.save(audit.id, listed(*pair), RIGHT)
    assert store.done(audit.id) == frozenset()


def test_times_come_back_with_their_zone(store: Store, audit: AuditInfo) -> None:
    store.save(audit.id, listed("oak-1", "alpha"), RIGHT)
    check = store.check(audit.id, "oak-1", "alpha")
    assert check is not None
    assert check.checked_at == NOW
    assert audit.started_at.tzinfo is not None


def test_texts_that_no_database_takes_are_kept_without_what_it_refuses(store: Store) -> None:
    """Half a surrogate pair and NUL come out of strangers' pages and out of broken exports."""
    broken = "Oak\ud800 Den\0tal"
    place = Location("oak-1", broken, "1 Oak St")
    audit = store.begin("broken.csv", [place], SITES[:1], [(place.id, "alpha")])
    check = replace(listed(place.id, "alpha", url=f"https://alpha.example/{broken}"), detail=broken)
    store.save(audit.id, check, RIGHT)
    assert [kept.detail.endswith("tal") for kept in store.checks(audit.id)] == [True]
    assert store.audit(audit.id).done == 1
