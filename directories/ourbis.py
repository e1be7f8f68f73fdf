"""Ourbis: general directory of Canada.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- no search is known, and what a listing's address looks like no source says; its robots.txt allows everything
  (one review of 2026-08-23).
"""

from citations.directory import Directory


class Ourbis(Directory):
    """Ourbis."""

    id = "ourbis"
    name = "Ourbis"
    domains = ("ourbis.ca",)
    countries = ("CA",)
    tier = 3
    access_note = "No search by name is known: give the listing's address."
    cost = "free"
