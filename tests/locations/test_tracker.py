"""Agencies' own trackers: what each row says, what is refused, and that no password comes through.

Add a row to `examples/tracker_statuses.csv`, `tracker_dates.csv` or `tracker_logins.csv`, get a test.
"""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.locations import Clues, LocationsError, TrackerFile, TrackerRow, read_tracker
from citations.locations.tracker_words import table
from citations.words import Noted
from tests.locations.workbooks import as_bytes, changed, workbook

HEAD = (
    "Location",
    "Directory",
    "Listing URL",
    "Status",
    "Date submitted",
    "Last checked",
    "Login",
    "Password",
    "Notes",
)


def examples(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parents[1] / "examples" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(folder: Path, *rows: tuple[str, ...], country: str = "US") -> TrackerFile:
    file = folder / "tracker.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    return read_tracker(file, country=country)


def only(folder: Path, *rows: tuple[str, ...]) -> TrackerRow:
    found = read(folder, *rows)
    assert found.refusals == ()
    (row,) = found.rows
    return row


@pytest.mark.parametrize("example", examples("tracker_statuses.csv"), ids=lambda example: example["status"])
def test_a_status_is_read_as_one_word_and_its_day(tmp_path: Path, example: dict[str, str]) -> None:
    row = only(tmp_path, ("Platform", "Status"), ("Yelp", example["status"]))
    (event,) = row.events
    day = date.fromisoformat(example["day"]) if example["day"] else None
    assert (event.word, event.on, event.said) == (example["word"], day, example["status"])


@pytest.mark.parametrize("example", examples("tracker_dates.csv"), ids=lambda example: example["text"])
def test_a_date_is_read_as_its_country_writes_it(tmp_path: Path, example: dict[str, str]) -> None:
    for country in ("us", "gb"):
        rows = (("Platform", "Status", "Last checked"), ("Yelp", "Live", example["text"]))
        (row,) = read(tmp_path, *rows, country=country.upper()).rows
        assert str(row.events[0].on or "") == example[country]


@pytest.mark.parametrize("example", examples("tracker_logins.csv"), ids=lambda example: example["text"])
def test_of_a_login_only_what_is_no_password_is_kept(tmp_path: Path, example: dict[str, str]) -> None:
    row = only(tmp_path, ("Platform", "Login", "Notes"), ("Yelp", example["text"], example["text"]))
    assert row.note == example["note"]
    if example["login"]:
        assert row.login == example["login"]
    assert "Hunter2" not in row.login


_SIGNS = st.characters(min_codepoint=33, max_codepoint=126, exclude_characters=",;|)")
_SECRETS = st.text(_SIGNS, min_size=6, max_size=12).filter(lambda text: any(map(str.isdigit, text)))


@settings(deadline=None)
@given(secret=_SECRETS)
def test_no_password_comes_through(tmp_path_factory: pytest.TempPathFactory, secret: str) -> None:
    """In a column of its own, behind a word for it, behind the user: whatever it looks like."""
    for cell in (f"maria@agency.example / {secret}", f"joe\n{secret}", f"user: joe password: {secret}"):
        cells = ("Oak", "Yelp", "", "Live", "", "", cell, secret, f"password: {secret}")
        (row,) = read(tmp_path_factory.mktemp("any"), HEAD, cells).rows
        assert secret not in row.login
        assert secret not in row.note


def test_what_happened_stands_before_what_holds_now(tmp_path: Path) -> None:
    row = only(
        tmp_path,
        HEAD,
        ("Oak", "Yelp", "yelp.com/biz/oak", "Live / claimed", "1/5/24", "3/5/24", "in LastPass", "x", "ok"),
    )
    assert [(event.word, event.on) for event in row.events] == [
        (Noted.SUBMITTED, date(2024, 1, 5)),
        (Noted.CLAIMED, date(2024, 3, 5)),
    ]
    assert (row.platform, row.url, row.login, row.note) == ("Yelp", "https://yelp.com/biz/oak", "in LastPass", "ok")


@pytest.mark.parametrize(
    ("cell", "word"),
    [("yes", "claimed"), ("x", "claimed"), ("3/5/24", "claimed"), ("no", ""), ("pending", "pending")],
)
def test_a_column_for_one_thing_says_when_or_that_it_happened(tmp_path: Path, cell: str, word: str) -> None:
    row = only(tmp_path, ("Platform", "Claimed?", "Notes"), ("Yelp", cell, "n"))
    assert [event.word for event in row.events] == ([word] if word else [])


def test_a_row_without_a_location_belongs_to_that_above(tmp_path: Path) -> None:
    """As in a sheet with merged cells: the first of them has the value."""
    rows = read(
        tmp_path, HEAD[:4], ("Oak North", "Yelp", "", "Live"), ("", "BBB", "", "Live"), ("Elm", "Yelp", "", "Live")
    )
    assert [row.clues for row in rows.rows] == [Clues(texts=(name,)) for name in ("Oak North", "Oak North", "Elm")]


def test_all_that_says_whose_a_row_is_is_read(tmp_path: Path) -> None:
    head = ("Client", "Store code", "Business name", "City", "Zip", "Phone", "Site", "Status")
    row = only(
        tmp_path, head, ("Oak Group", "N-1", "Oak Dental", "Springfield", "62701", "(217) 555-0101", "Yelp", "Live")
    )
    assert row.clues == Clues("Oak Group", "N-1", "(217) 555-0101", ("Oak Dental",), ("Springfield", "62701"))


def test_every_sheet_that_is_headed_like_a_tracker_is_read_and_no_other(tmp_path: Path) -> None:
    made = workbook(["Our tracker"], ["Directory", "Status"], ["Yelp", "Live"], title="Oak North")
    for title, rows in {
        "Elm": [["Platform", "URL"], ["BBB", "https://www.bbb.org/us/il/elm"]],
        "Contacts": [["Name", "Phone"], ["Maria", "1"]],
    }.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = tmp_path / "tracker.xlsx"
    file.write_bytes(as_bytes(made))
    found = read_tracker(file)
    assert [(row.sheet, row.line, row.platform) for row in found.rows] == [("Oak North", 3, "Yelp"), ("Elm", 2, "BBB")]
    assert found.rows[1].where == "sheet 'Elm', row 2"


def test_the_address_behind_a_cell_is_that_of_the_listing(tmp_path: Path) -> None:
    """As people link it: the platform's name, the word "Link", a formula, or a cell that says it all itself."""
    rows = [["Yelp", "Link"], ["BBB", ""], ["Bing", "view it"], ["Yell", "yell.com/biz/oak"], ["YP", "see Maria"]]
    made = workbook(["Site", "Listing"], *rows)
    made.active["B2"].hyperlink = "https://www.yelp.com/biz/oak"
    made.active["A3"].hyperlink = "https://joe:Hunter2@www.bbb.org/oak"
    made.active["B5"].hyperlink = "https://elsewhere.example/"
    made.active["B6"].hyperlink = "mailto:maria@agency.example"
    content = changed(
        as_bytes(made),
        "xl/worksheets/sheet1.xml",
        '<c r="B4" t="inlineStr"><is><t>view it</t></is></c>',
        '<c r="B4" t="str"><f>HYPERLINK("https://www.bing.com/maps?ss=ypid.1","view it")</f><v>view it</v></c>',
    )
    file = tmp_path / "tracker.xlsx"
    file.write_bytes(content)
    assert [(row.platform, row.url, row.note) for row in read_tracker(file).rows] == [
        ("Yelp", "https://www.yelp.com/biz/oak", ""),
        ("BBB", "https://www.bbb.org/oak", ""),
        ("Bing", "https://www.bing.com/maps?ss=ypid.1", ""),
        ("Yell", "https://yell.com/biz/oak", ""),
        ("YP", "", "see Maria"),
    ]


def test_a_sheet_with_columns_for_each_platform_is_read_like_one_with_rows(tmp_path: Path) -> None:
    """A column of a platform holds its address, its status, or what its heading says."""
    cells = {
        "Store": "North",
        "City": "Dover",
        "Yelp": "yelp.com/biz/n",
        "Google My Business": "Claimed",
        "FB page": "fb.com/n",
        "FB status": "Pending 3/5/24",
        "FB login": "ask Maria",
        "FB pw": "Hunter2",
        "TripAdvisor Link": "see Maria",
        "Nextdoor": "no",
        "BBB": "-",
    }
    found = read(tmp_path, tuple(cells), tuple(cells.values()), ("", "", "x", *[""] * 8))
    assert [
        (row.platform, row.url, row.login, *(f"{event.word} {event.on or ''}".strip() for event in row.events))
        for row in found.rows
    ] == [
        ("Yelp", "https://yelp.com/biz/n", ""),
        ("Google My Business", "", "", "claimed"),
        ("FB", "https://fb.com/n", "ask Maria", "pending 2024-03-05"),
        ("TripAdvisor", "", ""),
        ("Nextdoor", "", "", "not_listed"),
        ("BBB", "", ""),
        ("Yelp", "", "", "live"),
    ]
    assert {row.clues for row in found.rows} == {Clues(texts=("North",), areas=("Dover",))}
    assert (found.secret_columns, found.refusals) == (("FB pw",), ())


def test_a_row_below_a_damaged_one_is_not_taken_for_that_of_another_location(tmp_path: Path) -> None:
    damaged = (("Elm", "Yelp", "=A1", "Live"), ("", "BBB", "", "Live"), ("=A1", "BBB", "", "Live"))
    found = read(tmp_path, HEAD[:4], ("Oak", "Yelp", "", "Live"), *damaged, ("", "Bing", "", "Live"))
    assert [(row.clues, row.platform) for row in found.rows] == [
        (Clues(texts=("Oak",)), "Yelp"),
        (Clues(texts=("Elm",)), "BBB"),
        (Clues(), "Bing"),
    ]


def test_what_cannot_be_used_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        HEAD,
        ("Oak", "", "", "Live", "", "", "", "", ""),
        ("Oak", "Yelp", "ask Maria", "Sparkling", "", "", "", "", ""),
        ("Oak", "BBB", '=HYPERLINK("https://evil.example")', "Live", "", "", "", "", ""),
        ("Oak", "Bing", "", "sparkling", "", "", "", "", ""),
    )
    assert [(refusal.line, refusal.column) for refusal in found.refusals] == [(2, "Platform"), (4, "Listing URL")]
    assert [(note.line, note.column) for note in found.notes] == [(3, "Listing URL"), (3, "Status")]
    assert [(row.line, row.url, row.note) for row in found.rows] == [(3, "", "ask Maria"), (5, "", "")]


def test_password_columns_are_named_and_not_read(tmp_path: Path) -> None:
    found = read(tmp_path, (*HEAD, "Colour"), ("Oak", "Yelp", "", "Live", "", "", "joe", "Hunter2", "", "red"))
    assert (found.secret_columns, found.ignored_columns) == (("Password",), ("Colour",))
    assert "Hunter2" not in repr(found)


@pytest.mark.parametrize(
    ("text", "says"),
    [("Name,Yelp URL\nOak,https://yelp.com/biz/oak\n", "head one of them 'Platform'"), ("", "the file is empty")],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_name(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / "tracker.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LocationsError, match=r"tracker\.csv") as refused:
        read_tracker(file)
    assert says in str(refused.value)


def test_no_word_stands_for_two_things() -> None:
    phrases = [phrase for section in ("status",) for names in table()[section].values() for phrase in names]
    assert len(phrases) == len(set(phrases))


_TEXT = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20)


@settings(deadline=None)
@given(st.lists(st.lists(_TEXT, min_size=len(HEAD), max_size=len(HEAD)), max_size=6))
def test_every_row_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]) -> None:
    """But for those that note nothing, such as a line that only names a location."""
    found = read(tmp_path_factory.mktemp("any"), HEAD, *(tuple(row) for row in rows))
    told = {row.line for row in found.rows} | {refusal.line for refusal in found.refusals}
    noted = [row for row in rows if any(cell.strip(" -") and cell.strip().lower() not in NOTHING for cell in row[3:5])]
    assert len(told) >= len(noted)


NOTHING = ("n/a", "none", "null", "nan", "-", "--")
