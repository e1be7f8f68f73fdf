"""Keeping: every check on disk as it is made, its rollup with it, and the questions asked of history."""

from citations.store.audit_info import AuditInfo, DirectoryInfo
from citations.store.clock import Clock
from citations.store.database import StoreError
from citations.store.hand_outs import HandOut
from citations.store.history import History
from citations.store.kept_fix import KeptFix, Unsettled
from citations.store.left_alone import LeftAlone
from citations.store.people import BY_A_PERSON, NOTHING_DECIDED, Arrived, Decided, Fine, People
from citations.store.records import check_from_json, location_from_json, to_data, to_json
from citations.store.schedules import Schedule
from citations.store.spell import Change, FieldSaid, Learnt, Lesson, Memory, Spell, Trend
from citations.store.store import Store
from citations.store.tally import ENOUGH, Rollup, Tally, Total
from citations.store.tracker import Histories, Placed, Tracker
from citations.store.turns import Turns

__all__ = [
    "BY_A_PERSON",
    "ENOUGH",
    "NOTHING_DECIDED",
    "Arrived",
    "AuditInfo",
    "Change",
    "Clock",
    "Decided",
    "DirectoryInfo",
    "FieldSaid",
    "Fine",
    "HandOut",
    "Histories",
    "History",
    "KeptFix",
    "Learnt",
    "LeftAlone",
    "Lesson",
    "Memory",
    "People",
    "Placed",
    "Rollup",
    "Schedule",
    "Spell",
    "Store",
    "StoreError",
    "Tally",
    "Total",
    "Tracker",
    "Trend",
    "Turns",
    "Unsettled",
    "check_from_json",
    "location_from_json",
    "to_data",
    "to_json",
]
