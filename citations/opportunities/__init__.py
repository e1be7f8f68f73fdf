"""Opportunities: where a client could be listed or better linked, ranked by a score that explains itself."""

from citations.opportunities.find import Opportunities, opportunities
from citations.opportunities.links import FAULTS, LinkSeen, link_counts, link_state, links_seen
from citations.opportunities.opportunity import Opportunity
from citations.opportunities.place import Place
from citations.opportunities.score import OpportunityScore, Part
from citations.opportunities.skipped import Skipped

__all__ = [
    "FAULTS",
    "LinkSeen",
    "Opportunities",
    "Opportunity",
    "OpportunityScore",
    "Part",
    "Place",
    "Skipped",
    "link_counts",
    "link_state",
    "links_seen",
    "opportunities",
]
