"""Audits: what to check, one check, and a whole run on this machine."""

from citations.audit.by_api import apis_of, at_its_address, usable_api
from citations.audit.check import Checker
from citations.audit.examine import NothingToCheckError, examine
from citations.audit.health import Health, HealthBook
from citations.audit.look import Look, Looker
from citations.audit.owners import OWNER_EXPORT, Holdings, holdings, take_in
from citations.audit.plan import Task, plan
from citations.audit.quota import Quota
from citations.audit.run import begin, run
from citations.audit.running import AlreadyRunningError, Recorder, Run, runs
from citations.audit.tracker import Tracked, take_in_tracker

__all__ = [
    "OWNER_EXPORT",
    "AlreadyRunningError",
    "Checker",
    "Health",
    "HealthBook",
    "Holdings",
    "Look",
    "Looker",
    "NothingToCheckError",
    "Quota",
    "Recorder",
    "Run",
    "Task",
    "Tracked",
    "apis_of",
    "at_its_address",
    "begin",
    "examine",
    "holdings",
    "plan",
    "run",
    "runs",
    "take_in",
    "take_in_tracker",
    "usable_api",
]
