"""Phone numbers for fiction: each is handed out once.

In North America each ends in 555-01XX; in Germany each is one of the thousand that the Federal Network
Agency keeps for film and television in five cities, such as (030) 23125 XXX in Berlin.
"""

from collections.abc import Iterator
from random import Random

from citations.practice.tables import Town, area_codes, regions


class PhoneBook:
    """Hands out numbers, nearest area code first; no number twice.

    A code is an area code ("503"), or in Germany an area code and the block behind it ("030 23125").
    """

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
        code, line = (phone.rpartition(" ")[0], int(phone[-3:])) if is_german(phone) else (phone[1:4], int(phone[-2:]))
        near = [free for free in self._lines(code) if free // 10 == line // 10 or free % 10 == line % 10]
        return self._give(code, self._rng.choice(near)) if near else self.local(town)

    def _codes(self, town: Town) -> Iterator[str]:
        yield from town.area_codes
        if town.country == "US":
            yield from area_codes(town.region)
            for region in regions():
                yield from area_codes(region)

    def _from(self, codes: Iterator[str]) -> str:
        for code in codes:
            if lines := self._lines(code):
                return self._give(code, self._rng.choice(lines))
        raise ValueError("the numbers for fiction are used up: ask for fewer locations")

    def _lines(self, code: str) -> list[int]:
        return self._free.setdefault(code, list(range(1000 if " " in code else 100)))

    def _give(self, code: str, line: int) -> str:
        self._lines(code).remove(line)
        return f"{code} {line:03}" if " " in code else f"({code}) 555-01{line:02}"


def is_german(phone: str) -> bool:
    """True for a number written with the zero that opens a German area code."""
    return phone.startswith("0")


def digits(phone: str) -> str:
    """The digits of a number, without punctuation."""
    return "".join(c for c in phone if c.isdigit())


def in_dots(phone: str) -> str:
    """The number in the punctuation that some sites give every number: dots, in Germany a slash and a hyphen."""
    if is_german(phone):
        area, _, line = phone.partition(" ")
        return f"{area}/{line.replace(' ', '-')}"
    number = digits(phone)[-10:]
    return ".".join(part for part in (number[:-7], number[-7:-4], number[-4:]) if part)


def dialled(phone: str) -> str:
    """The number as it stands behind `tel:`."""
    if is_german(phone):
        return "+49" + digits(phone)[1:]
    number = digits(phone)
    return {10: "+1", 11: "+"}.get(len(number), "") + number
