"""The mean rating and the number of reviews that a page shows near its subject's name."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from citations.models import Listing
from citations.pages.draft import draft
from citations.pages.tables import labels
from citations.pages.text import MAIN, Line

READER = "visible"
_LINES = 40  # from the first heading on: what reviewers gave stands further down
_LONGEST = 80  # letters of a line that is no sentence
_MEAN = r"(?<![\d.,])(?P<mean>[0-5](?:[.,]\d{1,2})?)(?![\d.,]*\d)"
_NUMBER = r"(?<![\d.,])(?P<count>\d{1,3}(?:[., \u00a0\u202f’']\d{3})+|\d{1,7})"


def shown_rating(lines: Sequence[Line]) -> Listing:
    """The mean of up to five stars and how many gave it, where both stand on one line or on two."""
    texts = [line.text for line in _near_the_name(lines)]
    for text, below in pairwise((*texts, "")):
        mean = _mean(text)
        count = (_count().search(text, mean.end()) or _count().match(below)) if mean else None
        if mean and count:
            said = text if count.string is text else f"{text}; {below}"
            return draft(
                READER,
                raw={"rating": said, "reviews": said},
                rating=float(mean["mean"].replace(",", ".")),
                reviews=int(re.sub(r"\D", "", count["count"])),
            )
    return Listing()


def _near_the_name(lines: Sequence[Line]) -> Sequence[Line]:
    start = next((at for at, line in enumerate(lines) if line.heading), 0)
    return [line for line in lines[start : start + _LINES] if line.region == MAIN]


def _mean(text: str) -> re.Match[str] | None:
    """The number that is marked as a mean: "4.6 out of 5", "Rating: 4.6", "★ 4.6", "4.6 (31 ...)"."""
    if len(text) > _LONGEST or not any(letter.isdecimal() for letter in text):
        return None
    return next((found for pattern in _means() if (found := pattern.search(text))), None)


@cache
def _means() -> tuple[re.Pattern[str], ...]:
    words = "|".join(map(re.escape, sorted(labels("rating"), key=len, reverse=True)))
    return (
        re.compile(
            rf"{_MEAN}\s*(?:(?:/|out of|of|von|sur|su|de|van)\s*5(?![\d.,])|stars?|sterne|étoiles?|★)", re.IGNORECASE
        ),
        re.compile(rf"(?:(?:{words})\s*[:：]?|[★☆⭐])\s*{_MEAN}", re.IGNORECASE),
        re.compile(rf"^{_MEAN}\s*[(（]"),
    )


@cache
def _count() -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(labels("reviews"), key=len, reverse=True)))
    return re.compile(rf"{_NUMBER}\s*(?:{words})(?![^\W\d_a-z])", re.IGNORECASE)
