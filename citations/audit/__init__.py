"""Audits: what to check, one check, and a whole run: on this machine, or by a fleet."""

from citations.audit.by_api import apis_of, at_its_address, usable_api
from citations.audit.check import Checker
from citations.audit.examine import NothingToCheckError, examine
from citations.audit.fleet import FleetWorker
from citations.audit.hand_out import CalledBackError, GivenUpError, call_back, failed_checks, hand_out, watch
from citations.audit.health import Health, HealthBook
from citations.audit.how_far import HowFar, duration
from citations.audit.look import Look, Looker
from citations.audit.owners import Holdings, holdings, take_in
from citations.audit.plan import Part, Task, plan
from citations.audit.queue import Alive, Queued, open_queue
from citations.audit.quota import Quota
from citations.audit.run import begin, run
from citations.audit.running import AlreadyRunningError, Recorder, Run, runs
from citations.audit.tracker import Tracked, take_in_tracker
from citations.audit.trades import is_industry, lists_industry, trade_text
from citations.audit.usual import Suited, choose, suited
from citations.audit.vacuum import Room, vacuum
from citations.audit.work import counted_visitor

__all__ = [
    "Alive",
    "AlreadyRunningError",
    "CalledBackError",
    "Checker",
    "FleetWorker",
    "GivenUpError",
    "Health",
    "HealthBook",
    "Holdings",
    "HowFar",
    "Look",
    "Looker",
    "NothingToCheckError",
    "Part",
    "Queued",
    "Quota",
    "Recorder",
    "Room",
    "Run",
    "Suited",
    "Task",
    "Tracked",
    "apis_of",
    "at_its_address",
    "begin",
    "call_back",
    "choose",
    "counted_visitor",
    "duration",
    "examine",
    "failed_checks",
    "hand_out",
    "holdings",
    "is_industry",
    "lists_industry",
    "open_queue",
    "plan",
    "run",
    "runs",
    "suited",
    "take_in",
    "take_in_tracker",
    "trade_text",
    "usable_api",
    "vacuum",
    "watch",
]
