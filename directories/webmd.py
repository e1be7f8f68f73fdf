"""WebMD Care: doctors and dentists of the United States.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by q, city and state: working_scrapers; further pages by pagenumber=N; drawn by scripts with state in
  the page;
- listings are /doctor/<name and id> (single_scraper); cards are .results-card-wrap with a.prov-name
  (single_scraper);
- what it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class WebMd(Directory):
    """WebMD Care."""

    id = "webmd"
    name = "WebMD Care"
    domains = ("doctor.webmd.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("medical", "dental")
    family = "webmd"
    tier = 2
    searches = (
        Search(
            "https://doctor.webmd.com/results?q={name}&city={city}&state={region}&zc={postcode}&pagenumber=1",
            needs=("name", "city", "region"),
            evidence="working_scrapers",
        ),
    )
    card = "div.results-card-wrap"
    listing_pattern = r"^https?://doctor\.webmd\.com/doctor/(?P<slug>[^/?#]+)"
    listing_examples = ("https://doctor.webmd.com/doctor/harbor-lane-clinic-55501-overview",)
    listing_evidence = "single_scraper"
    claim_url = "https://doctor.webmd.com/providers/claim"
    link_evidence = "guess"
    feeds = ("Vitals",)
