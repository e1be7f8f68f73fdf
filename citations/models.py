"""The nouns of the product, as frozen values that every room hands to the next.

Nothing here decides anything. Text that came from outside is kept as it was written, beside
whatever meaning another room gives it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from citations.postal import Address
from citations.words import (
    Decision,
    FindingKind,
    Kind,
    Lifecycle,
    PhoneRole,
    Reason,
    Status,
    Verdict,
)

FIELDS = ("name", "address", "phone", "website", "hours")


def _word(owner: object, name: str, words: type[StrEnum]) -> None:
    """Turn the plain string that a script gave for the field `name` into its word; ValueError for an unknown one."""
    given = getattr(owner, name)
    if isinstance(given, words):
        return
    try:
        object.__setattr__(owner, name, words(given))
    except ValueError:
        raise _unknown(owner, name, words) from None


def _unknown(owner: object, name: str, choices: Iterable[str]) -> ValueError:
    known, given = ", ".join(str(choice) for choice in choices), getattr(owner, name)
    return ValueError(f"{type(owner).__name__}.{name}: {given!r} is not one of {known}")


def _tuples(owner: object, *names: str) -> None:
    """Keep sequences as tuples, so that no list changes under a frozen value; one string is a sequence of one."""
    for name in names:
        given = getattr(owner, name)
        if not isinstance(given, tuple):
            object.__setattr__(
                owner, name, ((given,) if given else ()) if isinstance(given, str) else tuple(given or ())
            )


@dataclass(frozen=True, slots=True)
class Former:
    """A value that was true once: `field` is one of FIELDS; `until` an ISO date or blank."""

    field: str
    value: str
    until: str = ""

    def __post_init__(self) -> None:
        if self.field and self.field not in FIELDS:
            raise _unknown(self, "field", FIELDS)


@dataclass(frozen=True, slots=True)
class Phone:
    """A further number of a location, with what it is for and until when it held."""

    number: str
    role: PhoneRole = PhoneRole.MAIN
    until: str = ""

    def __post_init__(self) -> None:
        _word(self, "role", PhoneRole)


@dataclass(frozen=True, slots=True)
class Location:
    """The canonical record of one location: what its listings should say.

    A blank field is not compared. `listings` maps a directory id to a listing URL already known.
    """

    id: str
    name: str
    address: Address | str = ""
    phone: str = ""
    website: str = ""
    country: str = "US"
    client: str = ""
    aliases: Sequence[str] = ()
    former: Sequence[Former] = ()
    phones: Sequence[Phone] = ()
    hours: str = ""
    categories: Sequence[str] = ()
    kind: Kind = Kind.BUSINESS
    hide_address: bool = False
    listings: Mapping[str, str] = field(default_factory=dict)
    competitors: Sequence[str] = ()
    latitude: float | None = None
    longitude: float | None = None

    def __post_init__(self) -> None:
        _word(self, "kind", Kind)
        _tuples(self, "aliases", "former", "phones", "categories", "competitors")

    @property
    def postal(self) -> Address:
        """The address as parts, read from text when it was given as text."""
        if isinstance(self.address, Address):
            return self.address
        return Address.from_text(self.address, self.country)


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: where it leads, what it says, its `rel` words."""

    url: str
    text: str = ""
    rel: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """What one directory says about one business, exactly as it says it.

    `link` is the link to the business's website with its rel; `sources` maps a field to
    (raw text, reader), the evidence for each value.
    """

    url: str = ""
    directory: str = ""
    name: str = ""
    address: Address | str | None = None
    phones: Sequence[str] = ()
    website: str = ""
    link: Link | None = None
    hours: str = ""
    categories: Sequence[str] = ()
    lifecycle: Lifecycle = Lifecycle.OPEN
    latitude: float | None = None
    longitude: float | None = None
    sources: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _word(self, "lifecycle", Lifecycle)
        _tuples(self, "phones", "categories")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stood between us and the page: a reason and the words that show it."""

    reason: Reason
    detail: str = ""

    def __post_init__(self) -> None:
        _word(self, "reason", Reason)


@dataclass(frozen=True, slots=True)
class Reading(Sequence[Listing]):
    """What a page says: its listings (one on a profile page, many on a results page) and its state.

    `no_results` holds the page's own words when it says that it found nothing.
    `results_page` is true when the page was proven to be a results page of its directory.
    `sponsored` holds the cards that are advertisements: they are no results.
    """

    listings: tuple[Listing, ...] = ()
    obstacle: Obstacle | None = None
    no_results: str = ""
    next_page: str = ""
    links: tuple[Link, ...] = ()
    results_page: bool = False
    sponsored: tuple[Listing, ...] = ()

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self.listings[index]

    def __len__(self) -> int:
        return len(self.listings)

    def __iter__(self) -> Iterator[Listing]:
        return iter(self.listings)


@dataclass(frozen=True, slots=True)
class Page:
    """The answer to one visit, or the reason why there is none.

    `how` says how it was fetched: http, browser, file. `obstacle` is set by the visitor when no
    page came (robots, timeout, network, blocked host); what a page that did come *means* is for
    `pages` to say. `seconds` is the time from request to last byte. `html` of a browser visit is
    the document after scripts ran. `screenshot` is PNG bytes when one was asked for.
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


@dataclass(frozen=True, slots=True)
class FieldResult:
    """The verdict on one field, with both texts, the rule that decided and a sentence why."""

    verdict: Verdict
    listed: str = ""
    canonical: str = ""
    rule: str = ""
    reason: str = ""
    parts: Mapping[str, "FieldResult"] = field(default_factory=dict)

    def __post_init__(self) -> None:
        _word(self, "verdict", Verdict)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the listing shows beside its field verdicts, with the reason in words."""

    kind: FindingKind
    reason: str = ""

    def __post_init__(self) -> None:
        _word(self, "kind", FindingKind)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A listing held against a location: a verdict for each field, and findings."""

    name: FieldResult
    address: FieldResult
    phone: FieldResult
    website: FieldResult
    hours: FieldResult
    findings: tuple[Finding, ...] = ()

    @property
    def fields(self) -> dict[str, FieldResult]:
        """The five results by field name, in the order they are shown."""
        return {name: getattr(self, name) for name in FIELDS}


@dataclass(frozen=True, slots=True)
class Identity:
    """Whether a listing is this location, and the evidence in bits (log2 odds), in order."""

    decision: Decision
    bits: float = 0.0
    evidence: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        _word(self, "decision", Decision)


@dataclass(frozen=True, slots=True)
class Check:
    """One location in one directory: what was asked, what came, what it means.

    `evidence` is the key under which the page, its facts and the screenshot are kept.
    `candidates` are listings that may be this location when the status is ambiguous.
    `tried` names each URL visited, in order.
    """

    location: str
    directory: str
    status: Status
    reason: Reason | None = None
    detail: str = ""
    url: str = ""
    listing: Listing | None = None
    comparison: Comparison | None = None
    identity: Identity | None = None
    candidates: tuple[Listing, ...] = ()
    evidence: str = ""
    how: str = ""
    checked_at: datetime | None = None
    tried: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _word(self, "status", Status)
        if self.reason is not None:
            _word(self, "reason", Reason)
