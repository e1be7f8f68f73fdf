"""How far a fix is: read from what audits saw and people decided, never set by hand.

"Done" is what a person says; only an audit makes it verified.
"""

from datetime import date, timedelta

from citations.findings.fixes.observe import ended_at
from citations.findings.fixes.table import table
from citations.models import TrackerNote
from citations.same_page import page_key
from citations.store import KeptFix
from citations.words import FixState


def state(fix: KeptFix, today: date, sent: TrackerNote | None = None) -> FixState:
    """The state of `fix` on the day `today`.

    A missing listing that the agency's tracker has as submitted (`sent`) is so for as long as a submission may take.
    """
    end = ended_at(fix)
    if end:
        return FixState.VERIFIED if end == fix.verified_at else FixState.REPLACED
    if is_fine(fix):
        return FixState.ACCEPTED
    if fix.snoozed_until and fix.snoozed_until > today:
        return FixState.SNOOZED
    if fix.submitted_at and fix.submitted_at >= fix.seen_at:
        return FixState.SUBMITTED
    if sent and is_under_way(fix, sent, today):
        return FixState.SUBMITTED
    return FixState.REGRESSED if fix.verified_at else FixState.OPEN


def is_fine(fix: KeptFix) -> bool:
    """True when a person said that the value is fine as it is, at the address where it stands."""
    return fix.accepted_at is not None and page_key(fix.accepted_url) == page_key(fix.url)


def is_under_way(fix: KeptFix, sent: TrackerNote, today: date) -> bool:
    """True when a listing was sent in so lately that nobody should wonder that it is not there."""
    since = _since(sent)
    patience = timedelta(table()["pending"]["days"])
    return fix.field == "listing" and since is not None and today <= since + patience


def says(fix: KeptFix, today: date, sent: TrackerNote | None = None, fine: KeptFix | None = None) -> str:
    """The state in words with its dates, and what the last audit could not tell.

    `sent` is the tracker's note of a submission that still waits: nobody should send it twice. `fine` is another value
    of the same field there that a person accepted.
    """
    if sent and state(fix, today) is not state(fix, today, sent):
        return (
            f"In the agency's tracker it is {sent.word} since {day(_since(sent))}; the audit that finds it verifies it."
        )
    sentences = [_SAYS[state(fix, today)](fix)]
    if state(fix, today).is_to_do:
        sentences += _was_asked(fix)
        if fine and fine.id != fix.id:
            other = f"“{fine.listed}”" if fine.listed else "that nothing is shown there"
            sentences.append(f"On {day(fine.accepted_at)} a person accepted {other}; now it is another value.")
        if sent:
            since = f" since {day(sent.on)}" if sent.on else ""
            sentences.append(f"In the agency's tracker it is {sent.word}{since}: ask after it before it is sent again.")
    if fix.unsure and fix.unsure_at:
        why = fix.unsure.rstrip(".")
        sentences.append(f"Could not be checked on {day(fix.unsure_at)} ({why}), so it stays as it was.")
    return " ".join(sentences)


def _since(sent: TrackerNote) -> date | None:
    """When it was sent, or when the sheet was written that says so."""
    return sent.on or (sent.file_at.date() if sent.file_at else None)


def day(moment: date | None) -> str:
    """A date as people write it."""
    return f"{moment.day} {moment:%B %Y}" if moment else ""


def _was_asked(fix: KeptFix) -> list[str]:
    if fix.submitted_at and fix.opened_at < fix.submitted_at < fix.seen_at:
        return [f"Still wrong on {day(fix.seen_at)}, after it was submitted on {day(fix.submitted_at)}."]
    if fix.accepted_at and not is_fine(fix):
        return [f"Accepted on {day(fix.accepted_at)} at another address; the listing is a different one now."]
    return []


_SAYS = {
    FixState.OPEN: lambda fix: f"Open since {day(fix.opened_at)}.",
    FixState.SUBMITTED: lambda fix: f"Submitted on {day(fix.submitted_at)}; the next audit will tell.",
    FixState.VERIFIED: lambda fix: f"Seen right on {day(fix.verified_at)}.",
    FixState.REGRESSED: lambda fix: f"Was right on {day(fix.verified_at)}, wrong again since {day(fix.opened_at)}.",
    FixState.SNOOZED: lambda fix: f"Put off until {day(fix.snoozed_until)}.",
    FixState.ACCEPTED: lambda fix: f"Accepted as it is on {day(fix.accepted_at)}.",
    FixState.REPLACED: lambda fix: (
        f"No longer there on {day(fix.replaced_at)}; what stands there now is a fix of its own."
    ),
}
