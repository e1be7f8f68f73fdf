"""Yelp's API, answering in the documented shape: invented businesses, errors, quota, further pages."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from citations.words import FindingKind, Lifecycle, Reason, Status
from tests.apis.api_server import Answer, Asked
from tests.apis.audited import BAKERY, KEY, Audited, audited

OPEN = [{"is_overnight": False, "start": "0800", "end": "1700", "day": day} for day in range(5)]
OPEN += [{"is_overnight": False, "start": "0900", "end": "1200", "day": 5}]


def business(alias: str = "harbor-lane-bakery-portland", **other: Any) -> dict[str, Any]:
    """The bakery as the API's details give it; `other` replaces what it says."""
    return {
        "id": f"id-of-{alias}",
        "alias": alias,
        "name": "Harbor Lane Bakery",
        "is_claimed": True,
        "is_closed": False,
        "url": f"https://www.yelp.com/biz/{alias}?adjust_creative=x&utm_source=x",
        "phone": "+15035550111",
        "display_phone": "(503) 555-0111",
        "categories": [{"alias": "bakeries", "title": "Bakeries"}],
        "location": {
            "address1": "12 Harbor Ln",
            "address2": "Ste 200",
            "address3": None,
            "city": "Portland",
            "zip_code": "97201",
            "country": "US",
            "state": "OR",
            "display_address": ["12 Harbor Ln", "Ste 200", "Portland, OR 97201"],
        },
        "coordinates": {"latitude": 45.51, "longitude": -122.68},
        "hours": [{"open": OPEN, "hours_type": "REGULAR", "is_open_now": False}],
    } | other


ELSEWHERE = {"address1": "9 Pike St", "city": "Seattle", "state": "WA", "zip_code": "98101", "country": "US"}
BRIEF = ("id", "alias", "name", "phone", "location", "coordinates")


def brief(whole: dict[str, Any]) -> dict[str, Any]:
    """What the matcher says of a business: no hours, no categories."""
    return {name: value for name, value in whole.items() if name in BRIEF}


def found(*businesses: dict[str, Any], total: int | None = None) -> Answer:
    return Answer(200, {"businesses": list(businesses), "total": len(businesses) if total is None else total})


def error(status: int, code: str, description: str = "said by the API") -> Answer:
    return Answer(status, {"error": {"code": code, "description": description}})


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITATIONS_YELP_KEY", KEY)


def yelp(
    matches: Answer | None = None, phone: Answer | None = None, search: Answer | None = None, **details: Answer
) -> Callable[[Asked], Answer]:
    """An API with these answers; nothing where none is given. `details` by alias, with _ for -."""
    given = {"matches": matches, "search/phone": phone, "search": search}

    def answer(asked: Asked) -> Answer:
        what = urlsplit(asked.path).path.removeprefix("/v3/businesses/")
        if what in given:
            return given[what] or found()
        return details.get(what.replace("-", "_"), error(404, "BUSINESS_NOT_FOUND"))

    return answer


def one(home: Path, answer: Callable[[Asked], Answer], **more: Any) -> Audited:
    return audited(home, "yelp", answer, **more)


OURS = {"harbor_lane_bakery_portland": Answer(200, business())}


def test_a_match_is_read_whole_from_its_details(tmp_path: Path) -> None:
    result = one(tmp_path, yelp(matches=found(brief(business())), **OURS))
    assert result.check.status is Status.LISTED
    assert result.server.paths == ["/v3/businesses/matches", "/v3/businesses/harbor-lane-bakery-portland"]
    assert (result.verdicts["name"], result.verdicts["hours"]) == ("same", "same")
    assert (result.verdicts["address"], result.verdicts["phone"]) == ("formatting", "same")
    assert result.check.url == "https://www.yelp.com/biz/harbor-lane-bakery-portland"
    assert {asked.headers["authorization"] for asked in result.server.asked} == {f"Bearer {KEY}"}


def test_the_matcher_is_asked_as_documented(tmp_path: Path) -> None:
    asked = one(tmp_path, yelp(matches=found(brief(business())), **OURS)).server.asked[0]
    assert {name: values[0] for name, values in parse_qs(urlsplit(asked.path).query).items()} == {
        "name": "Harbor Lane Bakery",
        "address1": "12 Harbor Lane",
        "city": "Portland",
        "state": "OR",
        "country": "US",
        "zip_code": "97201",
        "phone": "+15035550111",
        "match_threshold": "default",
    }


def test_the_website_that_the_api_never_says_is_not_called_absent(tmp_path: Path) -> None:
    result = one(tmp_path / "a", yelp(matches=found(brief(business())), **OURS))
    assert result.verdicts["website"] == "not_compared"
    assert result.check.comparison is not None
    assert FindingKind.MISSING_LINK not in [finding.kind for finding in result.check.comparison.findings]
    more = business(attributes={"business_url": "https://other.example/"})
    said = one(tmp_path / "b", yelp(matches=found(brief(more)), harbor_lane_bakery_portland=Answer(200, more)))
    assert said.verdicts["website"] == "different"


@pytest.mark.parametrize(
    ("says", "lifecycle"),
    [
        ({"is_closed": True}, Lifecycle.CLOSED),
        ({"attributes": {"business_temp_closed": 1893456000}}, Lifecycle.TEMPORARILY_CLOSED),
    ],
)
def test_a_closed_business_is_found_closed(tmp_path: Path, says: dict[str, Any], lifecycle: Lifecycle) -> None:
    closed = business(**says)
    check = one(tmp_path, yelp(phone=found(closed), harbor_lane_bakery_portland=Answer(200, closed))).check
    assert check.listing is not None
    assert check.listing.lifecycle is lifecycle


def test_an_empty_match_and_an_unknown_phone_prove_nothing(tmp_path: Path) -> None:
    nameless = replace(BAKERY, address="Portland, OR", phone="(503) 555-0111")
    by_name = one(tmp_path / "a", yelp(search=found(business()), **OURS), locations=[BAKERY])
    assert by_name.check.status is Status.LISTED
    assert by_name.server.paths[:3] == [f"/v3/businesses/{w}" for w in ("matches", "search/phone", "search")]
    failing = one(tmp_path / "b", yelp(search=error(500, "INTERNAL_ERROR")), locations=[nameless])
    assert (failing.check.status, failing.check.reason) == (Status.UNVERIFIED, Reason.ERROR_PAGE)


def test_a_search_that_was_completed_is_a_no(tmp_path: Path) -> None:
    other = {"name": "Quayside Boat Hire", "display_phone": "(206) 555-0133", "location": ELSEWHERE}
    others = [business(f"boats-{number}", **other) for number in range(3)]
    assert one(tmp_path / "a", yelp()).check.status is Status.NOT_LISTED
    assert one(tmp_path / "b", yelp(search=found(*others, total=200))).check.status is Status.NOT_LISTED


def test_further_pages_are_asked_for_while_names_are_alike(tmp_path: Path) -> None:
    far = [
        business(f"bakery-{n}", phone=f"+120655501{n}", display_phone=f"(206) 555-01{n}", location=ELSEWHERE)
        for n in range(50, 100)
    ]

    def answer(asked: Asked) -> Answer:
        query = parse_qs(urlsplit(asked.path).query)
        page = found(business(), total=51) if query.get("offset") == ["50"] else found(*far, total=51)
        return yelp(search=page, **OURS)(asked)

    result = one(tmp_path, answer)
    assert result.check.status is Status.LISTED
    assert "offset=50" in result.server.asked[3].path


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (error(401, "TOKEN_INVALID", "An invalid API key was supplied"), Reason.NEEDS_KEY),
        (error(401, "TOKEN_MISSING"), Reason.NEEDS_KEY),
        (error(403, "AUTHORIZATION_ERROR", "Your plan does not include this"), Reason.NEEDS_KEY),
        (error(429, "ACCESS_LIMIT_REACHED", "You've reached the access limit"), Reason.QUOTA),
        (error(429, "TOO_MANY_REQUESTS_PER_SECOND"), Reason.QUOTA),
        (error(400, "VALIDATION_ERROR"), Reason.ERROR_PAGE),
        (error(503, "SERVICE_UNAVAILABLE"), Reason.ERROR_PAGE),
        (Answer(200, {"total": 0}), Reason.LAYOUT_CHANGED),
        (Answer(200, {"businesses": [{"name": "no id"}]}), Reason.LAYOUT_CHANGED),
        (Answer(200, "<html>"), Reason.LAYOUT_CHANGED),
        (Answer(200, {"businesses": None, "error": {"code": "x"}}), Reason.LAYOUT_CHANGED),
    ],
)
def test_what_goes_wrong_has_its_name(tmp_path: Path, answer: Answer, reason: Reason) -> None:
    check = one(tmp_path, lambda _: answer).check
    assert (check.status, check.reason) == (Status.UNVERIFIED, reason), check.detail


def test_the_message_of_a_refused_key_is_passed_on(tmp_path: Path) -> None:
    refused = error(401, "TOKEN_INVALID", "An invalid API key was supplied")
    result = one(tmp_path, lambda _: refused)
    assert "An invalid API key was supplied" in result.check.detail
    assert "CITATIONS_YELP_KEY" in result.check.detail
    assert len(result.server.asked) == 1


def test_a_business_that_the_api_may_not_show_is_no_refused_key(tmp_path: Path) -> None:
    hidden = error(403, "BUSINESS_UNAVAILABLE", "Business not available through API")
    result = one(tmp_path, yelp(matches=found(brief(business())), harbor_lane_bakery_portland=hidden))
    assert (result.check.status, result.check.reason) == (Status.UNVERIFIED, Reason.NOT_CHECKED)
    assert "not available through API" in result.check.detail


def test_a_known_listing_is_asked_for_by_its_alias(tmp_path: Path) -> None:
    here = replace(BAKERY, listings={"yelp": "https://www.yelp.com/biz/harbor-lane-bakery-portland?osq=x"})
    result = one(tmp_path, yelp(**OURS), locations=[here])
    assert result.server.paths == ["/v3/businesses/harbor-lane-bakery-portland"]
    assert result.check.status is Status.LISTED
    assert one(tmp_path / "gone", yelp(), locations=[here]).check.status is Status.VANISHED


def test_without_a_key_a_person_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CITATIONS_YELP_KEY")
    result = one(tmp_path, yelp())
    assert (result.check.status, result.check.reason) == (Status.UNVERIFIED, Reason.ASSISTED)
    assert result.server.asked == []


def test_what_its_terms_forbid_to_store_is_not_stored(tmp_path: Path) -> None:
    result = one(tmp_path, yelp(matches=found(brief(business())), **OURS))
    assert result.check.evidence == ""
    assert not any(KEY.encode() in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
