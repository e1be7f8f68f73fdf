"""Words of findings: fixes, changes, scores and opportunities."""

from enum import StrEnum


class FixState(StrEnum):
    """How far a correction is; only an audit makes it verified."""

    OPEN = "open"
    SUBMITTED = "submitted"
    VERIFIED = "verified"
    REGRESSED = "regressed"
    SNOOZED = "snoozed"
    ACCEPTED = "accepted"
    REPLACED = "replaced"

    @property
    def is_to_do(self) -> bool:
        """True when somebody has to do something now."""
        return self in (FixState.OPEN, FixState.REGRESSED)

    @property
    def is_pending(self) -> bool:
        """True until an audit, or a person's word that the value is fine, has settled it."""
        return self in (FixState.OPEN, FixState.REGRESSED, FixState.SUBMITTED, FixState.SNOOZED)


class FixOwner(StrEnum):
    """Who makes a correction: the agency, its client, or the vendor that feeds the directories."""

    AGENCY = "agency"
    CLIENT = "client"
    VENDOR = "vendor"


class ChangeKind(StrEnum):
    """How a listing, or one of its fields, differs from what it was when it was last seen."""

    REGRESSED = "regressed"
    NEW = "new"
    CHANGED = "changed"
    VANISHED = "vanished"
    OTHER_PAGE = "other_page"
    NEWLY_BLOCKED = "newly_blocked"
    SEEN_AGAIN = "seen_again"
    APPEARED = "appeared"
    FIXED = "fixed"
    ACCEPTED = "accepted"

    @property
    def is_worse(self) -> bool:
        """True when somebody has something to do that was not to be done before."""
        return self in (ChangeKind.REGRESSED, ChangeKind.NEW, ChangeKind.VANISHED)

    @property
    def is_better(self) -> bool:
        """True when something that was to be done is done."""
        return self in (ChangeKind.APPEARED, ChangeKind.FIXED)


class Because(StrEnum):
    """What made the difference: the listing, the client's own record, a person's word, or how we judge."""

    LISTING = "listing"
    RECORD = "record"
    PERSON = "person"
    RULES = "rules"


class ScoreOf(StrEnum):
    """What a score is of."""

    LOCATION = "location"
    BRAND = "brand"
    CLIENT = "client"
    PORTFOLIO = "portfolio"


class OpportunityKind(StrEnum):
    """Why something is within reach."""

    COMPETITORS_LISTED = "competitors_listed"
    NOT_LISTED = "not_listed"
    LINK = "link"
    NOT_CHECKED = "not_checked"


class LinkState(StrEnum):
    """What a listing's link to the business's website is like."""

    LINKED = "linked"
    NOT_COUNTED = "not_counted"
    NAMED = "named"
    NONE = "none"
    DEAD = "dead"
    OLD_DOMAIN = "old_domain"
    OTHER_SITE = "other_site"
    OTHER_BRANCH = "other_branch"
    REDIRECTED = "redirected"
    NOT_MEASURED = "not_measured"
