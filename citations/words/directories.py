"""Words of directories: how a directory is reached, read and known."""

from enum import StrEnum


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
