"""Faults of the link to the business's website."""

# ruff: noqa: D103 -- what each fault is stands in tables/faults.csv

from urllib.parse import urljoin

from citations.directory import slug
from citations.practice.faults.case import Case, Changes, fault, only


@fault
def website_slash(case: Case) -> Changes:
    website = case.truth.website
    return {"website": website.removesuffix("/") if website.endswith("/") else f"{website}/"}


@fault
def website_campaign(case: Case) -> Changes:
    return {"website": f"{case.truth.website}?utm_source=directory&utm_medium=listing"}


@fault
def website_former(case: Case) -> Changes:
    return only(website=case.former("website"))


@fault
def website_sibling(case: Case) -> Changes:
    branch = case.branch()
    return only(website=branch.website if branch else "")


@fault
def website_other(case: Case) -> Changes:
    return {"website": f"https://{slug(case.founder.stem()[0])}-deals.example/"}


@fault
def website_dead(case: Case) -> Changes:
    return only(website=case.truth.website and urljoin(case.truth.website, "/welcome-2019"))


@fault
def website_missing(_case: Case) -> Changes:
    return {"website": ""}
