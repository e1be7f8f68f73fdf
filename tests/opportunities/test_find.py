"""What is an opportunity, what is not checked, what is skipped: by small audits whose answer is known."""

from dataclasses import replace
from pathlib import Path

import pytest

from citations.directory import Directory
from citations.opportunities import Opportunities, opportunities
from citations.words import LinkState, OpportunityKind, Status
from tests.opportunities.audits import ELM, FIR, FOLLOWED, NOFOLLOW, SITES, absent, listed, of, place, unsure


class New(Directory):
    """A directory that no audit has been to."""

    id, name, domains = "new", "New", ("new.example",)


def one(found: Opportunities, directory: str) -> object:
    (only,) = [each for each in (*found.found, *found.not_checked) if each.directory.id == directory]
    return only


def test_a_directory_missing_for_many_locations_is_one_opportunity(tmp_path: Path) -> None:
    places = [place(number) for number in range(12)]
    found = opportunities(of(tmp_path, [(each, [absent(each, "town_guide")]) for each in places]), SITES)
    only = one(found, "town_guide")
    assert (only.kind, len(only.places)) == (OpportunityKind.NOT_LISTED, 12)
    assert only.todo == "Add 12 locations to Town Guide with exactly the details of the record."
    assert (only.door.url, only.claim) == ("https://town-guide.example/add", "https://town-guide.example/claim")
    assert (only.cost, only.hours) == ("free", 3.0)
    values = {entry.label: entry.value for entry in only.places[3].enter}
    assert values["Phone"] == "(360) 555-0103"
    assert values["Business name"] == "Harbor Dental"


def test_competitors_make_it_another_kind_and_count(tmp_path: Path) -> None:
    first, second = place(0), place(1)
    checks = [(first, [absent(first, "town_guide", ELM, FIR)]), (second, [absent(second, "town_guide", ELM)])]
    only = one(opportunities(of(tmp_path, checks), SITES), "town_guide")
    assert only.kind is OpportunityKind.COMPETITORS_LISTED
    (part,) = [part for part in only.score.parts if part.rule == "competitors"]
    assert part.points == pytest.approx(part.most * 3 / 4)
    assert part.says == "Elm Dental and Fir Dental Care seen there, of 2 named"
    assert only.places[0].location.id == first.id
    assert only.places[0].says.endswith("Elm Dental and Fir Dental Care are there.")
    assert [sighting.evidence for sighting in only.places[1].competitors] == ["key"]
    assert only.todo.endswith("details of the record; competitors are there.")


def test_competitors_of_one_place_are_not_claimed_for_the_others(tmp_path: Path) -> None:
    first, second = place(0), place(1)
    checks = [(first, [absent(first, "town_guide")]), (second, [absent(second, "town_guide", ELM)])]
    only = one(opportunities(of(tmp_path, checks), SITES), "town_guide")
    assert [(at.location.id, at.kind) for at in only.places] == [
        (second.id, OpportunityKind.COMPETITORS_LISTED),
        (first.id, OpportunityKind.NOT_LISTED),
    ]
    assert only.todo.endswith("details of the record; competitors of 1 of them are there.")


def test_each_place_has_its_own_door(tmp_path: Path) -> None:
    """Where no page for new listings is known: the page on which that location was looked for, not another's."""
    first, second, gone = (place(number) for number in range(3))
    seen = {at.id: absent(at, "local_finder", ELM) for at in (first, second)}
    seen[gone.id] = absent(gone, "local_finder", status=Status.VANISHED)
    checks = [(at, [replace(seen[at.id], url=f"{seen[at.id].url}+{at.id}")]) for at in (first, second, gone)]
    only = one(opportunities(of(tmp_path, checks), SITES), "local_finder")
    doors = [(only.door_of(at).url, only.door_of(at).says) for at in only.places]
    assert doors == [
        *((at.url, "Open the search") for at in only.places[:2]),
        (only.places[2].url, "Open where the listing was"),
    ]
    assert len({url for url, _ in doors}) == 3
    guide = one(opportunities(of(tmp_path / "b", [(first, [absent(first, "town_guide")])]), SITES), "town_guide")
    assert guide.door_of(guide.places[0]) == guide.door


def test_what_was_seen_is_a_sentence(tmp_path: Path) -> None:
    here = place(0)
    (only,) = opportunities(of(tmp_path, [(here, [listed(here, "local_finder", link=None)])]), SITES).found
    assert only.places[0].says == "Looked at on 3 May 2031: names the site, no link seen."


@pytest.mark.parametrize("status", [Status.NOT_LISTED, Status.VANISHED])
def test_a_completed_search_is_an_opportunity_and_no_answer_is_not_checked(tmp_path: Path, status: Status) -> None:
    here = place(0)
    checks = [(here, [absent(here, "town_guide", status=status), unsure(here, "local_finder")])]
    found = opportunities(of(tmp_path, checks), SITES)
    assert [each.directory.id for each in found.found] == ["town_guide"]
    assert "local_finder" in {each.directory.id for each in found.not_checked}
    assert {each.kind for each in found.not_checked} == {OpportunityKind.NOT_CHECKED}
    assert one(found, "local_finder").score.factor == 0.4
    assert "robots.txt disallows /search" in one(found, "local_finder").places[0].says


def test_a_directory_that_the_audit_left_out_is_not_checked(tmp_path: Path) -> None:
    here = place(0)
    found = opportunities(of(tmp_path, [(here, [listed(here, "local_finder", link=FOLLOWED)])]), SITES | {"new": New()})
    assert found.found == ()
    left_out = one(found, "new")
    assert left_out.kind is OpportunityKind.NOT_CHECKED
    assert left_out.places[0].says == "Not part of this audit."
    assert left_out.door.url == "https://new.example/"


def test_other_trades_and_countries_are_skipped_with_the_reason(tmp_path: Path) -> None:
    here, there = place(0), place(1, country="DE")
    checks = [(each, [absent(each, "map_nearby"), absent(each, "town_guide")]) for each in (here, there)]
    found = opportunities(of(tmp_path, checks), SITES)
    reasons = {(each.directory.id, each.says): [at.id for at in each.locations] for each in found.skipped}
    assert all(each.is_elsewhere for each in found.skipped)
    assert reasons["map_nearby", "lists restaurants only, and the record says “Dentist”"] == [here.id, there.id]
    assert reasons["town_guide", "lists businesses of other countries only: United States"] == [there.id]
    assert [at.location.id for at in one(found, "town_guide").places] == [here.id]


def test_all_other_trades_are_one_line(tmp_path: Path) -> None:
    trades = ("Dentist", "Florist", "Dentist", "Plumber")
    places = [place(number, categories=(trade,)) for number, trade in enumerate(trades)]
    found = opportunities(of(tmp_path, [(at, [absent(at, "map_nearby")]) for at in places]), SITES)
    (only,) = [each for each in found.skipped if each.directory.id == "map_nearby"]
    assert only.says == "lists restaurants only, and the records say “Dentist”, “Florist” and “Plumber”"
    assert len(only.locations) == 4


def test_without_categories_the_name_tells_the_trade(tmp_path: Path) -> None:
    named, nameless = place(0, categories=()), place(1, categories=(), name="Harbor & Sons")
    checks = [(each, [absent(each, "town_guide")]) for each in (named, nameless)]
    found = opportunities(of(tmp_path, checks), SITES)
    assert [at.location.id for at in one(found, "town_guide").places] == [named.id]
    assert "the record names no category" in next(e.says for e in found.skipped if e.directory.id == "town_guide")


def test_the_least_important_are_worth_it_only_where_a_competitor_is(tmp_path: Path) -> None:
    here = place(0)
    skipped = opportunities(of(tmp_path / "a", [(here, [absent(here, "city_index")])]), SITES).skipped
    assert [each.says for each in skipped if each.directory.id == "city_index"] == [
        "of least importance, for every trade, and none of the named competitors was seen there"
    ]
    found = opportunities(of(tmp_path / "b", [(here, [absent(here, "city_index", ELM)])]), SITES)
    assert one(found, "city_index").kind is OpportunityKind.COMPETITORS_LISTED


def test_nobody_pays_for_a_link_that_does_not_count(tmp_path: Path) -> None:
    first, second = place(0), place(1)
    paid = type("Paid", (type(SITES["local_finder"]),), {"cost": "paid membership"})()
    checks = [(first, [listed(first, "local_finder", link=NOFOLLOW)]), (second, [absent(second, "local_finder", ELM)])]
    found = opportunities(of(tmp_path, checks), SITES | {"local_finder": paid})
    assert [each.says for each in found.skipped if each.directory.id == "local_finder"] == [
        "it costs (paid membership), and its links are not counted"
    ]


def test_links_are_grouped_by_what_is_wrong(tmp_path: Path) -> None:
    places = [place(number) for number in range(4)]
    links = (NOFOLLOW, NOFOLLOW, FOLLOWED, None)
    checks = [(at, [listed(at, "local_finder", link=link)]) for at, link in zip(places, links, strict=True)]
    found = opportunities(of(tmp_path, checks), SITES).found
    assert [(each.state, len(each.places)) for each in found] == [(LinkState.NAMED, 1), (LinkState.NOT_COUNTED, 2)]
    named = found[0]
    assert named.door.url == named.places[0].url
    assert [entry.value for entry in named.places[0].enter] == ["https://harbordental.example/"]
    (part,) = [part for part in named.score.parts if part.rule == "link"]
    assert part.says == "listings seen there with a link that counts: 1"


def test_a_directory_whose_file_is_gone_is_still_told(tmp_path: Path) -> None:
    here = place(0)
    found = opportunities(of(tmp_path, [(here, [absent(here, "town_guide")])]), {})
    only = one(found, "town_guide")
    assert (only.cost, only.claim, only.door.says) == ("cost not stated", "", "Open the search")


def test_the_score_is_the_sum_that_is_shown(tmp_path: Path) -> None:
    here = place(0)
    checks = [(here, [absent(here, "town_guide", ELM), unsure(here, "local_finder")])]
    found = opportunities(of(tmp_path, checks), SITES)
    for each in (*found.found, *found.not_checked):
        assert each.score.points == round(each.score.factor * sum(part.points for part in each.score.parts), 1)
        assert all(0 <= part.points <= part.most for part in each.score.parts)
        assert sum(part.most for part in each.score.parts) == 100
        assert all(part.says and part.label for part in each.score.parts)
        assert each.score.formula.endswith(f"= {each.score.points:g}")
    best = one(found, "town_guide").score
    # tier 25, one of two competitors 15, trade 10 and country 5, every location 10, links unknown 5, free 5, effort 5
    assert best.points == 25 + 15 + 15 + 10 + 5 + 5 + 5


def test_the_best_stands_first(tmp_path: Path) -> None:
    here = place(0)
    checks = [(here, [absent(here, "local_finder"), absent(here, "town_guide", ELM), absent(here, "city_index", ELM)])]
    found = opportunities(of(tmp_path, checks), SITES).found
    assert found[0].directory.id == "town_guide"
    points = [each.score.points for each in found]
    assert points == sorted(points, reverse=True)


def test_the_own_website_is_no_opportunity(tmp_path: Path) -> None:
    here = place(0)
    checks = [(here, [replace(absent(here, "own_website"), status=Status.UNVERIFIED)])]
    found = opportunities(of(tmp_path, checks), SITES)
    assert "own_website" not in {each.directory.id for each in (*found.found, *found.not_checked)}
    assert "own_website" not in {each.directory.id for each in found.skipped}
