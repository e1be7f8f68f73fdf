"""Keeping: every check on disk as it is made, its rollup with it, and the questions asked of history."""

from citations.store.audit_info import AuditInfo, DirectoryInfo
from citations.store.database import StoreError
from citations.store.kept_fix import KeptFix, Unsettled
from citations.store.people import BY_A_PERSON, NOTHING_DECIDED, Arrived, Decided, Fine, People
from citations.store.records import check_from_json, location_from_json, to_data, to_json
from citations.store.store import Store
from citations.store.tally import Rollup, Tally
from citations.store.tracker import Histories, Placed, Tracker

__all__ = [
    "BY_A_PERSON",
    "NOTHING_DECIDED",
    "Arrived",
    "AuditInfo",
    "Decided",
    "DirectoryInfo",
    "Fine",
    "Histories",
    "KeptFix",
    "People",
    "Placed",
    "Rollup",
    "Store",
    "StoreError",
    "Tally",
    "Tracker",
    "Unsettled",
    "check_from_json",
    "location_from_json",
    "to_data",
    "to_json",
]
