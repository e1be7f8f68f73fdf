"""What strangers write around an address, taken away before it is read."""

import re
from collections.abc import Sequence
from functools import cache

from citations.postal.folding import plain
from citations.postal.local_forms import in_plain_order
from citations.postal.regions import is_region
from citations.postal.surroundings import without_surroundings
from citations.postal.vocabulary import AMERICAN, country

_COMMAS = re.compile(r"(?:\s*,\s*)+")
_LINES = re.compile(r"\s*(?:<br\s*/?>|[\r\n|;•·]+)\s*", re.IGNORECASE)
_GLUED_UNIT = re.compile(r"(?<=[a-z.])(?=(?:Suite|Ste|Unit|Apt|Floor)\b)|(?<=[A-Z]{2})(?=(?:SUITE|UNIT) ?#?\d)")
_BRITISH_TAIL = r"(?!\d{1,2}\s?\d[a-z]{2}\b)"  # RM15 5EE is a postcode, not room 15
_GLUED_NUMBER = re.compile(rf"\b(suite|ste|apt|unit|bldg|rm|fl|lot|lt|spc)\.?(?=\d){_BRITISH_TAIL}", re.IGNORECASE)
_WRAPPED = re.compile(r"[(\['\"]([^()\[\]]*)[)\]'\"]")
_WRAPPINGS = ("(", "[", "'", '"')
_BRACKETED = re.compile(r"\s*\(([^()]*)\)")
_THOUSANDS = re.compile(r"^(\d{1,3}),(\d{3})(?=\s+[A-Za-z])")
_NUMBER_ALONE = re.compile(r"(?:^|(?<=, ))(\d{1,5}\s?(?:[a-z]|bis|ter|quater)?),\s+(?=[^\W\d])", re.IGNORECASE)
_ROUTE_BOX = re.compile(
    r"\b((?:psc|cmr|r\.?r\.?|rural route|route|rte?\.?|hcr?|unit)\s*#?\s*\d+[a-z]?),\s*(?=box\s*#?\s*\d)", re.IGNORECASE
)
_ASIDE = re.compile(
    r"\s*\((?![^)]*\b(?:suite|ste|unit|apt|flat|shop|office|studio|bldg|building|floor|room|rear|front|upstairs|downstairs|basement|level"
    r"|hinterhaus|hinterhof|vorderhaus|seitenfl|r[uü]ckgeb|\d+\. ?(?:og|stock|etage)|etage|[eé]tage|b[aâ]t|#))[^)]*\)",
    re.IGNORECASE,
)
# Lake in the Hills is a town.
_CROSS_STREET = re.compile(
    r"(?<=[\w.])\s+(?:between|btwn\.?|betw\.|bet\.|near|across from|opposite|next to|corner of|cor\.|inside|behind"
    r"|in the(?!\s+(?:hills|pines|woods)\b)|at|@|off|attn:?|c/o)\s+(?!\d+\s+\w+\s+\w)[^,]*",
    re.IGNORECASE,
)


def clean(text: str, code: str = "US") -> str:
    """One line with commas between the parts: no labels, markup, glued units, asides or country name."""
    line = plain(_LINES.sub(", ", text))
    line = _THOUSANDS.sub(r"\1\2", line)
    line = _GLUED_NUMBER.sub(r"\1 ", _GLUED_UNIT.sub(" ", line))
    line = without_surroundings(_COMMAS.sub(", ", _ROUTE_BOX.sub(r"\1 ", line)).strip(" ,"), code)
    line = line[:-1] if line.endswith(".") and line[-2:-1].isdigit() else line
    if line[:1] in _WRAPPINGS and (whole := _WRAPPED.fullmatch(line)):
        line = whole[1]
    if "(" in line:
        line = _BRACKETED.sub(lambda found: f", {found[1]}" if is_region(found[1], code) else found[0], line)
    return in_plain_order(_with_number(without_country(line, code), code), code)


def _with_number(line: str, code: str) -> str:
    """`12, rue de l'Exemple` as one part; behind another part it is a unit in America, a number last in Germany."""
    if country(code).number_first and code not in AMERICAN:
        return _NUMBER_ALONE.sub(r"\1 ", line)
    alone = _NUMBER_ALONE.match(line)
    return f"{alone[1]} {line[alone.end() :]}" if alone else line


def without_asides(line: str) -> str:
    """`line` without bracketed remarks, cross streets and landmarks after a numbered street."""
    line = _ASIDE.sub("", line) if "(" in line else line
    if re.match(r"\W*\w*\d", line):
        line = _CROSS_STREET.sub("", line)
    return line.strip(" ,")


def without_country(line: str, code: str) -> str:
    """`line` without the name of its country at the end."""
    for name in _at_the_end(code):
        tail = name.search(line)
        if tail and re.search(r"[\w]", line[: tail.start()]):
            return line[: tail.start()].strip(" ,")
    return line


@cache
def _at_the_end(code: str) -> Sequence[re.Pattern[str]]:
    """The names of a country as they stand at the end of an address: a short one only behind a comma or a postcode."""
    before = {True: r"[\s,]+", False: r"(?:,\s*|(?<=\d)\s+|(?<=\d[A-Z]{2})\s+)"}
    names = (*country(code).names, code)
    return [re.compile(rf"{before[len(name) > 3]}{re.escape(name)}\.?$", re.IGNORECASE) for name in names]
