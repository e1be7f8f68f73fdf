"""`citations explain LOCATION DIRECTORY`: why a listing is held for a location's, and how each field was judged."""

from collections.abc import Iterator
from typing import Annotated

import typer

from citations.audit.assist import called
from citations.cli.main import cli, out, settings
from citations.cli.which import Number, audit_of
from citations.models import Check, Identity, Listing, Location
from citations.nap import Batch, identify
from citations.nap.waterfall import waterfall
from citations.reports.shown import plain
from citations.store import AuditInfo, Store, StoreError
from citations.words import Verdict

MOST = 1000  # characters of a reason
SAYS, BAR = 36, 24  # characters of a line of evidence: it fits into eighty


@cli.command()
def explain(
    location: Annotated[str, typer.Argument(help="id of the location")],
    directory: Annotated[str, typer.Argument(help="id of the directory")],
    audit: Number = 0,
) -> None:
    """Print how a check was decided: the evidence for each listing in bits, summed up, and the rule of each verdict."""
    store = Store(settings().database)
    info = audit_of(store, audit)
    places = {place.id: place for place in store.locations(info.id)}
    check = check_of(store, info, location, directory)
    out.print(f"{plain(called(places[location]))} · {directory}: {check.status}", markup=False)
    if check.detail:
        out.print(f"  {plain(check.detail, MOST)}", markup=False)
    for listing, identity in _judged(check, places[location], Batch(places.values())):
        _print_identity(listing, identity)
    out.print()
    for field, result in check.comparison.results.items() if check.comparison else ():
        if result.verdict is not Verdict.NOT_COMPARED:
            out.print(f"  {field:10} {result.verdict} ({result.rule}): {plain(result.reason, MOST)}", markup=False)
    for finding in check.comparison.findings if check.comparison else ():
        out.print(f"  {finding.kind}: {plain(finding.reason, MOST)}", markup=False)


def check_of(store: Store, info: AuditInfo, location: str, directory: str) -> Check:
    """The check of a location in a directory. Raises StoreError, naming what there is, when it has none."""
    known = {place.id for place in store.locations(info.id)}
    if location not in known:
        raise StoreError(f"audit {info.id} has no location {location!r}; its ids: {', '.join(sorted(known)[:20])}")
    check = store.check(info.id, location, directory)
    if check is None:
        ids = ", ".join(one.id for one in info.directories)
        raise StoreError(f"audit {info.id} has no check of {location} in {directory!r}; its directories: {ids}")
    return check


def _judged(check: Check, location: Location, batch: Batch) -> Iterator[tuple[Listing, Identity]]:
    """The listing as the audit judged it, and the further candidates, whose evidence it does not keep, as of now."""
    if check.listing and check.identity:
        yield check.listing, check.identity
    for candidate in check.candidates:
        kept = check.identity if not check.listing and candidate.url == check.url else None
        yield candidate, kept or identify(location, candidate, batch)


def _print_identity(listing: Listing, identity: Identity) -> None:
    shown = ", ".join(filter(None, (listing.name, str(listing.address or ""), *listing.phones)))
    out.print(f"\n  {plain(shown or listing.url)}\n  {plain(listing.url)}", markup=False)
    for step in waterfall(identity):
        says = f"{plain(step.says, SAYS):{SAYS}} {step.bits:+5.1f}"
        out.print(f"    {says}  {step.bar(BAR)} {step.total:+5.1f}", markup=False)
    out.print(f"    {identity.decision} at {identity.bits:+.1f} bits", markup=False)
