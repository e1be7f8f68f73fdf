"""`citations explain` and `citations say`: the evidence of a check, and a person's word on it."""

from pathlib import Path

import pytest

from citations.store import Store
from citations.words import Verdict
from tests.cli.conftest import Type
from tests.cli.test_commands import GOOD_ROW, HEADER, LISTING
from tests.loopback import site

PLACE = ("p1", "own_website")


@pytest.fixture
def audited(home: Path, type_: Type, monkeypatch: pytest.MonkeyPatch) -> Store:
    """An audit of a bakery whose own website shows another number."""
    with site(lambda path: (200, LISTING.replace("0111", "0199")) if path == "/" else (404, "")) as own:
        monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", own.host)
        (home / "l.csv").write_text(HEADER + GOOD_ROW.format(website=own.origin), encoding="utf-8")
        assert type_("audit", "l.csv", "--directories", "own_website").exit_code == 0
    return Store(f"sqlite:///{home / 'home' / 'citations.db'}")


def verdict(store: Store) -> Verdict:
    check = store.check(1, *PLACE)
    assert check
    assert check.comparison
    return check.comparison.phone.verdict


def test_the_evidence_adds_up_line_by_line(audited: Store, type_: Type) -> None:
    check = audited.check(1, *PLACE)
    assert check
    assert check.identity
    lines = type_("explain", *PLACE).stdout.splitlines()
    start = next(at for at, line in enumerate(lines) if "before looking" in line)
    steps = lines[start : start + len(check.identity.evidence)]
    assert [line.split()[-1] for line in steps][-1] == f"{check.identity.bits:+.1f}"
    assert all("█" in line or "░" in line for line in steps)
    assert max(map(len, steps)) < 80
    assert lines[start + len(steps)].strip() == f"{check.identity.decision} at {check.identity.bits:+.1f} bits"
    assert any("phone      different (phone.different)" in line for line in lines)


def test_a_value_is_fine_until_the_word_is_taken_back(audited: Store, type_: Type) -> None:
    assert verdict(audited) is Verdict.DIFFERENT
    assert "fine as it is" in type_("say", *PLACE, "--fine", "phone").stdout
    assert verdict(audited) is Verdict.ACCEPTED
    assert "person.fine" in type_("explain", *PLACE).stdout
    type_("say", *PLACE, "--not-fine", "phone")
    assert verdict(audited) is Verdict.DIFFERENT


def test_a_listing_that_was_found_can_be_refused_and_taken_back(audited: Store, type_: Type) -> None:
    check = audited.check(1, *PLACE)
    assert check
    assert "unverified (weak_search); a person said" in type_("say", *PLACE, "--not-ours").stdout
    decided = audited.people.decided(audited.audit(1).source)["Harbor", *PLACE]
    assert (decided.not_ours, [listing for listing, _ in decided.shown.values()]) == ((check.url,), [check.listing])
    type_("say", *PLACE, "--ours", "--url", check.url)
    decided = audited.people.decided(audited.audit(1).source)["Harbor", *PLACE]
    assert (decided.ours, decided.not_ours) == ((check.url,), ())
