"""Faults of the name."""

# ruff: noqa: D103 -- what each fault is stands in tables/faults.csv

from citations.practice.faults.case import Case, Changes, fault, only


@fault
def name_legal_form(case: Case) -> Changes:
    name = case.truth.name
    if case.is_person:
        return None
    if case.is_german:
        return {"name": f"{name} GmbH"}
    bare = name.removesuffix(" LLC").removesuffix(" Inc.")
    return {"name": bare if bare != name else f"{name}, LLC"}


@fault
def name_ampersand(case: Case) -> Changes:
    return only(name=case.truth.name.replace(" & ", " and ") if " & " in case.truth.name else "")


@fault
def name_capitals(case: Case) -> Changes:
    return {"name": case.truth.name.upper()}


@fault
def name_apostrophe(case: Case) -> Changes:
    return only(name=case.truth.name.replace("'", "") if "'" in case.truth.name else "")


@fault
def name_keywords(case: Case) -> Changes:
    return {"name": f"{case.truth.name} – Best {case.business.trade.noun} in {case.truth.city}"}


@fault
def name_alias(case: Case) -> Changes:
    return only(name=next(iter(case.business.record.aliases), ""))


@fault
def name_former(case: Case) -> Changes:
    return only(name=case.former("name"))


@fault
def name_misspelt(case: Case) -> Changes:
    if case.is_person:
        return None
    word = max(case.truth.name.split()[:2], key=len)
    middle = len(word) // 2
    return only(name=case.truth.name.replace(word, word[:middle] + word[middle + 1 :]) if len(word) > 5 else "")
