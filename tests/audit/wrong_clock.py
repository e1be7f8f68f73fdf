"""`citations …` on a machine whose clock is wrong: python -m tests.audit.wrong_clock HOURS[,HOURS…] WORDS

It is set to each of these distances from the true time in turn, two seconds after another.
"""

import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import time_machine

from citations.cli import main

SECONDS_EACH = 2.0


def go_wrong(hours: list[float]) -> None:
    """Move this process's clock; the one that counts seconds goes on."""
    moving = time_machine.travel(datetime.now(UTC) + timedelta(hours=hours[0]), tick=True).start()

    def on() -> None:
        for before, after in pairwise(hours):
            time.sleep(SECONDS_EACH)
            moving.shift(timedelta(hours=after - before))

    threading.Thread(target=on, daemon=True).start()


if __name__ == "__main__":
    go_wrong([float(each) for each in sys.argv.pop(1).split(",")])
    main()
