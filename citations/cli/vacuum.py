"""`citations vacuum`: let go of old audits and old evidence, and say what stays."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from citations.audit import vacuum
from citations.cli.main import cli, out, say, settings
from citations.store import Store
from citations.web import EvidenceFolder

_EVERYTHING = (
    "Nothing is to go: every audit and all evidence is kept. Say how many audits of each file stay and for how many"
    " days evidence does, such as --audits 4 --evidence 90, or set CITATIONS_KEEP_AUDITS and CITATIONS_KEEP_EVIDENCE."
)


@cli.command("vacuum")
def make_room(
    audits: Annotated[int | None, typer.Option(min=0, help="audits kept of each locations file; 0: all")] = None,
    days: Annotated[int | None, typer.Option("--evidence", min=0, help="days of evidence kept; 0: for good")] = None,
    only_say: Annotated[bool, typer.Option("--dry-run", help="only say what would go")] = False,
) -> None:
    """Let go of audits and evidence beyond what the settings or the options keep. History and fixes always stay."""
    now = settings()
    keep_audits = now.keep_audits if audits is None else audits
    keep_days = now.keep_evidence if days is None else days
    if not keep_audits and not keep_days:
        say.print(_EVERYTHING)
    store, evidence = Store(now.database), EvidenceFolder(now.evidence_folder)
    today = datetime.now(UTC).date()
    room = vacuum(store, evidence, today, audits=keep_audits, days=keep_days, only_say=only_say)
    verb = "Would go" if only_say else "Gone"
    named = f" (numbers {', '.join(map(str, room.audits))})" if room.audits else ""
    checks = "" if only_say else f" with {room.checks} check(s)"
    out.print(f"{verb}: {len(room.audits)} audit(s){named}{checks}; {room.pages} page(s) of evidence.")
    out.print(
        f"Kept: {room.kept_audits} audit(s), {room.kept_pages} page(s) of evidence, all history, fixes and decisions."
    )
