"""What every practice directory has; each file beside this one states only its own markup and manners."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

from citations.practice.book import Book, Profile
from citations.practice.markup import render
from citations.practice.tables import Town


@dataclass(frozen=True, slots=True)
class Answer:
    """What a site answers to one request; `delay` in seconds comes before it, `headers` beside the type."""

    body: str
    status: int = 200
    type: str = "text/html; charset=utf-8"
    delay: float = 0
    headers: Mapping[str, str] = field(default_factory=dict)


class Site:
    """One practice directory: the facts for its adapter, its manners, and its pages."""

    id: ClassVar[str]
    name: ClassVar[str]
    tagline: ClassVar[str] = "Local businesses, listed by their neighbours"
    template: ClassVar[str]
    colour: ClassVar[str] = "#1f5f8b"
    phone: ClassVar[str] = "(888) 555-0190"

    # for the adapter: the names are those of citations.directory.Directory
    countries: ClassVar[Sequence[str]] = ("US",)
    tier: ClassVar[int] = 2
    access: ClassVar[str] = "auto"
    search: ClassVar[str] = "/search?q={name}&where={city}"
    results_marker: ClassVar[str] = "h1.results-title"
    no_results: ClassVar[Sequence[str | int]] = ()
    final_url_must_contain: ClassVar[str] = ""
    card: ClassVar[str] = ""
    sponsored: ClassVar[str] = ""
    fields: ClassVar[Mapping[str, str]] = {}

    # manners
    listing: ClassVar[str] = "/biz/{slug}-{number}"
    robots: ClassVar[str] = "User-agent: *\nDisallow: /account\n"
    restyles: ClassVar[Mapping[str, Callable[[str], str]]] = {}
    cannot: ClassVar[frozenset[str]] = frozenset({"address_unreadable"})
    skips: ClassVar[float] = 0.12
    follows: ClassVar[bool] = True
    lists_strangers: ClassVar[bool] = True
    lists_crowd: ClassVar[bool] = False
    says_gone: ClassVar[str] = "gone"  # the fault by which this site says that a listing is gone
    walled: ClassVar[bool] = False
    wall_reasons: ClassVar[tuple[str, ...]] = ()
    reasons: ClassVar[tuple[str, ...]] = ()
    stray_reasons: ClassVar[tuple[str, ...]] = ()
    listens: ClassVar[bool] = True

    def __init__(self, origin: str, book: Book) -> None:
        self.origin = origin
        self.book = book

    @classmethod
    def path(cls, profile: Profile) -> str:
        """The path of a listing."""
        return cls.listing.format(number=profile.number, slug=profile.slug, area=profile.area_slug)

    @classmethod
    def known_path(cls, profile: Profile) -> str:
        """The path under which people know a listing; where listings have moved, an older one."""
        return cls.path(profile)

    @classmethod
    def covers(cls, town: Town) -> bool:
        """True for a town whose businesses this site may list."""
        return town.country in (cls.countries or (town.country,))

    @classmethod
    def may_list(cls, town: Town) -> bool:
        """True when an audit can find out whether this site lists a business of the town."""
        return not cls.reasons and cls.covers(town)

    @classmethod
    def can_have(cls, fault: str) -> bool:
        """True for a fault that this site's markup and manners leave room for."""
        if fault.startswith("gone"):
            return fault == cls.says_gone
        return fault not in cls.cannot

    @classmethod
    def listing_pattern(cls) -> str:
        """A regular expression for the path of a listing, with its number as `id`."""
        parts = {"{number}": r"(?P<id>\d+)", "{slug}": "[a-z0-9-]*", "{area}": "[a-z0-9-]+"}
        return "".join(parts.get(part) or re.escape(part) for part in re.split(r"({\w+})", cls.listing))

    def answer(self, path: str, query: str, visit: int) -> Answer:
        """The answer to the `visit`-th request (robots.txt is not counted); the same request gives the same answer."""
        del visit
        if path == "/robots.txt":
            return Answer(self.robots, type="text/plain")
        if path == "/":
            return Answer(self.page("home", what="", where=""))
        if path == urlsplit(self.search).path:
            return self.results(query)
        if found := re.fullmatch(self.listing_pattern(), path):
            return self.profile(int(found["id"]))
        return self.missing()

    def asked(self, query: str) -> tuple[str, str]:
        """The words and the place of a search."""
        names = {values[0]: key for key, values in parse_qs(urlsplit(self.search).query).items()}
        given = parse_qs(query)
        return tuple(given.get(names.get(part, ""), [""])[0] for part in ("{name}", "{city}"))  # type: ignore[return-value]

    def results(self, query: str) -> Answer:
        """The page of results; an empty one says so in words or by its status."""
        what, where = self.asked(query)
        hits = self.book.search(what, where)
        status = next((sign for sign in self.no_results if isinstance(sign, int)), 200)
        return Answer(self.page("results", what=what, where=where, hits=hits), 200 if hits else status)

    def profile(self, number: int) -> Answer:
        """The page of one listing; 410 for one that is gone."""
        profile = self.book.profiles.get(number)
        if profile is None:
            return Answer(self.page("missing", what="", where=""), 410 if number in self.book.gone else 404)
        return Answer(self.page("profile", what="", where="", profile=profile))

    def missing(self) -> Answer:
        """The page for what is not there."""
        return Answer(self.page("missing", what="", where=""), 404)

    def page(self, view: str, **values: object) -> str:
        """One page in the site's own markup."""
        return render(self.template, site=self, view=view, **values)
