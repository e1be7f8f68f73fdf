"""Three sites that never show a listing, for one reason each: too slow, dead, or closed to robots."""

from citations.practice.sites.site import Answer, Site

LONGER_THAN_ANYONE_WAITS = 3600.0


class Slow(Site):
    """Answers so late that nobody waits for it."""

    id = "practice_slow"
    name = "Slow Lane Listings"
    template = "townfolk.html"
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
    reasons = ("network", "robots")
    listens = False


class Disallowed(Site):
    """Lists nothing for robots: its robots.txt forbids every page."""

    id = "practice_disallowed"
    name = "Private Circle"
    template = "townfolk.html"
    robots = "User-agent: *\nDisallow: /\n"
    reasons = ("robots",)
