"""The practice web: invented businesses and directories on loopback, for the demo, the tests and the benchmarks.

It states the truth about itself by construction. It imports nothing that reads, compares or
judges, so that it cannot mark its own homework.
"""

from citations.practice.serve import Practice, serve, serve_forever
from citations.practice.world import WHOLE_FROM, World, build

__all__ = ["WHOLE_FROM", "Practice", "World", "build", "serve", "serve_forever"]
