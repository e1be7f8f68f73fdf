"""The other official APIs, each answering in its documented shape: found, nothing, errors, quota, further pages."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from citations import Location
from citations.words import Reason, Status
from tests.apis.answers import APPLE, EXAMPLES, FACEBOOK, FOURSQUARE, TOMTOM, TRIPADVISOR, Example, Give
from tests.apis.api_server import Answer, Asked
from tests.apis.audited import BAKERY, KEY, Audited, audited

HERE = replace(BAKERY, latitude=45.51, longitude=-122.68)
AGREES = {"same", "formatting", "accepted"}
every_api = pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES.keys())
Ask = Callable[..., Audited]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Audit the bakery by an API: `ask(example, give)`."""

    def once(example: Example, give: Give, location: Location = HERE, **settings: Any) -> Audited:
        if example.key:
            monkeypatch.setenv(example.key, KEY)
        name = example.address or example.directory
        return audited(tmp_path, example.directory, give, [location], at=name, **settings)

    return once


@every_api
def test_a_listing_is_found_and_read_whole(example: Example, ask: Ask) -> None:
    result = ask(example, example.answer(example.other, example.ours))
    assert result.check.status is Status.LISTED, result.check.detail
    compared = {name: word for name, word in result.verdicts.items() if name not in example.never_says}
    assert set(compared.values()) <= AGREES | {"incomplete"}, compared  # some leave out the suite
    assert {result.verdicts[name] for name in example.never_says} <= {"not_compared"}
    assert result.check.how == "api"
    searched = next(asked for asked in result.server.asked if asked.path.startswith(_encoded(example.path)))
    assert {k: v[0] for k, v in parse_qs(urlsplit(searched.path).query).items()}.items() >= example.asked.items()


@every_api
def test_nothing_there_is_a_no_only_where_the_search_is_known_to_work(example: Example, ask: Ask) -> None:
    check = ask(example, example.answer()).check
    expected = (Status.NOT_LISTED, None) if example.says_no else (Status.UNVERIFIED, Reason.WEAK_SEARCH)
    assert (check.status, check.reason) == expected, check.detail


@pytest.mark.parametrize(
    ("example", "answer", "reason"),
    [
        pytest.param(example, answer, reason, id=f"{name}: {reason} {number}")
        for name, example in EXAMPLES.items()
        for number, (answer, reason) in enumerate(example.refusals)
    ],
)
def test_what_goes_wrong_has_its_name(example: Example, answer: Answer, reason: str, ask: Ask) -> None:
    result = ask(example, lambda _: answer)
    assert (result.check.status, result.check.reason) == (Status.UNVERIFIED, reason), result.check.detail
    assert len(result.server.asked) == 1 or reason in ("error_page", "layout_changed")


@every_api
def test_the_key_is_sent_and_kept_nowhere(example: Example, ask: Ask, tmp_path: Path) -> None:
    echo = example.answer(example.ours)
    result = ask(example, lambda asked: replace(echo(asked), headers={"X-Echo": asked.path}))
    sent = {example.key_in(asked) for asked in result.server.asked}
    assert sent == ({"pass-0123", KEY} if example is APPLE else {KEY if example.key else ""})
    kept = [file for file in tmp_path.rglob("*") if file.is_file() and KEY.encode() in file.read_bytes()]
    assert (kept, KEY in repr(result.check)) == ([], False)


@pytest.mark.parametrize("example", [one for one in EXAMPLES.values() if one.url], ids=lambda one: one.directory)
def test_a_known_listing_is_asked_for_by_itself(example: Example, ask: Ask) -> None:
    here = replace(HERE, listings={example.directory: example.url})
    result = ask(example, example.answer(), here)
    assert result.check.status is Status.LISTED, result.check.detail
    assert [path for path in result.server.paths if path != "/v1/token"] == [example.listing]


def test_a_pass_is_fetched_once_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(APPLE.key, KEY)
    places = [HERE, replace(HERE, id="b2", name="Harbor Lane Bakery West")]
    result = audited(tmp_path, "apple_maps", APPLE.answer(APPLE.ours), places)
    assert result.server.paths.count("/v1/token") == 1


def test_a_used_up_budget_asks_nothing(ask: Ask) -> None:
    result = ask(FOURSQUARE, FOURSQUARE.answer(FOURSQUARE.ours), api_quota={"foursquare": 0} | {"foursquare": 1})
    again = ask(FOURSQUARE, FOURSQUARE.answer(FOURSQUARE.ours), api_quota={"foursquare": 1})
    assert (result.check.status, len(again.server.asked)) == (Status.LISTED, 0)
    assert again.check.reason is Reason.QUOTA


NEXT = {"Link": '</places/search?cursor=c3R1>; rel="next"'}
FAR = FACEBOOK.other | {"id": "77", "link": "", "name": "Harbor Lane", "location": {"city": "Seattle", "state": "WA"}}
ALIKE = APPLE.other | {"name": "Harbor Lane Bakery"}
FULL = [FOURSQUARE.other | {"fsq_place_id": f"{n:024x}", "name": f"Harbor Lane Bakery {n}"} for n in range(50)]
MANY = [TOMTOM.other | {"id": str(n), "poi": {"name": "Harbor Lane Bakery"}} for n in range(50)]
CURSOR = {"cursors": {"after": "abc"}, "next": "https://graph.example/pages/search?access_token=x&after=abc"}


@pytest.mark.parametrize(
    ("example", "first", "second", "further"),
    [
        (FOURSQUARE, Answer(200, {"results": FULL}, NEXT), {}, "cursor=c3R1"),
        (TOMTOM, Answer(200, TOMTOM.search(*MANY, total=51)), {"total": 51, "offset": 50}, "ofs=50"),
        (FACEBOOK, Answer(200, FACEBOOK.search(FAR, paging=CURSOR)), {}, "after=abc"),
        (APPLE, Answer(200, APPLE.search(ALIKE, paging={"nextPageToken": "t2"})), {}, "pageToken=t2"),
    ],
    ids=["foursquare", "tomtom", "facebook", "apple"],
)  # fmt: skip
def test_further_pages_are_read(
    example: Example, first: Answer, second: dict[str, Any], further: str, ask: Ask
) -> None:
    last = example.answer(example.ours, **second)

    def give(asked: Asked) -> Answer:
        if asked.path.startswith("/77?"):
            return Answer(200, FAR)
        is_first = asked.path.startswith(_encoded(example.path)) and further not in asked.path
        return first if is_first else last(asked)

    result = ask(example, give)
    assert result.check.status is Status.LISTED, result.check.detail
    assert any(further in asked.path for asked in result.server.asked)


def test_a_full_page_without_a_second_one_is_no_no(ask: Ask) -> None:
    ten = [TRIPADVISOR.other | {"location_id": str(n), "name": "Harbor Lane Bakery Cafe"} for n in range(10)]
    check = ask(TRIPADVISOR, TRIPADVISOR.answer(*ten)).check
    assert check.status is Status.UNVERIFIED


def test_azure_maps_is_asked_where_only_its_key_is_there_and_nominatim_before_overpass(ask: Ask) -> None:
    azure, own = EXAMPLES["azure maps"], EXAMPLES["nominatim"]
    assert ask(azure, azure.answer(azure.ours)).server.paths == ["/search/poi/json"]
    assert ask(own, own.answer(own.ours), replace(HERE, id="b3")).server.paths == ["/search"]


def _encoded(path: str) -> str:
    return path.replace(" ", "%20")
