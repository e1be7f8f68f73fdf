"""Web searches by an official API: where a directory's listing may be, as a search engine knows it. Off by default.

Facts and their grade (public documentation and clients, collected up to November 2026, none checked live from here):
- Brave: GET /res/v1/web/search, `web.results[]` with url and title, `query.more_results_available`; the key in
  X-Subscription-Token (working_scrapers);
- SerpApi: GET /search.json?engine=google, `organic_results[]` with link and title; nothing found comes with status 200
  and an `error`; a wrong key answers 401, a used-up month 429 (working_scrapers);
- Google's Programmable Search: GET /customsearch/v1 with `cx`, the identifier of an engine that searches the whole web;
  `items[]` with link and title, none when nothing was found; a used-up day answers 429 (working_scrapers).
What an engine does not find may be there all the same.
"""

from urllib.parse import quote_plus, urlencode

from pydantic import Field

from citations.apis.shape import Shape
from citations.directory import Api
from citations.models import Listing, Page, Reading, Request
from citations.words import Reason

_PAGE = 10


class WebSearch(Api):
    """A search engine. What it finds comes as listings that have no more than an address and a title."""

    daily_quota = 100
    pace = 1.1
    keeps_answers = False

    def asking(self, words: str) -> str:
        """The address of a search for `words`."""
        raise NotImplementedError


class Hit(Shape):
    """One result."""

    address: str = Field(validation_alias="url")
    title: str = ""


class LinkHit(Shape):
    """One result of the engines that say link."""

    address: str = Field(validation_alias="link")
    title: str = ""


class BraveResults(Shape):
    """The results on the web."""

    results: list[Hit] = []


class BraveAnswer(Shape):
    """An answer; `web` is left out when nothing was found."""

    query: dict[str, object]
    web: BraveResults = BraveResults()


class Brave(WebSearch):
    """Brave Search."""

    id = "brave"
    key = "CITATIONS_BRAVE_KEY"
    name = "Brave Search"
    headers = {"X-Subscription-Token": "{key}", "Accept": "application/json"}
    refusals = {"SUBSCRIPTION_TOKEN_INVALID": Reason.NEEDS_KEY, "QUOTA_LIMITED": Reason.QUOTA}

    def asking(self, words: str) -> str:
        """As the engine wants it."""
        return f"{self.base}/res/v1/web/search?{urlencode({'q': words, 'count': str(_PAGE)})}"

    def request(self, url: str) -> Request | None:
        """A search as it stands."""
        return Request(url) if url.startswith(f"{self.base}/res/") else None

    def read(self, page: Page) -> Reading:
        """The results."""
        return _reading(BraveAnswer.model_validate_json(page.body).web.results)


class SerpAnswer(Shape):
    """An answer; `error` tells also that nothing was found."""

    search_metadata: dict[str, object]
    organic_results: list[LinkHit] = []


class SerpApi(WebSearch):
    """SerpApi, which reads Google's results."""

    id = "serpapi"
    key = "CITATIONS_SERPAPI_KEY"
    name = "SerpApi"

    def asking(self, words: str) -> str:
        """As the engine wants it."""
        return f"{self.base}/search.json?{urlencode({'engine': 'google', 'q': words, 'num': str(_PAGE)})}"

    def request(self, url: str) -> Request | None:
        """A search with the key."""
        return Request(f"{url}&api_key={{key}}") if url.startswith(f"{self.base}/search.json?") else None

    def read(self, page: Page) -> Reading:
        """The results."""
        return _reading(SerpAnswer.model_validate_json(page.body).organic_results)


class GoogleAnswer(Shape):
    """An answer; `items` is left out when nothing was found."""

    kind: str
    items: list[LinkHit] = []


class ProgrammableSearch(WebSearch):
    """Google's Programmable Search; `engine` is the identifier of the user's engine (cx)."""

    id = "google_search"
    key = "CITATIONS_GOOGLE_SEARCH_KEY"
    name = "Google's Programmable Search"
    refusals = {"API_KEY_INVALID": Reason.NEEDS_KEY, "RESOURCE_EXHAUSTED": Reason.QUOTA}
    engine = ""

    def asking(self, words: str) -> str:
        """As the engine wants it."""
        return f"{self.base}/customsearch/v1?cx={quote_plus(self.engine)}&num={_PAGE}&q={quote_plus(words)}"

    def request(self, url: str) -> Request | None:
        """A search with the key."""
        return Request(f"{url}&key={{key}}") if url.startswith(f"{self.base}/customsearch/") else None

    def read(self, page: Page) -> Reading:
        """The results."""
        return _reading(GoogleAnswer.model_validate_json(page.body).items)


ENGINES: tuple[WebSearch, ...] = (
    Brave("https://api.search.brave.com"),
    SerpApi("https://serpapi.com"),
    ProgrammableSearch("https://customsearch.googleapis.com"),
)


def _reading(hits: list[Hit] | list[LinkHit]) -> Reading:
    found = tuple(Listing(url=hit.address, name=hit.title) for hit in hits)
    return Reading(found, no_results="" if found else "nothing", results_page=True)
