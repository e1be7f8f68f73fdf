"""What a listing's link to the website is like."""

from dataclasses import replace

import pytest

from citations import compare
from citations.models import Check, Finding, Link, Listing, Location
from citations.opportunities import link_state
from citations.opportunities.table import table
from citations.words import FindingKind, LinkState, OpportunityKind, Status, Verdict

HERE = Location(
    "b1",
    "Harbor Lane Bakery",
    "12 Harbor Lane, Portland, OR 97201",
    website="https://harborlane.example/",
    former=(),
)
WEBSITE = "https://harborlane.example/"


def read(website: str = "", rel: tuple[str, ...] | None = (), how: str = "http", **facts: object) -> Check:
    """The check of a listing with this website and link; `rel` None names the site without a link."""
    link = Link(website, "Website", rel) if website and rel is not None else None
    listing = Listing("https://x.example/biz/1", name=HERE.name, website=website, link=link)
    at = replace(HERE, **facts)
    return Check("b1", "x", Status.LISTED, listing=listing, comparison=compare(at, listing), how=how)


@pytest.mark.parametrize(
    ("check", "state"),
    [
        (read(WEBSITE), LinkState.LINKED),
        (read(WEBSITE, ("noopener",)), LinkState.LINKED),
        (read(WEBSITE, ("nofollow", "noopener")), LinkState.NOT_COUNTED),
        (read(WEBSITE, ("UGC",)), LinkState.NOT_COUNTED),
        (read(WEBSITE, ("sponsored",)), LinkState.NOT_COUNTED),
        (read(WEBSITE, None), LinkState.NAMED),
        (read(WEBSITE, None, how="api"), LinkState.NOT_MEASURED),
        (read(), LinkState.NONE),
        (read(how="api"), LinkState.NONE),
        (read("https://elsewhere.example/"), LinkState.OTHER_SITE),
        (read("https://elsewhere.example/", ("nofollow",)), LinkState.OTHER_SITE),
    ],
)
def test_the_state_of_a_link(check: Check, state: LinkState) -> None:
    assert link_state(check, HERE) is state


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (FindingKind.DEAD_LINK, LinkState.DEAD),
        (FindingKind.REDIRECTED_LINK, LinkState.REDIRECTED),
        (FindingKind.OLD_DOMAIN, LinkState.OLD_DOMAIN),
        (FindingKind.WRONG_BRANCH_LINK, LinkState.OTHER_BRANCH),
    ],
)
def test_a_finding_says_it(kind: FindingKind, state: LinkState) -> None:
    check = read(WEBSITE)
    check = replace(check, comparison=replace(check.comparison, findings=(Finding(kind, "so it is"),)))
    assert link_state(check, HERE) is state


def test_what_a_card_leaves_out_is_not_measured() -> None:
    check = read()
    silent = replace(check.comparison.website, verdict=Verdict.NOT_COMPARED)
    check = replace(check, comparison=replace(check.comparison, website=silent, findings=()))
    assert link_state(check, HERE) is LinkState.NOT_MEASURED


def test_without_a_website_or_a_listing_there_is_nothing_to_say() -> None:
    assert link_state(read(), replace(HERE, website="")) is None
    assert link_state(Check("b1", "x", Status.NOT_LISTED), HERE) is None
    assert link_state(replace(read(), directory="own_website"), HERE) is None


def test_every_state_and_kind_has_its_words_and_numbers() -> None:
    words, numbers = table("wording"), table("score")
    assert set(words["state"]) == set(LinkState)
    assert set(numbers["fault"]) == set(LinkState) - {LinkState.LINKED, LinkState.NOT_MEASURED}
    jobs = set(OpportunityKind) | set(numbers["fault"]) | {"competitors_of_some"}
    assert set(words["todo"]) == jobs - {OpportunityKind.LINK}
    assert set(words["kind"]) == set(OpportunityKind) == set(numbers["hours"])
