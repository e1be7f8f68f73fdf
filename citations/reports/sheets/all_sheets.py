"""The sheets of one client, in the order in which they are read."""

from collections.abc import Mapping
from datetime import datetime

from citations.directory import Directory
from citations.findings import Changed, Portfolio, fixes
from citations.opportunities import opportunities
from citations.reports.sheets.change_rows import changes_sheet
from citations.reports.sheets.doubtful_rows import doubtful_sheet
from citations.reports.sheets.fix_rows import fixes_sheet
from citations.reports.sheets.listing_rows import listings_sheet
from citations.reports.sheets.location_rows import locations_sheet, method_sheet, summary_sheet
from citations.reports.sheets.opportunity_rows import opportunities_sheet
from citations.reports.sheets.problem_rows import problems_sheet
from citations.reports.sheets.sheet import Sheet
from citations.reports.sheets.unanswered_rows import unanswered_sheet
from citations.reports.summary import Summary
from citations.store import KeptFix


def client_sheets(
    portfolio: Portfolio,
    client: str,
    made_at: datetime,
    kept: Mapping[str, KeptFix] | None = None,
    directories: Mapping[str, Directory] | None = None,
    changed: Changed | None = None,
) -> tuple[Sheet, ...]:
    """Every sheet on `portfolio`; `client` is what it is called, `kept` what the store knows of the fixes.

    `directories` (a catalog's) say whom each lists, what it costs, and where a listing is added or claimed; `changed`
    is what changed since the audit before.
    """
    summary, today = Summary(portfolio), made_at.date()
    return (
        summary_sheet(summary, client, made_at, directories),
        locations_sheet(portfolio),
        listings_sheet(summary),
        problems_sheet(portfolio),
        fixes_sheet(fixes(portfolio, kept or {}, today, directories), today),
        changes_sheet(changed),
        opportunities_sheet(opportunities(portfolio, directories or {})),
        doubtful_sheet(summary),
        unanswered_sheet(summary),
        method_sheet(),
    )
