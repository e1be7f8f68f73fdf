"""An outage: where sites answered and then fell silent, what they left open is looked at once more, after a while.

A site that never answered is no outage, and is not waited for.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from citations.audit.plan import Task
from citations.audit.work import Work

OnWait = Callable[[int, float], None]
_SHARES = (1, 2, 4)  # of the patience: each wait is twice as long as the one before


@dataclass(frozen=True)
class Outage:
    """Waits for what `work` heard nothing of, so many seconds in all (`patience`).

    `on_wait` hears of each wait: how many checks are looked at again, and in how many seconds.
    """

    work: Work
    patience: float
    on_wait: OnWait | None = None

    async def sit_out(self) -> None:
        """Look once more at the checks at which nothing came, until all is heard or the patience is at its end."""
        for share in _SHARES if self.patience else ():
            again = self._unheard()
            if not again:
                return
            seconds = self.patience * share / sum(_SHARES)
            if self.on_wait:
                self.on_wait(len(again), seconds)
            await asyncio.sleep(seconds)
            self.work.checker.looker.forget_silences()
            await self.work.work_all(again)

    def _unheard(self) -> list[Task]:
        """The checks at which nothing came, and those cut short; none when no site fell silent in the middle."""
        store, audit = self.work.store, self.work.audit.id
        places = {place.id: place for place in self.work.checker.batch.locations}
        sites = {site.id: site for site in self.work.directories}
        unheard = {key for key in store.answers.unheard(audit) if key[0] in places and key[1] in sites}
        silent = {directory for _, directory in unheard if "*" not in sites[directory].domains}
        if not silent or not silent & store.answers.answering(audit):
            return []
        return [Task(places[place], sites[site]) for place, site in sorted(unheard | self.work.cut_short)]
