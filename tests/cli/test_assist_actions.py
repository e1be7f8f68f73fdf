"""How many actions a check takes at the terminal: two by saving, hardly more by copying, one more by pasting.

The first page is mostly the directory's search: the person follows the link to the listing, which counts.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.audit.assist.walled_web import WalledWeb, copied, walled_web
from tests.cli.person_at_assist import Person, desktop, save
from tests.cli.terminal import terminal


def by_copying(person: Person, url: str) -> int:
    """Ctrl+A and Ctrl+C, nothing else."""
    person.copy(copied(person.web, url))
    return 1


def by_pasting(person: Person, url: str) -> int:
    """Copy, go to the terminal and paste."""
    text = copied(person.web, url).replace("\n", "\r")
    person.terminal.type(f"\x1b[200~{text}\x1b[201~")
    return 2


def by_saving(person: Person, url: str) -> int:
    """Ctrl+S."""
    save(person.web, url, f"{person.opened}.html")
    return 1


@pytest.mark.slow
@pytest.mark.parametrize(
    ("bring", "most", "options"),
    [(by_saving, 2, []), (by_copying, 2.25, ["--clipboard"]), (by_pasting, 3.25, [])],
)
def test_so_many_actions_a_check(
    bring: Callable[[Person, str], int], most: float, options: list[str], tmp_path: Path
) -> None:
    with walled_web(tmp_path) as web:
        environment = desktop(web, tmp_path)
        client = web.desk().entries[0].location.client
        with terminal("assist", "--client", client, *options, environment=environment) as at:
            at.wait_for(r"\[Enter\] open")
            person = Person(web, at, tmp_path, bring, client)
            person.work()
            at.wait_for("0 check.* left for a person")
            assert at.end() == 0
        judged(web, person, most, bring.__name__)


def judged(web: WalledWeb, person: Person, most: float, way: str) -> None:
    """Every check is settled, truly, in at most so many actions each."""
    done = web.desk(person.client).settled
    print(f"{way}: {person.actions} actions for {len(done)} checks, {person.actions / len(done):.2f} a check")
    assert len(done) >= 15
    assert person.actions <= most * len(done)
    for check in done:
        true = web.truth[check.location, check.directory]["status"]
        assert check.status == true or (true, check.status) == ("ambiguous", "listed"), (check, true)
