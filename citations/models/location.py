"""The canonical record: what the listings of a location should say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from citations.models.fields import FIELDS, as_iso, as_tuples, as_word, unknown
from citations.postal import Address
from citations.words import Kind, Lifecycle, PhoneRole


@dataclass(frozen=True, slots=True)
class Former:
    """A value that was true once: `field` is one of FIELDS; `until` an ISO date (a `datetime.date`, too) or blank."""

    field: str
    value: str
    until: str = ""

    def __post_init__(self) -> None:
        if self.field and self.field not in FIELDS:
            raise unknown(self, "field", FIELDS)
        as_iso(self, "until")


@dataclass(frozen=True, slots=True)
class Phone:
    """A further number of a location, with what it is for and until when it held: an ISO date or blank."""

    number: str
    role: PhoneRole = PhoneRole.MAIN
    until: str = ""

    def __post_init__(self) -> None:
        as_word(self, "role", PhoneRole)
        as_iso(self, "until")


@dataclass(frozen=True, slots=True)
class Location:
    """The canonical record of one location: what its listings should say.

    A blank field is not compared. `listings` maps a directory id to a listing URL already known. `street_aliases` are
    further names of the street, which count as right ("Airport Blvd" for MLK Blvd). `lifecycle` says whether the
    location is closed, for good or for a time: then its listings should say so too.
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
    street_aliases: Sequence[str] = ()
    lifecycle: Lifecycle = Lifecycle.OPEN

    def __post_init__(self) -> None:
        as_word(self, "kind", Kind)
        as_word(self, "lifecycle", Lifecycle)
        as_tuples(self, "aliases", "former", "phones", "categories", "competitors", "street_aliases")

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def hides_address(self) -> bool:
        """True when no listing may show the door: the record says so, or is of a business that visits its customers."""
        return self.hide_address or self.kind is Kind.SERVICE_AREA

    @property
    def postal(self) -> Address:
        """The address as parts, read from text when it was given as text."""
        if isinstance(self.address, Address):
            return self.address
        return Address.from_text(self.address, self.country)
