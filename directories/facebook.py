"""Facebook pages: by the owner's export or a person.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- it stands behind a log-in wall and prohibits new automation; its Pages Search API takes a permission that most
  tokens lack;
- a page is /<username>, /pages/<name>/<id> or /profile.php?id=<id>, from addresses that businesses publish (real_urls);
- its search address is a guess, behind the log-in: a link for a person, no more;
- it is fed by owners.
"""

from citations.apis.facebook import FacebookPages
from citations.directory import Directory, Search


class Facebook(Directory):
    """Facebook."""

    id = "facebook"
    name = "Facebook"
    domains = ("facebook.com", "fb.com")
    kind = "social"
    tier = 1
    cost = "free"
    access = "assisted"
    api_key = "CITATIONS_FACEBOOK_KEY"
    api = FacebookPages("https://graph.facebook.com")
    access_note = "Facebook shows its pages to people who are signed in. Give the owner's export, or look yourself."
    searches = (
        Search(
            "https://www.facebook.com/search/pages/?q={name}+{city}+{region}", needs=("name", "city"), evidence="guess"
        ),
    )
    listing_pattern = (
        r"^https?://((www|m|[a-z]{2}-[a-z]{2})\.)?(facebook|fb)\.com/"
        r"(pages/([^/]+/)+\d+|profile\.php\?id=\d+|(?!search|login|sharer|pages|groups|events|help)[A-Za-z0-9.\-]+)/?([?#]|$)"
    )
    listing_examples = (
        "https://www.facebook.com/examplebakery",
        "https://www.facebook.com/pages/Example-Bakery/1234567890",
        "https://www.facebook.com/profile.php?id=1234567890",
    )
    listing_evidence = "real_urls"
    submit_url = "https://www.facebook.com/pages/create/"
    claim_url = "https://www.facebook.com/pages/create/"
