"""What `citations doctor` says of budgets: requests of the day by host and by API key, and what is kept how long."""

from collections.abc import Iterator, Mapping

from citations.apis.web_search import ENGINES
from citations.audit import Quota, apis_of, at_its_address
from citations.catalog import load_catalog
from citations.cli.examined import Examined
from citations.directory import Api
from citations.settings import Settings
from citations.store import Store, StoreError

MOST_NAMED = 5  # hosts


def budgets(now: Settings) -> Iterator[Examined]:
    """Requests to hosts, what is kept, then the APIs and the web search with their keys."""
    made = _made_today(now)
    yield _hosts(made, now.requests_per_day)
    yield _kept(now)
    for directory in load_catalog(now.directories):
        for api in apis_of(directory):
            what = f"API of {directory.name}" + (f" by {api.name}" if api.id != directory.id else "")
            yield Examined(what, *_may_be_asked(api, now, made), needed=False)
    yield _web_search(now, made)


def _made_today(now: Settings) -> Mapping[str, int]:
    """Requests of today by name; none when the database cannot be asked, which is said elsewhere."""
    try:
        store = Store(now.database)
    except StoreError:
        return {}
    made = store.requests.made(store.requests.today())
    store.close()
    return made


def _hosts(made: Mapping[str, int], most: int) -> Examined:
    by_host = {name: number for name, number in made.items() if " " not in name}
    busiest = sorted(by_host, key=lambda name: -by_host[name])
    found = f"{sum(by_host.values())} request(s) to {len(by_host)} host(s)"
    if busiest:
        found += f", {by_host[busiest[0]]} of them to {busiest[0]}"
    if not most:
        return Examined("requests made today", True, f"{found}; no limit, CITATIONS_REQUESTS_PER_DAY sets one")
    spent = [name for name in busiest if by_host[name] >= most]
    found += f"; at most {most} to each host"
    if spent:
        others = f" and {len(spent) - MOST_NAMED} more" if len(spent) > MOST_NAMED else ""
        found += f", used up for {', '.join(spent[:MOST_NAMED])}{others}"
    return Examined("requests made today", not spent, found, needed=False)


def _kept(now: Settings) -> Examined:
    audits = f"the newest {now.keep_audits} audit(s) of each file" if now.keep_audits else "every audit"
    evidence = f"evidence for {now.keep_evidence} day(s)" if now.keep_evidence else "evidence for good"
    return Examined("kept by citations vacuum", True, f"{audits}, {evidence}")


def _web_search(now: Settings, made: Mapping[str, int]) -> Examined:
    """The search engine that was turned on, and how much of the day's budget is used."""
    chosen = next((engine for engine in ENGINES if engine.id == now.web_search), None)
    if chosen is None:
        return Examined("web search", False, "off; CITATIONS_WEB_SEARCH turns one on", needed=False)
    if chosen.id == "google_search" and not now.web_search_engine:
        found = "set CITATIONS_WEB_SEARCH_ENGINE to the identifier of your engine"
        return Examined("web search", False, found, needed=False)
    ok, found = _may_be_asked(chosen, now, made)
    return Examined("web search", ok, f"{chosen.name}: {found}", needed=False)


def _may_be_asked(api: Api, now: Settings, made: Mapping[str, int]) -> tuple[bool, str]:
    if api.key and not now.api_key(api.key):
        return False, f"set {api.key} to use its official API"
    if at_its_address(api, now) is None:
        return False, f"set CITATIONS_API_ADDRESS={api.id}=https://… to use one of your own"
    quota = Quota.of(api, now)
    of = f" of {quota.limit}" if quota.limit else ""
    return True, f"{'key is set' if api.key else 'takes no key'}, {made.get(quota.name, 0)}{of} request(s) made today"
