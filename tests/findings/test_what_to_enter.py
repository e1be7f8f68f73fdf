"""What a fix says: the exact values to enter, where, who does it, and which are one task."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from citations.directory import Directory
from citations.findings import fixes, portfolio, tasks
from citations.models import Finding, Listing, Location
from citations.store import Store
from citations.words import FindingKind, FixOwner, FixState, Status, Verdict
from tests.findings.fix_list import OLD, PLACE, TODAY, audit, number, only
from tests.invented import dental_portfolio, listed, looked, wrong


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


def test_a_missing_listing_has_the_whole_record_and_the_place_to_add_it(store: Store) -> None:
    class Pages(Directory):
        id, name, domains = "map_nearby", "Map Nearby", ("map-nearby.example",)
        submit_url, live_after = "https://map-nearby.example/add", "about two weeks"

    number = audit(store, 0, [looked(PLACE, "map_nearby", Status.NOT_LISTED)])
    (fix,) = fixes(portfolio(store, number), store.fixes.of_audit(number), TODAY, {"map_nearby": Pages()})
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


def test_tasks_hold_every_fix_once_and_shared_values_together(tmp_path: Path) -> None:
    every = fixes(dental_portfolio(tmp_path), {}, TODAY)
    grouped = tasks(every)
    assert sorted(fix.id for task in grouped for fix in task.fixes) == sorted(fix.id for fix in every)
    (cause,) = [task for task in grouped if task.kind == "cause"]
    assert (cause.first.listed, cause.places, cause.locations) == ("(360) 555-0199", 5, 5)
    assert {task.kind for task in grouped} == {"cause", "missing", "duplicates", "listing"}


def test_where_the_record_s_own_page_is_gone_nobody_is_told_to_enter_it_again(store: Store) -> None:
    site = wrong(Verdict.SAME, PLACE.website, PLACE.website, "exactly yours")
    audit(store, 0, [listed(PLACE, "example_pages", Finding(FindingKind.DEAD_LINK, "nowhere"), website=site)])
    (entry,) = only(store).enter
    assert entry.value.startswith("An address that answers")
