"""The score of an opportunity: seven rules, each with its points and its reason, times a factor.

    score = (importance + competitors seen there, or what is wrong with the link + fit for country and trade
             + locations concerned + links there as measured + cost + effort) x factor

The factor is 1, and less for what nobody could check and for links that there is nothing to correct about.

The numbers stand in `tables/score.toml`. No authority figure of any tool is in it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citations.directory import Directory
from citations.opportunities.fit import Fit
from citations.opportunities.place import Place
from citations.opportunities.table import counted, joined, says, table
from citations.store import DirectoryInfo
from citations.words import LinkState, OpportunityKind

MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Part:
    """The points that one rule gives, of the most that it can give, and why."""

    rule: str
    points: float
    most: float
    says: str

    @property
    def label(self) -> str:
        """What the points are for, in a word."""
        return says("rule", self.rule)


@dataclass(frozen=True, slots=True)
class OpportunityScore:
    """The parts, and the factor with its reason."""

    parts: tuple[Part, ...]
    factor: float
    factor_says: str

    @property
    def points(self) -> float:
        """From 0 to 100."""
        return round(self.factor * sum(part.points for part in self.parts), 1)

    @property
    def level(self) -> str:
        """The points as a word: high, medium or low."""
        levels: dict[str, float] = table("score")["level"]
        return next(word for word, least in levels.items() if self.points >= least)

    @property
    def formula(self) -> str:
        """The sum as it was made, in one line."""
        terms = [f"{part.label.lower()} {number(part.points)}" for part in self.parts]
        factor = f" × {self.factor:g} ({self.factor_says})" if self.factor != 1 else ""
        return f"{'(' if factor else ''}{' + '.join(terms)}{')' if factor else ''}{factor} = {number(self.points)}"


def score(
    kind: OpportunityKind,
    state: LinkState | None,
    info: DirectoryInfo,
    site: Directory | None,
    places: Sequence[Place],
    fits: Fit,
    of: int,
    links: Counter[LinkState],
) -> OpportunityScore:
    """The score of doing `kind` in one directory for `places`, which are some of the client's `of` locations.

    `links` counts the links of the listings that were seen there, the client's and competitors'.
    """
    weights = table("score")
    factor = next((str(word) for word in (state, kind) if word in weights["factor"]), "checked")
    first = Part("tier", weights["tier"][str(info.tier)], weights["tier"]["1"], says("why", "tier", number=info.tier))
    parts = (
        first,
        _fault(state) if state else _competitors(places),
        _fit(fits),
        _reach(len(places), of),
        _links(links),
        _cost(site),
        _effort(kind, len(places)),
    )
    return OpportunityScore(parts, weights["factor"][factor], says("factor", factor))


def hours(kind: OpportunityKind, places: int) -> float:
    """About how many hours of work it is in so many places."""
    each: float = table("score")["hours"][kind]
    return each * places


def duration(work: float) -> str:
    """Hours as people say them: "15 minutes", "1 hour", "2.5 hours"."""
    if work < 1:
        return counted(round(60 * work), "minute")
    return "1 hour" if work == 1 else f"{number(work)} hours"


def cost_word(site: Directory | None) -> str:
    """What the directory's own words for its cost come to: free, paid or not_stated."""
    cost = site.cost.casefold() if site else ""
    words: dict[str, list[str]] = table("score")["cost_words"]
    return next((word for word, signs in words.items() if any(sign in cost for sign in signs)), "not_stated")


def link_word(links: Counter[LinkState]) -> str:
    """What the links of the listings seen in a directory come to, as a row of the score."""
    if links[LinkState.LINKED]:
        return "followed"
    if links[LinkState.NOT_COUNTED]:
        return "not_counted"
    without = sum(links[state] for state in (LinkState.NONE, LinkState.NAMED))
    return "none" if without and not sum(links[state] for state in _LINKING) else "not_measured"


_LINKING = (LinkState.DEAD, LinkState.OLD_DOMAIN, LinkState.OTHER_SITE, LinkState.OTHER_BRANCH, LinkState.REDIRECTED)


def number(value: float) -> str:
    """With one decimal at most: 3, 2.5."""
    return f"{value:.1f}".removesuffix(".0")


def _competitors(places: Sequence[Place]) -> Part:
    """The share of the named competitors, place by place, that were seen there."""
    most = table("score")["competitors"]["most"]
    named = sum(len(set(place.location.competitors)) for place in places)
    seen = Counter(sighting.competitor for place in places for sighting in place.competitors)
    if not seen:
        return Part("competitors", 0, most, says("why", "no_competitors" if named else "none_named"))
    share = sum(seen.values()) / named
    return Part("competitors", most * share, most, says("why", "competitors", who=_who(seen), number=_named(places)))


def _who(seen: Counter[str]) -> str:
    names = [name for name, _ in seen.most_common(MOST_NAMED)]
    more = len(seen) - len(names)
    return joined([*names, f"{more} more"] if more else names)


def _named(places: Sequence[Place]) -> int:
    return len({name for place in places for name in place.location.competitors})


def _fault(state: LinkState) -> Part:
    faults = table("score")["fault"]
    return Part("fault", faults[state], max(faults.values()), says("state", state))


def _fit(fits: Fit) -> Part:
    weights = table("score")
    points = weights["fit"][fits.trade] + weights["country"][fits.country]
    return Part("fit", points, max(weights["fit"].values()) + max(weights["country"].values()), fits.says)


def _reach(places: int, of: int) -> Part:
    most = table("score")["reach"]["most"]
    return Part("reach", most * places / of, most, says("why", "reach", where=counted(places, "location"), number=of))


def _links(links: Counter[LinkState]) -> Part:
    word, points = link_word(links), table("score")["link"]
    key = "no_link" if word == "none" else word
    return Part("link", points[word], max(points.values()), says("why", key, number=links[LinkState.LINKED]))


def _cost(site: Directory | None) -> Part:
    word, points = cost_word(site), table("score")["cost"]
    return Part("cost", points[word], max(points.values()), says("why", word, cost=site.cost if site else ""))


def _effort(kind: OpportunityKind, places: int) -> Part:
    steps = _steps()
    work = hours(kind, places)
    points = next(points for points, most in steps if work <= most)
    return Part("effort", points, steps[0][0], says("why", "effort", number=duration(work)))


def _steps() -> list[tuple[int, float]]:
    """The points for the effort with the most hours for them, the least effort first."""
    steps: Iterator[tuple[str, float]] = iter(table("score")["effort"].items())
    return sorted(((int(points), most) for points, most in steps), key=lambda step: step[1])
