"""Owners' exports on the command line: which file is whose, and what is said of them."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from citations.audit import Holdings
from citations.catalog import DirectoryError
from citations.cli.main import say
from citations.directory import Directory
from citations.locations import OwnerExport, platform_of, read_owner_export
from citations.words import Status


def read_owner_exports(given: Sequence[str], directories: Mapping[str, Directory], country: str) -> list[OwnerExport]:
    """The exports named as PLATFORM=FILE or FILE; says which rows could not be used.

    Raises LocationsError for a file that cannot be used, DirectoryError for a platform that no directory is of.
    """
    exports = []
    for text in given:
        platform, file = _parts(text)
        export = read_owner_export(file, platform, country=country)
        if export.platform not in directories:
            known = ", ".join(directories)
            raise DirectoryError(f"{text}: no directory has the id {export.platform}; there are: {known}")
        exports.append(export)
        for refusal in export.refusals:
            say.print(f"{file.name} {refusal}", markup=False)
        for note in export.notes:
            say.print(f"{file.name} {note}", markup=False)
    return exports


def _parts(text: str) -> tuple[str, Path]:
    platform, mark, file = text.partition("=")
    if not mark or Path(text).exists():
        return "", Path(text)
    return platform_of(platform), Path(file).expanduser()


def with_exported(
    chosen: Sequence[Directory], exports: Iterable[OwnerExport], every: Mapping[str, Directory]
) -> tuple[Directory, ...]:
    """The chosen directories and those whose exports are given."""
    known = {directory.id: directory for directory in chosen}
    known |= {export.platform: every[export.platform] for export in exports if export.platform not in known}
    return tuple(known.values())


def told_holdings(found: Iterable[Holdings]) -> None:
    """Say what the exports came to, and which of their rows are no location's."""
    for held in found:
        listed = sum(check.status is Status.LISTED for check in held.checks)
        doubtful = sum(check.status is Status.AMBIGUOUS for check in held.checks)
        say.print(
            f"Owners' exports of {held.directory.name}: {listed} location(s) listed, {doubtful} doubtful.", markup=False
        )
        for row in held.strangers:
            say.print(f"  matches no location: {row.file} {row}", markup=False)
