"""The cases by which Google tests its reader of robots.txt, ruled by ours."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from citations.web.robots import parse
from tests.shared_data import ROBOTS

CASES = ROBOTS.parent / "google_cases.json"
_WHY = {
    "ID_LineSyntax_Groups_OtherRules": "a line that Google does not know keeps two agents in one group; for Protego it ends the group, and the first agent has no rules",
    "ID_UserAgentValueCaseInsensitive": "Google takes the first word of an agent's name with a space; Protego the whole. RFC 9309 knows no names with spaces, and ours has none",
    "GoogleOnly_AcceptUserAgentUpToFirstSpace": "the same: Google's own rule for names with a space",
    "ID_Encoding": "Google's reader compares addresses as they are given; by RFC 9309 (2.2.2) a letter and its percent encoding are one, and Protego reads so",
}


@dataclass(frozen=True)
class Ruled:
    """One case: may this agent visit this address, by Google and by us."""

    case: str
    url: str
    agent: str
    theirs: bool
    ours: bool

    @property
    def agrees(self) -> bool:
        """True when both say the same."""
        return self.theirs == self.ours

    @property
    def why(self) -> str:
        """Why they do not."""
        return _WHY.get(self.case, "")


def ruled() -> Iterator[Ruled]:
    """Every case that names an address and an agent; the others ask what a reader does without."""
    for case in json.loads(CASES.read_text(encoding="utf-8")):
        if case["url"] and case["user_agent"]:
            ours = parse(case["robots_txt"]).can_fetch(case["url"], case["user_agent"])
            yield Ruled(case["test"], case["url"], case["user_agent"], case["allowed"], ours)
