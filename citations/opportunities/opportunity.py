"""An opportunity: something to do in one directory, for all the locations that it would help."""

from dataclasses import dataclass

from citations.directory import Directory
from citations.findings import Door
from citations.opportunities.place import Place
from citations.opportunities.score import OpportunityScore, duration, hours
from citations.opportunities.table import counted, says
from citations.store import DirectoryInfo
from citations.words import LinkState, OpportunityKind


@dataclass(frozen=True, slots=True)
class Opportunity:
    """One thing to do in one directory, the score that ranks it, and the places that it is about.

    `state` is what is wrong with the links of an opportunity of the kind link; `site` the directory's file,
    None when it is not at hand any more.
    """

    kind: OpportunityKind
    directory: DirectoryInfo
    site: Directory | None
    places: tuple[Place, ...]
    score: OpportunityScore
    state: LinkState | None = None

    @property
    def id(self) -> str:
        """The same for the same thing to do in every audit."""
        return "-".join((self.directory.id, self.state or self.kind))

    @property
    def says(self) -> str:
        """What sort of opportunity it is, in a few words."""
        return says("kind", self.kind)

    @property
    def todo(self) -> str:
        """What to do, in one sentence."""
        where = counted(len(self.places), "location")
        beaten = sum(place.kind is OpportunityKind.COMPETITORS_LISTED for place in self.places)
        key = "competitors_of_some" if 0 < beaten < len(self.places) else self.state or self.kind
        return says("todo", key, where=where, directory=self.directory.name, number=beaten)

    @property
    def door(self) -> Door | None:
        """Where to do it; None when no address is known."""
        return self.door_of(next((place for place in self.places if place.url), self.places[0]))

    def door_of(self, place: Place) -> Door | None:
        """Where to do it for one of the places."""
        seen = place.url
        submit = self.site.submit_url if self.site else ""
        home = f"https://{self.site.domains[0]}/" if self.site and "/" not in self.site.domains[0] else ""
        page = "gone" if place.is_gone else "search"
        ways: dict[str, str] = {"submit": submit, page: seen, "claim": self.claim, "site": home}
        if self.kind is OpportunityKind.LINK:
            ways = {"listing": seen} if len(self.places) == 1 or not self.claim else {"claim": self.claim}
        elif self.kind is OpportunityKind.NOT_CHECKED:
            ways = {"search": seen, **ways}
        return next((Door(url, says("door", key)) for key, url in ways.items() if url), None)

    @property
    def claim(self) -> str:
        """Where an owner claims or edits a listing; blank when it is not known."""
        return self.site.claim_url if self.site else ""

    @property
    def cost(self) -> str:
        """What a listing costs, as far as it is stated."""
        return (self.site.cost if self.site else "") or says("why", "not_stated")

    @property
    def hours(self) -> float:
        """About how many hours of work it is."""
        return hours(self.kind, len(self.places))

    @property
    def effort(self) -> str:
        """The same in words: "15 minutes"."""
        return duration(self.hours)
