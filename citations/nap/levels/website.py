"""Whose site a listing links to, as a named level."""

from citations.models import Listing, Location
from citations.nap.batch import Batch
from citations.nap.website import listed_website, read_site


def website_level(location: Location, listing: Listing, batch: Batch | None = None) -> str:
    """Whose site the listing links to."""
    ours, theirs = read_site(location.website), read_site(listed_website(listing))
    if not ours.host or not theirs.host or ours.is_shortener or theirs.is_shortener:
        return "blank"
    if ours.domain != theirs.domain:
        old = [read_site(former.value) for former in location.former if former.field == "website"]
        return "same_site" if any(site.domain == theirs.domain and not site.is_shared for site in old) else "other"
    if ours.is_shared:
        return "same_page" if ours.path == theirs.path else "other"
    if batch and batch.site_shared_by(ours.domain) > 1 and (ours.is_home or theirs.is_home or ours != theirs):
        return "shared_site"
    if ours == theirs:
        return "same_home" if ours.is_home else "same_page"
    return "same_site" if ours.is_home or theirs.is_home else "other_page"
