"""Owners' exports as listings: what an account says of a location is compared and kept like a page of the platform."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from citations.audit.assist.by_hand import NobodyLooks
from citations.audit.by_api import usable_api
from citations.audit.candidate import Candidate
from citations.audit.case import Case
from citations.audit.look import Look
from citations.audit.not_told import not_held_against
from citations.audit.owner_match import Matched, Pair, match
from citations.directory import Directory
from citations.findings import tally
from citations.findings.fine import with_fine
from citations.locations import OwnedListing, OwnerExport
from citations.models import Check, Comparison, Finding, Location, Obstacle, Page, Reading
from citations.nap import Batch
from citations.same_page import is_web_address
from citations.settings import Settings
from citations.store import BY_A_PERSON, NOTHING_DECIDED, AuditInfo, Decided, Store, to_json
from citations.web import EvidenceFolder
from citations.words import OWNER_EXPORT, Access, FindingKind, Reason, Status

_NOT_IN = "the owner's export does not hold this location; an export holds only what that account owns"
_LEFT_OUT = "The export has no column for this."
OnCheck = Callable[[Check], None]
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the exports of one platform came to: a check for each location that it says something of, and the rest."""

    directory: Directory
    checks: tuple[Check, ...]
    strangers: tuple[OwnedListing, ...]


def holdings(
    exports: Sequence[OwnerExport],
    directory: Directory,
    locations: Sequence[Location],
    settings: Settings,
    decided: Mapping[Key, Decided] | None = None,
) -> Holdings:
    """The checks of the locations in `directory` by the exports of its owners' accounts.

    A location that no export holds has a check only where nothing else could look for it. `decided` is what
    people said before, by client, location id and directory id.
    """
    batch, said, evidence = Batch(locations), decided or {}, EvidenceFolder(settings.evidence_folder)
    cases = {
        place.id: Case(
            place,
            directory,
            NobodyLooks(),
            evidence,
            batch,
            said.get((place.client, place.id, directory.id), NOTHING_DECIDED),
        )
        for place in locations
        if directory.applies_to(place)
    }
    looks = {id(row): _look(row, directory) for export in exports for row in export.listings}
    rows = [row for export in exports for row in export.listings]

    def judge(place: Location, row: OwnedListing) -> Candidate:
        return cases[place.id].judge(replace(row.listing, url=row.listing.url or _mark(row)), looks[id(row)])

    matched = match(rows, [case.location for case in cases.values()], judge)
    checks = asyncio.run(_checks(cases, matched, is_visited=_is_visited(directory, settings)))
    return Holdings(directory, checks, matched.strangers)


def take_in(
    store: Store,
    audit: AuditInfo,
    exports: Sequence[OwnerExport],
    directories: Mapping[str, Directory],
    settings: Settings,
    on_check: OnCheck | None = None,
) -> tuple[Holdings, ...]:
    """Put what the exports say into the audit, in place of what it had there.

    A check that would say the same again stays as it is, and so does what a person settled when the exports
    cannot tell. Each check is in the store before `on_check` hears of it.
    """
    locations, decided = store.locations(audit.id), store.people.decided(audit.source)
    tiers = {info.id: info.tier for info in audit.directories}
    found = []
    for key in dict.fromkeys(export.platform for export in exports):
        of_platform = [export for export in exports if export.platform == key]
        held = holdings(of_platform, directories[key], locations, settings, decided)
        for check in held.checks:
            if _is_news(check, store.check(audit.id, check.location, key)):
                store.save(audit.id, check, tally(check, tiers[key]))
                if on_check:
                    on_check(check)
        found.append(held)
    return tuple(found)


def _is_news(check: Check, before: Check | None) -> bool:
    if before is None:
        return True
    if before.how in BY_A_PERSON and check.status is not Status.LISTED:
        return False
    return to_json(replace(check, checked_at=before.checked_at)) != to_json(before)


def _is_visited(directory: Directory, settings: Settings) -> bool:
    """True when a program may look there by itself."""
    return directory.access not in (Access.ASSISTED, Access.API) or usable_api(directory, settings) is not None


async def _checks(cases: Mapping[str, Case], matched: Matched, *, is_visited: bool) -> tuple[Check, ...]:
    checks = []
    for key, case in cases.items():
        if key in matched.sure:
            checks.append(await _listed(case, matched.sure[key]))
        elif key in matched.doubtful:
            checks.append(_ambiguous(case, matched.doubtful[key]))
        elif not is_visited:
            checks.append(case.unverified(Obstacle(Reason.NOT_CHECKED, _NOT_IN)))
    return tuple(checks)


async def _listed(case: Case, pairs: Sequence[Pair]) -> Check:
    """The check by a location's row; further rows are its duplicates in the account."""
    row = pairs[0].row
    first, *others = (pair.candidate for pair in pairs)
    check = await case.listed([first], further=others)
    comparison = check.comparison and _as_far_as_exported(check.comparison, row, pairs[1:])
    comparison = comparison and with_fine(comparison, case.decided.fine, row.listing.url, case.location.country)
    listing = check.listing and replace(check.listing, url=row.listing.url)
    detail = f"{row.file}, line {row.line}" + (f", status {row.status!r}" if row.status else "")
    return replace(check, url=row.listing.url, listing=listing, comparison=comparison, detail=detail)


def _as_far_as_exported(comparison: Comparison, row: OwnedListing, others: Sequence[Pair]) -> Comparison:
    """The comparison without what the export has no column for, with what the row says of itself."""
    comparison = not_held_against(comparison, comparison.fields.keys() - row.shown, "not exported", _LEFT_OUT)
    findings = [one for one in comparison.findings if one.kind is not FindingKind.DUPLICATE]  # in words of its own
    if others:
        where = ", ".join(f"line {pair.row.line} of {pair.row.file}" for pair in others)
        findings.append(Finding(FindingKind.DUPLICATE, f"The account holds this location more than once: {where}."))
    elif row.is_duplicate:
        findings.append(
            Finding(FindingKind.DUPLICATE, f"The account marks this listing as {row.status or 'duplicate'}.")
        )
    if not row.is_public:
        reason = f"The account says {row.status!r}: customers may not be shown this listing."
        findings.append(Finding(FindingKind.NOT_PUBLIC, reason))
    return replace(comparison, findings=tuple(findings))


def _ambiguous(case: Case, pairs: Sequence[Pair]) -> Check:
    """The check by rows that may be the location; `url` only where the platform has one."""
    lines = ", ".join(f"line {pair.row.line} of {pair.row.file}" for pair in pairs)
    says = "may be this location; the store codes and values do not settle it"
    check = case.ambiguous([pair.candidate for pair in pairs], f"{lines} {says}")
    return replace(check, url=check.url if is_web_address(check.url) else "")


def _mark(row: OwnedListing) -> str:
    """What stands for the address of a listing that has none: the same in every export of the account."""
    said = (row.code, row.listing.name, str(row.listing.address or ""))
    return f"owner export: {', '.join(part for part in said if part)}"


def _look(row: OwnedListing, directory: Directory) -> Look:
    """The row as a page that a person can open, read already."""
    place = f"{row.file}, line {row.line}"
    lines = Markup("").join(Markup("<tr><th>{}</th><td>{}</td></tr>").format(*cell) for cell in row.cells)
    title = Markup("Owner’s export for {}: {}").format(directory.name, place)
    body = Markup(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        "<h1>{title}</h1><p>File written {at}.</p><table>{lines}</table></body></html>"
    ).format(title=title, at=f"{row.taken_at:%Y-%m-%d %H:%M} UTC", lines=lines)
    headers = {"content-type": "text/html; charset=utf-8"}
    content = body.encode("utf-8", "replace")
    page = Page(place, "", 200, headers, content, OWNER_EXPORT, row.taken_at)
    return Look(page, Reading((row.listing,)))
