"""Zomato: restaurants; whether it still lists those of the United States is not known.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search by name is known, and what a listing's address looks like no source says;
- an official API (v2.1) was in use in 2018; whether it still answers is not known, so it is not used here.
"""

from citations.directory import Directory


class Zomato(Directory):
    """Zomato."""

    id = "zomato"
    name = "Zomato"
    domains = ("zomato.com",)
    kind = "industry"
    industries = ("restaurants",)
    tier = 3
    access_note = "No search by name is known: give the listing's address."
