"""Audits: what to check, one check, and a whole run on this machine."""

from citations.audit.check import Checker
from citations.audit.look import Look, Looker
from citations.audit.plan import Task, plan
from citations.audit.run import begin, run

__all__ = ["Checker", "Look", "Looker", "Task", "begin", "plan", "run"]
