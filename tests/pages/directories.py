"""The invented directories that the invented pages belong to."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from citations.catalog import load_file, shipped_folder
from citations.directory import Directory, Search


class Town(Directory):
    id = "town"
    name = "Town Pages"
    domains = ("town.example",)
    countries = ("US",)
    searches = (Search("https://town.example/search?q={name}&where={city}", needs=("name", "city")),)
    listing_pattern = r"https://town\.example/biz/(?P<id>\w+)"


class TownCards(Town):
    id = "town_cards"
    results_marker = "h1"
    no_results = ("We found nothing for", 410)
    card = "article.hit"
    sponsored = ".ad"


class TownWords(Town):
    id = "town_words"
    results_marker = "places match"


class TownWithFields(Town):
    id = "town_with_fields"
    fields: ClassVar[Mapping[str, str | Sequence[str]]] = {"phone": ("a.none@href", "a.call@href"), "name": ".name-box"}


class Ort(Directory):
    id = "ort"
    name = "Ort und Firma"
    domains = ("ort.example",)
    countries = ("DE",)
    listing_pattern = r"/firma/(?P<id>\d+)"


def shipped(name: str) -> Directory:
    """A directory as it is shipped, loaded from its file."""
    return load_file(shipped_folder() / f"{name}.py")


KNOWN: dict[str, Directory] = {
    d.id: d for d in (Town(), TownCards(), TownWords(), TownWithFields(), Ort(), shipped("own_website"))
}
