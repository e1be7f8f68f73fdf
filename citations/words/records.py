"""Words of records: what a canonical record says of a business."""

from enum import StrEnum


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
