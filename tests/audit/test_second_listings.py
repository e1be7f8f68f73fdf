"""A second listing whose page cannot be had: its card tells it, and tells no more than that."""

from pathlib import Path

import pytest

from citations.words import FindingKind, Status
from tests.audit.test_search import OTHERS, OURS, answering, card, check, results
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


FULLER = OURS + "<p>Open Mo-Fr 08:00-18:00</p><a href='https://harbor-lane.example/'>Website</a>"
OLD_NUMBER = OURS.replace("0111", "0199")
REVIEWED = (
    OURS + '<script type="application/ld+json">{"@type": "Bakery", "name": "Harbor Lane Bakery",'
    '"aggregateRating": {"@type": "AggregateRating", "reviewCount": "12", "ratingValue": 4.5}}</script>'
)
SEEN = {"seen": "SITE/biz/1 SITE/biz/2"}
CLOSED = OURS + "<p>Permanently closed</p>"


@pytest.mark.parametrize(
    ("first", "second", "more", "kept", "why"),
    [
        (OLD_NUMBER, OURS, {}, "2", "with the fewest wrong details"),
        (OURS, FULLER, {}, "2", "that shows the most details"),
        (OURS, REVIEWED.replace("0111", "0199"), {}, "2", "with the most reviews"),
        (OURS + "<p>Claim this business</p>", OLD_NUMBER + "<p>Claimed</p>", {}, "2", "that is claimed"),
        (CLOSED, OLD_NUMBER, {}, "2", "that says that the business is open"),
        (OURS, OLD_NUMBER, {"decided": {"ours": ["SITE/biz/2"]}, **SEEN}, "2", "that a person said is yours"),
        (OURS, OLD_NUMBER, {"known": "SITE/biz/2", **SEEN}, "2", "that your record names"),
        (OLD_NUMBER, OURS, SEEN, "1", "that was found before"),
        (OURS, OURS, {}, "1", ""),
    ],
)
def test_which_to_keep_and_why(
    tmp_path: Path, first: str, second: str, more: dict[str, object], kept: str, why: str
) -> None:
    shown = results(card(1, "Harbor Lane Bakery"), card(2, "Harbor Lane Bakery"))
    said = check(tmp_path, answering(shown, biz1=first, biz2=second), **more)  # type: ignore[arg-type]
    assert said.url.endswith(f"/biz/{kept}"), said
    assert said.comparison
    (duplicate,) = (one for one in said.comparison.findings if one.kind is FindingKind.DUPLICATE)
    assert f"Keep {f'the one {why}, ' if why else ''}{said.url}; merge" in duplicate.reason
    assert duplicate.reason.endswith(f"merge or remove {said.candidates[0].url}")


@pytest.mark.parametrize(
    "other",
    [
        card(1, "Harbor Lane Bakery").replace("/biz/1", "/biz/1?utm_source=mail&gclid=x"),
        card(2, "Harbor Lane Bakery - Catering Department"),
        card(2, "Dr. Jane Smith, DDS"),
    ],
    ids=["the same page in another writing", "a department", "a practitioner"],
)
def test_what_is_no_second_listing(tmp_path: Path, other: str) -> None:
    name = other.partition('">')[2].partition("</a>")[0].rpartition(">")[2]
    shown = results(card(1, "Harbor Lane Bakery"), other)
    said = check(tmp_path, answering(shown, biz1=OURS, biz2=OURS.replace("Harbor Lane Bakery", name)))
    assert (said.status, said.candidates) == (Status.LISTED, ())


@pytest.mark.parametrize(
    ("second", "doubles", "unread"),
    [((200, OURS), 1, 0), ((404, ""), 0, 0), ((200, OTHERS), 0, 0), ((403, "no"), 0, 1)],
    ids=["still there", "gone", "another business now", "could not be looked at"],
)
def test_second_listings_are_looked_at_again(tmp_path: Path, second: Answer, doubles: int, unread: int) -> None:
    def answer(path: str) -> Answer:
        return (200, OURS) if path == "/biz/1" else second if path == "/biz/2" else (404, "")

    said = check(tmp_path, answer, seen="SITE/biz/1 SITE/biz/2")
    assert said.url.endswith("/biz/1")
    assert (len(said.candidates), len(said.unread)) == (doubles, unread)
    assert said.tried[-1].endswith("/biz/2")


@pytest.mark.parametrize(
    ("evidence", "asked", "search", "doubles"),
    [
        ("live_probe", True, RESULTS, 1),
        ("live_probe", True, (403, "no"), 0),
        ("live_probe", False, RESULTS, 0),
        ("guess", True, RESULTS, 0),
    ],
    ids=["found", "the search is walled", "not asked for", "a search that nobody has confirmed"],
)
def test_second_listings_are_searched_for_when_asked(
    tmp_path: Path, evidence: str, asked: bool, search: Answer, doubles: int
) -> None:
    answer = answering(search, biz1=OURS, biz2=OURS)
    said = check(tmp_path, answer, evidence, known="SITE/biz/1", find_duplicates=asked)
    assert (said.status, said.url.rsplit("/", 1)[-1], len(said.candidates)) == (Status.LISTED, "1", doubles)
    assert any("/search" in url for url in said.tried) == (asked and evidence == "live_probe")
