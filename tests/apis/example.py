"""The bakery, and a boat hire elsewhere, as each API gives them: its documented shape, invented values."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.apis.api_server import Answer, Asked

Give = Callable[[Asked], Answer]


@dataclass(frozen=True)
class Example:
    """One API: `search(*found, **more)` is its answer to a search, `ours` and `other` are what is found.

    `listing` is the path that asks for the bakery alone and `alone` its answer, `url` the address of its listing.
    `asked` are parameters that a search must carry; `refusals` are answers with the reason that they stand for.
    """

    directory: str
    key: str
    search: Callable[..., Any]
    ours: dict[str, Any]
    other: dict[str, Any]
    path: str
    asked: dict[str, str]
    never_says: tuple[str, ...] = ()
    says_no: bool = True
    url: str = ""
    listing: str = ""
    alone: Any = None
    carries_key: str = ""
    nothing: Answer | None = None
    address: str = ""
    refusals: tuple[tuple[Answer, str], ...] = field(default_factory=tuple)

    def answer(self, *found: dict[str, Any], **more: Any) -> Give:
        """An API that finds these, and has the bakery's details."""

        def give(asked: Asked) -> Answer:
            path = unquote(urlsplit(asked.path).path)
            if path == "/v1/token":
                return Answer(200, {"accessToken": "pass-0123", "expiresInSeconds": 1800})
            if self.listing and path == self.listing:
                return Answer(200, self.alone or self.ours)
            if path != self.path:
                return Answer(404, {"message": f"no such path: {path}"})
            if not found and self.nothing:
                return self.nothing
            return Answer(200, self.search(*found, **more))

        return give

    def key_in(self, asked: Asked) -> str:
        """The key that a request carried."""
        if self.carries_key:
            return parse_qs(urlsplit(asked.path).query).get(self.carries_key, [""])[0]
        said = asked.headers.get("authorization", asked.headers.get("subscription-key", ""))
        return said.removeprefix("Bearer ")


def error(status: int, **said: Any) -> Answer:
    return Answer(status, said)
