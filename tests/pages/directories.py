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
    fields: ClassVar[Mapping[str, str | Sequence[str]]] = {
        "phone": ("a.none@href", "a.call@href"),
        "name": ".name-box",
        "website": "a.site@href",
    }


class Ort(Directory):
    id = "ort"
    name = "Ort und Firma"
    domains = ("ort.example",)
    countries = ("DE",)
    listing_pattern = r"/firma/(?P<id>\d+)"


class Machi(Directory):
    id = "machi"
    name = "まちの店"
    domains = ("machi.example",)
    countries = ("JP",)
    searches = (Search("https://machi.example/search?q={name}&area={city}", needs=("name", "city")),)
    listing_pattern = r"https://machi\.example/shop/(?P<id>\d+)"
    card = "li.shop"
    no_results = ("該当するお店は見つかりませんでした",)


class Annuaire(Directory):
    id = "annuaire"
    name = "L'Annuaire du Coin"
    domains = ("annuaire.example",)
    countries = ("FR",)
    searches = (Search("https://annuaire.example/recherche?quoi={name}&ou={city}", needs=("name", "city")),)
    listing_pattern = r"https://annuaire\.example/pros/(?P<id>\d+)"
    no_results = ("Aucun résultat",)


class Branchen(Directory):
    id = "branchen"
    name = "Branchen daheim"
    domains = ("branchen.example",)
    countries = ("AT",)
    listing_pattern = r"/eintrag/(?P<id>\d+)"


class Telefonbuch(Directory):
    id = "telefonbuch"
    name = "Telefonbuch Annuaire"
    domains = ("telefonbuch.example",)
    countries = ("CH",)
    listing_pattern = r"/d/(?P<id>\w+)"


class HighStreet(Directory):
    id = "high_street"
    name = "High Street Finder"
    domains = ("highstreet.example",)
    countries = ("GB",)
    listing_pattern = r"/company/(?P<id>[\w-]+)"


class Verandah(Directory):
    id = "verandah"
    name = "Verandah Local"
    domains = ("verandah.example",)
    countries = ("AU",)
    listing_pattern = r"/business/(?P<id>[\w-]+)"


def shipped(name: str) -> Directory:
    """A directory as it is shipped, loaded from its file."""
    return load_file(shipped_folder() / f"{name}.py")


KNOWN: dict[str, Directory] = {
    d.id: d
    for d in (
        Town(),
        TownCards(),
        TownWords(),
        TownWithFields(),
        Ort(),
        Machi(),
        Annuaire(),
        Branchen(),
        Telefonbuch(),
        HighStreet(),
        Verandah(),
        shipped("own_website"),
    )
}
