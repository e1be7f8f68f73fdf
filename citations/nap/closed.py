"""Whether a listing says rightly that the business is open, has closed or has moved."""

from collections.abc import Sequence

from citations.models import Finding, Location
from citations.words import FindingKind, Lifecycle

_SAYS = {
    Lifecycle.CLOSED: (FindingKind.CLOSED, "The listing tells customers that you are permanently closed."),
    Lifecycle.TEMPORARILY_CLOSED: (FindingKind.CLOSED, "The listing tells customers that you are temporarily closed."),
    Lifecycle.MOVED: (FindingKind.MOVED, "The listing tells customers that you have moved."),
}


def lifecycle_findings(location: Location, told: Sequence[Lifecycle]) -> Sequence[Finding]:
    """What the listing tells wrongly of the business being open: by a badge, a sign at the name or in place of hours.

    A listing that shows a closed location as open is the finding, one that says so too is right.
    """
    said = Lifecycle.OPEN
    if told.count(said) < len(told):
        said = next(one for one in told if one is not Lifecycle.OPEN)
    is_gone = location.lifecycle is Lifecycle.CLOSED and said is not Lifecycle.OPEN
    if said is location.lifecycle or is_gone:
        return ()
    if said is not Lifecycle.OPEN:
        return [Finding(*_SAYS[said])]
    for_now = "for a time" if location.lifecycle is Lifecycle.TEMPORARILY_CLOSED else "for good"
    reason = f"The listing shows you as open, though you are closed {for_now}: customers come to a closed door."
    return [Finding(FindingKind.SHOWN_OPEN, reason)]
