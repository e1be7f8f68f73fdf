"""However a value is written, it stays the same value; with one other digit it never does."""

from hypothesis import given, settings
from hypothesis import strategies as st

from citations.models import Listing, Location
from citations.nap import compare
from citations.words import Verdict
from tests.nap.address_forms import ALL, Form

GOOD = (Verdict.SAME, Verdict.FORMATTING)


FORMS = st.sampled_from(ALL)


def written(form: Form, number: int, parts: tuple[tuple[str, ...], ...], data: st.DataObject) -> str:
    """One of the usual writings of an address."""
    street, unit, place = (data.draw(st.sampled_from(writings)) for writings in parts)
    line = data.draw(st.sampled_from(form.lines))
    return line.format(number=number, street=street, unit=unit, place=place)


@settings(deadline=None, max_examples=300)
@given(FORMS, st.integers(1, 9_999), st.data())
def test_dress_never_makes_an_address_different(form: Form, number: int, data: st.DataObject) -> None:
    parts = tuple(data.draw(st.sampled_from(groups)) for groups in (form.streets, form.units, form.places))
    ours, theirs = written(form, number, parts, data), written(form, number, parts, data)
    result = compare(Location("1", "A", ours, country=form.country), Listing(address=theirs)).address
    assert result.verdict in GOOD, (ours, theirs, result)


@settings(deadline=None, max_examples=300)
@given(FORMS, st.integers(1, 9_999), st.data())
def test_one_other_digit_is_never_overlooked(form: Form, number: int, data: st.DataObject) -> None:
    parts = tuple(data.draw(st.sampled_from(groups)) for groups in (form.streets, form.units, form.places))
    plain = tuple((writings[0],) for writings in parts)
    ours, theirs = written(form, number, plain, data), written(form, number, plain, data)
    at = data.draw(st.sampled_from([at for at, letter in enumerate(theirs) if letter.isdigit()]))
    digit = data.draw(st.sampled_from([digit for digit in "123456789" if digit != theirs[at]]))
    changed = theirs[:at] + digit + theirs[at + 1 :]
    result = compare(Location("1", "A", ours, country=form.country), Listing(address=changed)).address
    assert result.verdict not in GOOD, (ours, changed, result)


@settings(deadline=None, max_examples=100)
@given(FORMS, st.tuples(st.integers(1, 99), st.integers(1, 99)), st.data())
def test_what_is_right_one_way_is_right_the_other(form: Form, numbers: tuple[int, int], data: st.DataObject) -> None:
    one, other = (
        written(
            form, number, tuple(data.draw(st.sampled_from(g)) for g in (form.streets, form.units, form.places)), data
        )
        for number in numbers
    )
    there, back = (
        compare(Location("1", "A", ours, country=form.country), Listing(address=theirs)).address
        for ours, theirs in ((one, other), (other, one))
    )
    assert there.verdict.is_right == back.verdict.is_right, (one, other, there, back)


NAMES = st.sampled_from(
    (
        ("Smith & Sons Plumbing", "Smith and Sons Plumbing", "SMITH & SONS PLUMBING", "Smith &amp; Sons Plumbing, LLC"),
        ("Joe's Diner", "Joes Diner", "Joe’s Diner", "JOE'S DINER", "Joe's Diner, Inc.", "The Joe's Diner"),
        ("Müller Bäckerei GmbH", "Mueller Baeckerei", "Müller Bäckerei", "MÜLLER BÄCKEREI"),
        ("St. Example's Clinic", "Saint Examples Clinic", "St Example's Clinic Ltd"),
        ("Dr. Jane Example, DDS", "Jane Example DDS", "Example, Jane, D.D.S.", "Jane Example, D.D.S."),
        ("Café de l’Exemple SARL", "Cafe de l'Exemple", "CAFÉ DE L'EXEMPLE"),
    )
)


@settings(deadline=None)
@given(NAMES, st.data())
def test_dress_never_makes_a_name_different(writings: tuple[str, ...], data: st.DataObject) -> None:
    ours, theirs = data.draw(st.sampled_from(writings)), data.draw(st.sampled_from(writings))
    result = compare(Location("1", ours), Listing(name=theirs)).name
    assert result.verdict in GOOD, (ours, theirs, result)


PHONES = {
    "US": ("(512) 555-01{:02}", "512.555.01{:02}", "+1 512 555 01{:02}", "tel:+151255501{:02}", "Call 512-555-01{:02}"),
    "GB": (
        "020 7946 09{:02}",
        "+44 20 7946 09{:02}",
        "+44 (0)20 7946 09{:02}",
        "(020) 794609{:02}",
        "0044 20 7946 09{:02}",
    ),
    "DE": (
        "030 230 1250{:02}",
        "+49 30 2301250{:02}",
        "0049 30 2301250{:02}",
        "030/2301250{:02}",
        "+49 (0)30 230 1250 {:02}",
    ),
    "FR": ("01 99 00 00 {:02}", "+33 1 99 00 00 {:02}", "01.99.00.00.{:02}", "+33 (0)1 99 00 00 {:02}"),
    "IE": (
        "(01) 555 00{:02}",
        "+353 1 55500{:02}",
        "00353 1 555 00{:02}",
        "Tel: 01 555 00{:02}",
        "+353 (0)1 555 00{:02}",
    ),
    "NZ": ("09 555 00{:02}", "+64 9 555 00{:02}", "(09) 555-00{:02}", "+64 (0)9 555 00{:02}"),
    "AT": ("01 51345{:02}", "+43 1 51345{:02}", "01/513 45 {:02}", "+43 (0)1 51345{:02}", "Tel.: 01 51345{:02}"),
    "CH": ("044 668 18 {:02}", "+41 44 668 18 {:02}", "0041 44 668 18 {:02}", "Tél. 044 668 18 {:02}"),
    "AU": ("(02) 5550 00{:02}", "+61 2 5550 00{:02}", "02 5550 00{:02}"),
}


@settings(deadline=None)
@given(st.sampled_from(sorted(PHONES)), st.integers(0, 99), st.integers(0, 99), st.data())
def test_a_phone_is_its_digits(country: str, line: int, other: int, data: st.DataObject) -> None:
    ours, theirs = (data.draw(st.sampled_from(PHONES[country])) for _ in range(2))
    result = compare(
        Location("1", "A", phone=ours.format(line), country=country), Listing(phones=[theirs.format(other)])
    ).phone
    assert (result.verdict in GOOD) == (line == other), (ours, theirs, result)


WEEKS = {
    "osm": ("Mo-Fr", "{a:02}:00-{b:02}:30", "; "),
    "by day": ("Mo,Tu,We,Th,Fr", "{a:02}:00-{b:02}:30", "; "),
    "English": ("Monday to Friday:", "{a12}am - {b12}:30 p.m.", ", "),
    "short": ("M-F", "{a12} AM–{b12}:30 PM", " | "),
    "German": ("Montag bis Freitag", "{a}.00 - {b}.30 Uhr", ", "),
    "French": ("du lundi au vendredi", "de {a}h à {b}h30", " ; "),
}
SATURDAYS = {
    "osm": "Sa",
    "by day": "Sa",
    "English": "Saturdays",
    "short": "Sat:",
    "German": "Samstags",
    "French": "samedi",
}


@settings(deadline=None)
@given(
    *(st.sampled_from(sorted(WEEKS)) for _ in range(2)), st.integers(7, 11), st.integers(13, 20), st.integers(13, 20)
)
def test_hours_are_their_minutes(one: str, other: str, opens: int, closes: int, early: int) -> None:
    def week(form: str, saturday: int) -> str:
        days, span, between = WEEKS[form]
        spans = (span.format(a=opens, b=b, a12=opens, b12=b - 12) for b in (closes, saturday))
        return f"{days} {next(spans)}{between}{SATURDAYS[form]} {next(spans)}"

    result = compare(Location("1", "A", hours=week(one, closes)), Listing(hours=week(other, early))).hours
    assert (result.verdict in GOOD) == (early == closes), (week(one, closes), week(other, early), result)
    assert early == closes or "Saturday" in result.reason


SITES = (
    "https://{}/a",
    "http://www.{}/a/",
    "{}/a?utm_source=x",
    "HTTPS://{}/A",
    "//{}:443/a#b",
    "https://r.test/?url=https%3A%2F%2F{}%2Fa",
)
HOSTS = (
    "acme.example",
    "acme.co.uk",
    "müller.example",
    "shop.acme.test",
    "acme.business.site",
    "other.business.site",
    "127.0.0.1",
)


@settings(deadline=None)
@given(*(st.sampled_from(SITES) for _ in range(2)), *(st.sampled_from(HOSTS) for _ in range(2)))
def test_a_website_is_its_host_and_page(ours: str, theirs: str, host: str, other: str) -> None:
    result = compare(Location("1", "A", website=ours.format(host)), Listing(website=theirs.format(other))).website
    assert (result.verdict in GOOD) == (host == other), (ours, theirs, result)
