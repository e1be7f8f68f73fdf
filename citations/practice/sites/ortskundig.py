"""A German directory behind a consent wall: "Straße 12, 80331 München", and nothing of it before a choice is made."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from citations.practice.sites.site import Site


class Ortskundig(Site):
    """Ortskundig."""

    id = "practice_ortskundig"
    name = "Ortskundig"
    tagline = "Wer kennt wen am Ort"
    template = "ortskundig.html"
    colour = "#b91c1c"
    phone = "030 23125 999"
    countries = ("DE",)
    tier = 1
    search = "/suche?was={name}&wo={city}"
    listing = "/eintrag/{area}/{slug}/{number}"
    results_marker = "#trefferliste"
    no_results = ("Leider kein Treffer",)
    card = "article.treffer"
    restyles: ClassVar[Mapping[str, Callable[[str], str]]] = {"hours": str}
