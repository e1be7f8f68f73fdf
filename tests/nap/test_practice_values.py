"""The practice world's listings, judged from their values without any page: every injected fault is named rightly."""

from functools import cache

import pytest

from citations.models import Listing
from citations.nap import Batch, compare, identify
from citations.postal import Address
from citations.practice import World, build
from citations.practice.row import Row
from citations.words import Decision, Status, Verdict

SEEDS = (1, 2, 4)


@cache
def world(seed: int) -> World:
    return build(seed=seed, locations=40, clients=4)


def listed(row: Row, *, in_parts: bool) -> Listing:
    shown = row.shown
    assert shown is not None
    address: Address | str | None = shown.address_line or None
    if in_parts and shown.street:
        address = Address(shown.street_line, "", "", shown.city, shown.region, shown.postcode)
    phones = [shown.phone] if shown.phone else []
    return Listing(name=shown.name, address=address, phones=phones, website=shown.website, hours=shown.hours_text)


def rows(seed: int) -> list[Row]:
    return [row for row in world(seed).rows if row.status is Status.LISTED and row.shown]


@pytest.mark.parametrize("in_parts", [True, False], ids=["address in parts", "address as one line"])
@pytest.mark.parametrize("seed", SEEDS)
def test_every_fault_gets_its_verdict(seed: int, in_parts: bool) -> None:
    records, batch, wrong = {place.id: place for place in world(seed).locations}, Batch(world(seed).locations), []
    for row in rows(seed):
        comparison = compare(records[row.location], listed(row, in_parts=in_parts), batch)
        expected = {field: verdict for field, verdict in row.verdicts.items() if field != "hours" or row.faults}
        if "website_dead" in row.faults:
            expected["website"] = Verdict.FORMATTING  # nobody has followed the link here
        found = {field: comparison.fields[field].verdict for field in expected}
        parts = {part: comparison.address.parts[part].verdict for part in row.parts if comparison.address.parts}
        if "hours" in found and {found["hours"], expected["hours"]} <= {"same", "formatting"}:
            found["hours"] = expected["hours"]  # the house style of a site is put on by its page
        if found != expected or parts != dict(row.parts if parts else {}):
            wrong.append((row.faults, found, expected, parts))
    assert wrong == []


@pytest.mark.parametrize("seed", SEEDS)
def test_each_listing_is_its_location_and_no_other(seed: int) -> None:
    places, batch = world(seed).locations, Batch(world(seed).locations)
    for row in rows(seed):
        for place in places:
            decision = identify(place, listed(row, in_parts=True), batch).decision
            assert (decision is Decision.SAME) == (place.id == row.location), (row.faults, place, row.shown)
