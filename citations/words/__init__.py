"""The words that the product uses, each with one meaning everywhere.

They appear in JSON, in the database and on every screen (`docs/interfaces.md` lists them).
A new word is added here and there, never beside them.
"""

from citations.words.audits import Arrival, Every, Noted, Priority, RunState, Said
from citations.words.checks import OWNER_EXPORT, Decision, FindingKind, Reason, Status, Verdict
from citations.words.directories import Access, DirectoryKind, Grade, HealthState, Markup, Wall
from citations.words.findings import Because, ChangeKind, FixOwner, FixState, LinkState, OpportunityKind, ScoreOf
from citations.words.records import Kind, Lifecycle, PhoneRole

__all__ = [
    "OWNER_EXPORT",
    "Access",
    "Arrival",
    "Because",
    "ChangeKind",
    "Decision",
    "DirectoryKind",
    "Every",
    "FindingKind",
    "FixOwner",
    "FixState",
    "Grade",
    "HealthState",
    "Kind",
    "Lifecycle",
    "LinkState",
    "Markup",
    "Noted",
    "OpportunityKind",
    "PhoneRole",
    "Priority",
    "Reason",
    "RunState",
    "Said",
    "ScoreOf",
    "Status",
    "Verdict",
    "Wall",
]
