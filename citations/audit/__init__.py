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
from citations.audit.trades import lists_industry, trade_text
from citations.audit.usual import Suited, choose, suited

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
    "Suited",
    "Task",
    "Tracked",
    "apis_of",
    "at_its_address",
    "begin",
    "choose",
    "examine",
    "holdings",
    "lists_industry",
    "plan",
    "run",
    "runs",
    "suited",
    "take_in",
    "take_in_tracker",
    "trade_text",
    "usable_api",
]
