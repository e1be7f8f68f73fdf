"""The words that the product uses, each with one meaning everywhere.

They appear in JSON, in the database and on every screen (`docs/interfaces.md` lists them).
A new word is added here and there, never beside them.
"""

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
    WRONG_BRANCH_LINK = "wrong_branch_link"
    PARTLY_DIFFERENT_HOURS = "partly_different_hours"
    CLOSED = "closed"
    MOVED = "moved"
    DUPLICATE = "duplicate"
    REGRESSED = "regressed"
    NOT_PUBLIC = "not_public"
    SHOWN_OPEN = "shown_open"


class Kind(StrEnum):
    """What sort of entity a location is."""

    BUSINESS = "business"
    PRACTICE = "practice"
    PRACTITIONER = "practitioner"
    DEPARTMENT = "department"
    SERVICE_AREA = "service_area"


class PhoneRole(StrEnum):
    """What a known number of a location is for."""

    MAIN = "main"
    TRACKING = "tracking"
    TOLL_FREE = "toll_free"
    FAX = "fax"
    RETIRED = "retired"


class Lifecycle(StrEnum):
    """What a listing says about the business being open."""

    OPEN = "open"
    CLOSED = "closed"
    TEMPORARILY_CLOSED = "temporarily_closed"
    MOVED = "moved"


class Access(StrEnum):
    """How a directory may be reached."""

    API = "api"
    HTTP = "http"
    BROWSER = "browser"
    AUTO = "auto"
    ASSISTED = "assisted"


class DirectoryKind(StrEnum):
    """What sort of site a directory is."""

    GENERAL = "general"
    INDUSTRY = "industry"
    MAPS = "maps"
    SOCIAL = "social"
    AGGREGATOR = "aggregator"
    HYPERLOCAL = "hyperlocal"


class Grade(StrEnum):
    """How well a search address is backed, strongest first."""

    LIVE_PROBE = "live_probe"
    WORKING_SCRAPERS = "working_scrapers"
    REAL_URLS = "real_urls"
    SINGLE_SCRAPER = "single_scraper"
    GUESS = "guess"
    UNKNOWN = "unknown"

    @property
    def may_say_not_listed(self) -> bool:
        """A guessed address proves nothing when it finds nothing."""
        return self not in (Grade.GUESS, Grade.UNKNOWN)


class Markup(StrEnum):
    """How a site's pages carry a business: the family of its invented pages."""

    VISIBLE = "visible"
    JSON_LD = "json_ld"
    MICRODATA = "microdata"
    HCARD = "hcard"
    NEXT_DATA = "next_data"
    FLIGHT = "flight"


class Wall(StrEnum):
    """What a site shows instead of a page: the family of its invented `blocked` page."""

    CHALLENGE = "challenge"
    LOGIN = "login"
    REFUSED = "refused"


class HealthState(StrEnum):
    """What a check of a directory found. The last three saw nothing of the site: it stays as unchecked as it was."""

    HEALTHY = "healthy"
    DEGRADED = "degraded"
    BLOCKED = "blocked"
    ASSISTED = "assisted"
    NEEDS_KEY = "needs_key"
    UNREACHABLE = "unreachable"

    @property
    def is_live(self) -> bool:
        """True when the site itself answered."""
        return self in (HealthState.HEALTHY, HealthState.DEGRADED, HealthState.BLOCKED)


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
