"""`citations say LOCATION DIRECTORY`: a person's word on a listing or a value, from the command line."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from citations.audit.assist import Desk, in_one_line
from citations.catalog import load_catalog
from citations.cli.explain import check_of
from citations.cli.main import cli, out, refuse, settings
from citations.cli.which import Number, audit_of
from citations.findings import decide, settle
from citations.models import Check
from citations.store import AuditInfo, KeptFix, Store, StoreError
from citations.web import EvidenceFolder
from citations.words import Said


@cli.command(name="say")
def say_command(
    location: Annotated[str, typer.Argument(help="id of the location")],
    directory: Annotated[str, typer.Argument(help="id of the directory")],
    ours: Annotated[bool, typer.Option("--ours", help="the listing is this location's")] = False,
    not_ours: Annotated[bool, typer.Option("--not-ours", help="the listing is another business")] = False,
    url: Annotated[str, typer.Option(help="with --ours or --not-ours: which listing; default: the one found")] = "",
    fine: Annotated[str, typer.Option(metavar="FIELD", help="what it says in this field is fine as it is")] = "",
    not_fine: Annotated[str, typer.Option(metavar="FIELD", help="take such a word back")] = "",
    audit: Number = 0,
) -> None:
    """Say what only a person knows. It holds for this audit and the next ones, until the listing changes."""
    if sum(map(bool, (ours, not_ours, fine, not_fine))) != 1:
        refuse("Say one thing: --ours, --not-ours, --fine FIELD or --not-fine FIELD.")
    store = Store(settings().database)
    info = audit_of(store, audit)
    check = check_of(store, info, location, directory)
    if fine or not_fine:
        _of_value(store, info, check, fine or not_fine, is_fine=bool(fine))
    else:
        _of_listing(store, info, check, Said.OURS if ours else Said.NOT_OURS, url or check.url)


def _of_listing(store: Store, info: AuditInfo, check: Check, word: Said, url: str) -> None:
    now = settings()
    directories = load_catalog(now.directories).directories
    if check.directory not in directories:
        raise StoreError(f"the file of the directory {check.directory} is not here")
    if not url:
        raise StoreError("the check names no listing; say which with --url")
    desk = Desk(store, info, directories, EvidenceFolder(now.evidence_folder))
    try:
        said = desk.say((check.location, check.directory), word, url)
    except KeyError as error:
        raise StoreError(f"the check names no listing at {url}") from error
    out.print(in_one_line(said, desk.locations[check.location], directories[check.directory]), markup=False)


def _of_value(store: Store, info: AuditInfo, check: Check, field: str, *, is_fine: bool) -> None:
    settle(store)
    here = [
        fix
        for fix in store.fixes.of_audit(info.id).values()
        if (fix.location_id, fix.directory_id, fix.field) == (check.location, check.directory, field)
    ]
    fix = max(here, key=lambda one: one.seen_at, default=None)
    if fix is None:
        raise StoreError(f"nothing is held against {field!r} of {check.location} in {check.directory}")
    decide(store, [fix.id], accepted_at=datetime.now(UTC) if is_fine else None)
    out.print(f"{_called(fix)}: {'fine as it is' if is_fine else 'to be put right'}", markup=False)


def _called(fix: KeptFix) -> str:
    return f"{fix.field} {fix.listed!r} of {fix.location_id} in {fix.directory_id}"
