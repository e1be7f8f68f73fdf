"""Europages: companies of Europe, for those who buy from companies.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by q: single_scraper on the British host, twice; that a company's name counts is unproven, so it is
  graded a guess;
- listings are /<NAME>/<country and number>.html (real_urls, on the French host).
"""

from citations.directory import Directory, Search


class Europages(Directory):
    """Europages."""

    id = "europages"
    name = "Europages"
    domains = ("europages.fr", "europages.co.uk", "europages.de", "europages.com", "europages.it", "europages.es")
    countries = ("FR", "DE", "AT", "CH", "IE", "GB", "BE", "NL", "ES", "IT")
    tier = 3
    searches = (
        Search("https://www.europages.co.uk/en/search?cserpRedirect=1&q={name}", needs=("name",), evidence="guess"),
    )
    listing_pattern = (
        r"^https?://(www\.)?europages\.(fr|co\.uk|de|com|it|es)/(?P<slug>[A-Z0-9][A-Z0-9-]*)/"
        r"(?P<id>[A-Z]{3}\d+-\d+)\.html"
    )
    listing_examples = ("https://www.europages.fr/BOULANGERIE-DU-PORT/FRA555012-00101.html",)
    listing_evidence = "real_urls"
    cost = "free for the basic entry"
