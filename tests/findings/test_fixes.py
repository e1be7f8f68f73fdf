"""The fix list through two and three audits: done is what a person says, verified is what an audit saw."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from citations.audit.duplicates import with_duplicates
from citations.findings import Fix, decide, fixes, remembered, settle, tally
from citations.findings.wrong_value import wrong_value
from citations.models import Check, Finding, LinkVisit, Listing, TrackerNote
from citations.nap import compare
from citations.nap.link_end import judge_end
from citations.store import Placed, Store
from citations.words import OWNER_EXPORT, ChangeKind, FindingKind, FixOwner, FixState, Noted, Reason, Status, Verdict
from tests.findings.fix_list import BLOCKED, FIRST, OLD, OTHER, PLACE, RIGHT, TODAY, audit, found, number, only, submit
from tests.invented import DENTAL, dental_portfolio, listed, looked, wrong


def test_done_is_verified_by_the_next_audit_only(store: Store) -> None:
    audit(store, 0, [number()])
    submit(store, 2)
    assert only(store).state is FixState.SUBMITTED
    audit(store, 30, [RIGHT])
    fix = only(store)
    assert fix.state is FixState.VERIFIED
    assert fix.says(TODAY) == "Seen right on 2 June 2031."
    assert fix.problems == ()
    audit(store, 60, [RIGHT])
    assert only(store).says(TODAY) == "Seen right on 2 June 2031.", "the first time counts"


def test_still_wrong_is_open_again_and_says_since_when(store: Store) -> None:
    audit(store, 0, [number()])
    submit(store, 2)
    audit(store, 30, [number()])
    fix = only(store)
    assert fix.state is FixState.OPEN
    assert "Still wrong on 2 June 2031, after it was submitted on 5 May 2031." in fix.says(TODAY)
    assert fix.due == date(2031, 6, 2), "it is due since it was first seen"


@pytest.mark.parametrize("again", [OLD, OTHER], ids=["the same value", "another value"])
def test_wrong_again_after_it_was_right_is_regressed(store: Store, again) -> None:  # type: ignore[no-untyped-def]
    audit(store, 0, [number()])
    audit(store, 30, [RIGHT])
    audit(store, 60, [number(again)])
    fix = next(fix for fix in found(store) if fix.problems)
    assert fix.state is FixState.REGRESSED
    assert fix.says(TODAY) == "Was right on 2 June 2031, wrong again since 2 July 2031."
    assert fix.owner is FixOwner.VENDOR
    assert fix.due == date(2031, 8, 1), "thirty days after it began anew"


def test_what_could_not_be_checked_stays_and_says_so(store: Store) -> None:
    audit(store, 0, [number()])
    submit(store, 2)
    audit(store, 30, [BLOCKED])
    fix = only(store)
    assert fix.state is FixState.SUBMITTED
    assert "Could not be checked on 2 June 2031 (a challenge page came), so it stays as it was." in fix.says(TODAY)
    audit(store, 60, [RIGHT])
    assert only(store).state is FixState.VERIFIED
    assert "Could not" not in only(store).says(TODAY)


def test_an_unanswered_check_does_not_undo_what_was_verified(store: Store) -> None:
    audit(store, 0, [number()])
    audit(store, 30, [RIGHT])
    audit(store, 60, [BLOCKED])
    assert only(store).state is FixState.VERIFIED


def test_another_wrong_value_is_another_fix(store: Store) -> None:
    audit(store, 0, [number()])
    submit(store, 2)
    audit(store, 30, [number(OTHER)])
    states = {fix.listed: fix.state for fix in found(store)}
    assert states == {OLD.listed: FixState.REPLACED, OTHER.listed: FixState.OPEN}


def test_the_id_does_not_depend_on_the_manner_of_writing(store: Store) -> None:
    audit(store, 0, [number()])
    before = only(store).id
    audit(store, 30, [number(replace(OLD, listed="+1 360 555 0199"))])
    assert only(store).id == before


def test_a_value_that_is_fine_is_asked_again_when_the_listing_is_another(store: Store) -> None:
    audit(store, 0, [number()])
    fix = only(store)
    store.fixes.decide([fix.id], accepted_at=FIRST + timedelta(1))
    audit(store, 30, [number()])
    assert only(store).state is FixState.ACCEPTED
    elsewhere = number()
    assert elsewhere.listing
    moved = replace(elsewhere, listing=replace(elsewhere.listing, url="https://example-pages.example/biz/new"))
    audit(store, 60, [moved])
    assert only(store).state is FixState.OPEN
    assert "Accepted on 4 May 2031 at another address" in only(store).says(TODAY)


def test_a_value_that_is_fine_does_not_excuse_another(store: Store) -> None:
    audit(store, 0, [number()])
    decide(store, [only(store).id], accepted_at=FIRST + timedelta(1))
    audit(store, 30, [number(OTHER)])
    (fix,) = (fix for fix in found(store) if fix.listed == OTHER.listed)
    assert fix.state is FixState.OPEN
    assert f"On 4 May 2031 a person accepted “{OLD.listed}”; now it is another value." in fix.says(TODAY)


def test_a_value_that_is_fine_is_wrong_no_more_until_it_is_taken_back(store: Store) -> None:
    number_now = audit(store, 0, [as_compared(OLD.listed)])
    before, fix = store.rollups(number_now)[0].tally, phone_fix(store)
    decide(store, [fix.id], accepted_at=FIRST + timedelta(1))
    check = store.check(number_now, PLACE.id, "example_pages")
    assert check
    assert check.comparison
    assert check.comparison.phone.verdict is Verdict.ACCEPTED
    assert check.comparison.phone.reason.startswith("A person said on 4 May 2031 that this value is fine here.")
    assert store.rollups(number_now)[0].tally.wrong_fields == before.wrong_fields - 1
    assert store.rollups(number_now)[0].tally.earned > before.earned
    settle(store)
    assert (phone_fix(store).state, phone_fix(store).problems) == (FixState.ACCEPTED, ())
    later = audit(store, 30, [check])
    assert (phone_fix(store).state, phone_fix(store).kept.unsure) == (FixState.ACCEPTED, "")
    decide(store, [fix.id], accepted_at=None)
    assert phone_fix(store).state is FixState.OPEN
    assert store.rollups(later)[0].tally == before


def phone_fix(store: Store) -> Fix:
    return next(fix for fix in found(store) if fix.field == "phone")


def as_compared(phone: str) -> Check:
    """The check of a listing that shows our values and this number."""
    listing = Listing("https://example-pages.example/biz/1", name=PLACE.name, address=PLACE.address, phones=(phone,))
    return replace(RIGHT, listing=listing, comparison=compare(PLACE, listing), url=listing.url)


@pytest.mark.parametrize(
    ("field", "one", "other", "same"),
    [
        ("address", "12 Elm Street, Suite 4, Dover, DE 19901", "12 Elm St #4, Dover, DE 19901-2203", True),
        ("address", "12 Elm Street, Suite 4, Dover, DE 19901", "12 Elm Street, Suite 5, Dover, DE 19901", False),
        ("name", "Fern Florist, LLC", "The Fern Florist", True),
        ("name", "Fern Florist", "Fern Flowers", False),
        ("hours", "Mo-Fr 09:00-17:00", "Monday to Friday 9am - 5pm", True),
        ("website", "http://www.fern.example/", "https://fern.example", True),
        ("phone", "(302) 555-0103", "+1 302.555.0103", True),
        ("phone", "ask us", "Ask us!", True),
    ],
)
def test_a_value_is_known_again_in_another_writing(field: str, one: str, other: str, same: bool) -> None:
    assert (wrong_value(field, one, "US") == wrong_value(field, other, "US")) is same


def test_what_is_put_off_comes_back_on_its_day(store: Store) -> None:
    audit(store, 0, [number()])
    store.fixes.decide([only(store).id], snoozed_until=date(2031, 5, 20))
    assert only(store).state is FixState.SNOOZED
    assert only(store, date(2031, 5, 20)).state is FixState.OPEN


def test_what_people_decided_outlives_the_next_audit(store: Store) -> None:
    audit(store, 0, [number()])
    store.fixes.decide([only(store).id], owner=FixOwner.CLIENT, due=date(2031, 5, 9), note="asked Ann")
    audit(store, 30, [number()])
    fix = only(store)
    assert (fix.owner, fix.due, fix.kept.note) == (FixOwner.CLIENT, date(2031, 5, 9), "asked Ann")
    with pytest.raises(ValueError, match="nobody decides verified_at"):
        store.fixes.decide([fix.id], verified_at=FIRST)


def test_a_check_made_later_by_hand_counts_too(store: Store) -> None:
    first = audit(store, 0, [number(), looked(PLACE, "town_guide", Status.UNVERIFIED, Reason.ASSISTED)])
    by_hand = replace(listed(PLACE, "town_guide", phone=OLD), checked_at=FIRST + timedelta(1), how="file")
    store.save(first, by_hand, tally(by_hand, 1))
    assert store.fixes.are_behind()
    assert settle(store) == 1
    assert {fix.directory.id for fix in found(store)} == {"example_pages", "town_guide"}


def test_an_older_check_that_comes_late_changes_nothing(store: Store) -> None:
    first = audit(store, 0, [number()])
    audit(store, 30, [RIGHT])
    late = replace(number(), checked_at=FIRST + timedelta(10))
    store.save(first, late, tally(late, 1))
    settle(store)
    fix = store.fixes.of_clients([DENTAL])
    assert [kept.verified_at for kept in fix.values()] == [FIRST + timedelta(30)]


def test_a_clock_that_was_set_back_hides_no_later_audit(store: Store) -> None:
    """The second audit's machine believes it to be a month before the first."""
    audit(store, 30, [number()])
    audit(store, 0, [RIGHT])
    assert only(store).state is FixState.VERIFIED
    last = audit(store, 1, [number()])
    assert only(store).state is FixState.REGRESSED
    assert [change.kind for change in store.history.changes(last)] == [ChangeKind.REGRESSED]


def test_nor_does_it_hide_a_second_look_of_the_same_audit(store: Store) -> None:
    first = audit(store, 1, [number()])
    again = replace(RIGHT, checked_at=FIRST)
    store.save(first, again, tally(again, 1))
    settle(store)
    assert only(store).state is FixState.VERIFIED


def test_an_old_export_of_the_owners_is_old_in_a_new_audit(store: Store) -> None:
    audit(store, 0, [number()])
    audit(store, 60, [RIGHT])
    last = audit(store, 30, [replace(number(), how=OWNER_EXPORT)])
    assert only(store).state is FixState.VERIFIED
    assert store.history.changes(last) == []


def test_two_files_without_clients_do_not_mix(store: Store) -> None:
    place = replace(PLACE, client="")
    audit(store, 0, [number(OLD, place)], place, "one.csv")
    audit(store, 30, [listed(place, "example_pages")], place, "two.csv")
    assert found(store) == []
    assert len(store.fixes.of_clients(["one.csv"])) == 1


def test_settling_again_changes_nothing(store: Store) -> None:
    number_of_audit = audit(store, 0, [number()])
    before = store.fixes.of_audit(number_of_audit)
    assert settle(store) == 0
    assert [fix.kept for fix in found(store)] == list(before.values())


def test_without_the_store_every_problem_is_open_from_today(tmp_path: Path) -> None:
    whole = dental_portfolio(tmp_path)
    every = fixes(whole, {}, TODAY)
    assert {fix.state for fix in every} == {FixState.OPEN}
    assert sorted(id(p) for fix in every for p in fix.problems) == sorted(id(p) for p in whole.problems)
    assert [fix.priority for fix in every] == sorted((fix.priority for fix in every), reverse=True)


def test_a_contradiction_ends_only_when_the_page_that_made_it_was_read(store: Store) -> None:
    contact = "https://harbor-dental.example/contact"
    contradicts = Finding(FindingKind.INSIDE_CONTRADICTION, f"one number, and another in the text of {contact}.")
    audit(store, 0, [listed(PLACE, "example_pages", contradicts)])
    fix = only(store)
    assert fix.field == "contradiction"
    assert {entry.value for entry in fix.enter} >= {str(PLACE.address), PLACE.phone}
    audit(store, 30, [replace(RIGHT, unread=(contact,))])
    assert only(store).state is FixState.OPEN
    assert f"{contact} could not be looked at" in only(store).says(TODAY)
    audit(store, 60, [replace(RIGHT, unread=("https://harbor-dental.example/about",))])
    assert only(store).state is FixState.VERIFIED


def test_a_dead_link_is_verified_only_when_somebody_followed_it_again(store: Store) -> None:
    old = "http://harbor-dental.example/old"
    site = wrong(Verdict.FORMATTING, old, PLACE.website, "another page of your site")
    mended, dead = listed(PLACE, "example_pages", website=site), LinkVisit(old, old, 404, is_dead=True)
    audit(store, 0, [replace(mended, comparison=judge_end(mended.comparison, dead), link=dead)])
    fix = only(store)
    assert fix.worth > 0
    assert (fix.field, fix.listed, fix.harm.id) == ("website", old, "dead_link")
    assert [entry.value for entry in fix.enter] == [PLACE.website]
    for days, link in ((10, None), (20, LinkVisit(old, reason=Reason.TIMEOUT, detail="no answer"))):
        audit(store, days, [replace(mended, link=link)])
        assert only(store).state is FixState.OPEN
    assert "could not be followed: no answer" in only(store).says(TODAY)
    audit(store, 30, [replace(mended, link=LinkVisit(old, old, 200))])
    assert only(store).state is FixState.VERIFIED


@pytest.mark.parametrize(
    ("tried", "unread", "state"),
    [
        ((), (), FixState.OPEN),
        (("https://example-pages.example/biz/2?utm_source=x",), (), FixState.VERIFIED),
        (("https://example-pages.example/biz/2",), ("https://example-pages.example/biz/2",), FixState.OPEN),
    ],
    ids=["nobody looked at the second listing", "looked at, and gone", "it could not be read"],
)
def test_a_second_listing_is_gone_only_when_somebody_looked(
    store: Store, tried: tuple[str, ...], unread: tuple[str, ...], state: FixState
) -> None:
    twice = listed(PLACE, "example_pages")
    assert twice.comparison
    doubled = with_duplicates(twice.comparison, twice.url, ["https://example-pages.example/biz/2"], "that is claimed")
    audit(store, 0, [replace(twice, comparison=doubled)])
    assert "the one that is claimed" in only(store).kept.reason
    audit(store, 30, [replace(twice, tried=tried, unread=unread)])
    assert only(store).state is state


@pytest.mark.parametrize(
    ("word", "says"),
    [
        (
            Noted.PENDING,
            "In the agency's tracker it is pending since 20 January 2031: ask after it before it is sent again.",
        ),
        (Noted.LIVE, ""),
        (Noted.TO_DO, ""),
    ],
)
def test_what_the_tracker_has_sent_already_is_said(store: Store, word: Noted, says: str) -> None:
    _noted(store, word, date(2031, 1, 20))
    audit(store, 0, [looked(PLACE, "local_finder", Status.NOT_LISTED)])
    assert only(store).says(TODAY) == f"Open since 3 May 2031. {says}".strip()


@pytest.mark.parametrize("word", [Noted.PENDING, Noted.SUBMITTED])
def test_a_pending_submission_is_waited_for_and_verified_when_it_is_found(store: Store, word: Noted) -> None:
    _noted(store, word, date(2031, 4, 20))
    number = audit(store, 0, [looked(PLACE, "local_finder", Status.NOT_LISTED)])
    fix, (same,) = only(store), _remembered(store, number)
    assert fix.state is same.state is FixState.SUBMITTED
    assert fix.says(TODAY) == same.says(TODAY)
    told = f"In the agency's tracker it is {word} since 20 April 2031; the audit that finds it verifies it."
    assert fix.says(TODAY) == told
    audit(store, 7, [listed(PLACE, "local_finder")])
    assert only(store).state is FixState.VERIFIED


def _noted(store: Store, word: Noted, on: date) -> None:
    note = TrackerNote("Local Finder", word, "local_finder", on=on, file_at=FIRST)
    store.tracker.keep("a.csv", [Placed(PLACE.client, PLACE.id, note)])


def _remembered(store: Store, number: int) -> Sequence[Fix]:
    """The fix list without a check being read."""
    places = {(PLACE.client, PLACE.id): PLACE}
    infos = {info.id: info for info in store.audit(number).directories}
    kept = store.fixes.of_audit(number).values()
    return remembered(kept, places, {}, infos, TODAY, {}, store.tracker.histories("a.csv"))
