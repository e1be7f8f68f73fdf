"""The New audit page with a workbook: read, refused rows named by sheet and row, mended, kept as CSV."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from citations.locations import read_locations
from citations.ui.draft import Draft
from tests.locations.workbooks import as_bytes, workbook
from tests.ui.pages import SECONDS, run, text

HEADING = ("Store code", "Business name", "Address line 1", "Locality", "State", "ZIP", "Phone", "Nowhere URL")
OAK = (7.0, "Oak Dental", "1 Oak St", "Boston", "MA", 2134, 6175550144, "https://nowhere.example/oak")
ELM = (8, "Elm Dental", "2 Elm St", "Boston", "MA", "02135", 12)
SHOPS = as_bytes(workbook(["Our shops"], HEADING, OAK, ELM))


def new_audit(content: bytes, name: str) -> AppTest:
    """The page after this file was uploaded."""

    def page() -> None:
        from citations.ui import new_audit  # noqa: PLC0415 (runs as a script of its own)

        new_audit.show()

    app = AppTest.from_function(page, default_timeout=SECONDS)
    app.session_state["draft"] = Draft(name, content)
    return run(app)


def test_a_workbook_is_read_and_its_refused_rows_are_named(at_home: Path) -> None:
    app = new_audit(SHOPS, "Shops 2026.xlsx")
    shown = text(app)
    assert "Accepted: 1 location" in shown
    assert "Sheet 'Shops', row 3, column 'ZIP': '2134' was read as '02134'" in shown
    assert "Listings of 'nowhere' are not looked at" in shown
    assert "Sheet 'Shops', row 4 Phone 12 Too short for a phone number" in shown
    assert "A mended workbook becomes CSV." in shown


def test_a_workbook_that_cannot_be_read_says_what_to_do(at_home: Path) -> None:
    app = new_audit(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old.xlsx")
    (error,) = app.error
    assert "save it as .xlsx or CSV" in error.value.replace("\\", "")


@pytest.mark.parametrize("is_mended", [False, True])
def test_a_workbook_is_kept_as_csv_under_one_name(is_mended: bool, at_home: Path) -> None:
    app = new_audit(SHOPS, "Shops 2026.xlsx")
    if is_mended:
        from citations.locations import mended  # noqa: PLC0415

        app.session_state["draft"] = Draft("Shops 2026.xlsx", mended(SHOPS, {4: {"Phone": "(617) 555-0145"}}))
        run(app)
        assert "Accepted: 2 locations" in text(app)
    kept = app.session_state["draft"].keep()
    assert kept == at_home / "uploads" / "shops-2026.csv"
    assert [place.name for place in read_locations(kept).locations] == ["Oak Dental", "Elm Dental"][: 1 + is_mended]
