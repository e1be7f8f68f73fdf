"""`citations read … --as-location`: the places on a page as a locations file, and where each value is from."""

from collections import defaultdict
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

import typer

from citations.audit import Look
from citations.cli.main import say
from citations.directory import Directory
from citations.locations import Start, locations_csv, locations_json, starting_records
from citations.locations.locations_file import Unfit
from citations.models import Listing
from citations.pages import read_page
from citations.reports.shown import plain

NOTHING = 1
MOST = 200  # characters of a name or a remark


def print_locations(look: Look, directory: Directory, country: str, *, as_json: bool) -> None:
    """Print the places of a page as CSV, or as JSON; `citations audit` takes both as they are.

    Ends with 1 when the page has none.
    """
    known = None if "*" in directory.domains else directory
    try:
        listings = look.reading if known else own_pages(look)
        starts = starting_records(listings, look.page.final_url, known, country)
    except Unfit as error:
        raise typer.BadParameter(f"--country {country}: {error}") from error
    if look.obstacle:
        say.print(f"{look.obstacle.reason}: {look.obstacle.detail}", markup=False)
    if look.page.status >= 400:
        say.print(f"The page answered with status {look.page.status}.")
    if not starts:
        say.print("The page shows no place with a name and an address or phone; try its contact or locations page.")
        raise typer.Exit(NOTHING)
    for number, start in enumerate(starts, 1):
        _tell(number, start)
    if left_out := len(look.reading) - len(starts):
        say.print(f"{left_out} more on the page: said twice, or without a name, or without address and phone.")
    places = [start.location for start in starts]
    typer.echo(locations_json(places) if as_json else locations_csv(places).rstrip("\n"))


def own_pages(look: Look) -> list[Listing]:
    """The listings of a business's own page, each with the page of the site that its data call its own.

    To a reader an address on the site that is read is no website of the business; here it is the
    landing page of a branch. So the data are read once more, as if they came from elsewhere.
    """
    page = look.page
    elsewhere = {(one.name, one.phones): one for one in read_page(page.body, "")}
    return [
        _with_page(listing, elsewhere.get((listing.name, listing.phones)), page.final_url) for listing in look.reading
    ]


def _with_page(listing: Listing, same: Listing | None, page: str) -> Listing:
    """The listing with the website that `same` has, when that is on the site of `page`."""
    if same is None or listing.website or not same.website:
        return listing
    url = urljoin(page, same.website)
    if urlsplit(url).hostname != urlsplit(page).hostname:
        return listing
    return replace(listing, website=url, sources={**listing.sources, "website": same.sources["website"]})


def _tell(number: int, start: Start) -> None:
    """Which reader gave what, what is missing, and what could not be used."""
    by_reader: dict[str, list[str]] = defaultdict(list)
    for field, reader in start.sources.items():
        by_reader[reader].append(field)
    given = "; ".join(f"{', '.join(fields)} from {reader}" for reader, fields in by_reader.items())
    missing = f". Not on the page: {', '.join(start.missing)}" if start.missing else ""
    say.print(f"{number}. {plain(start.location.name, MOST)}: {given}{missing}.", markup=False)
    for remark in start.remarks:
        say.print(f"   {plain(remark, MOST)}", markup=False)
