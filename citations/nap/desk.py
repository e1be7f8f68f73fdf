"""Where the values of listings are judged, each value once beside each record.

Directories take over each other's data, so most of what a listing shows was seen beside its record before. All that
depends on one value alone is kept with it: the verdict, the sibling that it belongs to, what it tells besides.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple, TypeVar

from citations.models import FieldResult, Finding, Location
from citations.nap.address import compare_address
from citations.nap.batch import Batch
from citations.nap.closed_sign import closing_words, without_sign
from citations.nap.hidden_address import address_findings
from citations.nap.hours_verdict import compare_hours, hours_findings
from citations.nap.name_verdict import compare_name, name_findings
from citations.nap.phone_verdict import compare_phone, phone_findings
from citations.nap.siblings import sibling_address, sibling_name, sibling_page, sibling_phone
from citations.nap.website_verdict import compare_website, website_findings
from citations.postal import Address
from citations.words import Lifecycle

_RECORDS, _VALUES = 256, 128  # remembered at a time: records, and values of each field of a record
Value = TypeVar("Value")


class Judged(NamedTuple):
    """What is to be said of one listed value: the verdict, findings, and whether it says that the business is open."""

    result: FieldResult
    findings: Sequence[Finding] = ()
    says: Lifecycle = Lifecycle.OPEN


class _Judge(dict[Value, Judged]):
    """Judges the values of one field beside one record, and remembers what it said of each: `judge[value]`."""

    __slots__ = ("_judge",)

    def __init__(self, judge: Callable[[Value], Judged]) -> None:
        self._judge = judge

    def __missing__(self, value: Value) -> Judged:
        if len(self) >= _VALUES:
            self.clear()
        said = self[value] = self._judge(value)
        return said


class Judges:
    """The judges of one record, one for each field, each asked for a value: `judges.name["Acme Dental"]`."""

    def __init__(self, location: Location, batch: Batch | None, today: date) -> None:
        self.name: _Judge[str] = _Judge(partial(_name, location, batch))
        self.address: _Judge[Address | str | None] = _Judge(partial(_address, location, batch))
        self.phone: _Judge[Sequence[str]] = _Judge(partial(_phone, location, batch, today))
        self.website: _Judge[str] = _Judge(partial(_website, location, batch))
        self.hours: _Judge[str] = _Judge(partial(_hours, location))


@lru_cache(4)
def desk(batch: Batch | None, today: date) -> Callable[[Location], Judges]:
    """The desk of an audit, where each record has its judges, as of today: tomorrow a number may be given up."""
    return lru_cache(_RECORDS)(lambda location: Judges(location, batch, today))


def _name(location: Location, batch: Batch | None, listed: str) -> Judged:
    result = compare_name(location, listed)
    if batch is not None:
        result = sibling_name(result, location, batch)
    return Judged(result, name_findings(result), without_sign(listed, location.name).says)


def _address(location: Location, batch: Batch | None, listed: Address | str | None) -> Judged:
    result = compare_address(location, listed)
    if batch is not None:
        result = sibling_address(result, location, listed, batch)
    return Judged(result, address_findings(location, listed))


def _phone(location: Location, batch: Batch | None, today: date, listed: Sequence[str]) -> Judged:
    result = compare_phone(location, listed, today)
    if batch is not None:
        result = sibling_phone(result, location, listed, batch)
    return Judged(result, phone_findings(result))


def _website(location: Location, batch: Batch | None, listed: str) -> Judged:
    result = compare_website(location, listed)
    if batch is not None:
        result = sibling_page(result, location, listed, batch)
    return Judged(result, website_findings(result))


def _hours(location: Location, listed: str) -> Judged:
    result = compare_hours(location, listed)
    return Judged(result, hours_findings(result), closing_words(listed))
