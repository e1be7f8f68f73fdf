"""Competitors, asked for by name where the location itself was searched for and is not listed.

Most are spotted on the results pages that a check reads anyway. This asks for a few of the others, by a search
that is known to work; nothing is said of those that are not found. Two pages of results each: a name stands on the
first, unless those who pay come before it.
"""

from citations.audit.case import Case
from citations.audit.search import proves_nothing
from citations.audit.spotting import as_competitor, spot
from citations.directory import Query

ASKED_AT_MOST = 3
PAGES_EACH = 2


async def ask_for_competitors(case: Case) -> None:
    """Ask the directory for the named competitors that were not among the results; `case.seen` holds those found.

    The first obstacle ends it. An official interface is not asked: each question would cost of its quota.
    """
    if case.api is not None:
        return
    unseen = [name for name in dict.fromkeys(case.location.competitors) if name.strip() and name not in case.seen]
    for name in unseen[:ASKED_AT_MOST]:
        query = _proven(case, name)
        if query and not await _ask(case, name, query):
            return


async def _ask(case: Case, name: str, query: Query) -> bool:
    """Look for `name` on the first results of `query`; False when something stood in the way."""
    url = query.url
    for _ in range(PAGES_EACH):
        if not url or url in case.tried:
            break
        look = await case.look(url)
        if look.obstacle:
            return False
        if proves_nothing(case, query, look):
            break
        spot(case, query, look)
        if name in case.seen:
            break
        url = look.reading.next_page
    return True


def _proven(case: Case, name: str) -> Query | None:
    """The directory's first search for `name` that is known to work; None when it has none."""
    queries = case.directory.find(as_competitor(case.location, name))
    return next((query for query in queries if query.grade.may_say_not_listed), None)
