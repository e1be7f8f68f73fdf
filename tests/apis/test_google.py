"""Google's Places API (New), answering in the documented shape: invented places, errors, quota, further pages."""

import gzip
import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from citations.words import FindingKind, Lifecycle, Reason, Status
from tests.apis.api_server import Answer, Asked, api_server
from tests.apis.audited import BAKERY, KEY, Audited, audited


def component(kind: str, long: str, short: str = "") -> dict[str, Any]:
    return {"longText": long, "shortText": short or long, "types": [kind], "languageCode": "en"}


def period(day: int, opens: int, closes: int) -> dict[str, Any]:
    return {"open": {"day": day, "hour": opens, "minute": 0}, "close": {"day": day, "hour": closes, "minute": 0}}


HOURS = [period(day, 8, 17) for day in range(1, 6)] + [period(6, 9, 12)]


def place(number: int = 1, **other: Any) -> dict[str, Any]:
    """The bakery as the API gives a place; `other` replaces what it says."""
    return {
        "id": f"ChIJinvented-{number}",
        "displayName": {"text": "Harbor Lane Bakery", "languageCode": "en"},
        "formattedAddress": "12 Harbor Ln #200, Portland, OR 97201, USA",
        "addressComponents": [
            component("subpremise", "200"),
            component("street_number", "12"),
            component("route", "Harbor Lane", "Harbor Ln"),
            component("locality", "Portland"),
            component("administrative_area_level_1", "Oregon", "OR"),
            component("country", "United States", "US"),
            component("postal_code", "97201"),
        ],
        "location": {"latitude": 45.51, "longitude": -122.68},
        "types": ["bakery", "store"],
        "primaryTypeDisplayName": {"text": "Bakery", "languageCode": "en-US"},
        "internationalPhoneNumber": "+1 503-555-0111",
        "nationalPhoneNumber": "(503) 555-0111",
        "websiteUri": "https://harborlane.example/",
        "regularOpeningHours": {"openNow": True, "periods": HOURS, "weekdayDescriptions": ["Monday: 8 AM"]},
        "businessStatus": "OPERATIONAL",
    } | other


BOATS = place(
    2,
    displayName={"text": "Quayside Boat Hire"},
    internationalPhoneNumber="+1 503-555-0133",
    websiteUri="https://boats.example/",
    addressComponents=[component("street_number", "15"), component("route", "Oak Street")],
)


def elsewhere(number: int) -> dict[str, Any]:
    """A business of the same name in another town."""
    parts = {"street_number": str(number), "route": "Pike Street", "locality": "Seattle", "postal_code": "98101"}
    where = [component(kind, text) for kind, text in parts.items()]
    state = component("administrative_area_level_1", "Washington", "WA")
    phone = f"+1 206-555-01{number:02}"
    return place(10 + number, internationalPhoneNumber=phone, websiteUri="", addressComponents=[*where, state])


def error(status: int, word: str, message: str, reason: str = "") -> Answer:
    details = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason}] if reason else []
    return Answer(status, {"error": {"code": status, "message": message, "status": word, "details": details}})


@pytest.fixture(autouse=True)
def _key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITATIONS_GOOGLE_KEY", KEY)


def one(home: Path, *answers: Answer, **more: Any) -> Audited:
    """The bakery's check against these answers in their order, the last one for every further request."""
    left = list(answers)
    return audited(home, "google", lambda _: left.pop(0) if len(left) > 1 else left[0], **more)


def test_a_place_is_read_whole(tmp_path: Path) -> None:
    result = one(tmp_path, Answer(200, {"places": [BOATS, place()]}))
    assert result.check.status is Status.LISTED
    assert result.verdicts == {
        "name": "same", "address": "formatting", "phone": "formatting", "website": "same", "hours": "same",
    }  # fmt: skip
    listing = result.check.listing
    assert listing is not None
    assert (listing.latitude, listing.categories, listing.lifecycle) == (45.51, ("Bakery", "bakery", "store"), "open")
    assert result.check.url == "https://www.google.com/maps/place/?q=place_id:ChIJinvented-1&hl=en"
    assert listing.sources["phone"] == ("+1 503-555-0111", "Google Places API")


def test_the_question_is_as_documented(tmp_path: Path) -> None:
    (asked,) = one(tmp_path, Answer(200, {"places": [place()]})).server.asked
    assert (asked.method, asked.path) == ("POST", "/v1/places:searchText")
    assert asked.json == {
        "textQuery": "Harbor Lane Bakery, Portland OR 97201", "regionCode": "US", "languageCode": "en", "pageSize": 20,
    }  # fmt: skip
    assert asked.headers["x-goog-api-key"] == KEY
    mask = asked.headers["x-goog-fieldmask"].split(",")
    assert "nextPageToken" in mask
    assert {"places.id", "places.addressComponents", "places.businessStatus"} < set(mask)
    assert not [field for field in mask if field == "*" or "rating" in field or "review" in field]


def test_coordinates_of_the_record_draw_the_search_near(tmp_path: Path) -> None:
    here = replace(BAKERY, latitude=45.5, longitude=-122.6)
    (asked,) = one(tmp_path, Answer(200, {"places": [place()]}), locations=[here]).server.asked
    assert asked.json["locationBias"]["circle"]["center"] == {"latitude": 45.5, "longitude": -122.6}


@pytest.mark.parametrize(
    ("status", "lifecycle"),
    [("CLOSED_PERMANENTLY", Lifecycle.CLOSED), ("CLOSED_TEMPORARILY", Lifecycle.TEMPORARILY_CLOSED)],
)
def test_a_closed_place_is_found_closed(tmp_path: Path, status: str, lifecycle: Lifecycle) -> None:
    check = one(tmp_path, Answer(200, {"places": [place(businessStatus=status)]})).check
    assert check.listing is not None
    assert check.listing.lifecycle is lifecycle
    assert check.comparison is not None
    assert FindingKind.CLOSED in [finding.kind for finding in check.comparison.findings]


def test_a_service_area_shows_no_address(tmp_path: Path) -> None:
    bare = {k: v for k, v in place().items() if k not in ("addressComponents", "formattedAddress")}
    result = one(tmp_path, Answer(200, {"places": [bare]}))
    assert (result.check.status, result.verdicts["address"]) == (Status.LISTED, "absent")


def test_two_places_of_one_business_are_duplicates(tmp_path: Path) -> None:
    check = one(tmp_path, Answer(200, {"places": [place(1), place(7)]})).check
    assert check.comparison is not None
    assert [finding.kind for finding in check.comparison.findings] == [FindingKind.DUPLICATE]


def test_nothing_by_name_and_by_phone_is_a_no(tmp_path: Path) -> None:
    result = one(tmp_path, Answer(200, {}))
    assert (result.check.status, len(result.server.asked)) == (Status.NOT_LISTED, 2)
    assert result.server.asked[1].json["textQuery"] == "+15035550111"


def test_found_by_its_phone_under_another_name(tmp_path: Path) -> None:
    renamed = place(3, displayName={"text": "Harbour Bread"}, websiteUri="https://harborlane.example/")
    check = one(tmp_path, Answer(200, {"places": [BOATS]}), Answer(200, {"places": [renamed]})).check
    assert check.status in (Status.LISTED, Status.AMBIGUOUS)
    assert "place_id:ChIJinvented-3" in check.url


def test_further_pages_are_asked_for_while_names_are_alike(tmp_path: Path) -> None:
    far = [elsewhere(number) for number in range(20)]
    first = Answer(200, {"places": far, "nextPageToken": "more-1"})
    result = one(tmp_path, first, Answer(200, {"places": [place()]}))
    assert result.check.status is Status.LISTED
    again = result.server.asked[1].json
    assert (again["pageToken"], again["textQuery"]) == ("more-1", "Harbor Lane Bakery, Portland OR 97201")


def test_results_that_never_end_prove_nothing(tmp_path: Path) -> None:
    def endless(asked: Asked) -> Answer:
        token = str(int(asked.json.get("pageToken", "0")) + 1)
        return Answer(200, {"places": [elsewhere(5)], "nextPageToken": token})

    check = audited(tmp_path, "google", endless).check
    assert (check.status, check.reason) == (Status.UNVERIFIED, Reason.WEAK_SEARCH)


BROKEN_KEY = error(400, "INVALID_ARGUMENT", f"API key not valid: {KEY}", "API_KEY_INVALID")


@pytest.mark.parametrize(
    ("answer", "reason", "said"),
    [
        (BROKEN_KEY, Reason.NEEDS_KEY, "API key not valid"),
        (error(403, "PERMISSION_DENIED", "Places API (New) is disabled"), Reason.NEEDS_KEY, "is disabled"),
        (error(401, "UNAUTHENTICATED", "no credentials"), Reason.NEEDS_KEY, "CITATIONS_GOOGLE_KEY"),
        (error(429, "RESOURCE_EXHAUSTED", "Quota exceeded for metric"), Reason.QUOTA, "Quota exceeded"),
        (error(500, "INTERNAL", "Internal error"), Reason.ERROR_PAGE, "answers 500"),
        (error(503, "UNAVAILABLE", "try later"), Reason.ERROR_PAGE, "try later"),
        (error(504, "DEADLINE_EXCEEDED", "too slow"), Reason.TIMEOUT, "too slow"),
        (error(400, "INVALID_ARGUMENT", "Invalid field mask"), Reason.ERROR_PAGE, "Invalid field mask"),
        (Answer(200, '{"places": [{"id":'), Reason.LAYOUT_CHANGED, "documented shape"),
        (Answer(200, "<html>hello</html>"), Reason.LAYOUT_CHANGED, "documented shape"),
        (Answer(200, {"results": [], "status": "ZERO_RESULTS"}), Reason.LAYOUT_CHANGED, "documented shape"),
        (Answer(200, {"places": [{"id": "x"}]}), Reason.LAYOUT_CHANGED, "documented shape"),
        (Answer(200, {"places": {}, "nextPageToken": 3}), Reason.LAYOUT_CHANGED, "documented shape"),
        (Answer(200, "[" * 100_000), Reason.LAYOUT_CHANGED, "documented shape"),
        (Answer(200, []), Reason.LAYOUT_CHANGED, "documented shape"),
    ],
)
def test_what_goes_wrong_has_its_name(tmp_path: Path, answer: Answer, reason: Reason, said: str) -> None:
    check = one(tmp_path, answer).check
    assert (check.status, check.reason) == (Status.UNVERIFIED, reason), check.detail
    assert said in check.detail


def test_a_refused_key_and_a_used_up_quota_end_the_questions(tmp_path: Path) -> None:
    places = [replace(BAKERY, id=f"b{n}") for n in range(4)]
    result = one(tmp_path, error(429, "RESOURCE_EXHAUSTED", "Quota exceeded"), locations=places)
    assert len(result.server.asked) == 1
    assert {check.reason for check in result.checks} == {Reason.QUOTA}


def test_without_a_key_nothing_is_visited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CITATIONS_GOOGLE_KEY")
    result = one(tmp_path, Answer(200, {}))
    assert (result.check.status, result.check.reason) == (Status.UNVERIFIED, Reason.NEEDS_KEY)
    assert "CITATIONS_GOOGLE_KEY" in result.check.detail
    assert (result.server.asked, result.check.tried) == ([], ())


def test_the_budget_of_the_day_holds_across_runs(tmp_path: Path) -> None:
    budget = {"google": 3}
    first = one(tmp_path, Answer(200, {}), api_quota=budget)
    second = one(tmp_path, Answer(200, {}), api_quota=budget)
    assert (len(first.server.asked), len(second.server.asked)) == (2, 1)
    assert (second.check.status, second.check.reason) == (Status.UNVERIFIED, Reason.QUOTA)
    assert "CITATIONS_API_QUOTA" in second.check.detail


def known(url: str) -> list[Any]:
    return [replace(BAKERY, listings={"google": url})]


def test_a_known_place_is_asked_for_by_its_identifier(tmp_path: Path) -> None:
    here = known("https://www.google.com/maps/place/?q=place_id:ChIJinvented-1")
    result = one(tmp_path, Answer(200, place()), locations=here)
    (asked,) = result.server.asked
    assert (asked.method, asked.path) == ("GET", "/v1/places/ChIJinvented-1?languageCode=en")
    assert "places." not in asked.headers["x-goog-fieldmask"]
    assert result.check.status is Status.LISTED


def test_a_known_place_that_is_gone_is_searched_for(tmp_path: Path) -> None:
    here = known("https://www.google.com/maps/place/?q=place_id:gone")
    gone = error(404, "NOT_FOUND", "The Place ID is no longer valid")
    assert one(tmp_path / "a", gone, Answer(200, {"places": [place()]}), locations=here).check.status is Status.LISTED
    assert one(tmp_path / "b", gone, Answer(200, {}), locations=here).check.status is Status.VANISHED


def test_an_address_that_the_api_cannot_be_asked_for_is_never_vanished(tmp_path: Path) -> None:
    here = known("https://maps.google.com/?cid=1234567890")
    check = one(tmp_path / "a", Answer(200, {}), locations=here).check
    assert (check.status, check.reason) == (Status.UNVERIFIED, Reason.WEAK_SEARCH)
    assert one(tmp_path / "b", Answer(200, {"places": [place()]}), locations=here).check.status is Status.LISTED


@pytest.mark.parametrize(
    "answer", [BROKEN_KEY, Answer(200, {"places": [place(websiteUri=f"https://a.example/{KEY}")]})]
)
def test_the_key_is_nowhere(tmp_path: Path, answer: Answer, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    result = one(tmp_path, answer)
    kept = [file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()]
    kept += [gzip.decompress(content) for content in kept if content[:2] == b"\x1f\x8b"]
    assert kept
    assert not any(KEY.encode() in content for content in kept)
    assert KEY not in repr(result.checks)
    assert KEY not in caplog.text


def test_what_its_terms_forbid_to_store_is_not_stored(tmp_path: Path) -> None:
    result = one(tmp_path, Answer(200, {"places": [place()]}))
    assert (result.check.evidence, result.check.how) == ("", "api")
    assert not list((tmp_path / "evidence").rglob("*.html.gz"))


def test_a_redirect_elsewhere_does_not_take_the_key_along(tmp_path: Path) -> None:
    with api_server(lambda _: Answer(200, {})) as other:
        away = Answer(307, "", {"Location": f"{other.address}/v1/places:searchText"})
        one(tmp_path, away, also_private=frozenset({other.host}))
    assert other.asked
    assert not [asked for asked in other.asked if KEY in str(asked)]
