"""One location looked for in one directory."""

from dataclasses import dataclass
from datetime import datetime

from citations.models.comparison import Comparison, Identity
from citations.models.fields import as_word
from citations.models.listing import LinkVisit, Listing
from citations.words import Reason, Status


@dataclass(frozen=True, slots=True)
class Sighting:
    """A competitor that the record names, found in a directory.

    `competitor` is its name as the record writes it, `page` the address of the page that showed it, `evidence`
    the key of that page; blank where the location itself is listed.
    """

    competitor: str
    listing: Listing
    page: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One location in one directory: what was asked, what came, what it means.

    `evidence` is the key under which the page, its facts and the screenshot are kept.
    `candidates` are listings that may be this location when the status is ambiguous.
    `tried` names each URL visited, in order; `unread` those that could not be looked at beside the page that was: of
    a business's own site, or of second listings; `link` what came of following the listing's link to the website,
    None where nobody did. `competitors` are those of the record's that were seen there; one that is not among them
    may be there all the same.
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
    competitors: tuple[Sighting, ...] = ()
    unread: tuple[str, ...] = ()
    link: LinkVisit | None = None

    @property
    def was_left_alone(self) -> bool:
        """True when the directory was not asked: it had refused us or changed, or its budget of the day was used up."""
        return self.reason is not None and self.reason.leaves_alone and not self.evidence

    def __post_init__(self) -> None:
        as_word(self, "status", Status)
        if self.reason is not None:
            as_word(self, "reason", Reason)
