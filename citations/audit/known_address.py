"""Where a listing may be before anything is searched: by a person's word, the record, the tracker, an earlier audit."""

from collections.abc import Sequence
from dataclasses import dataclass

from citations.audit.case import Case
from citations.same_page import is_among, is_web_address


@dataclass(frozen=True, slots=True)
class Known:
    """The addresses that are known: `given` by people, `seen` by an earlier audit.

    At `expected` the agency's tracker has a listing that is to appear, at `derived` a directory of the same family
    has it; that it is not there says nothing.
    """

    given: str = ""
    seen: str = ""
    expected: str = ""
    derived: Sequence[str] = ()

    @property
    def held(self) -> str:
        """Where the listing is held to be."""
        return self.given or self.seen

    @property
    def addresses(self) -> list[str]:
        """Where to look, one after the other."""
        addresses = (self.given, self.seen, self.expected, *self.derived)
        return [url for place, url in enumerate(addresses) if url and not is_among(url, addresses[:place])]


def known_address(case: Case) -> Known:
    """What is known of the listing's address.

    A site may have moved since, and a person may have said that it is another business: such addresses are dropped.
    """
    directory, decided = case.directory, case.decided
    seen = next(iter(case.earlier), "")
    ours = [url for url in decided.ours[::-1] if is_web_address(url)]  # a row of an owner's export has no address
    tracked = decided.tracked if directory.is_listing(decided.tracked) else ""
    given = (*ours, decided.address, directory.known_url(case.location), tracked)
    expected = decided.expected if decided.expected and case.can_open(decided.expected) else ""
    return Known(
        next((url for url in given if url and not is_among(url, decided.not_ours)), ""),
        seen if directory.owns(seen) and not is_among(seen, decided.not_ours) else "",
        "" if is_among(expected, decided.not_ours) else expected,
        [url for url in case.derived if case.can_open(url) and not is_among(url, decided.not_ours)],
    )
