"""The bulk export of Google Business Profile, as it comes, as CSV and as a workbook."""

import csv
import io
from pathlib import Path

import pytest

from citations.locations import LocationsFile
from citations.models import Address, Location, Phone
from tests.locations.files import read
from tests.locations.workbooks import read_workbook, workbook

DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
HEADING = (
    "Google updates", "Status", "Store code", "Business name",
    "Address line 1", "Address line 2", "Address line 3", "Address line 4", "Address line 5",
    "Sub-locality", "Locality", "Administrative area", "Country / Region", "Postal code", "Latitude", "Longitude",
    "Primary phone", "Additional phones", "Website", "Primary category", "Additional categories",
    *(f"{day} hours" for day in DAYS), "Special hours", "From the business", "Opening date",
    "Logo photo", "Cover photo", "Other photos", "Labels", "AdWords location extensions phone",
    "Accessibility: Wheelchair accessible entrance (has_wheelchair_accessible_entrance)",
    "Place page URLs: Menu link (url_menu)", "Place page URLs: Appointment links (url_appointment)",
)  # fmt: skip
ROW = {
    "Status": "Published", "Store code": "OAK-1", "Business name": "Oak Dental", "Address line 1": "12 Harbor Ln",
    "Address line 2": "Suite 4", "Address line 3": "Harbor Mall", "Sub-locality": "Old Port", "Locality": "Boston",
    "Administrative area": "MA", "Country / Region": "US", "Postal code": "02134", "Latitude": "42.35",
    "Longitude": "-71.13", "Primary phone": "(617) 555-0144", "Additional phones": "(617) 555-0145, (617) 555-0146",
    "Website": "https://oak.example/boston?utm_source=gbp", "Primary category": "Dentist",
    "Additional categories": "Orthodontist, Dental clinic", "Sunday hours": "x",
    "Monday hours": "08:00-12:00, 13:00-17:00", "Special hours": "2026-12-25: x", "Labels": "north",
    "From the business": "We, \"the\" dentists,\nsince 1990.", "Opening date": "2019-05-01",
    "AdWords location extensions phone": "(617) 555-0199",
    "Place page URLs: Menu link (url_menu)": "https://oak.example/menu",
    "Place page URLs: Appointment links (url_appointment)": "https://oak.example/book",
}  # fmt: skip
OAK = Location(
    id="OAK-1",
    name="Oak Dental",
    address=Address("12 Harbor Ln", "", "Suite 4, Harbor Mall", "Boston", "MA", "02134", "US"),
    phone="(617) 555-0144",
    website="https://oak.example/boston?utm_source=gbp",
    phones=(Phone("(617) 555-0145"), Phone("(617) 555-0146"), Phone("(617) 555-0199", "tracking")),  # type: ignore[arg-type]
    hours="Mo 08:00-12:00, 13:00-17:00; Su closed",
    categories=("Dentist", "Orthodontist", "Dental clinic"),
    latitude=42.35,
    longitude=-71.13,
)
with (Path(__file__).parents[1] / "examples" / "locations_statuses.csv").open(encoding="utf-8", newline="") as file:
    STATUSES = list(csv.DictReader(file))


def export(folder: Path, form: str, *rows: dict[str, str]) -> LocationsFile:
    table = [HEADING, *([row.get(name, "") for name in HEADING] for row in rows)]
    if form == "xlsx":
        return read_workbook(folder, workbook(*table, title="locations"))
    out = io.StringIO(newline="")
    csv.writer(out).writerows(table)
    return read(folder, out.getvalue())


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_every_column_of_the_export(form: str, tmp_path: Path) -> None:
    found = export(tmp_path, form, ROW)
    assert (found.refusals, found.notes) == ((), ())
    assert found.locations == (OAK,)
    assert set(found.ignored_columns) == {
        "Google updates", "Sub-locality", "Special hours", "From the business", "Opening date",
        "Logo photo", "Cover photo", "Other photos", "Labels", *HEADING[-3:],
    }  # fmt: skip


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("example", STATUSES, ids=lambda example: example["status"])
def test_status(form: str, example: dict[str, str], tmp_path: Path) -> None:
    found = export(tmp_path, form, ROW | {"Status": example["status"]})
    assert found.refusals == ()
    assert bool(found.locations) is (example["audited"] == "yes")
    if example["says"]:
        (note,) = found.notes
        assert (note.column, note.value) == ("Status", example["status"])
        assert example["says"] in note.text
    else:
        assert found.notes == ()


def test_a_location_that_is_not_audited_needs_no_mending(tmp_path: Path) -> None:
    found = export(tmp_path, "csv", ROW | {"Status": "Permanently closed", "Primary phone": "12"}, ROW)
    assert found.refusals == ()
    assert found.locations == (OAK,), "nor does it take the store code"


def test_a_status_that_is_not_known_is_told_once(tmp_path: Path) -> None:
    rows = [ROW | {"Store code": str(number), "Status": status} for number, status in enumerate(["New", "new", "Old"])]
    found = export(tmp_path, "csv", *rows)
    assert len(found.locations) == 3
    assert [note.value for note in found.notes] == ["New", "Old"]


def test_a_profile_that_hides_its_address(tmp_path: Path) -> None:
    row = ROW | {name: "" for name in ROW if name.startswith("Address line")} | {"Sub-locality": ""}
    (place,) = export(tmp_path, "csv", row).locations
    assert place.address == Address(city="Boston", region="MA", postcode="02134", country="US")
