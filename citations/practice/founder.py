"""The founder: names, addresses, days and numbers for new businesses, none of them given twice by chance."""

from itertools import cycle, product

from citations.postal import Address
from citations.practice.chance import chance
from citations.practice.phone_book import PhoneBook
from citations.practice.tables import Town, Trade, words


class Founder:
    """Founds businesses one after the other, so that no two share a name, an address or a number by chance."""

    def __init__(self, seed: int) -> None:
        self.rng = chance(seed, "businesses")
        self.phones = PhoneBook(chance(seed, "phones"))
        stems = list(product(words("name_words", "first"), words("name_words", "second")))
        self.rng.shuffle(stems)
        self._stems = cycle(stems)
        people = list(product(words("name_words", "given"), words("name_words", "family")))
        families = list(words("name_words", "familie"))
        for names in (people, families):
            chance(seed, "people").shuffle(names)
        self._people, self._families = cycle(people), cycle(families)
        self._addresses: set[tuple[str, str, str]] = set()

    def stem(self) -> tuple[str, str]:
        """Two words that no earlier business has for a name."""
        return next(self._stems)

    def name(self, stem: tuple[str, str], trade: Trade, shape: int) -> str:
        """A name for a business of the trade in one of four shapes."""
        first, second = stem
        ending = self.rng.choice(trade.name_words)
        family = self.rng.choice(words("name_words", "family"))
        return (
            f"{first} {second} {ending}",
            f"{family}'s {first} {ending}",
            f"{first} & {second} {trade.name_words[0]}",
            f"{first} {second} {ending} {self.rng.choice(words('name_words', 'legal'))}",
        )[shape % 4]

    def family(self) -> str:
        """The family name of a German business."""
        return next(self._families)

    def person(self) -> str:
        """A practitioner: title, name, credential."""
        given, family = next(self._people)
        return f"Dr. {given} {family}, {self.rng.choice(words('name_words', 'credential'))}"

    def address(self, town: Town, unit: str = "") -> Address:
        """An address in the town that no other business has."""
        while True:
            number, street = str(self.rng.randint(*town.house_numbers)), self.street(town.country)
            if (key := (number, street, town.city)) not in self._addresses:
                self._addresses.add(key)
                postcode = self.rng.choice(town.postcodes)
                return Address(street, number, unit, town.city, town.region, postcode, country=town.country)

    def street(self, country: str = "US") -> str:
        """The name of a street, in the United States now and then with a direction."""
        if country == "DE":
            return self.rng.choice(words("streets", "straße"))
        direction = self.rng.choice(words("streets", "direction")) if self.rng.random() < 0.2 else ""
        name, suffix = self.rng.choice(words("streets", "name")), self.rng.choice(words("streets", "suffix"))
        return f"{direction} {name} {suffix}".strip()

    def unit(self, trade: Trade, place: int) -> str:
        """A suite where the trade sits in one, or in every third place."""
        if not trade.suite and place % 3 != 1:
            return ""
        return f"Suite {self.rng.randint(10, 49) * 10}"

    def day(self) -> str:
        """A day some years ago."""
        return f"{self.rng.randint(2016, 2023)}-{self.rng.randint(1, 12):02}-{self.rng.choice((15, 28))}"
