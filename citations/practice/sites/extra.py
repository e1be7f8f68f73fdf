"""Four sites that never show a listing, for one reason each: too slow, dead, closed to robots, or to everybody."""

from citations.practice.sites.site import Answer, Site

LONGER_THAN_ANYONE_WAITS = 3600.0


class Slow(Site):
    """Answers so late that nobody waits for it."""

    id = "practice_slow"
    name = "Slow Lane Listings"
    template = "townfolk.html"
    countries = ()
    reasons = ("timeout",)

    def answer(self, path: str, query: str, visit: int) -> Answer:
        """The ordinary answer, after an hour; only robots.txt comes at once."""
        answer = super().answer(path, query, visit)
        if path == "/robots.txt":
            return answer
        return Answer(answer.body, answer.status, answer.type, LONGER_THAN_ANYONE_WAITS)


class Dead(Site):
    """Refuses every connection: its port is taken, and nobody listens."""

    id = "practice_dead"
    name = "Gone Guide"
    template = "townfolk.html"
    countries = ()
    reasons = ("network", "robots")
    listens = False


class Disallowed(Site):
    """Lists nothing for robots: its robots.txt forbids every page."""

    id = "practice_disallowed"
    name = "Private Circle"
    template = "townfolk.html"
    countries = ()
    robots = "User-agent: *\nDisallow: /\n"
    reasons = ("robots",)


class Forbidden(Site):
    """Shows its front page to everybody, and answers 403 to every further question."""

    id = "practice_forbidden"
    name = "Members' Gazette"
    template = "townfolk.html"
    countries = ()
    reasons = ("blocked",)

    def answer(self, path: str, query: str, visit: int) -> Answer:
        """The front page and robots.txt; else a refusal."""
        if path in ("/", "/robots.txt"):
            return super().answer(path, query, visit)
        return Answer(self.page("refused", what="", where=""), 403)
