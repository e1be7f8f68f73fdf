"""An address as a value: its parts beside the text they were read from."""

from dataclasses import dataclass

from citations.postal.vocabulary import country

Parts = tuple[str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Address:
    """One postal address.

    `number` is the house number as written ("3813 1/2", "79-15", "N95W18855"), `street` the
    street without it, `unit` with its designator ("Ste 200"). A source that gives one street line
    puts it whole into `street` and leaves `number` blank: comparison reads the number out of it.
    `country` is ISO 3166 alpha-2. `raw` is the text as it was found.
    """

    street: str = ""
    number: str = ""
    unit: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    raw: str = ""

    @classmethod
    def from_text(cls, text: str, country: str = "US") -> "Address":
        """Read the parts out of `text` by the rules of `country`; never raises.

        What cannot be read leaves its part blank; `raw` always holds the text.
        """
        from citations.postal.reading import read_address  # noqa: PLC0415 - the readers build on this class

        return read_address(text, country)

    @property
    def parts(self) -> Parts:
        """The fields but for `raw`, in their order."""
        return self.street, self.number, self.unit, self.city, self.region, self.postcode, self.country

    @property
    def is_blank(self) -> bool:
        """True when no part and no raw text is there (a country alone is not an address)."""
        shown = self.street or self.number or self.unit or self.city or self.region or self.postcode or self.raw
        return not shown

    def __str__(self) -> str:
        """One line as a person of its country would write it; the raw text when there is one."""
        if self.raw:
            return self.raw
        rules = country(self.country)
        street = (self.street, self.number) if rules.number_first is False else (self.number, self.street)
        line = _joined(*street, self.unit)
        if self.country and not rules.city_first and rules.number_first is not None:
            return ", ".join(filter(None, (line, _joined(self.postcode, self.city), self.region)))
        return ", ".join(filter(None, (line, self.city, _joined(self.region, self.postcode))))


def _joined(*parts: str) -> str:
    return " ".join(filter(None, parts))
