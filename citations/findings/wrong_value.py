"""A wrong value without its manner of writing, so that it is recognised in another listing, or a month later."""

import re

from citations.nap.address import address_key
from citations.nap.hours import read_hours
from citations.nap.name import read_name
from citations.nap.phone import read_phones
from citations.nap.unit import unit_key
from citations.nap.whole_address import complete

_SITE_DRESS = re.compile(r"^https?://(www\.)?|/+$", re.IGNORECASE)


def wrong_value(field: str, listed: str, country: str) -> str:
    """What `listed` stands for in `field`: a number as E.164, a site without its scheme, a door, a week, a name's core.

    Where it stands for nothing of the kind, its letters and digits.
    """
    if field == "website":
        return _SITE_DRESS.sub("", listed.strip()).casefold()
    return _meaning(field, listed, country) or "".join(c for c in listed.casefold() if c.isalnum())


def _meaning(field: str, listed: str, country: str) -> str:
    if field == "phone":
        return next((phone.e164 for phone in read_phones(listed, country) if phone.e164), "")
    if field == "name":
        return read_name(listed).squeezed
    if field == "hours":
        return str(read_hours(listed) or "")
    return _door(listed, country) if field == "address" else ""


def _door(listed: str, country: str) -> str:
    number, street, place = address_key(listed, country)
    unit = unit_key(complete(listed, country).unit)
    return " ".join((number, street, *(f"{kind}{name}" for kind, name in unit), place)) if number or street else ""
