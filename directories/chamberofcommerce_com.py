"""ChamberOfCommerce.com: a commercial directory of the United States, no chamber.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- its search address is a guess;
- listings are /business-directory/<state>/<city>/<category>/<number>-<name>, or united-states for
  business-directory (real_urls);
- values stand in a list, ul.ul-lh-lg (single_scraper), which the general readers read.
"""

from citations.directory import Directory, Search


class ChamberOfCommerceCom(Directory):
    """ChamberOfCommerce.com."""

    id = "chamberofcommerce_com"
    name = "ChamberOfCommerce.com"
    domains = ("chamberofcommerce.com",)
    countries = ("US",)
    tier = 2
    searches = (
        Search(
            "https://www.chamberofcommerce.com/search?what={name}&where={city}%2C+{region}",
            needs=("name", "city", "region"),
            evidence="guess",
        ),
    )
    listing_pattern = r"^https?://(www\.)?chamberofcommerce\.com/(business-directory|united-states)/(?P<state>[a-z-]+)/(?P<city>[a-z-]+)/(?P<category>[a-z0-9-]+)/(?P<id>\d+)-(?P<slug>[a-z0-9-]+)"
    listing_examples = (
        "https://www.chamberofcommerce.com/business-directory/oregon/portland/bakery/5550123456-harbor-lane-bakery",
    )
    listing_evidence = "real_urls"
    submit_url = "https://www.chamberofcommerce.com/add-your-business"
    link_evidence = "guess"
    cost = "free"
