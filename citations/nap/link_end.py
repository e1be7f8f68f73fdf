"""Where a listing's link to the website ends: on the site it names, on another one, or nowhere.

the page that the record names is gone         -> finding dead_link; the verdict stays: the listing is right
any other dead link                            -> finding dead_link; the verdict is "different"
another site, passing visitors on to ours      -> finding redirected_link; the verdict is no longer "different"
a shortener, passing visitors on elsewhere     -> the verdict is that on the address where it ends
our site, passing visitors on to another one   -> finding redirected_link
could not be followed                          -> nothing: that is never "dead"
"""

from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from citations.models import Comparison, Finding, LinkVisit
from citations.nap.website import Site, behind_redirectors, read_site
from citations.nap.website_verdict import SHORTENER, elsewhere
from citations.same_page import is_tracking
from citations.unseen import seen
from citations.words import FindingKind, Verdict

_FOR_EXAMPLES = (".example", ".invalid", ".test")  # names that nobody can have (RFC 2606)
_OUR_PAGE = frozenset({"website.identical", "website.same_page"})
DEAD = "website.dead"


def address_to_follow(text: str) -> str:
    """The address that a link leads to, ready to be visited; blank when there is nothing to be learnt there.

    A redirector's target is unwrapped; tracking parameters are left out, so that no visitor is counted. Pages on
    sites that many share (Facebook, …) show programs a door, so they are not visited.
    """
    site, text = read_site(text), behind_redirectors(seen(text).strip())
    host = site.host.partition(":")[0]
    if not host or site.is_shared or host.endswith(_FOR_EXAMPLES):
        return ""
    parts = urlsplit(text if "://" in text else f"http://{text}")
    asked = parse_qsl(parts.query, keep_blank_values=True)
    kept = [(name, value) for name, value in asked if not is_tracking(name.lower())]
    query = parts.query if kept == asked else urlencode(kept)
    return parts._replace(path=parts.path or "/", query=query, fragment="").geturl()


def judge_end(comparison: Comparison, visit: LinkVisit) -> Comparison:
    """`comparison` with what following the link has shown of it."""
    website = comparison.website
    link, end, ours = read_site(visit.url), read_site(visit.final_url), read_site(website.canonical)
    if visit.is_dead:
        return _dead(comparison, visit)
    if not end.host or end.domain == link.domain:
        return comparison
    if end.domain == ours.domain and not ours.is_shared:
        reason = f"The link leads to {link.host}, which passes visitors on to your site {end.host}."
        if website.verdict is Verdict.DIFFERENT or website.rule == SHORTENER:
            website = replace(website, verdict=Verdict.FORMATTING, rule="website.redirected", reason=reason)
    elif website.rule == SHORTENER and not ours.is_shortener:
        rule, verdict, reason = elsewhere(end, ours)
        return replace(comparison, website=replace(website, verdict=verdict, rule=rule, reason=reason))
    elif link.domain == ours.domain:
        reason = _passed_on(link, end)
    else:
        return comparison
    finding = Finding(FindingKind.REDIRECTED_LINK, reason, visit.evidence)
    return _with(replace(comparison, website=website), finding)


def _dead(comparison: Comparison, visit: LinkVisit) -> Comparison:
    """Whether a link that leads nowhere is followed by search engines is of no interest any more."""
    website, is_ours = comparison.website, comparison.website.rule in _OUR_PAGE
    reason = f"The link leads nowhere ({visit.detail})."
    if is_ours:
        reason = f"The page that your record names is no more ({visit.detail}): bring it back, or correct the record."
    elif website.verdict.is_right or website.rule == SHORTENER:
        website = replace(website, verdict=Verdict.DIFFERENT, rule=DEAD, reason=reason)
    kept = tuple(finding for finding in comparison.findings if finding.kind is not FindingKind.NOFOLLOW_LINK)
    finding = Finding(FindingKind.DEAD_LINK, reason, visit.evidence)
    return _with(replace(comparison, website=website, findings=kept), finding)


def _passed_on(link: Site, end: Site) -> str:
    where = f"The link leads to your site {link.host}, which passes visitors on to {end.host}."
    return f"{where} If that is your site now, correct the record."


def _with(comparison: Comparison, finding: Finding) -> Comparison:
    return replace(comparison, findings=(*comparison.findings, finding))
