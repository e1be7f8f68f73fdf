"""What a piece of a value stands for: pieces with one key are the same to a customer. A blank key is never marked."""

import re
from collections.abc import Sequence

from citations.nap.hours_text import tokens
from citations.postal.folding import fold, without_umlauts

_WRITING = {"name": {"and": "&", "und": "&", "et": "&"}, "website": dict.fromkeys(("http", "https", "www"), "")}
_HALF_DAY = 720
_LEAST = 7  # digits of a phone number


def keys(pieces: Sequence[str], field: str) -> list[str]:
    """The key of each piece: of a known field the folded word, else the piece without case."""
    if not field:
        return [piece.casefold() for piece in pieces]
    writing = _WRITING.get(field, {})
    return [writing.get(folded, folded) for folded in map(_word, pieces)]


def _word(piece: str) -> str:
    return without_umlauts(fold(piece)) if piece.isalnum() else "&" if piece == "&" else ""


def hour_keys(pieces: Sequence[str]) -> list[str]:
    """The key of each piece of opening hours: the day or the time that it means, without its half of the day."""
    return [_hour_key(piece) for piece in pieces]


def _hour_key(piece: str) -> str:
    found = list(tokens(piece))
    if len(found) != 1 or found[0].kind in ("noise", "to", ";", ",", "&"):
        return "" if not re.search(r"\w", piece) or len(found) == 1 else piece.casefold()
    token = found[0]
    if token.kind == "day":
        return f"day {token.day}"
    if token.kind == "time":
        return f"time {(token.time.hour * 60 + token.time.minute) % _HALF_DAY}"
    return piece.casefold()


def same_digits(ours: Sequence[str], theirs: Sequence[str]) -> tuple[list[bool], list[bool]] | None:
    """The groups of digits in which two phone numbers differ, counted from their ends; None when they are not alike.

    Country and trunk prefixes, which one side may leave out, stand in front.
    """
    digits, others = _dialled(ours), _dialled(theirs)
    bare, other_bare = digits.lstrip("0"), others.lstrip("0")
    alike = min(len(bare), len(other_bare))
    if alike < _LEAST or max(len(bare), len(other_bare)) - alike > 3:
        return None
    wrong = {at for at in range(1, alike + 1) if bare[-at] != other_bare[-at]}
    if len(wrong) > alike // 2:
        return None
    return _groups(ours, len(digits), wrong), _groups(theirs, len(others), wrong)


def _dialled(pieces: Sequence[str]) -> str:
    """The digits up to the word behind them, which begins an extension."""
    digits = ""
    for piece in pieces:
        if piece.isalpha() and len(digits) >= _LEAST:
            break
        digits += re.sub(r"\D", "", piece)
    return digits


def _groups(pieces: Sequence[str], digits: int, wrong: set[int]) -> list[bool]:
    marks = []
    for piece in pieces:
        size = sum(c.isdigit() for c in piece)
        marks.append(any(digits - at in wrong for at in range(size)))
        digits -= size
    return marks
