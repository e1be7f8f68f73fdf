"""A host that answers, and once does not: it is asked once more, and a dead one is not."""

from pathlib import Path

from citations.words import Reason, Status
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
