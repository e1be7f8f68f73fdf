"""Faults of the opening hours."""

# ruff: noqa: D103 -- what each fault is stands in tables/faults.csv

from citations.practice.faults.case import Case, Changes, fault
from citations.practice.hours import later


@fault
def hours_one_day(case: Case) -> Changes:
    last = max(day for day, span in enumerate(case.truth.week) if span)
    return {"hours": tuple(_longer(span) if day == last else span for day, span in enumerate(case.truth.week))}


@fault
def hours_every_day(case: Case) -> Changes:
    return {"hours": tuple(span and (later(span[0]), later(span[1])) for span in case.truth.week)}


@fault
def hours_missing(_case: Case) -> Changes:
    return {"hours": ""}


@fault
def hours_unreadable(case: Case) -> Changes:
    return {"hours": "Nach Vereinbarung" if case.is_german else "By appointment, please ask"}


def _longer(span: tuple[str, str] | None) -> tuple[str, str] | None:
    return span and (span[0], later(span[1]))
