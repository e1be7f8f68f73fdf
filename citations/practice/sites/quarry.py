"""A directory that marks its pages up with microdata, and answers an empty search with 410."""

from citations.practice.sites.site import Site


class Quarry(Site):
    """Quarry Register."""

    id = "practice_quarry"
    name = "Quarry Register"
    tagline = "The trade register for your county"
    template = "quarry.html"
    colour = "#7c2d12"
    phone = "(888) 555-0192"
    search = "/find?business={name}&town={city}"
    listing = "/register/{number}/{slug}"
    results_marker = "#register-results"
    no_results = (410,)
    card = "div.entry"
