"""Data Axle: an aggregator that sells listings of the United States and Canada; a person asks it.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its public page for up to ten listings answered on 2026-08-23 (live_probe); how it is asked for one business
  is not known, so a person types;
- plain programs get 403; its API is for paying submitters; what a listing's address looks like no source says.
"""

from citations.directory import Directory, Search


class DataAxle(Directory):
    """Data Axle."""

    id = "data_axle"
    name = "Data Axle"
    domains = ("data-axle.com",)
    countries = ("US", "CA")
    kind = "aggregator"
    tier = 1
    access = "assisted"
    access_note = "It answers no programs: a person looks the business up on its page."
    searches = (Search("https://local-listings.data-axle.com/search", needs=("name",), evidence="guess"),)
    claim_url = "https://local-listings.data-axle.com/search"
    link_evidence = "live_probe"
    cost = "free up to ten listings, else paid"
    feeds = ("Google", "Bing Places", "Apple Maps")
