"""What a person's word makes of a check: a candidate is ours, or is not; or nothing is there."""

from dataclasses import replace
from datetime import UTC, datetime

from citations.audit.assist.by_hand import TEXT, as_far_as_shown
from citations.audit.assist.copied_text import AS_TEXT
from citations.audit.case import speaker
from citations.audit.duplicates import without_duplicates
from citations.directory import Directory
from citations.models import Check, Identity, Listing, Location
from citations.nap import Batch, compare
from citations.same_page import is_among
from citations.words import Decision, Reason, Said, Status, Verdict

SAID = "said"
OURS = "a person said that this listing is this location's"


def as_said(check: Check, word: Said, url: str, location: Location, batch: Batch, directory: Directory) -> Check:
    """The check after a person's word on the listing, or the page, at `url`; itself where the word changes nothing.

    Raises KeyError when no listing of the check stands at `url`.
    """
    if word is Said.OURS and check.status is Status.AMBIGUOUS:
        return ours(check, url, location, batch, speaker(directory))
    if word is Said.NOT_OURS and check.status in (Status.AMBIGUOUS, Status.LISTED):
        return not_ours(check, url)
    return not_there(check, url, directory.known_url(location)) if word is Said.NOT_THERE else check


def ours(check: Check, url: str, location: Location, batch: Batch, directory: str = "") -> Check:
    """The check with the candidate at `url` for its listing; `directory` is how reasons speak of where it stands.

    Raises KeyError when no candidate stands there.
    """
    listing = _candidate(check, url)
    others = tuple(candidate for candidate in check.candidates if candidate is not listing)
    # The page that was kept is that of the likeliest candidate.
    evidence = check.evidence if listing is check.candidates[0] else ""
    listed = replace(
        check,
        status=Status.LISTED,
        reason=None,
        detail=OURS,
        url=listing.url,
        listing=listing,
        comparison=compare(location, listing, batch, directory),
        identity=Identity(Decision.SAME, 0.0, (("a person said that it is", 0.0),)),
        candidates=others,
        evidence=evidence,
        how=SAID,
        checked_at=datetime.now(UTC),
    )
    return _of_a_text(listed) if check.how in AS_TEXT else listed


def _of_a_text(check: Check) -> Check:
    """The check without what a copied text cannot tell: what it leaves out, and which of its lines is the name."""
    check = as_far_as_shown(check, f"{OURS}; {TEXT}")
    comparison = check.comparison
    if comparison is None or comparison.name.verdict is not Verdict.DIFFERENT:
        return check
    reason = f"A copied text does not tell for certain which line is the name; read as “{comparison.name.listed}”."
    name = replace(comparison.name, verdict=Verdict.NOT_COMPARED, rule="shown in part", reason=reason)
    return replace(check, comparison=replace(comparison, name=name))


def not_ours(check: Check, url: str) -> Check:
    """The check without the listing at `url`, a candidate or the one it found; with none left, to be looked for again.

    Raises KeyError when neither stands there.
    """
    if check.status is Status.LISTED and not is_among(url, [check.url]):
        return without_duplicates(check, [_candidate(check, url).url])
    refused = check.listing if check.status is Status.LISTED else _candidate(check, url)
    rest = tuple(candidate for candidate in check.candidates if candidate is not refused)
    if rest:
        detail = f"{len(rest)} listing(s) left to decide on"
        left = replace(check, status=Status.AMBIGUOUS, candidates=rest, url=rest[0].url, detail=detail)
        return replace(left, listing=None, comparison=None, link=None, identity=None)
    detail = "a person said that what was found is another business; the next audit searches past it"
    bare = Check(check.location, check.directory, Status.UNVERIFIED, Reason.WEAK_SEARCH, detail)
    return replace(bare, checked_at=datetime.now(UTC), evidence=check.evidence, how=check.how, tried=check.tried)


def not_there(check: Check, looked_at: str, known: str) -> Check:
    """The check of a person who looked at `looked_at` and found no listing; vanished when one was `known` there."""
    is_gone = is_among(looked_at, [known])
    status = Status.VANISHED if is_gone else Status.NOT_LISTED
    found = "the listing gone from its known address" if is_gone else "no listing"
    detail = f"a person looked and found {found}; no page was kept"
    bare = Check(check.location, check.directory, status, None, detail, looked_at)
    return replace(bare, how=SAID, checked_at=datetime.now(UTC), tried=(looked_at,))


def _candidate(check: Check, url: str) -> Listing:
    for candidate in check.candidates:
        if candidate.url == url or is_among(candidate.url, (url,)):  # a pasted text has no address
            return candidate
    raise KeyError(url)
