"""The command line: one command per job, one file per command."""

from citations.cli import app, assist, audit, demo, directories, doctor, opportunities, practice, read, report
from citations.cli.main import cli, main

__all__ = [
    "app",
    "assist",
    "audit",
    "cli",
    "demo",
    "directories",
    "doctor",
    "main",
    "opportunities",
    "practice",
    "read",
    "report",
]
