"""The verdict on the link to the business's own site."""

from collections.abc import Sequence

from citations.models import FieldResult, Finding, Link, Location
from citations.nap.nothing import says_nothing
from citations.nap.website import Site, read_door, read_site
from citations.nap.wording import when
from citations.unseen import seen
from citations.words import FindingKind, Verdict

SHORTENER = "website.shortener"


def compare_website(location: Location, text: str) -> FieldResult:
    """The verdict on the listed link to the business's own site."""
    canonical = location.website
    if not canonical:
        return FieldResult(Verdict.NOT_COMPARED, text, "", "website.no_record", "Your record has no website.")
    if says_nothing(text):
        reason = "The listing has no link to your website."
        return FieldResult(Verdict.ABSENT, "", canonical, "website.absent", reason)
    ours, theirs, door = read_site(canonical), read_site(text), read_door(text)
    if door.domain == ours.domain:  # our own page may carry any address in its query
        theirs = door
    if not theirs.host:
        reason = f"The text “{text}” cannot be read as a web address."
        return FieldResult(Verdict.UNREADABLE, text, canonical, "website.unreadable", reason)
    if theirs != ours and (theirs.is_shortener or ours.is_shortener):
        return FieldResult(Verdict.UNREADABLE, text, canonical, SHORTENER, _unfollowed(theirs, ours))
    rule, verdict, reason = _judge(text, canonical, ours, theirs)
    if verdict is Verdict.DIFFERENT and (old := _former(theirs, location)):
        return FieldResult(Verdict.OUTDATED, text, canonical, "website.former", old)
    return FieldResult(verdict, text, canonical, rule, reason)


def _judge(text: str, canonical: str, ours: Site, theirs: Site) -> tuple[str, Verdict, str]:
    if seen(text).strip() == seen(canonical).strip():
        return "website.identical", Verdict.SAME, "The link is exactly yours."
    if theirs == ours:
        reason = "The same page, written in another way; nothing to do."
        return "website.same_page", Verdict.FORMATTING, reason
    if theirs.domain != ours.domain or (ours.is_shared and theirs[2:] != ours[2:]):
        return elsewhere(theirs, ours)
    if theirs.host != ours.host:
        reason = f"The link leads to {theirs.host}, another part of your site {ours.domain}."
        return "website.other_host", Verdict.FORMATTING, reason
    if theirs.is_home:
        reason = "The link leads to your site's first page, not to the page of this location."
        return "website.home_page", Verdict.FORMATTING, reason
    reason = f"The link leads to another page of your site: {theirs.path or '/'}."
    return "website.other_page", Verdict.FORMATTING, reason


def _unfollowed(theirs: Site, ours: Site) -> str:
    if theirs.is_shortener:
        return f"The link goes through {theirs.host}, a shortener that nobody has followed: it may lead anywhere."
    return f"Your record has the website as {ours.host}, a shortener: write down the address that it leads to."


def elsewhere(theirs: Site, ours: Site) -> tuple[str, Verdict, str]:
    """Rule, verdict and reason for a link to a page that is not ours."""
    if theirs.is_shared:
        reason = f"The link leads to a page on {theirs.domain}, not to your own site {ours.host}."
        return "website.profile", Verdict.DIFFERENT, reason
    reason = f"The link leads to {theirs.host}; your site is {ours.host}."
    return "website.other_domain", Verdict.DIFFERENT, reason


def _former(theirs: Site, location: Location) -> str:
    for former in location.former:
        old = read_site(former.value) if former.field == "website" else Site()
        if old.host and old.domain == theirs.domain and not (old.is_shared and old[2:] != theirs[2:]):
            return f"The link leads to {theirs.host}, an address you left{when(former.until)}."
    return ""


def website_findings(result: FieldResult) -> Sequence[Finding]:
    """What the address of the link shows beside its verdict: it is missing, old, or a sibling's."""
    if result.verdict is Verdict.ABSENT:
        return (Finding(FindingKind.MISSING_LINK, result.reason),)
    if result.rule == "website.former":
        return (Finding(FindingKind.OLD_DOMAIN, result.reason),)
    if result.verdict is Verdict.SIBLING:
        return (Finding(FindingKind.WRONG_BRANCH_LINK, result.reason),)
    return ()


def link_findings(result: FieldResult, link: Link | None) -> Sequence[Finding]:
    """A link to the right site that search engines do not follow."""
    if link is None or link.is_counted or not result.verdict.is_right:
        return ()
    reason = "Search engines are told not to follow the link to your site; visitors can still use it."
    return (Finding(FindingKind.NOFOLLOW_LINK, reason),)
