"""Words of checks: what a check found, and how it was decided."""

from enum import StrEnum


class Status(StrEnum):
    """What one check of one location in one directory came to."""

    LISTED = "listed"
    NOT_LISTED = "not_listed"
    UNVERIFIED = "unverified"
    AMBIGUOUS = "ambiguous"
    VANISHED = "vanished"
    NOT_APPLICABLE = "not_applicable"


class Reason(StrEnum):
    """Why a check stayed `unverified` (or a listing could not be confirmed)."""

    BLOCKED = "blocked"
    CAPTCHA = "captcha"
    CONSENT = "consent"
    LOGIN = "login"
    ROBOTS = "robots"
    RATE_LIMITED = "rate_limited"
    TIMEOUT = "timeout"
    NETWORK = "network"
    LAYOUT_CHANGED = "layout_changed"
    ERROR_PAGE = "error_page"
    PARKED = "parked"
    SCRIPT_SHELL = "script_shell"
    NEEDS_KEY = "needs_key"
    QUOTA = "quota"
    ASSISTED = "assisted"
    WEAK_SEARCH = "weak_search"
    DEGRADED = "degraded"
    NOT_CHECKED = "not_checked"

    @property
    def leaves_alone(self) -> bool:
        """True when the directory is asked nothing more in the audit, once that was the answer."""
        return self in _LEAVES_ALONE

    @property
    def is_silence(self) -> bool:
        """True when nothing came: that may be otherwise in a moment."""
        return self in _SILENCE


_SILENCE = frozenset({Reason.TIMEOUT, Reason.NETWORK})
_LEAVES_ALONE = frozenset({Reason.BLOCKED, Reason.CAPTCHA, Reason.RATE_LIMITED, Reason.LAYOUT_CHANGED, Reason.QUOTA})


class Verdict(StrEnum):
    """What is to be said of one field of one listing."""

    SAME = "same"
    FORMATTING = "formatting"
    ACCEPTED = "accepted"
    INCOMPLETE = "incomplete"
    OUTDATED = "outdated"
    SIBLING = "sibling"
    DIFFERENT = "different"
    ABSENT = "absent"
    UNREADABLE = "unreadable"
    NOT_COMPARED = "not_compared"

    __hash__ = str.__hash__  # looked up for every part of every field: the hash of an Enum is several times slower

    @property
    def is_right(self) -> bool:
        """True when a customer who follows the listed value arrives."""
        return self in _RIGHT

    @property
    def is_wrong(self) -> bool:
        """True when the listed value misleads: someone should correct it."""
        return self in _WRONG


_RIGHT = frozenset({Verdict.SAME, Verdict.FORMATTING, Verdict.ACCEPTED})
_WRONG = frozenset({Verdict.OUTDATED, Verdict.SIBLING, Verdict.DIFFERENT})


class Decision(StrEnum):
    """Whether a listing is this location."""

    SAME = "same"
    REVIEW = "review"
    DIFFERENT = "different"


class FindingKind(StrEnum):
    """Something about a listing that no single field verdict says."""

    KEYWORD_STUFFING = "keyword_stuffing"
    ADDRESS_MUST_NOT_SHOW = "address_must_not_show"
    INSIDE_CONTRADICTION = "inside_contradiction"
    DEAD_LINK = "dead_link"
    MISSING_LINK = "missing_link"
    NOFOLLOW_LINK = "nofollow_link"
    REDIRECTED_LINK = "redirected_link"
    OLD_DOMAIN = "old_domain"
    OLD_NUMBER = "old_number"
    WRONG_BRANCH_LINK = "wrong_branch_link"
    PARTLY_DIFFERENT_HOURS = "partly_different_hours"
    CLOSED = "closed"
    MOVED = "moved"
    DUPLICATE = "duplicate"
    REGRESSED = "regressed"
    NOT_PUBLIC = "not_public"
    SHOWN_OPEN = "shown_open"


OWNER_EXPORT = "owner_export"
"""How a check was made whose words come from a file of the owner's account; it has the file's date."""
