"""Which directories an audit asks of its own accord: of the country, of the trade, those that matter."""

from pathlib import Path

import pytest

from citations import Location
from citations.audit import choose, suited
from citations.audit.trades import lists_others
from citations.audit.usual import LEAST, LEAST_IMPORTANT, MOST
from citations.catalog import DirectoryError, load_catalog
from tests.pages.directories import shipped

CATALOG = load_catalog()
PLUMBER = Location("1", "Harbor Lane", "12 Harbor Lane, Portland, OR 97201", categories=("Plumber",))
LAWYER = Location("2", "Harbor Lane", "12 Harbor Lane, Portland, OR 97201", categories=("Attorney",))
BRITISH = Location("3", "Harbour Lane Dental", "14 Harbour Lane, Bristol BS1 9AB", country="GB")
UNTOLD = Location("4", "Harbor Lane Partners", "12 Harbor Lane, Portland, OR 97201")


def usual(*locations: Location) -> dict[str, str]:
    return {each.directory.id: each.why for each in suited(locations, CATALOG) if each.is_usual}


@pytest.mark.parametrize(
    ("location", "there", "not_there"),
    [
        (PLUMBER, {"google", "bbb", "angi", "superpages", "buildzoom"}, {"avvo", "yell", "zillow", "own_website"}),
        (LAWYER, {"google", "bbb", "avvo", "superpages"}, {"angi", "opentable"}),
        (BRITISH, {"yell", "thomson_local", "google"}, {"bbb", "angi", "healthgrades"}),
        (UNTOLD, {"google", "bbb"}, {"angi", "avvo", "opentable"}),
    ],
)
def test_country_and_trade_decide(location: Location, there: set[str], not_there: set[str]) -> None:
    chosen = usual(location)
    assert there <= chosen.keys()
    assert not not_there & chosen.keys()


@pytest.mark.parametrize("location", [PLUMBER, LAWYER, BRITISH])
def test_less_important_ones_make_up_thirty_and_there_are_fifty_at_most(location: Location) -> None:
    tiers = [each.directory.tier for each in suited([location], CATALOG) if each.is_usual]
    important = [tier for tier in tiers if tier < LEAST_IMPORTANT]
    assert len(tiers) <= max(LEAST, len(important)) <= MOST


def test_what_a_record_names_and_ones_own_files_are_asked_in_any_case(tmp_path: Path) -> None:
    named = Location("5", "Harbor Lane", "x", "", "harborlane.example", listings={"avvo": "https://www.avvo.com/a"})
    assert usual(named)["avvo"] == "a record names a listing there"
    assert usual(named)["own_website"] == "a record names a website"
    whys = {each.directory.id: each.why for each in suited([PLUMBER], CATALOG)}
    assert (whys["own_website"], whys["yell"]) == ("no record names a website", "lists nobody in United States")
    facts = 'name = "Mine"; domains = ("mine.example",); tier = 3'
    (tmp_path / "mine.py").write_text(f"from citations.directory import Directory\nclass Mine(Directory): {facts}\n")
    (mine,) = (each for each in suited([PLUMBER], load_catalog([tmp_path])) if each.directory.id == "mine")
    assert (mine.is_usual, mine.why) == (True, "its file is your own")


def test_the_usual_ones_can_be_changed_named_or_all_taken() -> None:
    ids = {each.id for each in choose("+avvo, -yelp", [PLUMBER], CATALOG)}
    assert ids == (usual(PLUMBER).keys() | {"avvo"}) - {"yelp"}
    assert [each.id for each in choose("yell,bbb", [PLUMBER], CATALOG)] == ["yell", "bbb"]
    assert len(choose("all", [PLUMBER], CATALOG)) == len(CATALOG.directories)


@pytest.mark.parametrize(("words", "said"), [("+nowhere", "nowhere"), ("yelp,-bbb", "mixes"), ("nowhere", "nowhere")])
def test_words_that_choose_nothing_are_told(words: str, said: str) -> None:
    with pytest.raises(DirectoryError, match=said):
        choose(words, [PLUMBER], CATALOG)


@pytest.mark.parametrize(
    ("name", "location", "said"),
    [
        ("avvo", PLUMBER, "lists other trades only: legal"),
        ("avvo", LAWYER, ""),
        ("avvo", UNTOLD, ""),
        ("yell", PLUMBER, "lists businesses of other countries only: United Kingdom"),
        ("bbb", PLUMBER, ""),
    ],
)
def test_who_cannot_be_listed_there(name: str, location: Location, said: str) -> None:
    assert lists_others(shipped(name), location) == said
