"""Several listings that may be a location's: looking at one of them does not lose the others."""

import asyncio

from citations.audit.assist.check_page import saved_page
from citations.words import Said, Status
from tests.audit.assist.walled_web import WalledWeb


def test_the_page_of_one_candidate_leaves_the_others_waiting(web: WalledWeb) -> None:
    desk = web.desk()
    key = next(key for key, row in web.truth.items() if row["status"] == "ambiguous")
    searched = next(entry for entry in desk.entries if entry.key == key).link.url
    asyncio.run(desk.receive(saved_page(web.page_at(searched), searched)))
    first, second = desk.check(key).candidates

    asyncio.run(desk.receive(saved_page(web.page_at(second.url), second.url), opened=key))
    check = desk.check(key)
    assert check.status is Status.AMBIGUOUS
    assert [candidate.url for candidate in check.candidates] == [second.url, first.url]
    assert check.detail == "2 listings may be this location; none is certain"
    assert check.url == second.url

    desk.say(key, Said.NOT_OURS, second.url)
    ours = desk.say(key, Said.OURS, first.url)
    assert (ours.status, ours.url) == (Status.LISTED, first.url)
