"""`citations audit FILE`: check every location of a file in every directory, and write the reports."""

import asyncio
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from citations.audit import HealthBook, Part, Recorder, Run, begin, choose, failed_checks, run, take_in, take_in_tracker
from citations.audit.plan import WHOLE
from citations.catalog import Catalog, load_catalog
from citations.cli.after_an_audit import Audited, print_scores
from citations.cli.by_fleet import ByFleet, Conducted, by_fleet
from citations.cli.locations import told_unused_listings, usable_locations
from citations.cli.main import cli, say, settings
from citations.cli.out_folder import usable
from citations.cli.owner_exports import read_owner_exports, told_holdings, with_exported
from citations.cli.progress import progress
from citations.cli.stopping import STOPPED, stoppable
from citations.cli.this_time import moment_of, part_of
from citations.cli.tracker import read_trackers, told_tracked
from citations.directory import Directory
from citations.findings import changed, portfolio, settle
from citations.locations import LocationsFile, OwnerExport, TrackerFile
from citations.models import Check
from citations.notify import notify
from citations.reports import ClientReport, audit_json, write_client_report
from citations.reports.wording import wording
from citations.settings import Settings
from citations.store import AuditInfo, Store
from citations.web import EvidenceFolder, find_chromium
from citations.words import Priority, Reason

REPORTS = Path("citations-reports")
FAILED = 1
_NEXT = {
    Reason.LAYOUT_CHANGED: "citations directories check {id} says what has changed; the next audit tries again.",
    Reason.QUOTA: "the same command goes on with them tomorrow.",
}


@cli.command()
def audit(
    file: Annotated[Path, typer.Argument(help="CSV, XLSX or JSON with one location per row")],
    directories: Annotated[
        str, typer.Option(help="ids with commas; +id,-id: change the usual ones; all: every one")
    ] = "",
    country: Annotated[str, typer.Option(help="country of rows that do not say one")] = "US",
    folder: Annotated[Path, typer.Option("--out", callback=usable, help="folder for the reports")] = REPORTS,
    as_json: Annotated[bool, typer.Option("--json", help="print the whole audit as JSON")] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh/--resume", help="start over, or continue the audit that is not finished")
    ] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="make so many checks this time; go on another time")] = None,
    only: Annotated[
        list[str] | None, typer.Option(help="directories that are visited this time, with commas; repeatable")
    ] = None,
    since: Annotated[
        str, typer.Option(help="look again only at what was last seen before: a date, or an age such as 12h, 30d, 2w")
    ] = "",
    owner_export: Annotated[
        list[str] | None,
        typer.Option(
            help="PLATFORM=FILE: an export of the owner's account (google, bing, apple, facebook); repeatable"
        ),
    ] = None,
    tracker: Annotated[
        list[Path] | None,
        typer.Option(help="the agency's own tracker sheet, CSV or XLSX: known listings and history; repeatable"),
    ] = None,
    priority: Annotated[Priority, typer.Option(help="which audit a fleet goes on with first")] = Priority.NORMAL,
    wait: Annotated[bool, typer.Option(help="a fleet: wait for it, then write the reports")] = True,
) -> None:
    """Check every location of FILE in every directory, keep the evidence, write the client reports.

    The same command again continues an audit that was interrupted, or done in part (--limit, --only). On PostgreSQL
    a fleet of `citations worker` makes the checks.
    """
    now = settings()
    catalog = load_catalog(now.directories)
    told_problems(catalog)
    words = directories or now.choice
    locations = usable_locations(file, country)
    chosen = choose(words, locations.locations, catalog)
    told_unused_listings(locations, catalog)
    exports = read_owner_exports(owner_export or [], catalog.directories, country)
    trackers = read_trackers(tracker or [], country)
    directories_now = with_exported(chosen, exports, catalog.directories)
    told_choice(directories_now, catalog, file)
    told_degraded(directories_now, now)
    part = part_of(limit, only or (), directories_now, catalog, is_fleet=Store(now.database).is_shared)
    moment = moment_of(since, datetime.now(UTC), fresh=fresh)
    audited = conduct(
        locations,
        directories_now,
        now,
        folder,
        ByFleet(priority, wait),
        fresh=fresh,
        exports=exports,
        trackers=trackers,
        part=part,
        since=moment,
    )
    if audited is None:
        return
    if as_json:
        typer.echo(json.dumps(audit_json(audited.whole), ensure_ascii=False, indent=2))
    else:
        print_scores(audited)
    refused = [locations.refusals, *(export.refusals for export in exports), *(file.refusals for file in trackers)]
    if any(refused) or audited.failed or (catalog.problems and not words):
        raise typer.Exit(FAILED)


def told_choice(chosen: Sequence[Directory], catalog: Catalog, file: Path) -> None:
    """How many of the directories are asked, and where the reasons are to be had."""
    if len(chosen) < len(catalog.directories):
        say.print(
            f"{len(chosen)} of {len(catalog.directories)} directories are asked; why these:"
            f" citations directories list --for {file}",
            markup=False,
            soft_wrap=True,
        )


def conduct(
    locations: LocationsFile,
    directories: Sequence[Directory],
    now: Settings,
    folder: Path,
    by: ByFleet | None = None,
    *,
    fresh: bool = False,
    exports: Sequence[OwnerExport] = (),
    trackers: Sequence[TrackerFile] = (),
    part: Part = WHOLE,
    since: datetime | None = None,
) -> Audited | None:
    """Run the audit with a progress bar and write one report per client under `folder`.

    What the owners' `exports` say comes first and needs no visit; the agency's `trackers` say where to look first.
    Ctrl-C and SIGTERM end it early, with what was done kept; a `part` leaves it unfinished, and its reports say what is
    known so far. What was seen after `since` is not looked at again. None when it was left to a fleet (`by`).
    Raises AlreadyRunningError.
    """
    store = Store(now.database)
    source = str(locations.file.resolve())
    recorder = Recorder(now.home, source)
    try:
        with stoppable(), recorder:
            info = begin(store, source, locations.locations, directories, now, fresh=fresh, since=since)
            recorder.audit(info, store.answers.counts(info.id))
            if info.done:
                say.print(f"Continuing audit {info.id}: {info.done} of {info.planned} checks were done before.")
            every = load_catalog(now.directories)
            for each in trackers:
                told_tracked(take_in_tracker(store, source, locations.locations, each, every))
            told_holdings(take_in(store, info, exports, {each.id: each for each in directories}, now))
            info = store.audit(info.id)
            recorder.audit(info, store.answers.counts(info.id))
            work = Conducted(store, info, locations.locations, directories, now, recorder, part)
            if store.is_shared and not asyncio.run(by_fleet(work, by or ByFleet())):
                return None
            failed = (
                failed_checks(store, info.id) if store.is_shared else asyncio.run(_with_progress(work, fresh=fresh))
            )
            for check in failed:
                say.print(f"Failed: {check.location} · {check.directory}: {check.detail}", markup=False)
            told_left_alone(store, info)
            recorder.writes_reports()
            reports = write_reports(store, info.id, now, folder)
            info = store.audit(info.id)
            if info.is_finished:
                told_receivers(store, info.id, now)
            else:
                _say_unfinished(info)
    except KeyboardInterrupt as error:
        _say_stopped(recorder.run)
        raise typer.Exit(STOPPED) from error
    return Audited(info, portfolio(store, info.id), reports, failed)


def _say_stopped(run: Run) -> None:
    say.print(f"Stopped: {run.done} of {run.planned} checks are done and kept. Continue with the same command.")


def _say_unfinished(info: AuditInfo) -> None:
    left = info.planned - info.done
    say.print(f"Done for this time: {left} of {info.planned} checks are left. The same command goes on with them.")


def _say_wait(checks: int, seconds: float) -> None:
    say.print(f"Sites fell silent in the middle: {checks} check(s) are made once more in {seconds:.0f} s.")


async def _with_progress(work: Conducted, *, fresh: bool) -> tuple[Check, ...]:
    with progress(work.info) as show:

        def on_check(check: Check) -> None:
            work.recorder.checked(check)
            show(work.recorder.run, f"{check.location} · {check.directory}: {check.status}"[:60])

        store, info, places, directories, now, recorder, part = work
        begins = recorder.begins
        return await run(
            store,
            info,
            places,
            directories,
            now,
            on_check=on_check,
            on_begin=begins,
            on_wait=_say_wait,
            fresh=fresh,
            part=part,
        )


def write_reports(store: Store, audit_id: int, now: Settings, folder: Path) -> tuple[ClientReport, ...]:
    """One report per client of the audit: HTML, PDF, a workbook and CSV files."""
    evidence, browser = EvidenceFolder(now.evidence_folder), find_chromium(now)
    if browser is None:
        say.print("No browser was found, so no PDF is written; `citations doctor` says how to get one.")
    made_at = datetime.now(UTC)
    settle(store)
    kept, sites = store.fixes.of_audit(audit_id), load_catalog(now.directories).directories
    reports = tuple(
        write_client_report(
            portfolio(store, audit_id, client),
            folder,
            evidence,
            browser,
            made_at=made_at,
            kept=kept,
            directories=sites,
            changed=changed(store, audit_id, client),
        )
        for client in store.clients(audit_id)
    )
    for report in reports:
        _tell_trouble(report)
    return reports


def told_left_alone(store: Store, info: AuditInfo) -> None:
    """Say which directories were left alone in the middle of the audit, why, and what comes next."""
    for one in store.answers.left_alone(info.id):
        why = wording()["reason"][one.reason]
        says = f"{one.directory.name} was left alone. {why} {one.checks} check(s) are unverified ({one.reason}); "
        says += _NEXT.get(one.reason, "the next audit tries again.").format(id=one.directory.id)
        say.print(says, markup=False, soft_wrap=True)


def told_receivers(store: Store, audit_id: int, now: Settings) -> None:
    """Tell the receivers of the settings what changed; one that is down is named, and spoils nothing."""
    for sent in notify(store, audit_id, now):
        says = f"was not told what changed ({sent.trouble}); `citations notify` tries again" if sent.trouble else "told"
        say.print(f"Notification: {sent.receiver} {says}", markup=False)


def _tell_trouble(report: ClientReport) -> None:
    """Say what should be looked at before the report is sent."""
    if report.trouble:
        say.print(f"{report.html}: {report.trouble}", markup=False)
    for point in report.preflight:
        if not point.holds:
            say.print(f"Before sending {report.html}: {point.says}", markup=False)


def told_problems(catalog: Catalog) -> None:
    """Say which directory files could not be used."""
    for problem in catalog.problems:
        say.print(f"Directory file left out: {problem}", markup=False)


def told_degraded(directories: Iterable[Directory], now: Settings) -> None:
    """Say which directories are not visited since a live check found them degraded."""
    for name, why in HealthBook(now.home).degraded(directories).items():
        say.print(f"{name} is left out: {why}", markup=False)
