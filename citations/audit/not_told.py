"""What a source does not tell of any listing proves nothing absent: there the verdict is `not_compared`."""

from collections.abc import Container
from dataclasses import replace

from citations.models import Comparison
from citations.words import FindingKind, Verdict


def not_held_against(
    comparison: Comparison,
    untold: Container[str],
    rule: str,
    reason: str,
    gaps: Container[Verdict] = (Verdict.ABSENT,),
) -> Comparison:
    """`comparison` with `not_compared`, by `rule` and for `reason`, where one of the fields `untold` has one of `gaps`.

    Where the website is among them its missing link is no finding either.
    """
    fields = {
        name: replace(result, verdict=Verdict.NOT_COMPARED, rule=rule, reason=reason)
        if name in untold and result.verdict in gaps
        else result
        for name, result in comparison.fields.items()
    }
    is_told = "website" not in untold
    findings = tuple(one for one in comparison.findings if is_told or one.kind is not FindingKind.MISSING_LINK)
    return replace(comparison, **fields, findings=findings)
