"""The words of two names that find no partner in the other."""

from collections.abc import Sequence

from citations.nap.name import is_typing_error


def unmatched(a: Sequence[str], b: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words of `a` and of `b` that the other lacks.

    A plural, one typing error in a long word, and two words written as one are no difference.
    """
    left, right = [word for word in a if word not in b], [word for word in b if word not in a]
    _pair_joined(left, right)
    _pair_joined(right, left)
    for word in tuple(left):
        if twin := next((other for other in right if _is_alike(word, other)), None):
            left.remove(word)
            right.remove(twin)
    return frozenset(left), frozenset(right)


def _pair_joined(left: list[str], right: list[str]) -> None:
    """Take "steakhouse" out of `left` and "steak house" out of `right`."""
    for at in range(len(right) - 1, 0, -1):
        joined = right[at - 1] + right[at]
        if joined in left:
            left.remove(joined)
            del right[at - 1 : at + 1]
            return


def _is_alike(a: str, b: str) -> bool:
    shorter, longer = sorted((a, b), key=len)
    is_short = (
        len(shorter) >= 5 and longer.isascii() and longer.startswith(shorter) and not longer[-1].isdigit()
    )  # Rehab, Rehabilitation
    return is_short or f"{a}s" == b or a == f"{b}s" or is_typing_error(a, b)
