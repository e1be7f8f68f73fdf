"""Faults of the phone number."""

# ruff: noqa: D103 -- what each fault is stands in tables/faults.csv

from citations.practice.faults.case import Case, Changes, fault, only
from citations.practice.phone_book import in_dots
from citations.words import PhoneRole


@fault
def phone_punctuation(case: Case) -> Changes:
    dots = in_dots(case.truth.phone)
    if case.is_german:
        return {"phone": dots}
    return {"phone": case.rng.choice((dots, dots.replace(".", "-"), dots.replace(".", " ")))}


@fault
def phone_country_code(case: Case) -> Changes:
    if case.is_german:
        return {"phone": f"+49 {case.truth.phone.removeprefix('0')}"}
    return {"phone": "+1 " + in_dots(case.truth.phone).replace(".", "-")}


@fault
def phone_tracking(case: Case) -> Changes:
    return only(phone=case.phone(PhoneRole.TRACKING))


@fault
def phone_toll_free(case: Case) -> Changes:
    return only(phone=case.phone(PhoneRole.TOLL_FREE))


@fault
def phone_retired(case: Case) -> Changes:
    return only(phone=case.phone(PhoneRole.RETIRED))


@fault
def phone_sibling(case: Case) -> Changes:
    branch = case.branch()
    return only(phone=branch.phone if branch else "")


@fault
def phone_other_digit(case: Case) -> Changes:
    return {"phone": case.founder.phones.like(case.truth.phone, case.business.town)}


@fault
def phone_no_area_code(case: Case) -> Changes:
    return {"phone": case.truth.phone.partition(" ")[2]}


@fault
def phone_missing(_case: Case) -> Changes:
    return {"phone": ""}
