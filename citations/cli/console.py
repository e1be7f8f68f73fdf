"""The terminal: results on one side, talk on the other, and no command to it out of a stranger's text."""

import sys
from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment

from citations.unseen import seen


class _Terminal(Console):
    """A console that prints what is seen of a text: an escape sequence in a name neither colours nor links."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterable[Segment]:
        """The segments of `renderable`, those of our own control left as they are."""
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(seen(segment.text), segment.style)


# Results go to standard output; everything that is said on the way goes to standard error.
# Without a terminal nobody sees the width, so a table is not folded.
out = _Terminal(highlight=False, soft_wrap=True, width=None if sys.stdout.isatty() else 200)
say = _Terminal(stderr=True, highlight=False, soft_wrap=True)
MOST_IN_A_CELL = 60  # characters of a table
