"""`citations doctor` says which official APIs can be asked, and how much of the day's budget is used."""

from pathlib import Path

import pytest

from citations.cli.doctor import examine
from citations.settings import Settings
from tests.apis.api_server import Answer
from tests.apis.audited import KEY, audited


def said(home: Path, **settings: object) -> str:
    now = Settings(home=home, browser="/nowhere", **settings)  # type: ignore[arg-type]
    (found,) = [examined for examined in examine(now) if examined.what == "API of Google"]
    assert not found.needed
    return found.found


def test_without_a_key_it_names_the_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CITATIONS_GOOGLE_KEY", raising=False)
    assert said(tmp_path) == "set CITATIONS_GOOGLE_KEY to use its official API"


def test_with_one_it_counts_what_was_asked_today(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITATIONS_GOOGLE_KEY", KEY)
    audited(tmp_path, "google", lambda _: Answer(200, {}))
    assert said(tmp_path) == "key is set, 2 of 1000 request(s) made today"
    assert said(tmp_path, api_quota={"google": 50}) == "key is set, 2 of 50 request(s) made today"


def test_a_key_in_the_env_file_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CITATIONS_GOOGLE_KEY", raising=False)
    monkeypatch.chdir(tmp_path)
    Path(".env").write_text(f"CITATIONS_GOOGLE_KEY={KEY}\nCITATIONS_API_QUOTA=google=7\n", encoding="utf-8")
    assert said(tmp_path) == "key is set, 0 of 7 request(s) made today"


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        ({}, "off; CITATIONS_WEB_SEARCH turns one on"),
        ({"web_search": "brave"}, "Brave Search: key is set, 0 of 100 request(s) made today"),
        ({"web_search": "serpapi"}, "SerpApi: set CITATIONS_SERPAPI_KEY to use its official API"),
        ({"web_search": "google_search"}, "set CITATIONS_WEB_SEARCH_ENGINE to the identifier of your engine"),
    ],
)
def test_it_says_whether_a_web_search_can_be_asked(
    settings: dict[str, str], says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITATIONS_BRAVE_KEY", KEY)
    monkeypatch.delenv("CITATIONS_SERPAPI_KEY", raising=False)
    now = Settings(home=tmp_path, browser="/nowhere", **settings)  # type: ignore[arg-type]
    (found,) = [examined.found for examined in examine(now) if examined.what == "web search"]
    assert found == says


def test_a_key_is_not_sent_in_the_clear() -> None:
    with pytest.raises(ValueError, match="must begin with https://"):
        Settings(api_address={"google": "http://places.example"})
