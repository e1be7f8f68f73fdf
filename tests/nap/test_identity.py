"""Same, review or different, by example: each case says what the listing shows of a record's fields."""

from dataclasses import replace
from math import inf, nan

import pytest

from citations.models import Former, Listing, Location
from citations.nap import Batch, identify
from citations.words import Decision, Kind

RECORD = Location(
    "1",
    "Lakewood Bakery",
    "100 Main St Ste 200, Austin, TX 78701",
    "(512) 555-0101",
    "https://lakewood.example/",
    former=(
        Former("address", "7 Elm Ave, Austin, TX 78702"),
        Former("phone", "512-555-0150"),
        Former("name", "Elm Bakery"),
    ),
)
OURS = {
    "name": "Lakewood Bakery",
    "address": "100 Main Street #200, Austin, TX 78701",
    "phones": ["512-555-0101"],
    "website": "http://www.lakewood.example",
}
ELSEWHERE = "450 Congress Ave, Austin, TX 78704"


def listing(**shown: object) -> Listing:
    return Listing(**{**OURS, **shown})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "decision"),
    [
        (listing(), Decision.SAME),
        (listing(phones=[]), Decision.SAME),
        (listing(phones=["512-555-0999"], website=""), Decision.SAME),
        (listing(address=ELSEWHERE, website=""), Decision.SAME),
        (listing(address="100 Main St, Austin, TX 78701", phones=[], website=""), Decision.SAME),
        (listing(name="Lakewod Bakery", website=""), Decision.SAME),
        (
            listing(name="Elm Bakery", address="7 Elm Ave, Austin, TX 78702", phones=["512-555-0150"], website=""),
            Decision.SAME,
        ),
        (listing(name="Congress Nails", website=""), Decision.REVIEW),
        (Listing(phones=["512-555-0101"]), Decision.REVIEW),
        (Listing(name="Congress Nails", address=ELSEWHERE, phones=["512-555-0101"]), Decision.REVIEW),
        (
            Listing(name="Congress Nails", address="100 Main St Ste 210, Austin, TX 78701", phones=["512-555-0777"]),
            Decision.DIFFERENT,
        ),
        (Listing(name="Lakewood Nails", address=ELSEWHERE, phones=["512-555-0777"]), Decision.DIFFERENT),
        (Listing(name="Congress Nails", address=ELSEWHERE, phones=["512-555-0777"]), Decision.DIFFERENT),
        (listing(name="Dr. Jane Smith, DDS", website=""), Decision.DIFFERENT),
        (listing(name="Lakewood Bakery: Jane Smith, DDS"), Decision.REVIEW),
        (Listing(name="Lakewood Bakery"), Decision.REVIEW),
        (Listing(name="Lakewood Bakery", address="Congress Ave, Austin, TX 78701"), Decision.REVIEW),
        (Listing(name="Lakewood Bakery", address="Old Market Hall, Austin, TX 78701"), Decision.SAME),
        (Listing(name="Lakewood Bakery", address="Austin, TX 78701"), Decision.SAME),
        (listing(name="Lakewood Bakery (Jane's)", phones=[], website=""), Decision.SAME),
        (listing(address=ELSEWHERE, phones=["512-555-0999"]), Decision.REVIEW),
        (listing(phones=["212-555-0101"], website=""), Decision.SAME),
        (listing(name="Bakery Austin", phones=["512-555-0999"]), Decision.REVIEW),
        (Listing(name="Lakewood Bakery Pharmacy", address=ELSEWHERE, phones=["512-555-0101"]), Decision.DIFFERENT),
        (Listing(), Decision.DIFFERENT),
        (Listing(name="---"), Decision.DIFFERENT),
    ],
)
def test_decision(found: Listing, decision: Decision) -> None:
    identity = identify(RECORD, found)
    assert identity.decision is decision, identity


def test_evidence_adds_up() -> None:
    identity = identify(RECORD, listing())
    assert identity.bits == pytest.approx(sum(bits for _, bits in identity.evidence))
    assert "name: same" in dict(identity.evidence)


def test_a_listing_of_a_sibling_is_not_ours() -> None:
    north = Location("n", "Acme Dental", "100 Main St, Austin, TX 78701", "512-555-0101", "https://acme.example/")
    south = Location("s", "Acme Dental", "900 Lamar Blvd, Austin, TX 78704", "512-555-0102", "https://acme.example/")
    shown = Listing(
        name="Acme Dental", address="900 Lamar Blvd, Austin, TX 78704", phones=["512-555-0102"], website="acme.example"
    )
    batch = Batch([north, south])
    assert identify(south, shown, batch).decision is Decision.SAME
    identity = identify(north, shown, batch)
    assert identity.decision is Decision.DIFFERENT
    assert identity.evidence[-1][0].startswith("fits Acme Dental (900 Lamar Blvd)")


BRANCHES = tuple(
    Location(key, "Acme Dental", address, phone, f"https://acme.example/{key}")
    for key, address, phone in (
        ("north", "100 Main St, Austin, TX 78701", "512-555-0101"),
        ("south", "900 Lamar Blvd, Austin, TX 78704", "512-555-0102"),
    )
)


@pytest.mark.parametrize("field", ["address", "phone", "website"])
def test_one_value_of_a_sibling_leaves_the_listing_ours(field: str) -> None:
    north, south = BRANCHES
    values = {name: getattr(south if name == field else north, name) for name in ("address", "phone", "website")}
    shown = Listing(name="Acme Dental", address=values["address"], phones=[values["phone"]], website=values["website"])
    batch = Batch(BRANCHES)
    assert identify(north, shown, batch).decision is Decision.SAME
    assert identify(south, shown, batch).decision is Decision.DIFFERENT


def test_a_door_outweighs_a_number_among_siblings_but_leaves_a_doubt() -> None:
    north, south = BRANCHES
    shown = Listing(name="Acme Dental", address=str(north.address), phones=[south.phone])
    assert identify(north, shown, Batch(BRANCHES)).decision is Decision.SAME
    assert identify(south, shown, Batch(BRANCHES)).decision is Decision.REVIEW


def test_a_number_outweighs_a_page_among_siblings() -> None:
    north, south = (replace(place, website=f"https://acme.example/{place.id}") for place in BRANCHES)
    shown = Listing(name="Acme Dental", phones=[south.phone], website=north.website)
    assert identify(south, shown, Batch([north, south])).decision is Decision.SAME
    assert identify(north, shown, Batch([north, south])).decision is Decision.REVIEW


def test_a_name_alone_is_another_business() -> None:
    ours = Location("1", "Acme", "100 Main St, Austin, TX 78701", "512-555-0101", "https://acme.example")
    shown = Listing(
        name="Acme", address="7 Oak Ave, Austin, TX 78701", phones=["512-555-0177"], website="acme2.example"
    )
    assert identify(ours, shown).decision is Decision.DIFFERENT


@pytest.mark.parametrize(
    ("address", "decision"),
    [
        ("450 Congress Ave, Austin, TX 78704", Decision.REVIEW),
        ("450 Congress Ave, Portland, OR 97201", Decision.DIFFERENT),
        ("100 Main St, Austin, MN 55912", Decision.DIFFERENT),
        ("450 Congress Ave, Houston, TX 77001", Decision.DIFFERENT),
        ("450 Congress Ave, Portland, Oregon", Decision.DIFFERENT),
    ],
)
def test_the_same_name_far_away_with_another_number_is_another(address: str, decision: Decision) -> None:
    shown = Listing(name="Lakewood Bakery", address=address, phones=["503-555-0177"])
    assert identify(RECORD, shown).decision is decision


def test_the_same_name_far_away_with_our_site_or_number_stays_ours_to_see() -> None:
    away = "450 Congress Ave, Portland, OR 97201"
    assert identify(RECORD, listing(address=away, website="")).decision is not Decision.DIFFERENT
    assert identify(RECORD, listing(address=away, phones=["503-555-0177"])).decision is not Decision.DIFFERENT


def test_a_shared_number_weighs_less() -> None:
    shown = Listing(name="Acme", phones=["800-555-0199"])
    alone = Location("1", "Acme", "100 Main St, Austin, TX 78701", "800-555-0199")
    other = Location("2", "Acme", "900 Lamar Blvd, Austin, TX 78704", "800-555-0199")
    assert identify(alone, shown, Batch([alone, other])).bits < identify(alone, shown, Batch([alone])).bits


def test_the_number_of_a_practice_counts_for_each_of_its_practitioners() -> None:
    door, number = "100 Main St, Austin, TX 78701", "512-555-0101"
    practice = Location("1", "Lakewood Dental", door, number, kind=Kind.PRACTICE)
    people = [
        Location(name, name, door, number, kind=Kind.PRACTITIONER) for name in ("Dr. Jane Smith, DDS", "Dr. Ada Novak")
    ]
    shown = Listing(name="Dr. Ada Novak", address="104 Main St, Austin, TX 78701", phones=[number])
    batch = Batch([practice, *people])
    assert [identify(place, shown, batch).decision for place in batch.locations] == ["different", "different", "same"]


def test_a_named_competitor_with_a_name_like_ours_is_another() -> None:
    bakery = replace(RECORD, website="")
    near = Listing(name="Lakehood Bakery", address="Congress Ave, Austin, TX 78701", phones=["512-555-0177"])
    named = replace(bakery, competitors=("Lakehood Bakery LLC",))
    assert identify(bakery, near).decision is Decision.REVIEW
    assert identify(named, near).decision is Decision.DIFFERENT
    assert identify(named, replace(near, phones=["512-555-0101"])).decision is not Decision.DIFFERENT
    assert identify(named, Listing(**OURS)).decision is Decision.SAME


def test_a_practitioner_and_the_practice_are_two() -> None:
    person = Location(
        "1", "Dr. Jane Smith, DDS", "100 Main St, Austin, TX 78701", "512-555-0101", kind=Kind.PRACTITIONER
    )
    practice = Listing(name="Lakewood Dental", address="100 Main St, Austin, TX 78701", phones=["512-555-0101"])
    same = Listing(name="Smith, Jane DDS", address="100 Main St, Austin, TX 78701", phones=["512-555-0101"])
    assert identify(person, practice).decision is Decision.DIFFERENT
    assert identify(person, same).decision is Decision.SAME


def test_coordinates_that_are_no_number_count_as_none() -> None:
    place = replace(RECORD, latitude=30.27, longitude=-97.74)
    blank = identify(place, listing())
    for latitude in (nan, inf):
        assert identify(place, listing(latitude=latitude, longitude=-97.74)) == blank
