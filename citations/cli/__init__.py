"""The command line: one command per job, one file per command."""

from citations.cli import (
    app,
    assist,
    audit,
    changes,
    demo,
    directories,
    doctor,
    explain,
    fixes,
    new_directory,
    notify,
    opportunities,
    practice,
    read,
    report,
    say,
)
from citations.cli.main import cli, main

__all__ = [
    "app",
    "assist",
    "audit",
    "changes",
    "cli",
    "demo",
    "directories",
    "doctor",
    "explain",
    "fixes",
    "main",
    "new_directory",
    "notify",
    "opportunities",
    "practice",
    "read",
    "report",
    "say",
]
