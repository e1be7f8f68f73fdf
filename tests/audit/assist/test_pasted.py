"""A pasted address is kept, and visited only where programs may; a pasted text is read for what it shows."""

import asyncio
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.audit import Looker
from citations.audit.assist import Desk, Leads, Outcome, called, paste
from citations.audit.assist.copied_text import text_page
from citations.pages import read_page
from citations.web import Visitor
from citations.words import Access, Arrival, Said, Status
from tests.audit.assist.walled_web import WalledWeb

BLOCK = """Harbor Lane Bakery
4.5 star rating
12 Harbor Lane
Portland, OR 97201
Phone: (503) 555-0111
Hours: Mon-Fri 8:00 AM - 5:00 PM"""
WHOLE_PAGE = "Find a business\n" + "\n".join(f"Menu {n}" for n in range(14)) + "\n" + BLOCK
WHOLE_PAGE += "\nMore about Harbor Lane Bakery\nReviews of Harbor Lane Bakery"
WHOLE_PAGE += (
    "\nSimilar businesses nearby\nBoats and More\n15 Oak Street Suite 4, Portland, OR 97201-1234\n(503) 555-0122"
)


def pasted(web: WalledWeb, desk: Desk, text: str, key: tuple[str, str] | None, visits: bool = False) -> Outcome:
    async def once() -> Outcome:
        async with Visitor(web.settings) as visitor:
            return await paste(desk, text, key, Looker(visitor, web.settings, False) if visits else None)

    return asyncio.run(once())


def listed(web: WalledWeb, directory: str = "practice_townfolk") -> tuple[tuple[str, str], dict[str, Any]]:
    return next((k, row) for k, row in web.truth.items() if row["status"] == "listed" and k[1] == directory)


def test_an_address_is_kept_and_left_to_the_person_where_programs_may_not_go(web: WalledWeb) -> None:
    desk = web.desk()
    key, row = listed(web)
    web.practice.requests.clear()
    outcome = pasted(web, desk, row["url"], key, visits=True)
    assert outcome.page.word is Arrival.KEPT
    assert web.practice.count("practice_townfolk") == 0
    entry = next(entry for entry in web.desk().entries if entry.key == key)
    assert (entry.link.url, entry.link.leads_to) == (row["url"], Leads.LISTING)


def test_an_address_is_visited_where_programs_may_go(web: WalledWeb) -> None:
    desk = web.desk()
    key, row = listed(web)
    type(desk.directories[key[1]]).access = Access.HTTP
    web.practice.requests.clear()
    (check,) = pasted(web, desk, row["url"], key, visits=True).checks
    assert (check.location, check.status, check.how) == (key[0], Status.LISTED, "pasted_url")
    assert web.practice.count("practice_townfolk") == 1


@pytest.mark.parametrize("is_for_an_entry", [True, False])
@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("elsewhere.example/biz/1", "from elsewhere.example, which is none of the queue's directories"),
        ("https://elsewhere.example", "from elsewhere.example, which is none of the queue's directories"),
        ("https://elsewhere.example:99999999/biz/1", "none of the queue's directories"),
    ],
)
def test_an_address_elsewhere_is_refused(web: WalledWeb, address: str, says: str, is_for_an_entry: bool) -> None:
    desk = web.desk()
    key = desk.entries[0].key if is_for_an_entry else None
    outcome = pasted(web, desk, address, key, visits=True)
    assert (outcome.page.word, outcome.checks) == (Arrival.ASIDE, ())
    assert says in outcome.page.says
    assert web.store.people.decided(web.audit.source) == {}


def test_an_address_of_another_directory_is_not_kept_for_the_entry_nor_in_that_directory(web: WalledWeb) -> None:
    desk = web.desk()
    key, _ = listed(web)
    _, elsewhere = listed(web, "practice_quarry")
    for visits in (True, False):
        outcome = pasted(web, desk, elsewhere["url"], key, visits)
        assert (outcome.page.word, outcome.checks) == (Arrival.ASIDE, ())
        quarry, townfolk = (desk.directories[name].name for name in ("practice_quarry", "practice_townfolk"))
        assert f"it is from {quarry}, and was brought for {called(desk.locations[key[0]])} · {townfolk}" in (
            outcome.page.says
        )
    assert web.store.people.decided(web.audit.source) == {}
    assert web.practice.count("practice_quarry") == 0


def test_an_address_that_is_no_listing_is_not_said_to_be_kept(web: WalledWeb) -> None:
    desk = web.desk()
    entry = next(entry for entry in desk.entries if entry.link.leads_to is Leads.SEARCH)
    outcome = pasted(web, desk, entry.link.url, entry.key)
    assert (outcome.page.word, "not the address of a listing" in outcome.page.says) == (Arrival.ASIDE, True)
    assert web.store.people.decided(web.audit.source) == {}


def test_the_text_of_a_listing_settles_its_check(web: WalledWeb) -> None:
    desk = web.desk()
    key = next(k for k, row in web.truth.items() if row["status"] == "listed" and not row["faults"])
    place = desk.locations[key[0]]
    text = f"{place.name}\n{place.address}\n{place.phone}\n"
    (check,) = pasted(web, desk, text, key).checks
    assert (check.location, check.directory, check.status, check.how) == (*key, Status.LISTED, "pasted_text")
    assert check.comparison
    verdicts = {name: str(result.verdict) for name, result in check.comparison.fields.items()}
    assert {verdicts[name] for name in ("name", "address", "phone")} <= {"same", "formatting"}
    assert verdicts["website"] == "not_compared"
    assert check.evidence


def test_a_text_about_somebody_else_settles_nothing(web: WalledWeb) -> None:
    desk = web.desk()
    outcome = pasted(web, desk, BLOCK, desk.entries[0].key)
    assert (outcome.page.word, outcome.checks) == (Arrival.ASIDE, ())
    assert "Harbor Lane Bakery" in outcome.page.says
    assert "save the page" in pasted(web, desk, "Nothing of use", desk.entries[0].key).page.says


@pytest.mark.parametrize("text", [BLOCK, WHOLE_PAGE])
def test_what_is_read_from_a_text(text: str) -> None:
    page = text_page(text, "US")
    (listing,) = read_page(page.body, "")
    assert listing.name == "Harbor Lane Bakery"
    assert str(listing.address).replace("\n", ", ") == "12 Harbor Lane, Portland, OR 97201"
    assert listing.phones == ("(503) 555-0111",)


def test_a_text_that_leaves_a_doubt_is_decided_by_the_person(web: WalledWeb) -> None:
    desk = web.desk()
    entry = next(entry for entry in desk.entries if web.truth[entry.key]["status"] == "listed")
    text = f"Another Name Altogether\n{entry.location.address}\n"
    (check,) = pasted(web, desk, text, entry.key).checks
    assert (check.status, len(check.candidates)) == (Status.AMBIGUOUS, 1)
    check = desk.say(entry.key, Said.OURS, check.candidates[0].url)
    assert (check.status, check.how) == (Status.LISTED, "said")


def test_a_text_stands_at_the_address_that_is_known(web: WalledWeb) -> None:
    desk = web.desk()
    key = next(k for k, row in web.truth.items() if row["status"] == "listed" and not row["faults"])
    desk.say(key, Said.ADDRESS, web.truth[key]["url"])
    place = desk.locations[key[0]]
    (check,) = pasted(web, desk, f"{place.name}\n{place.address}\n{place.phone}\n", key).checks
    assert (check.url, check.how) == (web.truth[key]["url"], "pasted_text")


def test_the_same_text_is_read_for_each_entry_that_it_is_pasted_for(web: WalledWeb) -> None:
    """Two directories may show exactly the same of a location; pasted twice for one, it is one page."""
    desk = web.desk()
    first = next(entry for entry in desk.entries if web.truth[entry.key]["status"] == "listed")
    place = first.location
    text = f"{place.name}\n{place.address}\n{place.phone}\n"
    for name in ("practice_townfolk", "practice_quarry"):
        (check,) = pasted(web, desk, text, (place.id, name)).checks
        assert (check.directory, check.status) == (name, Status.LISTED)
    assert pasted(web, desk, text, first.key).page.word is Arrival.AGAIN


@given(st.text(max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    read_page(text_page(text, "US").body, "")
