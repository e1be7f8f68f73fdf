"""The fix list: every problem as a piece of work with its value, its address, its owner, its date and its state."""

from citations.findings.fixes.decide import decide
from citations.findings.fixes.enter import Entry
from citations.findings.fixes.fix import Door, Fix, fixes, remembered
from citations.findings.fixes.state import state
from citations.findings.fixes.tasks import FixTask, tasks

__all__ = ["Door", "Entry", "Fix", "FixTask", "decide", "fixes", "remembered", "state", "tasks"]
