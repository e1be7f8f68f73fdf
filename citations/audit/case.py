"""A case: one location in one directory while it is being checked. Where we looked, and the answers it can end with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Protocol

from citations.audit.candidate import Candidate, distinct
from citations.audit.contradicting import Said, inside_contradictions
from citations.audit.decided import as_decided, changed_since
from citations.audit.duplicates import Double, to_keep, with_duplicates
from citations.audit.follow import Followed
from citations.audit.look import Look
from citations.audit.not_told import not_held_against
from citations.directory import Api, Directory, Query
from citations.findings.fine import with_fine
from citations.models import (
    Check,
    Comparison,
    Finding,
    LinkVisit,
    Listing,
    Location,
    Obstacle,
    Page,
    Sighting,
)
from citations.nap import Batch, compare, identify
from citations.nap.link_end import address_to_follow, judge_end
from citations.same_page import is_among
from citations.store import NOTHING_DECIDED, Decided
from citations.web import EvidenceFolder
from citations.words import Status


class Looking(Protocol):
    """Whoever looks at pages for a case: a `Looker`, or nobody when a person brought the page."""

    async def look(self, directory: Directory, url: str, *, climb: bool = True, country: str = "") -> Look:
        """The page at `url`, read as a page of `directory`; `climb` allows the browser, `country` is the location's."""

    async def follow(self, url: str, beside: str) -> Followed | None:
        """What is at `url`, a link of the page at `beside`; None from who follows no links."""

    async def picture(self, page: Page) -> bytes:
        """A screenshot of a page that was read, as PNG; nothing when none can be taken."""


_ABSENT = frozenset({Status.NOT_LISTED, Status.VANISHED})


@dataclass
class Case:
    """The course of one check.

    `earlier` is where an earlier audit found the listing, and its second ones; `taken` are listings here that are a
    sister's, by URL, with her name; `derived` is where it is by what is known of directories of the same family. `api`
    is the directory's official API when it is the way to ask; `find_duplicates` asks for second listings where one is
    known; `seen` are the competitors of the record that were met
    on the way.
    """

    location: Location
    directory: Directory
    looker: Looking
    evidence: EvidenceFolder
    batch: Batch
    decided: Decided = NOTHING_DECIDED
    api: Api | None = None
    earlier: Sequence[str] = ()
    taken: Mapping[str, str] = field(default_factory=dict)
    derived: Sequence[str] = ()
    find_duplicates: bool = False
    tried: list[str] = field(default_factory=list)
    seen: dict[str, tuple[Listing, Look]] = field(default_factory=dict)

    @property
    def is_own_website(self) -> bool:
        """True for the business's own site, whose pages are about the business whatever they say."""
        return "*" in self.directory.domains

    async def look(self, url: str, *, climb: bool = True) -> Look:
        """Look at a page, and remember that we did."""
        self.tried.append(url)
        return await self.looker.look(self.directory, url, climb=climb, country=self.location.country)

    def queries(self) -> Iterable[Query]:
        """The searches for the location, by the API when it is the way."""
        return (self.api or self.directory).find(self.location)

    def can_open(self, url: str) -> bool:
        """True when the listing at `url` can be had by the way that we go."""
        if self.api is None:
            return self.directory.is_listing(url)
        is_its_own = self.directory.is_listing(url) or url.startswith(f"{self.api.base}/")
        return is_its_own and self.api.request(url) is not None

    def judge(self, listing: Listing, look: Look) -> Candidate:
        """`listing` with the decision whether it is this location.

        That a page of the own site names the site it stands on tells nothing of which branch it speaks.
        """
        listing = replace(listing, directory=self.directory.id, url=listing.url or look.url)
        telling = replace(listing, website="", link=None) if self.is_own_website else listing
        identity = identify(self.location, telling, self.batch)
        said = as_decided(listing, identity, self.decided, self.taken, self.location.country)
        return Candidate(listing, look, said)

    def best(self, look: Look) -> Candidate | None:
        """The listing on a page that is most likely this location; None when it shows none."""
        judged = [self.judge(listing, look) for listing in look.reading]
        return max(judged, key=lambda candidate: candidate.identity.bits, default=None)

    async def listed(
        self,
        sure: Sequence[Candidate],
        findings: Sequence[Finding] = (),
        *,
        further: Sequence[Candidate] = (),
        **facts: Any,
    ) -> Check:
        """The answer `listed`: the candidate to keep is the listing, the others are duplicates.

        `further` can only be duplicates, since no page shows all that they say. `findings` are what the way there
        showed beside the listing, `facts` what else the check is to hold.
        """
        every = distinct(sure)
        kept, why = to_keep([self._double(candidate) for candidate in every])
        best = kept.candidate
        known = [candidate.listing.url for candidate in every]
        others = [candidate for candidate in every if candidate is not best]
        others += [candidate for candidate in distinct(further) if not is_among(candidate.listing.url, known)]
        comparison = kept.comparison
        link = await self._follow(best.listing)
        if link:
            comparison = judge_end(comparison, link)
        comparison = with_duplicates(comparison, best.listing.url, [other.listing.url for other in others], why)
        comparison = replace(comparison, findings=(*comparison.findings, *findings, *self._contradictions(best)))
        key = self.keep(best.look.page)
        if key and any(result.verdict.is_wrong for result in comparison.fields.values()):
            await self._picture(key, best.look)
        return self.answer(
            Status.LISTED,
            url=best.listing.url,
            listing=best.listing,
            comparison=comparison,
            identity=best.identity,
            candidates=tuple(other.listing for other in others),
            evidence=key,
            how=best.look.page.how,
            checked_at=_seen_at(best.look),
            link=link,
            **facts,
        )

    def _contradictions(self, best: Candidate) -> Iterator[Finding]:
        """Where the listing's page contradicts itself; of the business's own site its own check says so."""
        said = () if self.is_own_website else best.look.reading.statements
        whole = [Said(best.look, statement) for statement in said]
        return inside_contradictions(self.location, self.batch, whole, speaker(self.directory), self.keep)

    async def _follow(self, listing: Listing) -> LinkVisit | None:
        """What came of the listing's link to the website; None where there is none to follow.

        A site of one's own is no listing, and a directory's own counting address is not the website.
        """
        shown = (listing.link.url if listing.link else "", listing.website)
        addresses = map(address_to_follow, shown)
        address = next((at for at in addresses if at and not self.directory.owns(at)), "")
        if self.is_own_website or not self.location.website or not address:
            return None
        followed = await self.looker.follow(address, listing.url)
        if followed is None:
            return None
        return replace(followed.visit, evidence=self.evidence.keep(followed.page) if followed.tells else "")

    def _double(self, candidate: Candidate) -> Double:
        url, named = candidate.listing.url, (self.directory.known_url(self.location), self.decided.tracked)
        return Double(
            candidate,
            self._compared(candidate.listing),
            is_said=is_among(url, self.decided.ours),
            is_named=is_among(url, named),
            is_seen=is_among(url, self.earlier[:1]),
        )

    def _compared(self, listing: Listing) -> Comparison:
        """The verdicts; what the API says of no listing is not compared, and what a person said is fine is accepted."""
        comparison = compare(self.location, listing, self.batch, speaker(self.directory))
        if self.api is not None:
            reason = f"{self.api.name} does not say it of any listing."
            comparison = not_held_against(comparison, self.api.never_says, "not in the api", reason)
        return with_fine(comparison, self.decided.fine, listing.url, self.location.country)

    def ambiguous(self, doubtful: Sequence[Candidate], detail: str = "") -> Check:
        """The answer `ambiguous`: candidates for a person to look at."""
        candidates = distinct(doubtful)
        best = candidates[0]
        return self.answer(
            Status.AMBIGUOUS,
            look=best.look,
            detail=detail or none_is_certain(len(candidates)),
            url=best.listing.url,
            identity=best.identity,
            candidates=tuple(candidate.listing for candidate in candidates),
        )

    def looks_like_another(self, best: Candidate) -> str:
        """What is said when a known address does not show this location; a person may have known it for ours."""
        changed = changed_since(best.listing, self.decided, self.location.country)
        said = f"; a person said that it is yours {changed}" if changed else ""
        return f"the known address shows what looks like another business{said}"

    def unverified(self, obstacle: Obstacle, look: Look | None = None) -> Check:
        """The answer `unverified`, with what stood in the way."""
        return self.answer(Status.UNVERIFIED, look=look, reason=obstacle.reason, detail=obstacle.detail)

    def answer(self, status: Status, *, look: Look | None = None, **facts: Any) -> Check:
        """The check, with its time, and with the evidence of `look` when a page came."""
        if look is not None:
            facts.setdefault("url", look.url)
            facts["how"] = look.page.how
            facts["evidence"] = self.keep(look.page) if look.page.body else ""
        facts.setdefault("checked_at", _seen_at(look))
        return Check(
            self.location.id,
            self.directory.id,
            status,
            tried=tuple(self.tried),
            competitors=tuple(self._sightings(status)),
            **facts,
        )

    def _sightings(self, status: Status) -> Iterator[Sighting]:
        """The competitors that were met; with the page as evidence where they are listed and the location is not."""
        for name, (listing, look) in self.seen.items():
            evidence = self.keep(look.page) if status in _ABSENT else ""
            yield Sighting(name, replace(listing, directory=self.directory.id), look.url, evidence)

    def keep(self, page: Page) -> str:
        """The key of the page's evidence; blank for an answer whose API forbids to store it."""
        return self.evidence.keep(page) if self.api is None or self.api.keeps_answers else ""

    async def _picture(self, key: str, look: Look) -> None:
        png = await self.looker.picture(look.page)
        if png:
            self.evidence.add_screenshot(key, png)


def _seen_at(look: Look | None) -> datetime:
    """When what a check says was seen: now, unless a page of an earlier visit stood in."""
    seen_at = look.page.fetched_at if look and look.page.is_kept else None
    return seen_at or datetime.now(UTC)


def speaker(directory: Directory) -> str:
    """How reasons speak of where a listing stands."""
    return "Your website" if "*" in directory.domains else directory.name


def none_is_certain(number: int) -> str:
    """What is said of so many candidates."""
    return f"{number} listing{'' if number == 1 else 's'} may be this location; none is certain"
