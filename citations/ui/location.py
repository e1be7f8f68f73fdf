"""One location: its record, what is wrong where, and each directory's listing held against the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from citations.findings import LocationResult, Problem, tally, weights
from citations.models import Check, Location
from citations.reports.shown import marked
from citations.reports.wording import sentence
from citations.store import DirectoryInfo
from citations.ui import data, listing, noted, said_before, signs
from citations.ui.frame import View, begin, choose
from citations.ui.grid import worst_first
from citations.ui.html import draw
from citations.words import Said

FEW_PROBLEMS = 12


@dataclass(frozen=True)
class ToFix:
    """A problem in a sentence, with the right value, the reason, and the points that its fix is worth."""

    says: Markup
    canonical: Markup
    reason: str
    worth: float


@dataclass(frozen=True)
class Share:
    """What one directory adds to the score."""

    directory: str
    weight: float
    verified: float
    earned: float


def show() -> None:
    """The page."""
    view = begin()
    location = _chosen(view)
    result = data.result(view.audit, location)
    directories = {directory.id: directory for directory in view.audit.directories}
    _head(view, result, directories)
    draw("problems", problems=[_to_fix(problem) for problem in result.problems], few=FEW_PROBLEMS)
    draw("record", location=location, address=location.postal)
    draw("heading", text="Directory by directory")
    for check in result.checks:
        notes = [note for note in result.notes if note.directory == check.directory]
        site = data.directories().get(check.directory)
        may_be_anothers = site is not None and "*" not in site.domains
        refuse = partial(_refuse, view, check) if may_be_anothers else None
        listing.show(directories[check.directory], check, notes, refuse)
    said_before.show(view.audit, location)
    covered = {check.directory for check in result.checks}
    noted.show_elsewhere(note for note in result.notes if note.directory not in covered)


def _refuse(view: View, check: Check) -> None:
    """Keep a person's word that the listing is another business."""
    data.desk(view.audit, view.client).say((check.location, check.directory), Said.NOT_OURS, check.url)
    data.forget()


def _chosen(view: View) -> Location:
    records = data.locations(view.audit, view.client)
    ids = [rollup.location for rollup in worst_first(data.rollups(view.audit, view.client))]
    return records[choose("Location", ids, "location", lambda key: _name(records[key]))]


def _name(location: Location) -> str:
    return " · ".join(part for part in (location.name, str(location.address)) if part)


def _head(view: View, result: LocationResult, directories: dict[str, DirectoryInfo]) -> None:
    listed, wrong, missing, unknown = result.counts
    draw(
        "location",
        back=view.link("./"),
        location=result.location,
        score=result.score,
        grade=signs.of_word(result.score.grade),
        counts=(("Listed", listed), ("With a wrong detail", wrong), ("Missing", missing), ("Could not check", unknown)),
        shares=shares(result.checks, directories),
        weights=weights(),
    )


def shares(checks: Sequence[Check], directories: dict[str, DirectoryInfo]) -> list[Share]:
    """What each directory adds to the score; those that say nothing of this location are left out."""
    rows = []
    for check in checks:
        directory = directories[check.directory]
        sums = tally(check, directory.tier)
        if sums.weight:
            rows.append(Share(directory.name, sums.weight, sums.verified, sums.earned))
    return rows


def _to_fix(problem: Problem) -> ToFix:
    canonical, _ = marked(problem.canonical, problem.listed, problem.field, problem.parts)
    reason = "" if problem.field == "listing" else problem.reason  # the sentence says it already
    return ToFix(sentence(problem), canonical if problem.listed else Markup(), reason, problem.worth)
