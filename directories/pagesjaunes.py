"""PagesJaunes: French general directory.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by quoiqui and ou: working_scrapers; further pages by &page=N, twenty each;
- listings are /pros/<number> (working_scrapers); cards are li with ids bi-<code>, names .bi-denomination,
  addresses .bi-address; the website stands in base64 in data-pjlb, the phone behind a button
  (working_scrapers);
- it often shows a challenge, so expect walls. What it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class PagesJaunes(Directory):
    """PagesJaunes."""

    id = "pagesjaunes"
    name = "PagesJaunes"
    domains = ("pagesjaunes.fr",)
    countries = ("FR",)
    tier = 1
    access_note = "It often shows a challenge: where it does, a person opens the page."
    searches = (
        Search(
            "https://www.pagesjaunes.fr/annuaire/chercherlespros?quoiqui={name}&ou={city}&page=1",
            needs=("name", "city"),
            evidence="working_scrapers",
        ),
    )
    card = 'li[id^="bi-"]'
    listing_pattern = r"^https?://(www\.)?pagesjaunes\.fr/pros/(?P<id>\d+)"
    fields = {"website": "a.bi-website@data-pjlb"}
    listing_examples = ("https://www.pagesjaunes.fr/pros/05550111",)
    listing_evidence = "working_scrapers"
    cost = "free for the basic entry"
