"""A second listing whose page cannot be had: its card tells it, and tells no more than that."""

from pathlib import Path

from citations.words import FindingKind, Status
from tests.audit.test_search import OURS, check, results
from tests.loopback import Answer

CARD = (
    '<article class="hit"><h2><a href="/biz/{}">{}</a></h2>'
    "<p>12 Harbor Lane, Portland, OR 97201</p><p>(503) 555-0111</p></article>"
)
RESULTS = results(CARD.format(1, "Harbor Lane Bakery"), CARD.format(2, "Harbor Lane Bakery Portland"))


def test_a_card_that_is_ours_for_certain_is_a_second_listing(tmp_path: Path) -> None:
    def answer(path: str) -> Answer:
        return RESULTS if path.startswith("/search") else (200, OURS) if path == "/biz/1" else (403, "no")

    said = check(tmp_path, answer)
    assert said.status is Status.LISTED
    assert said.url.endswith("/biz/1")
    assert said.listing
    assert said.listing.phones == ("+15035550111",), "as its page links it, not as a card shows it"
    assert [candidate.url.rsplit("/", 1)[-1] for candidate in said.candidates] == ["2"]
    assert said.comparison
    assert FindingKind.DUPLICATE in {finding.kind for finding in said.comparison.findings}


def test_a_card_alone_is_never_the_listing(tmp_path: Path) -> None:
    def answer(path: str) -> Answer:
        return RESULTS if path.startswith("/search") else (403, "no")

    said = check(tmp_path, answer)
    assert said.status is Status.UNVERIFIED
    assert said.candidates == ()
