"""The invented pages of a directory: drafted in its site's markup, and held to what should be read of them."""

from citations.samples.hold import faults, page_faults
from citations.samples.kinds import EXPECTED, KINDS
from citations.samples.write import Manner, write_samples

__all__ = ["EXPECTED", "KINDS", "Manner", "faults", "page_faults", "write_samples"]
