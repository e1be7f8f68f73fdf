"""The next audit keeps to what a person said of a listing."""

from pathlib import Path

import pytest

from citations.words import Status, Verdict
from tests.audit.test_search import OTHERS, OURS, answering, card, check, results

# Our name at no door or number of ours: a person has to say whether it is us.
DOUBTFUL = "<h1>Harbor Lane Bakery</h1><p>99 Pine Road, Portland, OR 97209</p>"
BOTH = results(card(1, "Harbor Lane Bakery"), card(2, "Harbor Lane Bakery"))


@pytest.mark.parametrize(
    ("decided", "status", "url"),
    [
        ({}, Status.AMBIGUOUS, "/biz/1"),
        ({"ours": ("SITE/biz/1",)}, Status.LISTED, "/biz/1"),
        ({"not_ours": ("SITE/biz/1", "SITE/biz/2")}, Status.NOT_LISTED, "/search?q=Harbor+Lane+Bakery"),
        ({"not_ours": ("SITE/biz/1",)}, Status.AMBIGUOUS, "/biz/2"),
        ({"address": "SITE/biz/3"}, Status.LISTED, "/biz/3"),
        ({"address": "SITE/biz/4"}, Status.AMBIGUOUS, "/biz/4"),
        ({"ours": ("SITE/biz/4",)}, Status.LISTED, "/biz/4"),
    ],
    ids=[
        "nothing said",
        "ours is listed at its address",
        "what is not ours is no candidate",
        "the other candidate stays",
        "an address that shows us",
        "an address that shows somebody else waits for a word",
        "ours, whatever it is called there",
    ],
)
def test_what_a_person_said_holds(tmp_path: Path, decided: dict[str, object], status: Status, url: str) -> None:
    pages = answering(BOTH, biz1=DOUBTFUL, biz2=DOUBTFUL, biz3=OURS, biz4=OTHERS)
    said = check(tmp_path, pages, decided=decided)
    assert (said.status, said.url.partition("127.0.0.1")[2].partition("/")[2]) == (status, url[1:]), said.detail


def test_an_address_seen_before_that_a_person_refused_is_not_opened(tmp_path: Path) -> None:
    said = check(
        tmp_path,
        answering(results(card(1, "Harbor Lane Bakery")), biz1=OURS, biz2=OURS),
        seen="SITE/biz/2",
        decided={"not_ours": ("SITE/biz/2",)},
    )
    assert said.url.endswith("/biz/1")
    assert not any(url.endswith("/biz/2") for url in said.tried)


def test_a_value_that_is_fine_is_accepted_there_and_nowhere_else(tmp_path: Path) -> None:
    pages = answering(results(card(1, "Harbor Lane Bakery")), biz1=OURS.replace("0111", "0199"))
    verdicts = []
    for url in ("SITE/biz/1?utm_source=x", "SITE/biz/2"):
        fine = {"field": "phone", "value": "+15035550199", "url": url, "said_at": "2031-05-04T09:00:00+00:00"}
        said = check(tmp_path, pages, decided={"fine": [fine]})
        assert said.comparison
        verdicts.append(said.comparison.phone.verdict)
    assert verdicts == [Verdict.ACCEPTED, Verdict.DIFFERENT]


US = {"name": "Harbor Lane Bakery", "address": "12 Harbor Lane, Portland, OR 97201", "phones": ["(503) 555-0111"]}
BOATS = {"name": "Harbor Lane Boats", "address": "15 Oak Street, Portland, OR 97201", "phones": ["503 555 0133"]}


@pytest.mark.parametrize(
    ("word", "then", "now", "status"),
    [
        ("ours", US, OTHERS, Status.AMBIGUOUS),
        ("ours", BOATS, OTHERS, Status.LISTED),
        ("ours", {**US, "phones": BOATS["phones"]}, OTHERS, Status.LISTED),
        ("ours", {"name": "Harbor Lane Bakery"}, OTHERS, Status.LISTED),
        ("ours", BOATS, OURS, Status.LISTED),
        ("not_ours", BOATS, OURS, Status.AMBIGUOUS),
        ("not_ours", US, OURS, Status.NOT_LISTED),
        ("not_ours", US, OTHERS, Status.NOT_LISTED),
    ],
    ids=[
        "ours shows another business now",
        "ours shows what the person saw",
        "the number has not changed",
        "too little was shown to tell",
        "ours shows us now",
        "not ours shows us now",
        "not ours, and still shows what the person saw",
        "not ours, and still another business",
    ],
)
def test_a_word_is_asked_again_when_the_page_is_another_business(
    tmp_path: Path, word: str, then: dict[str, object], now: str, status: Status
) -> None:
    shown = {"SITE/biz/1/?utm_source=x": [then, "2031-05-04T09:00:00+00:00"]}
    pages = answering(results(card(1, "Harbor Lane Bakery")), biz1=now)
    said = check(tmp_path, pages, decided={word: ["SITE/biz/1"], "shown": shown})
    assert said.status is status, said.detail
    if (word, status) == ("ours", Status.AMBIGUOUS):
        assert "on 4 May 2031, when it showed Harbor Lane Bakery; now it shows Harbor Lane Boats" in said.detail
