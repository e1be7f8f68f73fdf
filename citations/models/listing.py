"""What a directory says about a business, exactly as it says it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from citations.models.fields import as_tuples, as_word
from citations.postal import Address
from citations.words import Lifecycle, Reason


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: where it leads, what it says, its `rel` words; `via` is the redirector on the way."""

    url: str
    text: str = ""
    rel: tuple[str, ...] = ()
    via: str = ""

    @property
    def is_counted(self) -> bool:
        """False when it tells search engines not to count it (Google, "Qualify your outbound links")."""
        return not {"nofollow", "sponsored", "ugc"} & {word.lower() for word in self.rel}


@dataclass(frozen=True, slots=True)
class LinkVisit:
    """What came when a listing's link to the website was followed.

    `final_url` is where it ended and `status` what was answered there; `is_dead` when it leads nowhere. `reason` is
    why that could not be told; `detail` says either in words. `evidence` is the key of the page where it ended,
    kept where that tells something.
    """

    url: str
    final_url: str = ""
    status: int = 0
    is_dead: bool = False
    reason: Reason | None = None
    detail: str = ""
    evidence: str = ""

    def __post_init__(self) -> None:
        if self.reason is not None:
            as_word(self, "reason", Reason)


@dataclass(frozen=True, slots=True)
class Listing:
    """What one directory says about one business, exactly as it says it.

    `link` is the link to the business's website with its rel; `sources` maps a field to
    (raw text, reader), the evidence for each value. `reviews` is how many it has, `claimed` whether its owner keeps
    it, `rating` its mean rating; None where it does not say. `updated` is the date of its last change as written,
    `tracking` those of its phones that the page itself marks as numbers of a call tracker.
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
    reviews: int | None = None
    claimed: bool | None = None
    rating: float | None = None
    emails: Sequence[str] = ()
    languages: Sequence[str] = ()
    updated: str = ""
    tracking: Sequence[str] = ()

    def __post_init__(self) -> None:
        as_word(self, "lifecycle", Lifecycle)
        as_tuples(self, "phones", "categories", "emails", "languages", "tracking")
