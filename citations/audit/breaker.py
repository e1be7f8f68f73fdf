"""The circuit breaker: a directory whose pages lack what should be there is left alone for the rest of the audit.

A hard block needs none: the first one ends the visits to its host (`look.py`).
"""

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from citations.directory import Directory
from citations.models import Check, Obstacle
from citations.words import Reason, Status


@dataclass
class Breaker:
    """Remembers the last looks at each directory; `looks` 0: it never opens.

    It opens as soon as `share` of `looks` lacked what should be there. Where one page in ten lacks it by chance, six
    of eight do in one of 40,000 stretches of eight; where the layout has changed, the first six do.
    """

    looks: int = 8
    share: float = 0.75
    _recent: defaultdict[str, deque[bool]] = field(init=False)  # True: it lacked what should be there

    def __post_init__(self) -> None:
        self._recent = defaultdict(lambda: deque(maxlen=self.looks))

    @property
    def enough(self) -> int:
        """So many of the last looks open it."""
        return max(1, ceil(self.looks * self.share))

    def learn(self, check: Check, directory: Directory) -> None:
        """Remember what the check saw; one that saw no page, or a business's own website, says nothing."""
        lacked = check.reason is Reason.LAYOUT_CHANGED
        if check.how and "*" not in directory.domains and (lacked or check.status is not Status.UNVERIFIED):
            self._recent[directory.id].append(lacked)

    def recall(self, directory: str, looks: Sequence[bool]) -> None:
        """What all machines of a fleet saw there last, the newest first."""
        self._recent[directory] = deque(reversed(looks), maxlen=self.looks)

    def opened(self, directory: Directory) -> Obstacle | None:
        """Why nothing more is looked at in the directory; None while it may be."""
        recent = self._recent[directory.id]
        lacking = sum(recent)
        if not self.looks or lacking < self.enough:
            return None
        says = (
            f"{directory.name} is left alone: {lacking} of the last {len(recent)} pages lack what should be there;"
            " it may have changed. The next audit tries again"
        )
        return Obstacle(Reason.LAYOUT_CHANGED, says)
