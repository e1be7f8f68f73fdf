"""What a listing shows: the values of one business as one page writes them."""

from dataclasses import asdict, dataclass

from citations.practice.hours import Week, blocks
from citations.words import Lifecycle


@dataclass(frozen=True, slots=True)
class Shown:
    """The values that one page shows; blank where it shows nothing.

    `directions` stands in place of the address when a page has words instead of one.
    `hours` is a week, or words, or blank. `lifecycle` is what a badge says of the business being open.
    """

    name: str
    number: str = ""
    street: str = ""
    unit: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    directions: str = ""
    phone: str = ""
    website: str = ""
    hours: Week | str = ""
    country: str = "US"
    lifecycle: Lifecycle = Lifecycle.OPEN

    @property
    def is_german(self) -> bool:
        """True where the house number follows the street and the postcode stands before the town."""
        return self.country == "DE"

    @property
    def street_line(self) -> str:
        """House number, street and unit on one line; in Germany the street comes first."""
        if self.is_german:
            return f"{self.street} {self.number}".strip()
        return ", ".join(part for part in (f"{self.number} {self.street}".strip(), self.unit) if part)

    @property
    def place_line(self) -> str:
        """Town, state and postcode on one line; in Germany the postcode comes first."""
        if self.is_german:
            return f"{self.postcode} {self.city}".strip()
        state = " ".join(part for part in (self.region, self.postcode) if part)
        return ", ".join(part for part in (self.city, state) if part)

    @property
    def address_line(self) -> str:
        """The whole address on one line, or the words in its place."""
        return self.directions or ", ".join(part for part in (self.street_line, self.place_line) if part)

    @property
    def badge(self) -> str:
        """What the page says of the business being open, in English; blank while it is."""
        return BADGES[self.lifecycle][0] if self.lifecycle in BADGES else ""

    @property
    def badge_in_german(self) -> str:
        """The badge in German."""
        return BADGES[self.lifecycle][1] if self.lifecycle in BADGES else ""

    @property
    def week(self) -> Week:
        """The hours as a week; empty when there are none or only words."""
        return self.hours if isinstance(self.hours, tuple) else ()

    @property
    def hours_text(self) -> str:
        """The hours in schema.org's notation, or the words in their place."""
        return self.hours if isinstance(self.hours, str) else "; ".join(blocks(self.hours))

    def as_facts(self) -> dict[str, str]:
        """The values by name, as text, for the truth file."""
        facts = {name: str(value) for name, value in asdict(self).items() if name != "hours"}
        return {**facts, "address": self.address_line, "hours": self.hours_text}


BADGES = {
    Lifecycle.CLOSED: ("Permanently closed", "Dauerhaft geschlossen"),
    Lifecycle.TEMPORARILY_CLOSED: ("Temporarily closed", "Vorübergehend geschlossen"),
    Lifecycle.MOVED: ("This business has moved", "Umgezogen"),
}
NO_ADDRESS = {"number": "", "street": "", "unit": "", "city": "", "region": "", "postcode": ""}
