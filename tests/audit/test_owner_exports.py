"""Owners' exports as listings: whose row is whose, what becomes of it, and what is kept."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from citations import Location
from citations.audit import Holdings, begin, holdings, take_in
from citations.catalog import load_catalog
from citations.findings import tally
from citations.locations import read_owner_export
from citations.models import Check
from citations.settings import Settings
from citations.store import Decided, Fine, Store
from citations.web import EvidenceFolder
from citations.words import FindingKind, Reason, Status, Verdict

HEAD = (
    "Store code,Business name,Address line 1,Locality,Administrative area,Postal code,Primary phone,Website,Status,"
    "Google updates\n"
)
NORTH = Location(
    "N-1", "Oak Dental", "1 Oak St, Springfield, IL 62701", "(217) 555-0101", "https://oak.example/north", client="Oak"
)
SOUTH = Location(
    "S-2", "Oak Dental", "2 Elm St, Springfield, IL 62702", "(217) 555-0102", "https://oak.example/south", client="Oak"
)
FERN = Location(
    "F-3", "Fern Florist", "3 Fern Ave, Dover, DE 19901", "(302) 555-0103", "https://fern.example/", client="Fern"
)
PLACES = (NORTH, SOUTH, FERN)
GOOGLE = load_catalog().directories["google"]

NORTH_ROW = "{code},Oak Dental,1 Oak St,Springfield,IL,62701,(217) 555-0101,https://oak.example/north,{status},"
SOUTH_ROW = "{code},Oak Dental,2 Elm St,Springfield,IL,62702,(217) 555-0102,https://oak.example/south,{status},"
STRANGER = "Z-9,Harbor Lane Boats,15 Pier Road,Astoria,OR,97103,(503) 555-0133,https://boats.example/,Published,"


def row(pattern: str, code: str = "", status: str = "Published") -> str:
    return pattern.format(code=code, status=status)


def held(
    folder: Path, *rows: str, head: str = HEAD, places: Sequence[Location] = PLACES, **decided: Decided
) -> Holdings:
    file = folder / "google.csv"
    file.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    said = {(place.client, place.id, "google"): decided[place.id[0]] for place in places if place.id[0] in decided}
    return holdings(
        [read_owner_export(file)],
        GOOGLE,
        places,
        Settings(home=folder, database_url="", evidence=folder / "evidence"),
        said,
    )


def by_place(found: Holdings) -> dict[str, Check]:
    return {check.location: check for check in found.checks}


def test_a_store_code_or_the_values_lead_to_the_location_and_sisters_are_told_apart(tmp_path: Path) -> None:
    found = held(tmp_path, row(SOUTH_ROW, "s-2"), row(NORTH_ROW), STRANGER)
    checks = by_place(found)
    for place in (NORTH, SOUTH):
        check = checks[place.id]
        assert (check.status, check.how) == (Status.LISTED, "owner_export")
        assert check.comparison is not None
        assert all(check.comparison.fields[name].verdict.is_right for name in ("name", "address", "phone", "website"))
        assert check.comparison.hours.verdict is Verdict.NOT_COMPARED
    assert [stranger.code for stranger in found.strangers] == ["Z-9"]
    assert (checks["F-3"].status, checks["F-3"].reason) == (Status.UNVERIFIED, Reason.NOT_CHECKED)
    assert "only what that account owns" in checks["F-3"].detail


def test_a_wrong_value_in_the_account_is_found_under_its_store_code(tmp_path: Path) -> None:
    check = by_place(held(tmp_path, row(NORTH_ROW, "N-1").replace("(217) 555-0101", "(217) 555-0177")))["N-1"]
    assert check.comparison is not None
    assert check.comparison.phone.verdict is Verdict.DIFFERENT


def test_a_value_of_a_row_without_an_address_may_be_fine(tmp_path: Path) -> None:
    fine = Decided(fine=(Fine("phone", "+12175550177", "", datetime(2031, 5, 4, tzinfo=UTC)),))
    wrong = row(NORTH_ROW, "N-1").replace("(217) 555-0101", "(217) 555-0177")
    check = by_place(held(tmp_path, wrong, N=fine))["N-1"]
    assert check.comparison is not None
    assert (check.url, check.comparison.phone.verdict) == ("", Verdict.ACCEPTED)


def test_codes_that_contradict_everything_else_in_their_rows_are_for_a_person(tmp_path: Path) -> None:
    """Somebody has swapped the codes, or the values: the program cannot know which."""
    checks = by_place(held(tmp_path, row(NORTH_ROW, "S-2"), row(SOUTH_ROW, "N-1")))
    assert {checks[place].status for place in ("N-1", "S-2")} == {Status.AMBIGUOUS}


def test_a_row_that_fits_two_locations_alike_is_for_a_person(tmp_path: Path) -> None:
    twin = Location("T-4", NORTH.name, NORTH.address, NORTH.phone, NORTH.website, client="Oak")
    checks = by_place(held(tmp_path, row(NORTH_ROW), places=(NORTH, twin)))
    assert [check.status for check in checks.values()] == [Status.AMBIGUOUS, Status.AMBIGUOUS]
    assert "line 2 of google.csv" in checks["N-1"].detail


def test_the_same_location_twice_in_the_account_is_a_duplicate(tmp_path: Path) -> None:
    check = by_place(held(tmp_path, row(NORTH_ROW, "N-1"), row(NORTH_ROW, "other")))["N-1"]
    assert check.comparison is not None
    assert [(f.kind, "line 3" in f.reason) for f in check.comparison.findings] == [(FindingKind.DUPLICATE, True)]
    assert len(check.candidates) == 1


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("Permanently closed", FindingKind.CLOSED),
        ("Duplicate", FindingKind.DUPLICATE),
        ("Suspended", FindingKind.NOT_PUBLIC),
    ],
)
def test_what_the_account_says_of_the_listing_is_a_finding(tmp_path: Path, status: str, kind: FindingKind) -> None:
    check = by_place(held(tmp_path, row(NORTH_ROW, "N-1", status)))["N-1"]
    assert check.comparison is not None
    assert [finding.kind for finding in check.comparison.findings] == [kind]


def test_a_blank_cell_is_absent_and_a_missing_column_is_not_compared(tmp_path: Path) -> None:
    blank = by_place(held(tmp_path, row(NORTH_ROW, "N-1").replace("https://oak.example/north", "")))["N-1"]
    head = "Store code,Business name,Address line 1,Locality,Administrative area,Postal code,Google updates\n"
    bare = by_place(held(tmp_path, "N-1,Oak Dental,1 Oak St,Springfield,IL,62701,", head=head))["N-1"]
    assert blank.comparison is not None
    assert bare.comparison is not None
    assert blank.comparison.website.verdict is Verdict.ABSENT
    assert (bare.comparison.website.verdict, bare.comparison.phone.verdict) == (Verdict.NOT_COMPARED,) * 2
    assert bare.comparison.findings == ()


def test_the_row_is_kept_as_a_page_that_shows_hostile_text_as_text(tmp_path: Path) -> None:
    hostile = row(NORTH_ROW, "N-1").replace(",Oak Dental,", ",Oak Dental <script>alert(1)</script>,")
    check = by_place(held(tmp_path, hostile))["N-1"]
    page = EvidenceFolder(tmp_path / "evidence").html(check.evidence).decode()
    assert "google.csv, line 2" in page
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_a_person_who_said_that_a_row_is_ours_is_believed(tmp_path: Path) -> None:
    swapped = row(SOUTH_ROW, "N-1")
    doubtful = by_place(held(tmp_path, swapped))["N-1"]
    said = Decided(ours=(doubtful.candidates[0].url,))
    assert by_place(held(tmp_path, swapped, N=said))["N-1"].status is Status.LISTED


def test_taken_in_twice_only_what_changed_is_made_anew(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", database_url="", evidence=None)
    store = Store(settings.database)
    audit = begin(store, "places.csv", PLACES, [GOOGLE], settings)
    file = tmp_path / "google.csv"
    seen: list[str] = []

    def take(*rows: str) -> list[str]:
        seen.clear()
        file.write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
        export = read_owner_export(file)
        take_in(store, audit, [export], {"google": GOOGLE}, settings, lambda check: seen.append(check.location))
        take_in(store, audit, [export], {"google": GOOGLE}, settings, lambda _check: seen.append("again"))
        return sorted(set(seen))

    assert take(row(NORTH_ROW, "N-1")) == ["F-3", "N-1", "S-2"]
    assert "S-2" in take(row(NORTH_ROW, "N-1"), row(SOUTH_ROW, "S-2"))
    assert store.audit(audit.id).done == 3
    check = store.check(audit.id, "S-2", "google")
    assert check is not None
    assert check.status is Status.LISTED


def test_what_a_person_settled_is_not_undone_by_an_export_that_cannot_tell(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", database_url="", evidence=None)
    store = Store(settings.database)
    audit = begin(store, "places.csv", PLACES, [GOOGLE], settings)
    file = tmp_path / "google.csv"
    file.write_text(HEAD + row(NORTH_ROW, "N-1") + "\n", encoding="utf-8")
    by_hand = Check("F-3", "google", Status.LISTED, how="said")
    store.save(audit.id, by_hand, tally(by_hand, 1))
    take_in(store, audit, [read_owner_export(file)], {"google": GOOGLE}, settings)
    kept = store.check(audit.id, "F-3", "google")
    assert kept is not None
    assert kept.how == "said"
