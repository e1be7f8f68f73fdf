"""Texts that are made when somebody first reads them: most verdicts are counted, and their sentences never read."""

from collections.abc import Callable
from typing import Any


def told(make: Callable[[], str]) -> str:
    """`make` in place of the text that it makes, for a field that is `WhenRead`."""
    return make  # type: ignore[return-value]


class WhenRead:
    """The slot of a frozen value for such a text. Whoever reads, compares, copies or stores the value gets the text."""

    def __init__(self, slot: Any) -> None:
        self._slot = slot

    def __get__(self, owner: object, kind: type) -> Any:
        if owner is None:
            return self
        text = self._slot.__get__(owner, kind)
        if not isinstance(text, str):
            text = text()
            self._slot.__set__(owner, text)
        return text

    def untold(self, owner: object) -> Any:
        """What the slot holds: the text, or what makes it."""
        return self._slot.__get__(owner)

    def __set__(self, owner: object, text: object) -> None:
        self._slot.__set__(owner, text)
