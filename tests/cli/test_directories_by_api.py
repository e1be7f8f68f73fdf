"""What a live check finds of an official API: the documented answer, another shape, a refusal, no key."""

from collections.abc import Callable

import pytest

from tests.apis.api_server import Answer, api_server
from tests.apis.audited import KEY
from tests.cli.conftest import Type

NOTHING = {
    "google": {},
    "yelp": {"businesses": [], "total": 0},
    "openstreetmap": {"version": 0.6, "elements": []},
}
KEYS = {"google": "CITATIONS_GOOGLE_KEY", "yelp": "CITATIONS_YELP_KEY"}


@pytest.fixture
def checked(type_: Type, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Answer], str]:
    """What `directories check` says of a directory whose API gives this answer to everything."""

    def once(name: str, answer: Answer) -> str:
        if name in KEYS:
            monkeypatch.setenv(KEYS[name], KEY)
        with api_server(lambda _asked: answer) as server:
            monkeypatch.setenv("CITATIONS_API_ADDRESS", f"{name}={server.address}")
            monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", server.host)
            said = type_("directories", "check", name).output
            assert server.asked
        assert KEY not in said
        return said

    return once


@pytest.mark.parametrize("name", NOTHING)
def test_an_api_that_finds_nobody_in_the_documented_shape_is_healthy(
    checked: Callable[[str, Answer], str], type_: Type, name: str
) -> None:
    assert checked(name, Answer(200, NOTHING[name])).startswith(f"{name}: healthy")
    assert "never checked live" not in type_("directories", "show", name).stdout


@pytest.mark.parametrize("name", NOTHING)
@pytest.mark.parametrize("value", ["<html>Welcome</html>", [1, 2]])
def test_another_shape_is_degraded(checked: Callable[[str, Answer], str], name: str, value: object) -> None:
    said = checked(name, Answer(200, value))
    assert said.startswith(f"{name}: degraded")
    assert "documented shape" in said


@pytest.mark.parametrize("name", KEYS)
def test_a_refused_key_is_blocked(checked: Callable[[str, Answer], str], name: str) -> None:
    said = checked(name, Answer(403, {"error": {"message": "no such key"}}))
    assert said.startswith(f"{name}: blocked")
    assert KEYS[name] in said


@pytest.mark.parametrize("name", NOTHING)
def test_too_many_requests_are_blocked(checked: Callable[[str, Answer], str], name: str) -> None:
    assert checked(name, Answer(429, {})).startswith(f"{name}: blocked")
