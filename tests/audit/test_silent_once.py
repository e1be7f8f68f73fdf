"""A host that answers, and once does not: it is asked once more, and a dead one is not."""

from dataclasses import replace
from pathlib import Path

from citations.words import Reason, Status
from tests.audit.test_own_site import ADDRESS, BAKERY, checks, page
from tests.audit.test_search import OURS, card, check, results
from tests.loopback import Answer


def test_one_silence_of_a_host_that_answers_is_borne(tmp_path: Path) -> None:
    asked: list[str] = []

    def answer(path: str) -> Answer:
        asked.append(path)
        if path == "/biz/1" and asked.count("/biz/1") == 1:
            raise ConnectionAbortedError
        return results(card(1, "Harbor Lane Bakery")) if path.startswith("/search") else (200, OURS)

    said = check(tmp_path, answer)
    assert (said.status, asked.count("/biz/1")) == (Status.LISTED, 2)


def test_a_second_silence_is_an_answer(tmp_path: Path) -> None:
    asked: list[str] = []

    def answer(path: str) -> Answer:
        asked.append(path)
        if path == "/biz/1":
            raise ConnectionAbortedError
        return results(card(1, "Harbor Lane Bakery"))

    said = check(tmp_path, answer)
    assert (said.status, said.reason, asked.count("/biz/1")) == (Status.UNVERIFIED, Reason.NETWORK, 2)


def test_so_it_is_on_a_website_of_ones_own(tmp_path: Path) -> None:
    """What did not come is not remembered in the page's place, neither for the second look nor for the next branch."""
    contact = "/contact-us"
    pages = {"/": page(ADDRESS, links={contact: "Contact"}), contact: page(ADDRESS, "Phone: (503) 555-0111")}
    branches = [replace(BAKERY, id="b1"), replace(BAKERY, id="b2")]
    for silences, unread in ((1, [False, False]), (2, [True, False])):
        said, site = checks(tmp_path, pages, *branches, silent=[contact] * silences)
        assert [check.status for check in said] == [Status.LISTED] * 2
        assert [bool(check.unread) for check in said] == unread
        assert site.asked.count(contact) == silences + 1
