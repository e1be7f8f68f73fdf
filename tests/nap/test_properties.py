"""What holds for every text: nothing raises, a value equals itself, one other digit is never overlooked."""

import csv
import re
import time
from collections.abc import Iterator

import phonenumbers
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citations.models import FIELDS, Former, Listing, Location
from citations.nap import Batch, compare, identify
from citations.nap.hours import read_hours
from citations.nap.phone import read_phones, shown
from citations.words import Decision, Kind, Verdict
from tests.nap.test_examples import EXAMPLES

COUNTRIES = ("US", "PR", "CA", "GB", "IE", "AU", "NZ", "DE", "AT", "CH", "FR", "JP", "IT", "BE", "SE", "SG", "xx", "")
COUNTRY = st.sampled_from(COUNTRIES)
GOOD = (Verdict.SAME, Verdict.FORMATTING)


def examples(field: str) -> list[dict[str, str]]:
    """The rows of the table of examples of one field."""
    with (EXAMPLES / f"{field}_pairs.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


WRITTEN = [row[side] for field in FIELDS for row in examples(field) for side in ("canonical", "listed")]


@st.composite
def garbled(draw: st.DrawFn) -> str:
    """What somebody wrote once, with a piece cut out and another put in."""
    text, more = draw(st.sampled_from(WRITTEN)), draw(st.sampled_from(WRITTEN))
    start, end, at = (draw(st.integers(0, 40)) for _ in range(3))
    return f"{text[:start]}{draw(st.sampled_from(' ,-/#.(&1七é'))}{more[at : at + 9]}{text[end:]}"


TEXT = st.text(max_size=40) | garbled()
SOME = st.lists(TEXT, max_size=2)
FORMER = st.lists(st.builds(Former, st.sampled_from(FIELDS), TEXT, st.sampled_from(("", "2021-03", "?"))), max_size=2)
LISTINGS = st.builds(Listing, name=TEXT, address=TEXT, phones=SOME, website=TEXT, hours=TEXT, categories=SOME)
LOCATIONS = st.builds(
    Location,
    id=TEXT,
    name=TEXT,
    address=TEXT,
    phone=TEXT,
    website=TEXT,
    hours=TEXT,
    country=COUNTRY,
    categories=SOME,
    aliases=SOME,
    former=FORMER,
    kind=st.sampled_from(Kind),
    hide_address=st.booleans(),
)


@settings(deadline=None)
@given(LOCATIONS, LISTINGS)
def test_never_raises(location: Location, listing: Listing) -> None:
    batch = Batch([location, Location("other", listing.name, listing.address or "", *listing.phones[:1])])
    results = compare(location, listing, batch, "Example Pages").results
    assert all(result.rule.startswith(f"{field}.") for field, result in results.items()), results
    assert all(result.reason.strip() for result in results.values()), results
    identify(location, listing, batch)


@pytest.mark.parametrize("repeated", ["- ", "( ", "1/2 ", "9-5 ", "http://a.example/?u="])
def test_what_a_hostile_page_repeats_is_judged_at_once(repeated: str) -> None:
    text = repeated * (40_000 // len(repeated))
    record = Location("1", "Acme", "1 Main St, Austin, TX 78701", "512-555-0101", "acme.example", categories=["Shop"])
    shown = Listing(name=text, address=text, phones=[text], website=text, hours=text, categories=[text])
    began = time.process_time()
    assert not compare(record, shown).name.verdict.is_right
    assert identify(record, shown).decision is Decision.DIFFERENT
    assert time.process_time() - began < 2


@settings(deadline=None)
@given(LOCATIONS)
@example(Location("", "", "", website=".0\x1b"))  # an invisible character in the record's own address
def test_a_record_equals_itself(location: Location) -> None:
    listing = Listing(
        name=location.name,
        address=location.address,
        phones=[location.phone] if location.phone else [],
        website=location.website,
        hours=location.hours,
        categories=location.categories,
    )
    for field, result in compare(location, listing).results.items():
        assert result.verdict in (Verdict.SAME, Verdict.NOT_COMPARED, Verdict.ABSENT, Verdict.UNREADABLE), field


def with_other_digits(text: str) -> Iterator[str]:
    """`text` with one digit changed, for each of its digits."""
    for found in re.finditer("[0-9]", text):
        yield f"{text[: found.start()]}{(int(found[0]) + 3) % 10}{text[found.end() :]}"


def test_one_other_digit_is_never_overlooked_in_what_somebody_wrote() -> None:
    rows = [row for row in examples("address") if row["note"] != "cross street" and row["verdict"] != "unreadable"]
    for country, text in {(row["country"], row["canonical"]) for row in rows}:
        place = Location("1", "A", text, country=country)
        wrong = [
            other for other in with_other_digits(text) if compare(place, Listing(address=other)).address.verdict in GOOD
        ]
        assert wrong == [], (country, text)
    for country, text in {(row["country"], row["canonical"]) for row in examples("phone")}:
        if len(read_phones(text, country)) > 1:
            continue
        place = Location("1", "A", phone=text, country=country)
        wrong = [
            other for other in with_other_digits(text) if compare(place, Listing(phones=[other])).phone.verdict in GOOD
        ]
        assert wrong == [], (country, text)


NUMBERS = st.integers(1, 99_999)
STREETS = st.sampled_from(("Main St", "N Oak Ave", "5th Ave", "Highway 7", "County Road 43", "Elm Ct"))
UNITS = st.sampled_from(("", "Ste 200", "#4", "Unit B", "Apt 12C", "Fl 3"))


@settings(deadline=None)
@given(NUMBERS, STREETS, UNITS, st.sampled_from((str.upper, str.title, str.lower, lambda text: text.replace(",", ""))))
def test_dress_never_makes_an_address_different(number: int, street: str, unit: str, dress: object) -> None:
    text = f"{number} {street} {unit}".strip() + ", Springfield, IL 62701"
    assert callable(dress)
    result = compare(Location("1", "A", text), Listing(address=dress(text))).address
    assert result.verdict in GOOD, result


@settings(deadline=None)
@given(NUMBERS, STREETS, UNITS, st.data())
def test_one_other_digit_is_never_overlooked(number: int, street: str, unit: str, data: st.DataObject) -> None:
    text = f"{number} {street} {unit}".strip() + ", Springfield, IL 62701"
    at = data.draw(st.sampled_from([at for at, letter in enumerate(text) if letter.isdigit()]))
    digit = data.draw(st.sampled_from([digit for digit in "123456789" if digit != text[at]]))
    result = compare(Location("1", "A", text), Listing(address=text[:at] + digit + text[at + 1 :])).address
    assert result.verdict not in GOOD, (text, at, digit, result)


@settings(deadline=None)
@given(
    st.integers(201, 989),
    st.integers(0, 99),
    st.sampled_from(("({}) 555-01{:02}", "{}.555.01{:02}", "+1 {} 55501{:02}")),
    st.data(),
)
def test_phones_are_exact(area: int, line: int, form: str, data: st.DataObject) -> None:
    location = Location("1", "A", phone=f"({area}) 555-01{line:02}")
    assert compare(location, Listing(phones=[form.format(area, line)])).phone.verdict in GOOD
    other = data.draw(st.integers(0, 99).filter(lambda number: number != line))
    assert compare(location, Listing(phones=[form.format(area, other)])).phone.verdict is Verdict.DIFFERENT


@settings(deadline=None)
@given(
    st.from_regex(re.compile(r"(\+?1[-. ]?)?\(?[2-9]\d\d\)?[-. ]{0,2}[1-9]\d\d[-. ]?\d{4}", re.ASCII), fullmatch=True)
)
def test_a_plain_american_number_is_read_as_any_other(text: str) -> None:
    """Text that needs no cleaning is read at once: the same as behind a label, which needs the long way."""
    [plain], [labelled] = read_phones(text), read_phones(f"tel:{text}")
    assert plain == labelled
    if plain.e164:
        parsed = phonenumbers.parse(plain.e164)
        assert shown(plain.e164) == phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


@settings(deadline=None)
@given(st.text(alphabet="MoTuWeFrSa0123456789:-;, apmclosed/", max_size=30))
def test_hours_are_read_or_not_but_never_raise(text: str) -> None:
    week = read_hours(text)
    assert week is None or len(week) == 7
