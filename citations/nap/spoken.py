"""Reasons that name the directory: "Superpages sends callers to …" in place of "The listing sends callers to …"."""

import re
from dataclasses import replace

from citations.models import Comparison, FieldResult

_SUBJECT = re.compile(r"(?:(?<=^)|(?<=[.”)] ))The listing (?=[a-z])")


def spoken_of(comparison: Comparison, directory: str) -> Comparison:
    """`comparison` with the directory's name where its reasons speak of the listing."""
    findings = tuple(replace(finding, reason=_said(finding.reason, directory)) for finding in comparison.findings)
    results = {field: _spoken(result, directory) for field, result in comparison.results.items()}
    return replace(comparison, **results, findings=findings)


def _spoken(result: FieldResult, directory: str) -> FieldResult:
    parts = {name: _spoken(part, directory) for name, part in result.parts.items()}
    return replace(result, reason=_said(result.reason, directory), parts=parts)


def _said(reason: str, directory: str) -> str:
    return _SUBJECT.sub(lambda _: f"{directory} ", reason)
