"""How far an audit is in each directory: what is done, with what outcome, how fast it goes and what is left."""

import time
from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass

from citations.models import Check
from citations.store import AuditInfo
from citations.words import Status

_WINDOW = 60.0  # seconds over which a rate is taken
_LEAST = 1.0  # second; below it a rate says nothing


@dataclass(frozen=True, slots=True)
class HowFar:
    """An audit in one directory; `rate` is in checks per second over the last minute."""

    name: str
    planned: int
    done: int
    rate: float = 0.0

    @property
    def remaining(self) -> float | None:
        """Seconds that the rest takes at the present rate; None when there is no rate, or no rest."""
        left = self.planned - self.done
        return left / self.rate if left > 0 and self.rate else None


class Course:
    """The course of one audit: counts its checks, and looks back a minute for how fast they came."""

    def __init__(self, info: AuditInfo, made: Mapping[tuple[str, Status], int]) -> None:
        """`made` counts by directory and status what was done before."""
        self._info, self._made = info, Counter(made)
        self._earlier: deque[tuple[float, Counter[str]]] = deque([(time.monotonic(), self._done())])

    def checked(self, check: Check) -> None:
        """One more check is made."""
        self._made[check.directory, check.status] += 1

    def counted(self, made: Mapping[tuple[str, Status], int]) -> None:
        """So many are made by now, by whomever."""
        self._made = Counter(made)

    @property
    def outcomes(self) -> Mapping[str, int]:
        """Status -> how many checks came to it, the most frequent first."""
        found: Counter[str] = Counter()
        for (_, status), number in self._made.items():
            found[status.value] += number
        return dict(found.most_common())

    def directories(self) -> tuple[HowFar, ...]:
        """Each directory of the audit, as it stands now."""
        now, done = time.monotonic(), self._done()
        self._earlier.append((now, done))
        while now - self._earlier[0][0] > _WINDOW and len(self._earlier) > 2:
            self._earlier.popleft()
        then, before = self._earlier[0]
        seconds = max(now - then, _LEAST)
        return tuple(
            HowFar(one.name, self._info.locations, done[one.id], (done[one.id] - before[one.id]) / seconds)
            for one in self._info.directories
        )

    def _done(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for (directory, _), number in self._made.items():
            found[directory] += number
        return found


def duration(seconds: float) -> str:
    """A stretch of time as people say it: 40 seconds, 12 minutes, 3 hours."""
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        if seconds >= 1.5 * length:
            return f"{seconds / length:.0f} {unit}s"
    return "1 minute" if seconds >= 55 else f"{max(seconds, 1):.0f} seconds"
