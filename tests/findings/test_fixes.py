"""The fix list through two and three audits: done is what a person says, verified is what an audit saw."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from citations.directory import Directory
from citations.findings import Fix, fixes, portfolio, settle, tally, tasks
from citations.models import Check, Finding, LinkVisit, Listing, Location, TrackerNote
from citations.nap.link_end import judge_end
from citations.store import Placed, Store
from citations.words import FindingKind, FixOwner, FixState, Noted, Reason, Status, Verdict
from tests.invented import DENTAL, DIRECTORIES, dental, dental_portfolio, listed, looked, wrong

PLACE = dental(0)
OLD = wrong(Verdict.OUTDATED, "(360) 555-0199", PLACE.phone, "given up")
OTHER = wrong(Verdict.DIFFERENT, "(360) 555-0142", PLACE.phone, "another number")
FIRST = datetime(2031, 5, 3, 9, 30, tzinfo=UTC)
TODAY = date(2031, 5, 4)
Audit = Callable[..., None]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{tmp_path / 'fixes.db'}")
    yield opened
    opened.close()


def audit(store: Store, days: int, checks: Sequence[Check], place: Location = PLACE, source: str = "a.csv") -> int:
    """An audit `days` after the first one."""
    planned = [(place.id, check.directory) for check in checks]
    info = store.begin(source, [place], DIRECTORIES, planned, fresh=True)
    tiers = {directory.id: directory.tier for directory in DIRECTORIES}
    for check in checks:
        timed = replace(check, checked_at=FIRST + timedelta(days))
        store.save(info.id, timed, tally(timed, tiers[check.directory]))
    store.finish(info.id)
    settle(store)
    return info.id


def found(store: Store, today: date = TODAY) -> list[Fix]:
    """The fix list of the newest audit."""
    info = store.latest()
    assert info
    return list(fixes(portfolio(store, info.id), store.kept_fixes(info.id), today))


def only(store: Store, today: date = TODAY) -> Fix:
    (fix,) = found(store, today)
    return fix


def number(result=OLD, place: Location = PLACE) -> Check:  # type: ignore[no-untyped-def]
    return listed(place, "example_pages", phone=result)


RIGHT = listed(PLACE, "example_pages")
BLOCKED = looked(PLACE, "example_pages", Status.UNVERIFIED, Reason.CAPTCHA, "a challenge page came")


def submit(store: Store, days: int) -> None:
    store.decide_fixes([fix.id for fix in found(store)], submitted_at=FIRST + timedelta(days))


def test_a_wrong_number_is_open_with_all_that_is_needed(store: Store) -> None:
    audit(store, 0, [number()])
    fix = only(store)
    assert fix.state is FixState.OPEN
    assert fix.says(TODAY) == "Open since 3 May 2031."
    assert [(entry.label, entry.value) for entry in fix.enter] == [
        ("Phone", "(360) 555-0100"),
        ("Phone, international", "+1 360-555-0100"),
    ]
    assert fix.door
    assert fix.door.url == "https://example-pages.example/biz/dental-1"
    assert (fix.level, fix.why) == (
        "high",
        "sends callers to a wrong number, on a tier-1 directory, worth 30 points",
    )
    assert fix.priority == 10 * 3 + 30
    assert (fix.owner, fix.due) == (FixOwner.AGENCY, date(2031, 6, 2))


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
    store.decide_fixes([fix.id], accepted_at=FIRST + timedelta(1))
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
    fix = only(store)
    store.decide_fixes([fix.id], accepted_at=FIRST + timedelta(1))
    audit(store, 30, [number(OTHER)])
    assert [fix.state for fix in found(store) if fix.listed == OTHER.listed] == [FixState.OPEN]


def test_what_is_put_off_comes_back_on_its_day(store: Store) -> None:
    audit(store, 0, [number()])
    store.decide_fixes([only(store).id], snoozed_until=date(2031, 5, 20))
    assert only(store).state is FixState.SNOOZED
    assert only(store, date(2031, 5, 20)).state is FixState.OPEN


def test_what_people_decided_outlives_the_next_audit(store: Store) -> None:
    audit(store, 0, [number()])
    store.decide_fixes([only(store).id], owner=FixOwner.CLIENT, due=date(2031, 5, 9), note="asked Ann")
    audit(store, 30, [number()])
    fix = only(store)
    assert (fix.owner, fix.due, fix.kept.note) == (FixOwner.CLIENT, date(2031, 5, 9), "asked Ann")
    with pytest.raises(ValueError, match="nobody decides verified_at"):
        store.decide_fixes([fix.id], verified_at=FIRST)


def test_a_missing_listing_has_the_whole_record_and_the_place_to_add_it(store: Store) -> None:
    class Pages(Directory):
        id, name, domains = "map_nearby", "Map Nearby", ("map-nearby.example",)
        submit_url, live_after = "https://map-nearby.example/add", "about two weeks"

    number = audit(store, 0, [looked(PLACE, "map_nearby", Status.NOT_LISTED)])
    (fix,) = fixes(portfolio(store, number), store.kept_fixes(number), TODAY, {"map_nearby": Pages()})
    assert fix.door
    assert (fix.door.url, fix.door.says) == ("https://map-nearby.example/add", "Add the listing")
    values = {entry.label: entry.value for entry in fix.enter}
    assert values["Street line"] == "100 Main Street"
    assert values["Suite or unit"] == "Suite 200"
    assert values["Address in one line"] == "100 Main Street Suite 200, Port Example, WA 98000"
    assert {"Business name", "Phone", "Website", "Hours", "City", "State or region", "Postcode"} <= set(values)
    assert fix.live_after == "about two weeks"
    audit(store, 30, [listed(PLACE, "map_nearby")])
    assert only(store).state is FixState.VERIFIED


def test_a_german_street_line_ends_in_the_number(store: Store) -> None:
    place = Location("b-1", "Bäckerei", "Hauptstraße 5, 10115 Berlin", "030 5550101", country="DE")
    audit(store, 0, [looked(place, "map_nearby", Status.NOT_LISTED)], place)
    values = {entry.label: entry.value for entry in only(store).enter}
    assert values["Street line"] == "Hauptstraße 5"


def test_a_hidden_address_is_never_to_be_entered_without_saying_so(store: Store) -> None:
    place = replace(PLACE, hide_address=True)
    audit(store, 0, [looked(place, "map_nearby", Status.NOT_LISTED)], place)
    values = {entry.label: entry.value for entry in only(store).enter}
    assert values["Address"].startswith("Hide the address")


def test_doubles_name_the_one_to_keep_and_those_to_merge(store: Store) -> None:
    double = Listing("https://local-finder.example/biz/2", name="Harbor Dental")
    check = replace(listed(PLACE, "local_finder", Finding(FindingKind.DUPLICATE, "twice")), candidates=(double,))
    audit(store, 0, [check])
    assert [(entry.label, entry.value) for entry in only(store).enter] == [
        ("Keep this listing", "https://local-finder.example/biz/dental-1"),
        ("Merge or remove", "https://local-finder.example/biz/2"),
    ]


def test_words_stuffed_into_a_name_are_one_fix_with_the_name(store: Store) -> None:
    stuffed = wrong(Verdict.DIFFERENT, "Harbor Dental Best Implants", PLACE.name, "words were added")
    finding = Finding(FindingKind.KEYWORD_STUFFING, "“Best Implants” was added")
    audit(store, 0, [listed(PLACE, "town_guide", finding, name=stuffed)])
    assert len(only(store).problems) == 2


def test_the_own_website_is_the_clients_to_mend(store: Store) -> None:
    audit(store, 0, [listed(PLACE, "own_website", phone=OLD)])
    assert only(store).owner is FixOwner.CLIENT
    assert "on the business's own website" in only(store).why


def test_a_check_made_later_by_hand_counts_too(store: Store) -> None:
    first = audit(store, 0, [number(), looked(PLACE, "town_guide", Status.UNVERIFIED, Reason.ASSISTED)])
    by_hand = replace(listed(PLACE, "town_guide", phone=OLD), checked_at=FIRST + timedelta(1), how="file")
    store.save(first, by_hand, tally(by_hand, 1))
    assert store.has_unsettled()
    assert settle(store) == 1
    assert {fix.directory.id for fix in found(store)} == {"example_pages", "town_guide"}


def test_an_older_check_that_comes_late_changes_nothing(store: Store) -> None:
    audit(store, 0, [number()])
    audit(store, 30, [RIGHT])
    audit(store, 10, [number()])
    fix = store.fixes_of([DENTAL])
    assert [kept.verified_at for kept in fix.values()] == [FIRST + timedelta(30)]


def test_two_files_without_clients_do_not_mix(store: Store) -> None:
    place = replace(PLACE, client="")
    audit(store, 0, [number(OLD, place)], place, "one.csv")
    audit(store, 30, [listed(place, "example_pages")], place, "two.csv")
    assert found(store) == []
    assert len(store.fixes_of(["one.csv"])) == 1


def test_settling_again_changes_nothing(store: Store) -> None:
    number_of_audit = audit(store, 0, [number()])
    before = store.kept_fixes(number_of_audit)
    assert settle(store) == 0
    assert [fix.kept for fix in found(store)] == list(before.values())


def test_without_the_store_every_problem_is_open_from_today(tmp_path: Path) -> None:
    whole = dental_portfolio(tmp_path)
    every = fixes(whole, {}, TODAY)
    assert {fix.state for fix in every} == {FixState.OPEN}
    assert sorted(id(p) for fix in every for p in fix.problems) == sorted(id(p) for p in whole.problems)
    assert [fix.priority for fix in every] == sorted((fix.priority for fix in every), reverse=True)


def test_tasks_hold_every_fix_once_and_shared_values_together(tmp_path: Path) -> None:
    every = fixes(dental_portfolio(tmp_path), {}, TODAY)
    grouped = tasks(every)
    assert sorted(fix.id for task in grouped for fix in task.fixes) == sorted(fix.id for fix in every)
    (cause,) = [task for task in grouped if task.kind == "cause"]
    assert (cause.first.listed, cause.places, cause.locations) == ("(360) 555-0199", 5, 5)
    assert {task.kind for task in grouped} == {"cause", "missing", "duplicates", "listing"}


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


def test_where_the_record_s_own_page_is_gone_nobody_is_told_to_enter_it_again(store: Store) -> None:
    site = wrong(Verdict.SAME, PLACE.website, PLACE.website, "exactly yours")
    audit(store, 0, [listed(PLACE, "example_pages", Finding(FindingKind.DEAD_LINK, "nowhere"), website=site)])
    (entry,) = only(store).enter
    assert entry.value.startswith("An address that answers")


@pytest.mark.parametrize(
    ("word", "says"),
    [
        (
            Noted.PENDING,
            "In the agency's tracker it is pending since 20 April 2031: ask after it before it is sent again.",
        ),
        (Noted.LIVE, ""),
        (Noted.TO_DO, ""),
    ],
)
def test_what_the_tracker_has_sent_already_is_said(store: Store, word: Noted, says: str) -> None:
    note = TrackerNote("Local Finder", word, "local_finder", on=date(2031, 4, 20), file_at=FIRST)
    store.tracker.keep("a.csv", [Placed(PLACE.client, PLACE.id, note)])
    audit(store, 0, [looked(PLACE, "local_finder", Status.NOT_LISTED)])
    assert only(store).says(TODAY) == f"Open since 3 May 2031. {says}".strip()
