"""A page as it came, what was read on it, and what stood in the way."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from citations.models.fields import as_word
from citations.models.listing import Link, Listing
from citations.words import Reason


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stood between us and the page: a reason and the words that show it.

    `says_gone`: the words are the page's own, and say that there is nothing at its address.
    """

    reason: Reason
    detail: str = ""
    says_gone: bool = False

    def __post_init__(self) -> None:
        as_word(self, "reason", Reason)


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent for one question to an official API. `{key}` in a header stands for the user's key.

    A fragment in `url` is never sent; it says what a question in the body asks for, for people and for evidence.
    """

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Page:
    """The answer to one visit, or the reason why there is none.

    `how` says how it was fetched: http, browser, api, file. `obstacle` is set by the visitor when no
    page came (robots, timeout, network, blocked host); what a page that did come *means* is for
    `pages` to say. `seconds` is the time from request to last byte. `html` of a browser visit is
    the document after scripts ran. `screenshot` is PNG bytes when one was asked for. `is_kept`: it was not asked for
    anew, and is as it was at `fetched_at`. `goes_on`: it has more than scrolling and clicking brought.
    """

    url: str
    final_url: str = ""
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    how: str = "http"
    fetched_at: datetime | None = None
    seconds: float = 0.0
    redirects: tuple[str, ...] = ()
    obstacle: Obstacle | None = None
    screenshot: bytes = b""
    is_kept: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """What one part of a page about a business says of it: the data for search engines, or the text for visitors."""

    listing: Listing
    is_text: bool


@dataclass(frozen=True, slots=True)
class Reading(Sequence[Listing]):
    """What a page says: its listings (one on a profile page, many on a results page) and its state.

    `no_results` holds the page's own words when it says that it found nothing.
    `results_page` is true when the page was proven to be a results page of its directory.
    `sponsored` holds the cards that are advertisements: they are no results. `statements` holds what the parts of
    a page about one business say, each for itself.
    `has_more` is true when the page has further results that no address leads to, behind a button.
    """

    listings: tuple[Listing, ...] = ()
    obstacle: Obstacle | None = None
    no_results: str = ""
    next_page: str = ""
    links: tuple[Link, ...] = ()
    results_page: bool = False
    sponsored: tuple[Listing, ...] = ()
    statements: tuple[Statement, ...] = ()
    has_more: bool = False

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self.listings[index]

    def __len__(self) -> int:
        return len(self.listings)

    def __iter__(self) -> Iterator[Listing]:
        return iter(self.listings)
