"""The agency's own tracker on the command line: what was read of it, and what could not be placed."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from citations.audit import Tracked
from citations.cli.main import say
from citations.findings import Portfolio, beside, standing
from citations.locations import TrackerFile, read_tracker
from citations.models import TrackerNote
from citations.reports.wording import wording


def read_trackers(files: Iterable[Path], country: str) -> list[TrackerFile]:
    """The trackers; says which rows could not be used. Raises LocationsError for a file that cannot be used."""
    trackers = []
    for file in files:
        tracker = read_tracker(file, country=country)
        trackers.append(tracker)
        for told in (*tracker.refusals, *tracker.notes):
            say.print(f"{file.name} {told}", markup=False)
        if tracker.secret_columns:
            columns = ", ".join(tracker.secret_columns)
            say.print(f"{file.name}: not read, since it holds passwords: {columns}", markup=False)
        if tracker.ignored_columns:
            say.print(f"{file.name}: not used: {', '.join(tracker.ignored_columns)}", markup=False)
    return trackers


def told_tracked(found: Tracked) -> None:
    """Say what a tracker came to, and each row that could not be placed or used as it stands."""
    silent = f"; {found.silent} row(s) say nothing yet" if found.silent else ""
    say.print(
        f"Tracker {found.file}: {len(found.placed)} note(s) of {found.locations} location(s),"
        f" {found.addresses} known listing(s){silent}.",
        markup=False,
    )
    for problem in found.problems:
        say.print(f"  {found.file} {problem}", markup=False)


def tracker_lines(whole: Portfolio) -> Iterator[str]:
    """Where the trackers and the audit differ, and which submissions are still pending, a sentence each."""
    names = {directory.id: directory.name for directory in whole.directories}
    for result in whole.results:
        now = standing(result.notes)
        for check in result.checks:
            note = now.get(check.directory)
            how = note and beside(note, check)
            if note and how:
                place = f"{whole.labels[result.location.id]} · {names[check.directory]}"
                yield f"{place}: {_says(note)}. {wording()['beside'][how]}"


def _says(note: TrackerNote) -> str:
    on = f" on {note.on}" if note.on else ""
    return f"“{note.said or note.word}”{on}"
