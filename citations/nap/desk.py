"""Where the values of listings are judged, each value once beside each record.

Directories take over each other's data, so most of what a listing shows was seen beside its record before. All that
depends on one value alone is kept with it: the verdict, the sibling that it belongs to, what it tells besides.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from citations.models import FieldResult, Finding, Location
from citations.nap.address import compare_address
from citations.nap.batch import Batch
from citations.nap.closed_sign import closing_words, without_sign
from citations.nap.hidden_address import address_findings
from citations.nap.hours_verdict import compare_hours, hours_findings
from citations.nap.name_verdict import compare_name, name_findings
from citations.nap.phone_verdict import compare_phone
from citations.nap.siblings import sibling_address, sibling_name, sibling_page, sibling_phone
from citations.nap.website_verdict import compare_website, website_findings
from citations.postal import Address
from citations.words import Lifecycle

_VALUES = 4096  # of one field, remembered at a time


class Judged(NamedTuple):
    """What is to be said of one listed value: the verdict, findings, and whether it says that the business is open."""

    result: FieldResult
    findings: Sequence[Finding] = ()
    says: Lifecycle = Lifecycle.OPEN


class Desk:
    """The judges of one audit, one for each field: each takes a record and a value, and remembers what it said."""

    def __init__(self, batch: Batch | None, today: date) -> None:
        self._batch, self._today = batch, today
        remembering = lru_cache(_VALUES)
        self.name: Callable[[Location, str], Judged] = remembering(self._name)
        self.address: Callable[[Location, Address | str | None], Judged] = remembering(self._address)
        self.phone: Callable[[Location, Sequence[str]], Judged] = remembering(self._phone)
        self.website: Callable[[Location, str], Judged] = remembering(self._website)
        self.hours: Callable[[Location, str], Judged] = remembering(self._hours)

    def _name(self, location: Location, listed: str) -> Judged:
        result = compare_name(location, listed)
        if self._batch is not None:
            result = sibling_name(result, location, self._batch)
        return Judged(result, name_findings(result), without_sign(listed, location.name).says)

    def _address(self, location: Location, listed: Address | str | None) -> Judged:
        result = compare_address(location, listed)
        if self._batch is not None:
            result = sibling_address(result, location, listed, self._batch)
        return Judged(result, address_findings(location, listed))

    def _phone(self, location: Location, listed: Sequence[str]) -> Judged:
        result = compare_phone(location, listed, self._today)
        return Judged(sibling_phone(result, location, listed, self._batch) if self._batch is not None else result)

    def _website(self, location: Location, listed: str) -> Judged:
        result = compare_website(location, listed)
        if self._batch is not None:
            result = sibling_page(result, location, listed, self._batch)
        return Judged(result, website_findings(result))

    def _hours(self, location: Location, listed: str) -> Judged:
        result = compare_hours(location, listed)
        return Judged(result, hours_findings(result), closing_words(listed))


@lru_cache(4)
def desk(batch: Batch | None, today: date) -> Desk:
    """The desk of an audit, as of today: tomorrow a number may be given up that holds today."""
    return Desk(batch, today)
