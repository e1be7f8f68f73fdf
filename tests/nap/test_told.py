"""Sentences that cost something are made when they are read, and nobody can tell from outside."""

import pickle
from copy import copy
from dataclasses import asdict, replace

import phonenumbers
import pytest
from pydantic import TypeAdapter

from citations import Listing, Location, compare
from citations.models import FieldResult
from citations.models.told import told
from citations.words import Verdict


def test_a_sentence_is_made_once_and_only_when_it_is_read() -> None:
    made: list[str] = []

    def make() -> str:
        made.append("made")
        return "Because."

    result = FieldResult(Verdict.SAME, "a", "b", "rule", told(make))
    assert made == []
    assert (result.reason, result.reason, made) == ("Because.", "Because.", ["made"])


def test_a_result_is_the_same_value_wherever_it_goes() -> None:
    plain = FieldResult(Verdict.SAME, "a", "b", "rule", "Because.")
    later = [FieldResult(Verdict.SAME, "a", "b", "rule", told(lambda: "Because.")) for _ in range(5)]
    kept = TypeAdapter(FieldResult)
    assert later[0] == plain
    assert copy(later[1]) == pickle.loads(pickle.dumps(later[1])) == plain  # noqa: S301
    assert asdict(later[2]) == asdict(plain)
    assert kept.validate_json(kept.dump_json(later[3])) == plain
    assert replace(later[4], rule="other") == replace(plain, rule="other")
    assert repr(later[0]) == repr(plain)


def test_comparing_makes_no_sentence_about_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    location = Location("1", "A", phone="+49 30 23125 001", country="DE")
    found = compare(location, Listing(phones=["+49 30 23125 002"])).phone
    with monkeypatch.context() as forbidden:
        forbidden.setattr(phonenumbers, "format_number", pytest.fail)
        assert found.verdict is Verdict.DIFFERENT
    assert found.reason == "The listing sends callers to +49 30 23125002; your number is +49 30 23125001."
