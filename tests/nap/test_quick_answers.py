"""Quick answers are what the long road says, wherever they answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citations.nap import name_extra
from citations.nap.address import compare_parts
from citations.nap.between_parts import numbers_differ
from citations.nap.name_extra import added_head, added_tail, trading_names
from citations.nap.phone_text import among_words, pieces
from citations.nap.trades import trade_patterns, trade_words
from citations.nap.unit import key_of_any, unit_key
from citations.nap.website import door_of_any, read_door
from citations.postal import Address, highway
from citations.postal.folding import words
from citations.words import Verdict

WORDS = "us state county road rd hwy highway route n south oak st ab k 12 7b i35 fm box rr of ky texas weld no old"
PARTS = st.builds(
    Address,
    street=st.sampled_from(("Oak St", "B Oak St", "105 Oak Ave", "N 400 E", "12 Elm Rd", "Airport", "")),
    number=st.sampled_from(("12", "012", "12B", "12-14", "77", "77105", "79-15", "7915", "١٢", "½", "")),
    unit=st.sampled_from(("", "Unit B", "Ste 105")),
    city=st.sampled_from(("Austin", "Oak St", "")),
    postcode=st.sampled_from(("11101", "78701", "")),
)


@settings(deadline=None, max_examples=300)
@given(PARTS, PARTS, st.sampled_from(("US", "GB", "DE", "CA")))
def test_plain_numbers_that_differ_are_another_door(theirs: Address, ours: Address, country: str) -> None:
    if numbers_differ(theirs, ours):
        assert compare_parts(theirs, ours, country).verdict in (Verdict.DIFFERENT, Verdict.UNREADABLE)


@given(st.from_regex(r"\A(?:(?:Suite|STE|Ste\.|unit|Apt\.?) |#)[0-9]{1,5}\Z"))
def test_a_plain_unit_has_the_key_of_any_other(unit: str) -> None:
    assert unit_key(unit) == key_of_any(unit)


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=5))
def test_what_goes_by_a_name_is_no_road_by_number(tokens: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(highway, "goes_by_a_name", lambda _: False)
        road = highway.numbered_road(tokens) or highway.route_box(tokens)
    assert not (highway.goes_by_a_name(tokens) and road)


@given(st.from_regex(r"\A\+?[0-9][0-9 -]{0,20}[0-9]\Z"))
def test_a_number_alone_is_taken_as_among_words(text: str) -> None:
    assert list(pieces(text)) == list(among_words(text))


@given(st.sampled_from(sorted({phrase for some in trade_words().values() for phrase in some})), st.text(max_size=4))
def test_a_word_fits_the_beginnings_that_it_has(phrase: str, more: str) -> None:
    word = phrase.rstrip("*") + more
    assert (phrase in trade_patterns(word)) == (" " not in phrase and (phrase.endswith("*") or not more))


LINKS = r"\Ahttps?://(www2?\.|m\.)?([a-z0-9-]{1,6}\.){0,3}(com|co\.uk|example|xn--p1ai)(/(index|B_c|\.\.?|home\.html|%20)?){0,4}\Z"


@given(st.from_regex(LINKS) | st.sampled_from(("http://www.de", "https://m.example/", "http://xn--mller-kva.de/a")))
def test_a_plain_link_opens_the_site_of_any_other(url: str) -> None:
    assert read_door(url) == door_of_any(url)


BETWEEN = "dba D/B/A f.k.a. formerly now inh. früher division of a t/a at bei @ - – | · : , ( ) -Jim Jim- Joe's Acme"
NAMES = st.lists(st.sampled_from(("Joe's", "Dr. Jane Smith", *BETWEEN.split())), min_size=1, max_size=6)


@given(NAMES.map(" ".join) | NAMES.map("".join))
def test_a_text_without_a_sign_of_two_names_is_one(text: str) -> None:
    quick = trading_names(text), added_tail(text, "Joe's"), added_head(text, "Joe's")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(name_extra, "_first_words_of_joints", lambda: frozenset(words(text)))
        patch.setattr(name_extra, "_may_part", lambda _: True)
        for road in (trading_names, added_tail, added_head):
            road.cache_clear()
        assert quick == (trading_names(text), added_tail(text, "Joe's"), added_head(text, "Joe's"))
