"""All measures at once."""

from tests.reading_quality.measure import measured
from tests.reading_quality.samples import samples
from tests.reading_quality.table import Everything
from tests.reading_quality.walls import walls


def everything() -> Everything:
    """Read every page of which the truth is known, in either way; walls and samples as well."""
    pages = {"as saved": measured(without_data=False), "without structured data": measured(without_data=True)}
    return Everything(pages, list(walls()), list(samples()))
