"""BuildZoom: contractors of the United States, from licence records.

Facts and their grade (public sources, collected up to November 2026, none checked live from here):
- search by /search/<name+city+state>: live_probe, without a date; served to plain programs;
- listings are /contractor/<name> (live_probe), with JSON-LD of types such as HomeAndConstructionBusiness;
- profiles come from the states' licences; owners claim them. What it says when it finds nothing is not known.
"""

from citations.directory import Directory, Search


class BuildZoom(Directory):
    """BuildZoom."""

    id = "buildzoom"
    name = "BuildZoom"
    domains = ("buildzoom.com",)
    countries = ("US",)
    kind = "industry"
    industries = ("contractors",)
    tier = 2
    searches = (
        Search(
            "https://www.buildzoom.com/search/{name}+{city}+{region}",
            needs=("name", "city", "region"),
            evidence="live_probe",
        ),
    )
    listing_pattern = r"^https?://(www\.)?buildzoom\.com/contractor/(?!claim\b)[a-z0-9-]+/?($|[?#])"
    listing_examples = ("https://www.buildzoom.com/contractor/harbor-lane-roofing",)
    listing_evidence = "live_probe"
    claim_url = "https://www.buildzoom.com/contractor/claim"
    link_evidence = "guess"
    cost = "free"
    fed_by = ("state licences",)
