"""118712.fr: Orange's phone book of France.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess (two generated lists disagree); an old host took one field s (four scrapers);
- what a listing's address looks like no source says.
"""

from citations.directory import Directory, Search


class Annuaire118712(Directory):
    """118712.fr."""

    id = "118712_fr"
    name = "118712.fr"
    domains = ("118712.fr",)
    countries = ("FR",)
    tier = 2
    access = "assisted"
    access_note = "No address of a listing is known: a person looks."
    searches = (Search("https://annuaire.118712.fr/?s={name}+{city}", needs=("name", "city"), evidence="guess"),)
    cost = "free"
