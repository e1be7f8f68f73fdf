"""An address from text: each country by its own reader, remembered once read."""

from functools import lru_cache

from citations.postal import elsewhere, united_states
from citations.postal.address import Address
from citations.postal.plain_form import read_plain
from citations.postal.vocabulary import AMERICAN

LONGEST = 400


@lru_cache(16384)
def read_address(text: str, code: str) -> Address:
    """The parts of `text`; text too long for an address keeps its `raw` and nothing else."""
    code = code.strip().upper()
    if not text.strip() or len(text) > LONGEST:
        return Address(country=code, raw=text)
    if code in AMERICAN:
        return read_plain(text, code) or united_states.read(text, code)
    return elsewhere.read(text, code)
