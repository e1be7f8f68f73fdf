"""Audits: what to check, one check, and a whole run on this machine."""

from citations.audit.check import Checker
from citations.audit.look import Look, Looker
from citations.audit.plan import Task, plan
from citations.audit.quota import Quota
from citations.audit.run import begin, run
from citations.audit.running import AlreadyRunningError, Recorder, Run, runs

__all__ = [
    "AlreadyRunningError",
    "Checker",
    "Look",
    "Looker",
    "Quota",
    "Recorder",
    "Run",
    "Task",
    "begin",
    "plan",
    "run",
    "runs",
]
