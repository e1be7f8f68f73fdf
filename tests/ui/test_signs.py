"""Every word of the product has a sign: a symbol, a word, and ink that is legible on its colour."""

import pytest

from citations.findings import weights
from citations.ui import signs
from citations.words import FindingKind, FixState, Reason, Status, Verdict
from tests.invented import DIRECTORIES, dental, dental_checks, hostile_checks, hostile_location, looked
from tests.ui.invented_view import every_verdict

LEVELS = ("high", "medium", "low")
CHECKS = [
    *[check for number in range(5) for check in dental_checks(dental(number), number)],
    *every_verdict()[1],
    *hostile_checks(hostile_location()),
    *[looked(dental(0), DIRECTORIES[0].id, Status.UNVERIFIED, reason) for reason in Reason],
]


@pytest.mark.parametrize("word", [*Status, *Verdict, *FindingKind, *FixState, *LEVELS, *weights().grade])
def test_every_word_has_a_legible_sign(word: str) -> None:
    sign = signs.of_word(word)
    assert sign.symbol
    assert sign.word
    assert _contrast(sign.fill, sign.ink) >= 4.5


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: f"{check.location} {check.directory} {check.status}")
def test_every_check_has_a_sign_in_words(check) -> None:  # type: ignore[no-untyped-def]
    assert signs.of_check(check).word


@pytest.mark.parametrize("reason", Reason)
def test_a_check_that_could_not_be_made_says_why_in_a_few_plain_words(reason: Reason) -> None:
    word = signs.of_check(looked(dental(0), DIRECTORIES[0].id, Status.UNVERIFIED, reason)).word
    assert word
    assert "_" not in word
    assert len(word) <= 20


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
