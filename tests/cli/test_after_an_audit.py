"""What an audit says at its end: the worst locations, why checks came to no answer, and what a person can do."""

from pathlib import Path

import pytest

from tests.cli.conftest import Type
from tests.cli.test_commands import GOOD_ROW, HEADER, LISTING
from tests.loopback import site

OFFLINE = "No site could be reached"
# The discard ports of three addresses of loopback: nobody listens there.
NOWHERE = [f"http://127.0.0.{number}:9/" for number in (2, 3, 4)]


def audited(home: Path, type_: Type, websites: list[str]) -> str:
    rows = (GOOD_ROW.format(website=website).replace("p1", f"p{n}") for n, website in enumerate(websites))
    (home / "l.csv").write_text(HEADER + "".join(rows), encoding="utf-8")
    return type_("audit", "l.csv", "--directories", "own_website").stdout


def test_it_says_why_and_what_to_do(home: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    with site(lambda _path: (200, LISTING)) as own:
        monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", ",".join([own.host, *(f"127.0.0.{n}:9" for n in (2, 3, 4))]))
        said = audited(home, type_, [*NOWHERE, own.origin])
    assert "Could not check 3: not reached 3." in said
    assert "citations assist    opens those that a person can settle: 3" in said
    assert OFFLINE not in said  # one answered


def test_it_names_a_machine_that_is_offline(home: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", ",".join(f"127.0.0.{n}:9" for n in (2, 3, 4)))
    assert OFFLINE in audited(home, type_, NOWHERE)


def test_it_is_silent_where_everything_was_checked(home: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> None:
    with site(lambda _path: (200, LISTING)) as own:
        monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", own.host)
        assert "Could not check 0" not in audited(home, type_, [own.origin])
        assert "assist" not in audited(home, type_, [own.origin])


def test_of_many_locations_the_worst_are_printed_and_the_others_counted(home: Path, type_: Type) -> None:
    said = audited(home, type_, [""] * 43)
    assert said.count("Harbor Lane Bakery") == 40
    assert "These are the worst 40 of 43 locations; citations scores has them all." in said
