"""What people said and brought, as the queue asks for it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from citations.models import Check, Listing
from citations.store import Arrived, AuditInfo, Store, Tally
from citations.words import Arrival, Reason, Said, Status
from tests.store.conftest import PAIRS, PLACES, SITES

NOW = datetime.now(UTC)


def keep(store: Store, audit: AuditInfo, pair: tuple[str, str], url: str = "", days: int = 0) -> None:
    """A listing at `url`, or a check that was left to a person."""
    status, reason = (Status.LISTED, None) if url else (Status.UNVERIFIED, Reason.ASSISTED)
    check = Check(*pair, status, reason, url=url, listing=Listing(url=url), checked_at=NOW - timedelta(days=days))
    store.save(audit.id, check, Tally())


def test_where_listings_were_seen_may_be_asked_for_a_queue_only(store: Store, audit: AuditInfo) -> None:
    keep(store, audit, ("oak-1", "alpha"), "https://alpha.example/old", days=60)
    keep(store, audit, ("oak-2", "alpha"), "https://alpha.example/two", days=60)
    store.finish(audit.id)
    second = store.begin("places.csv", PLACES, SITES, PAIRS, fresh=True)
    keep(store, second, ("oak-1", "alpha"), "https://alpha.example/new", days=30)
    store.finish(second.id)
    third = store.begin("places.csv", PLACES, SITES, PAIRS, fresh=True)
    keep(store, third, ("oak-1", "alpha"))
    keep(store, third, ("oak-2", "alpha"), "https://alpha.example/two")
    first, other = ("Oak", "oak-1", "alpha"), ("Oak", "oak-2", "alpha")
    assert store.people.seen_urls("places.csv", third.id) == {first: "https://alpha.example/new"}
    assert store.people.seen_urls("places.csv").keys() == {first, other}
    assert store.people.seen_urls("others.csv", third.id) == {}


@pytest.mark.parametrize(
    "happens",
    [
        lambda store, _: store.people.say("places.csv", PLACES[0], "alpha", Said.SKIPPED),
        lambda store, audit: store.people.arrive(audit.id, Arrived("digest", "page.html", Arrival.ASIDE, "")),
    ],
)
def test_the_stamp_changes_with_every_word_and_page(
    store: Store, audit: AuditInfo, happens: Callable[[Store, AuditInfo], None]
) -> None:
    stamps = [store.people.stamp(audit.id, audit.source)]
    for _ in range(3):
        happens(store, audit)
        stamps.append(store.people.stamp(audit.id, audit.source))
    assert len(set(stamps)) == 4
    assert store.people.stamp(audit.id + 1, "others.csv") == stamps[0]


def test_the_newest_pages_only(store: Store, audit: AuditInfo) -> None:
    for number in range(5):
        page = Arrived(str(number), "page.html", Arrival.ASIDE, "", arrived_at=NOW + timedelta(seconds=number))
        store.people.arrive(audit.id, page)
    assert [page.digest for page in store.people.arrived(audit.id, most=2)] == ["4", "3"]
    assert len(store.people.arrived(audit.id)) == 5


def test_a_later_word_on_the_same_page_replaces_the_earlier_and_a_sisters_claim(store: Store, audit: AuditInfo) -> None:
    north, south, _ = PLACES
    shown = Listing("https://alpha.example/1", name="Oak Dental", phones=("217-555-0101",))
    store.people.say(audit.source, north, "alpha", Said.OURS, "https://alpha.example/1")
    store.people.say(audit.source, north, "alpha", Said.NOT_OURS, "http://www.alpha.example/1/?gclid=x")
    store.people.say(audit.source, south, "alpha", Said.OURS, "https://alpha.example/1", shown)
    store.people.say(audit.source, north, "beta", Said.OURS, "https://alpha.example/1")
    decided = store.people.decided(audit.source)
    first, second = decided["Oak", "oak-1", "alpha"], decided["Oak", "oak-2", "alpha"]
    assert (first.ours, first.not_ours) == ((), ("http://www.alpha.example/1/?gclid=x",))
    assert [listing for listing, _ in second.shown.values()] == [shown]
    store.people.say(audit.source, north, "alpha", Said.OURS, "https://alpha.example/1")
    decided = store.people.decided(audit.source)
    assert ("Oak", "oak-2", "alpha") not in decided
    assert decided["Oak", "oak-1", "alpha"].ours == decided["Oak", "oak-1", "beta"].ours
