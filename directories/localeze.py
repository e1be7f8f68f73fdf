"""Neustar Localeze (TransUnion): an aggregator that sells listings of the United States; a person asks it.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- every request of a program was answered 403 (one review of 2026-08-23); no public page or API shows a single
  listing;
- it claims to feed more than eighty local search platforms.
"""

from citations.directory import Directory


class Localeze(Directory):
    """Neustar Localeze."""

    id = "localeze"
    name = "Neustar Localeze"
    domains = ("neustarlocaleze.biz",)
    countries = ("US",)
    kind = "aggregator"
    tier = 1
    access = "assisted"
    access_note = "It answers no programs and shows its listings to customers only: look there with your account."
    claim_url = "https://www.neustarlocaleze.biz/"
    link_evidence = "guess"
    cost = "paid by the year"
    feeds = ("Google", "Bing Places", "Apple Maps")
