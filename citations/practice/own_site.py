"""The businesses' own websites: one port each; a brand has a page for every branch."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from urllib.parse import urlsplit

from citations.practice.businesses import Business
from citations.practice.cells import cases
from citations.practice.chance import chance
from citations.practice.draft import Draft
from citations.practice.founder import Founder
from citations.practice.markup import local_business, render
from citations.practice.phone_book import in_dots
from citations.practice.row import Row
from citations.practice.shown import Shown
from citations.practice.sites import Answer
from citations.practice.tables import fault_kinds
from citations.words import Status

OWN_WEBSITE = "own_website"
FAULTS = ("hours_one_day", "phone_retired", "unit_missing", "phone_punctuation", "street_abbreviated")
FAULTY = 0.3
LOOKS = ("json-ld", "microdata", "plain")


@dataclass(frozen=True, slots=True)
class OwnSite:
    """The website of one business, or of one brand; `shown` is what each of its pages says, by path."""

    id: str
    origin: str
    look: str
    pages: dict[str, tuple[Business, Shown]]

    def answer(self, path: str) -> Answer:
        """The page at the path; the contact page of a single business says the same as its home page."""
        if path == "/robots.txt":
            return Answer("User-agent: *\nDisallow:\n", type="text/plain")
        if path in self.pages:
            return Answer(self._page(*self.pages[path]))
        if path == "/contact" and "/" in self.pages:
            return Answer(self._page(*self.pages["/"]))
        if path == "/":
            return Answer(self._choice())
        return Answer(render("own.html", title="Page not found", data=None, pages=[("/", "Home")]), 404)

    def _page(self, business: Business, shown: Shown) -> str:
        data = None
        if self.look == "json-ld":
            data = local_business(shown, business.trade) | {"url": business.truth.website}
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
    rows = []
    for case in cases(founder, businesses, rng):
        business, draft = case.business, Draft(case)
        look = LOOKS[business.host % len(LOOKS)]
        _weather(draft, look, rng)
        site = sites.setdefault(business.host, OwnSite(f"own_{business.record.id}", _origin(business), look, {}))
        site.pages[business.path] = (business, draft.shown)
        rows.append(_row(draft))
    return tuple(sites.values()), tuple(rows)


def _weather(draft: Draft, look: str, rng: Random) -> None:
    """Now and then a fault; a plain site leaves the hours out and writes numbers with dots."""
    is_plain = look == "plain"
    if rng.random() < FAULTY:
        draft.take(fault_kinds()[rng.choice([fault for fault in FAULTS if not (is_plain and "hours" in fault)])])
    if is_plain:
        draft.take(fault_kinds()["hours_missing"])
        draft.dress({"phone": in_dots})


def _row(draft: Draft) -> Row:
    """The row; whether a site links to itself is not judged. A record without a website has none to visit."""
    record, judgement = draft.case.business.record, draft.judgement
    if not record.website:
        return Row(record.id, OWN_WEBSITE, Status.NOT_APPLICABLE)
    verdicts = {field: verdict for field, verdict in judgement.fields.items() if field != "website"}
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
