"""Phone numbers for fiction: each is handed out once, and each ends in 555-01XX."""

from collections.abc import Iterator
from random import Random

from citations.practice.tables import Town, area_codes, regions


class PhoneBook:
    """Hands out numbers, nearest area code first; no number twice."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._free: dict[str, list[int]] = {}

    def local(self, town: Town) -> str:
        """A number of the town; of its state or of anywhere once those are used up. Raises ValueError at the end."""
        return self._from(self._codes(town))

    def toll_free(self) -> str:
        """A toll-free number. Raises ValueError when all are given."""
        return self._from(iter(area_codes("toll_free")))

    def like(self, phone: str, town: Town) -> str:
        """A number that differs from `phone` in one of its last two digits; any local one when all those are given."""
        code, line = phone[1:4], int(phone[-2:])
        near = [free for free in self._lines(code) if free // 10 == line // 10 or free % 10 == line % 10]
        return self._give(code, self._rng.choice(near)) if near else self.local(town)

    def _codes(self, town: Town) -> Iterator[str]:
        yield from town.area_codes
        yield from area_codes(town.region)
        for region in regions():
            yield from area_codes(region)

    def _from(self, codes: Iterator[str]) -> str:
        for code in codes:
            if lines := self._lines(code):
                return self._give(code, self._rng.choice(lines))
        raise ValueError("the numbers for fiction are used up: ask for fewer locations")

    def _lines(self, code: str) -> list[int]:
        return self._free.setdefault(code, list(range(100)))

    def _give(self, code: str, line: int) -> str:
        self._lines(code).remove(line)
        return f"({code}) 555-01{line:02}"


def digits(phone: str) -> str:
    """The digits of a number, without punctuation."""
    return "".join(c for c in phone if c.isdigit())


def in_dots(phone: str) -> str:
    """The number with dots, as some sites write every number."""
    number = digits(phone)[-10:]
    return ".".join(part for part in (number[:-7], number[-7:-4], number[-4:]) if part)


def dialled(phone: str) -> str:
    """The number as it stands behind `tel:`."""
    number = digits(phone)
    return {10: "+1", 11: "+"}.get(len(number), "") + number
