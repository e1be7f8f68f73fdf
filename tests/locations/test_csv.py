"""Locations files in CSV: what is read, what is refused and why."""

from pathlib import Path

import pytest

from citations.models import Former, Location, Phone
from citations.postal import Address
from citations.words import Kind, PhoneRole
from tests.locations.files import read

NAMES = "Store code,Business name,Address line 1,Locality,Administrative area,Postal code,Primary phone\n"
PLAIN = NAMES + "7,Café Öl,1 Oak St,Springfield,IL,62701,(217) 555-0100\n"
CAFE = Location(
    id="7",
    name="Café Öl",
    address=Address(street="1 Oak St", city="Springfield", region="IL", postcode="62701", country="US"),
    phone="(217) 555-0100",
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le-bom", "utf-16-be-bom"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    codec = encoding.removesuffix("-bom")
    content = (("\ufeff" if codec != encoding else "") + PLAIN).encode(codec)
    assert read(tmp_path, content).locations == (CAFE,)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter: str, newline: str, tmp_path: Path) -> None:
    content = PLAIN.replace(",", delimiter).replace("\n", newline)
    assert read(tmp_path, content).locations == (CAFE,)


def test_lines_above_the_header_and_blank_rows(tmp_path: Path) -> None:
    found = read(tmp_path, "sep=,\nOur places, as of May\n\n" + PLAIN + ",,,,,,\n\n")
    assert found.locations == (CAFE,)
    assert found.refusals == ()


def test_every_column_of_a_full_row(tmp_path: Path) -> None:
    rows = {
        "Name": "Oak Dental",
        "Street": "1 Oak St",
        "Suite": "Ste 2",
        "City": "Springfield",
        "State": "IL",
        "ZIP": "62701",
        "Phone": "217-555-0100",
        "Website": "oak.example",
        "Client": "Oak Group",
        "Aliases": '"Oak; Oak Tree Dental | Dr. Oak"',
        "Competitors": "Elm Dental|Fir Dental",
        "Primary category": "Dentist",
        "Additional categories": '"Orthodontist, Oral surgeon"',
        "Kind": "practice",
        "Hide address": "no",
        "Latitude": "39.78",
        "Longitude": "-89.65",
        "Monday hours": '"09:00-12:00, 13:00-17:00"',
        "Sunday hours": "x",
        "Former name": "Old Oak Dental",
        "Former name until": "2021-05",
        "Former address": '"9 Elm St, Springfield, IL 62702"',
        "Old phone": "217-555-0109 | 217-555-0108",
        "Phone (tracking)": "217-555-0110",
        "Phone (tracking) until": "2030",
        "Fax": "217-555-0111",
        "Listing example_pages": "https://pages.example/oak",
        "Yelp URL": "https://listings.example/oak",
        "Shoe size": "44",
    }
    found = read(tmp_path, ",".join(rows) + "\n" + ",".join(rows.values()) + "\n")
    assert found.refusals == ()
    assert found.ignored_columns == ("Shoe size",)
    assert found.locations == (
        Location(
            id="oak-dental-62701-1-oak-st",
            name="Oak Dental",
            address=Address("1 Oak St", "", "Ste 2", "Springfield", "IL", "62701", "US"),
            phone="217-555-0100",
            website="oak.example",
            client="Oak Group",
            aliases=("Oak", "Oak Tree Dental", "Dr. Oak"),
            former=(
                Former("name", "Old Oak Dental", "2021-05"),
                Former("address", "9 Elm St, Springfield, IL 62702"),
                Former("phone", "217-555-0109"),
                Former("phone", "217-555-0108"),
            ),
            phones=(Phone("217-555-0110", PhoneRole.TRACKING, "2030"), Phone("217-555-0111", PhoneRole.FAX)),
            hours="Mo 09:00-12:00, 13:00-17:00; Su closed",
            categories=("Dentist", "Orthodontist", "Oral surgeon"),
            kind=Kind.PRACTICE,
            listings={"example_pages": "https://pages.example/oak", "yelp": "https://listings.example/oak"},
            competitors=("Elm Dental", "Fir Dental"),
            latitude=39.78,
            longitude=-89.65,
        ),
    )


def test_an_address_in_one_cell_stays_text(tmp_path: Path) -> None:
    whole = '"1 Oak St\n Springfield, IL 62701"'
    (place,) = read(tmp_path, f"Name,Address\nOak,{whole}\n").locations
    assert place.address == "1 Oak St, Springfield, IL 62701"
    (place,) = read(tmp_path, f"Name,Address,City,ZIP\nOak,{whole},Springfield,62701\n").locations
    assert place.address == "1 Oak St, Springfield, IL 62701"
    (place,) = read(tmp_path, "Name,Address,City\nOak,1 Oak St,Springfield\n").locations
    assert place.address == Address("1 Oak St", city="Springfield", country="US")


def test_text_is_tidied_and_nothing_else(tmp_path: Path) -> None:
    (place,) = read(tmp_path, 'Name,Phone\n"  Oak\u200b \x07 &\xa0Sons\tLtd. ", \u202a(217) 555-0100\u202c\n').locations
    assert (place.name, place.phone) == ("Oak & Sons Ltd.", "(217) 555-0100")


def test_a_row_with_faults_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    content = (
        "Store code,Name,Street,ZIP,Phone,Web\n"
        '1,Oak,"1 Oak\nSt",62701,217-555-0100,oak.example\n'
        "2,Elm,2 Elm St,ABC,12,elm\n"
        "3,,3 Fir St,62703,,\n"
        "4,Yew,,,,yew.example\n"
        "1,Oak again,1 Oak St,62701,217-555-0100,\n"
        "6,Ash,6 Ash St, Springfield,62706,,,surplus\n"
        "7,Bay,7 Bay St,62707,,\n"
    )
    found = read(tmp_path, content)
    assert [place.id for place in found.locations] == ["1", "7"]
    assert sorted((refusal.line, refusal.column, refusal.value) for refusal in found.refusals) == [
        (4, "Phone", "12"),
        (4, "Web", "elm"),
        (4, "ZIP", "ABC"),
        (5, "Business name", ""),
        (6, "Address line 1", ""),
        (7, "Store code", "1"),
        (8, "", "surplus"),
        (8, "Phone", "62706"),
        (8, "ZIP", "Springfield"),
    ]
    assert "line 2" in next(refusal.reason for refusal in found.refusals if refusal.line == 7)


def test_a_quotation_mark_left_open_costs_one_row_only(tmp_path: Path) -> None:
    content = (
        'Name,City,Phone\n"Oak,Springfield,217-555-0100\nElm,Dover,302-555-0100\n"Fir ""Best""",Salem,503-555-0100\n'
    )
    found = read(tmp_path, content)
    assert [place.name for place in found.locations] == ["Elm", 'Fir "Best"']
    (refusal,) = found.refusals
    assert refusal.line == 2
    assert "quotation mark" in refusal.reason


def test_untidy_quotation_marks_within_a_line_are_read(tmp_path: Path) -> None:
    found = read(tmp_path, 'Name,Phone\n"Oak" Dental,217-555-0100\nFir 6" Pipes,503-555-0100\n"Elm","302-555-0100" \n')
    assert [place.name for place in found.locations] == ["Oak Dental", 'Fir 6" Pipes', "Elm"]
    assert found.refusals == ()


def test_made_ids_are_stable_and_unique(tmp_path: Path) -> None:
    rows = ["Name,Street,ZIP,Phone", "Oak,1 Oak St,62701,217-555-0100", "Oak,1 Oak St,62701,217-555-0101", "木,,,"]
    rows[3] = "木,,62701,"
    first = read(tmp_path, "\n".join(rows)).locations
    assert [place.id for place in first][:2] == ["oak-62701-1-oak-st", "oak-62701-1-oak-st-2"]
    assert len({place.id for place in first}) == 3
    assert read(tmp_path, "\n".join([rows[0], *rows[:0:-1]])).locations[0].id == first[2].id


def test_the_same_row_twice_is_one_location(tmp_path: Path) -> None:
    found = read(tmp_path, "Name,Phone\nOak,217-555-0100\nOak,217-555-0100\n")
    assert len(found.locations) == 1
    assert [(refusal.line, refusal.value) for refusal in found.refusals] == [(3, "Oak")]


def test_a_made_id_gives_way_to_a_given_one(tmp_path: Path) -> None:
    found = read(tmp_path, "ID,Name,ZIP\n,Oak,62701\noak-62701,Elm,62702\n")
    assert [place.id for place in found.locations] == ["oak-62701-2", "oak-62701"]


def test_the_country_holds_for_rows_that_name_none(tmp_path: Path) -> None:
    content = "Name,Postcode,Country\nOak,SW1A 1AA,\nElm,10115,Germany\n"
    assert [place.country for place in read(tmp_path, content, country="United Kingdom").locations] == ["GB", "DE"]


def test_the_marks_by_which_spreadsheets_keep_text_are_no_part_of_it(tmp_path: Path) -> None:
    content = 'Name,ZIP,State,Phone\nOak,"=""02134""",MA,\'+1 617 555 0100\nElm,="02134",MA,\n'
    found = read(tmp_path, content)
    assert [(place.postal.postcode, place.phone) for place in found.locations] == [
        ("02134", "+1 617 555 0100"),
        ("02134", ""),
    ]


def test_what_a_spreadsheet_left_instead_of_a_value_is_refused(tmp_path: Path) -> None:
    content = "Name,Street,City,Phone\n=A1,1 Oak St,Salem,\nElm,5-Mar,Salem,\nFir,1 Fir St,#REF!,\nAsh,#N/A,Salem,\n"
    found = read(tmp_path, content)
    assert [place.name for place in found.locations] == ["Ash"]
    assert [(refusal.line, refusal.column, refusal.value) for refusal in found.refusals] == [
        (2, "Name", "=A1"),
        (3, "Street", "5-Mar"),
        (4, "City", "#REF!"),
    ]
