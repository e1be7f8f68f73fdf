"""Words of audits: how audits run, and what people and their sheets say."""

from enum import StrEnum


class RunState(StrEnum):
    """How an audit's process stands; `died` when it ended without a word."""

    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"
    FAILED = "failed"
    DIED = "died"


class Every(StrEnum):
    """How often an audit comes again."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class Priority(StrEnum):
    """Which audit the fleet goes on with first."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"

    @property
    def number(self) -> int:
        """The greater goes first."""
        return {Priority.LOW: -10, Priority.NORMAL: 0, Priority.HIGH: 10}[self]


class Said(StrEnum):
    """What a person said of a location in a directory, or of one listing there."""

    OURS = "ours"
    NOT_OURS = "not_ours"
    NOT_THERE = "not_there"
    SKIPPED = "skipped"
    ADDRESS = "address"


class Noted(StrEnum):
    """What an agency's own tracker says of a listing; `remark` when it has no such word for it."""

    LIVE = "live"
    CLAIMED = "claimed"
    SUBMITTED = "submitted"
    PENDING = "pending"
    NEEDS_WORK = "needs_work"
    DUPLICATE = "duplicate"
    CLOSED = "closed"
    NOT_LISTED = "not_listed"
    REJECTED = "rejected"
    LEFT_OUT = "left_out"
    TO_DO = "to_do"
    REMARK = "remark"

    @property
    def is_waiting(self) -> bool:
        """True when a listing is to appear that may not be there yet."""
        return self in (Noted.SUBMITTED, Noted.PENDING, Noted.TO_DO)

    @property
    def is_there(self) -> bool:
        """True when the agency holds the listing for one that customers find."""
        return self in (Noted.LIVE, Noted.CLAIMED, Noted.NEEDS_WORK)


class Arrival(StrEnum):
    """What became of a page that a person brought."""

    CHECKED = "checked"
    KEPT = "kept"
    WALLED = "walled"
    ASKED = "asked"
    ASIDE = "aside"
    AGAIN = "again"
    UNUSABLE = "unusable"
