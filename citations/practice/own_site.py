"""The businesses' own websites: one port each; a brand has a page for every branch.

Some contradict themselves: the contact page gives another number than the home page, or the data for search
engines other hours than the text beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from urllib.parse import urlsplit

from citations.practice.businesses import Business
from citations.practice.cells import cases
from citations.practice.chance import chance
from citations.practice.draft import Draft
from citations.practice.faults import FAULTS as CHANGES
from citations.practice.founder import Founder
from citations.practice.markup import local_business, render
from citations.practice.phone_book import in_dots
from citations.practice.row import Row
from citations.practice.shown import Shown
from citations.practice.sites import Answer
from citations.practice.tables import fault_kinds
from citations.words import FindingKind, Status

OWN_WEBSITE = "own_website"
FAULTS = ("hours_one_day", "phone_retired", "unit_missing", "phone_punctuation", "street_abbreviated")
FAULTY = 0.3
LOOKS = ("json-ld", "microdata", "plain")
CONTRADICTS = 0.25
CONTRADICTIONS = {"contact_phone": "phone_other_digit", "data_hours": "hours_every_day"}  # way -> what goes wrong


@dataclass(frozen=True, slots=True)
class OwnSite:
    """The website of one business, or of one brand.

    `pages` is what each page says, by path; `elsewhere` what the "contact" page or the "data" for search engines of a
    single business says otherwise.
    """

    id: str
    origin: str
    look: str
    pages: dict[str, tuple[Business, Shown]]
    elsewhere: dict[str, Shown] = field(default_factory=dict)

    def answer(self, path: str) -> Answer:
        """The page at the path; the contact page of a single business says the same as its home page, or should."""
        if path == "/robots.txt":
            return Answer("User-agent: *\nDisallow:\n", type="text/plain")
        path = path.rstrip("/") or "/"
        if path in self.pages:
            return Answer(self._page(*self.pages[path]))
        if path == "/contact" and "/" in self.pages:
            business, shown = self.pages["/"]
            return Answer(self._page(business, self.elsewhere.get("contact", shown)))
        if path == "/":
            return Answer(self._choice())
        return Answer(render("own.html", title="Page not found", data=None, pages=[("/", "Home")]), 404)

    def _page(self, business: Business, shown: Shown) -> str:
        data = None
        if self.look == "json-ld":
            said = self.elsewhere.get("data", shown)
            data = local_business(said, business.trade) | {"url": business.truth.website}
        return render(
            "own.html",
            title=shown.name,
            data=data,
            pages=(),
            shown=shown,
            trade=business.trade,
            microdata=self.look == "microdata",
        )

    def _choice(self) -> str:
        first, _ = next(iter(self.pages.values()))
        pages = [(path, f"{shown.city}, {shown.street}") for path, (_, shown) in self.pages.items()]
        return render("own.html", title=first.truth.name, data=None, pages=pages)


def own_sites(
    seed: int, founder: Founder, businesses: Sequence[Business]
) -> tuple[tuple[OwnSite, ...], tuple[Row, ...]]:
    """Every own website, in the order of the businesses' hosts, and the truth about what they show."""
    rng = chance(seed, "own")
    sites: dict[int, OwnSite] = {}
    drafts = []
    for case in cases(founder, businesses, rng):
        business, draft = case.business, Draft(case)
        look = LOOKS[business.host % len(LOOKS)]
        _weather(draft, look, rng)
        site = sites.setdefault(business.host, OwnSite(f"own_{business.record.id}", _origin(business), look, {}))
        site.pages[business.path] = (business, draft.shown)
        drafts.append(draft)
    _contradict(sites, drafts, chance(seed, "contradictions"))
    return tuple(sites.values()), tuple(_row(draft) for draft in drafts)


def _weather(draft: Draft, look: str, rng: Random) -> None:
    """Now and then a fault; a plain site leaves the hours out and writes numbers with dots."""
    is_plain = look == "plain"
    if rng.random() < FAULTY:
        draft.take(fault_kinds()[rng.choice([fault for fault in FAULTS if not (is_plain and "hours" in fault)])])
    if is_plain:
        draft.take(fault_kinds()["hours_missing"])
        draft.dress({"phone": in_dots})


def _contradict(sites: dict[int, OwnSite], drafts: Sequence[Draft], rng: Random) -> None:
    """Let some sites of a single business say one thing in two ways: each way once at least while there is room."""
    left = list(CONTRADICTIONS)
    for draft in drafts:
        site = sites[draft.case.business.host]
        way = "data_hours" if site.look == "json-ld" else "contact_phone"
        if not _can_contradict(site, draft) or (way not in left and rng.random() >= CONTRADICTS):
            continue
        left = [other for other in left if other != way]
        changes = CHANGES[CONTRADICTIONS[way]](draft.case)
        site.elsewhere[way.partition("_")[0]] = replace(draft.shown, **changes)  # type: ignore[arg-type]
        draft.faults.append(way)
        draft.findings.append(FindingKind.INSIDE_CONTRADICTION)


def _can_contradict(site: OwnSite, draft: Draft) -> bool:
    """A page that says nothing wrong, of a business whose contact page is its own."""
    is_right = set(draft.faults) <= {"hours_missing"} and bool(draft.case.business.record.website)
    return is_right and list(site.pages) == ["/"] and not draft.case.hides_address


def _row(draft: Draft) -> Row:
    """The row; whether a site links to itself is not judged, nor which of two hours are its own.

    A record without a website has none to visit.
    """
    record, judgement = draft.case.business.record, draft.judgement
    if not record.website:
        return Row(record.id, OWN_WEBSITE, Status.NOT_APPLICABLE)
    unjudged = {"website", *(["hours"] if "data_hours" in draft.faults else [])}
    verdicts = {name: verdict for name, verdict in judgement.fields.items() if name not in unjudged}
    return Row(
        record.id,
        OWN_WEBSITE,
        Status.LISTED,
        draft.case.truth.website,
        tuple(draft.faults),
        verdicts,
        judgement.parts,
        tuple(draft.findings),
        shown=draft.shown,
        lifecycle=draft.shown.lifecycle,
    )


def _origin(business: Business) -> str:
    parts = urlsplit(business.truth.website)
    return f"{parts.scheme}://{parts.netloc}"
