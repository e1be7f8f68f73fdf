"""Faults of the entry as a whole: it is there twice, or says that the business is closed or has moved."""

# ruff: noqa: D103 -- what each fault is stands in tables/faults.csv

from citations.practice.faults.case import Case, Changes, fault
from citations.words import Lifecycle


@fault
def entry_closed(_case: Case) -> Changes:
    return {"lifecycle": Lifecycle.CLOSED}


@fault
def entry_closed_for_now(_case: Case) -> Changes:
    return {"lifecycle": Lifecycle.TEMPORARILY_CLOSED}


@fault
def entry_moved(_case: Case) -> Changes:
    return {"lifecycle": Lifecycle.MOVED}
