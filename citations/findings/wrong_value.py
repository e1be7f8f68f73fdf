"""A wrong value without its manner of writing, so that two listings that repeat it are recognised."""

import re

from citations.nap.phone import read_phones

_SITE_DRESS = re.compile(r"^https?://(www\.)?|/+$", re.IGNORECASE)


def wrong_value(field: str, listed: str, country: str) -> str:
    """What `listed` stands for in `field`: a number as E.164, a site without its scheme, else letters and digits."""
    if field == "phone":
        number = next((phone.e164 for phone in read_phones(listed, country) if phone.e164), "")
        if number:
            return number
    if field == "website":
        return _SITE_DRESS.sub("", listed.strip()).casefold()
    return "".join(c for c in listed.casefold() if c.isalnum())
