"""The Overpass API, answering in the documented shape: invented places, partial answers, limits."""

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from citations import Location
from citations.words import Lifecycle, Reason, Status
from tests.apis.api_server import Answer, Asked
from tests.apis.audited import BAKERY, Audited, audited

HERE = replace(BAKERY, latitude=45.51, longitude=-122.68)
TAGS = {
    "name": "Harbor Lane Bakery",
    "shop": "bakery",
    "addr:housenumber": "12",
    "addr:street": "Harbor Lane",
    "addr:unit": "200",
    "addr:city": "Portland",
    "addr:state": "OR",
    "addr:postcode": "97201",
    "phone": "+1-503-555-0111; +1 503 555 0112",
    "contact:website": "https://harborlane.example/",
    "opening_hours": "Mo-Fr 08:00-17:00; Sa 09:00-12:00; Su,PH off",
}


def node(tags: dict[str, str] | None = None, number: int = 11, **other: Any) -> dict[str, Any]:
    return {"type": "node", "id": number, "lat": 45.51, "lon": -122.68, "tags": TAGS if tags is None else tags} | other


def answer(*elements: dict[str, Any], **other: Any) -> Answer:
    """An answer as Overpass frames it."""
    stamp = {"timestamp_osm_base": "2031-05-03T09:30:00Z", "copyright": "OpenStreetMap, ODbL"}
    return Answer(
        200, {"version": 0.6, "generator": "Overpass API", "osm3s": stamp, "elements": list(elements)} | other
    )


def one(home: Path, *answers: Answer, location: Location = HERE, **more: Any) -> Audited:
    left = list(answers)
    give = lambda _: left.pop(0) if len(left) > 1 else left[0]  # noqa: E731
    return audited(home, "openstreetmap", give, [location], **more)


def question(asked: Asked) -> str:
    return parse_qs(urlsplit(asked.path).query)["data"][0]


def test_a_place_is_read_whole(tmp_path: Path) -> None:
    result = one(tmp_path, answer(node()))
    assert result.check.status is Status.LISTED
    assert result.verdicts["name"] == "same"
    assert (result.verdicts["address"], result.verdicts["website"]) == ("formatting", "same")
    assert (result.verdicts["phone"], result.verdicts["hours"]) == ("formatting", "formatting")
    assert result.check.url == "https://www.openstreetmap.org/node/11"
    listing = result.check.listing
    assert listing is not None
    assert (listing.categories, listing.latitude) == (("bakery",), 45.51)
    assert "OpenStreetMap contributors" in listing.sources["name"][1]


def test_the_answer_is_kept_as_evidence(tmp_path: Path) -> None:
    assert one(tmp_path, answer(node())).check.evidence


def test_one_question_looks_for_number_site_and_name_nearby(tmp_path: Path) -> None:
    (asked,) = one(tmp_path, answer(node())).server.asked
    text = question(asked)
    assert asked.method == "GET"
    assert text.startswith("[out:json][timeout:15];(")
    assert '(around:2000,45.51,-122.68)["phone"~"5[^0-9]*0[^0-9]*3' in text
    assert '["contact:website"~"harborlane.example",i]' in text
    assert '["name"~"Harbor.*Bakery",i]' in text


def test_without_coordinates_the_city_is_searched_and_never_says_no(tmp_path: Path) -> None:
    result = one(tmp_path, answer(), location=BAKERY)
    assert (result.check.status, result.check.reason) == (Status.UNVERIFIED, Reason.WEAK_SEARCH)
    text = question(result.server.asked[0])
    assert 'area["ISO3166-2"="US-OR"]' in text
    assert '["boundary"="administrative"]["name"="Portland"]' in text


def test_nothing_near_the_coordinates_is_a_no(tmp_path: Path) -> None:
    street = {"name": "Harbor Bakery Lane", "highway": "residential"}
    assert one(tmp_path / "a", answer()).check.status is Status.NOT_LISTED
    assert one(tmp_path / "b", answer(node(street))).check.status is Status.NOT_LISTED


def test_a_building_has_a_centre(tmp_path: Path) -> None:
    way = {"type": "way", "id": 7, "center": {"lat": 45.5, "lon": -122.6}, "nodes": [1, 2], "tags": TAGS}
    check = one(tmp_path, answer(way)).check
    assert check.listing is not None
    assert (check.url, check.listing.latitude) == ("https://www.openstreetmap.org/way/7", 45.5)


def test_a_place_that_is_no_more_is_closed(tmp_path: Path) -> None:
    gone = {name: value for name, value in TAGS.items() if name != "shop"} | {"disused:shop": "bakery"}
    check = one(tmp_path, answer(node(gone))).check
    assert check.listing is not None
    assert check.listing.lifecycle is Lifecycle.CLOSED


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (answer(remark='runtime error: Query timed out in "query" at line 1 after 15 seconds.'), Reason.TIMEOUT),
        (answer(node(), remark="runtime error: Query run out of memory using about 512 MB of RAM."), Reason.DEGRADED),
        (Answer(429, "<html>rate limited</html>"), Reason.QUOTA),
        (Answer(504, "<html>The server is probably too busy</html>"), Reason.TIMEOUT),
        (Answer(400, "<html>parse error</html>"), Reason.ERROR_PAGE),
        (Answer(200, "<html>maintenance</html>"), Reason.LAYOUT_CHANGED),
        (Answer(200, {}), Reason.LAYOUT_CHANGED),
        (answer(*(node(number=n) for n in range(100))), Reason.WEAK_SEARCH),
        (answer({"type": "node", "tags": {}}), Reason.LAYOUT_CHANGED),
    ],
)
def test_what_is_no_whole_answer_proves_nothing(tmp_path: Path, given: Answer, reason: Reason) -> None:
    check = one(tmp_path, given).check
    assert (check.status, check.reason) == (Status.UNVERIFIED, reason), check.detail


def test_a_known_place_is_asked_for_by_its_number(tmp_path: Path) -> None:
    here = replace(HERE, listings={"openstreetmap": "https://www.openstreetmap.org/node/11"})
    result = one(tmp_path, answer(node()), location=here)
    assert question(result.server.asked[0]) == "[out:json][timeout:15];node(11);out tags center;"
    assert result.check.status is Status.LISTED


def test_a_known_place_that_was_deleted_has_vanished(tmp_path: Path) -> None:
    here = replace(HERE, listings={"openstreetmap": "https://www.openstreetmap.org/node/11"})
    assert one(tmp_path / "a", answer(), location=here).check.status is Status.VANISHED
    drawn_anew = one(tmp_path / "b", answer(), answer(node(number=12)), location=here)
    assert drawn_anew.check.url == "https://www.openstreetmap.org/node/12"


def test_a_record_can_not_write_the_question(tmp_path: Path) -> None:
    hostile = replace(
        BAKERY, name='Bakery"];out;', website='https://a"]b.example/', address='12 X St, Port"land];, OR 97201'
    )
    for asked in one(tmp_path, answer(), location=hostile).server.asked:
        assert question(asked).count('"') % 2 == 0
        assert '"];out;' not in question(asked).replace('"];map', "")
