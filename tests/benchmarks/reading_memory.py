"""How much memory reading many pages takes: no two pages are alike, and nothing of one may stay behind.

    python -m tests.benchmarks.reading_memory [--pages 10000]

A process of its own reads the saved pages of real sites over and over (those of the practice web where they are not
at hand), each time with other addresses, hosts and numbers, and says after every tenth how much it has held at most.
The first tenth is the warming up; what is added from there to the end must stay under the bound.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from itertools import count, cycle, islice

from citations.pages import read_page
from tests.benchmarks.memory import peak
from tests.benchmarks.reading import practice_pages, saved_pages

PAGES, BOUND = 10_000, 40  # pages; megabytes
_HREF = re.compile(r"(href=[\"'](?:https?:/)?/)")
_NUMBER = re.compile(r"\d{4}(?=\D)")


def stream() -> Iterator[tuple[str, str]]:
    """Addresses and documents without end, no two with the same links and numbers."""
    for number, (url, html) in zip(count(1), cycle(saved_pages() or practice_pages())):
        linked = _HREF.sub(rf"\g<1>n{number}.", html)
        yield f"{url}/{number}", _NUMBER.sub(f"{number % 10_000:04}", linked)


def measured(pages: int) -> Iterator[tuple[int, float]]:
    """After each tenth of the pages: how many there were, and the peak so far."""
    endless = stream()
    for tenth in range(1, 11):
        for url, html in islice(endless, pages // 10):
            read_page(html, url)
        yield pages // 10 * tenth, peak()


def main(words: Sequence[str]) -> None:
    """Print the table, and what was added from the first tenth to the last."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.reading_memory", description="memory of reading")
    parser.add_argument("--pages", type=int, default=PAGES, help="so many pages")
    given = parser.parse_args(words)
    found = []
    for pages, most in measured(given.pages):
        found.append(most)
        print(f"{pages:>10,} pages: {most:.0f} MB", flush=True)
    added = found[-1] - found[0]
    print(f"added from the first tenth to the last: {added:.0f} MB; must stay under {BOUND} MB")
    sys.exit(added >= BOUND)


if __name__ == "__main__":
    main(sys.argv[1:])
