"""A street's name in a form that any two spellings of it share."""

import re
from functools import lru_cache
from typing import NamedTuple

from citations.postal.folding import fold, without_umlauts, words
from citations.postal.regions import region_codes
from citations.postal.vocabulary import country, directions, phrases, spelled_numbers, street_types


class Street(NamedTuple):
    """`before` and `after` are compass words, `kind` the type (ST, AVE), all in their standard form."""

    before: str = ""
    name: str = ""
    kind: str = ""
    after: str = ""

    @property
    def squeezed(self) -> str:
        """The name without blanks: Oak Ridge is Oakridge."""
        return self.name.replace(" ", "")

    @property
    def abbreviated(self) -> str:
        """The name with types inside it in their standard form: Mineral Point and Mineral Pt (Rd)."""
        types = street_types(("en",))
        return " ".join(types.get(word, word) for word in self.name.split())


_LEADING_TYPES = frozenset(
    {
        "AVE",
        "CALLE",
        "RUE",
        "VIA",
        "CAM",
        "CARR",
        "PASEO",
        "PLZ",
        "PL",
        "BLVD",
        "CH",
        "RTE",
        "IMP",
        "ALL",
        "QUAI",
        "CRS",
        "URB",
    }
)
_FRENCH_ARTICLES = frozenset({"de", "du", "des", "la", "le", "les", "l", "d"})
_ROUTE_BOX = re.compile(
    r"(?:(?P<contract>hcr?|hc r|highway contract(?: route| rte)?|star route)"
    r"|rr|r r|rural (?:route|rte|rt)|rfd|r f d|rd|route|rte|rt)"
    r" (?:no )?(?P<number>\d+\w?) box (?:no )?(?P<box>\w+(?: \w)?)"
)
_SPELLED_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_PLURAL = re.compile(r"\s+(st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive)s\.?$", re.IGNORECASE)
_GERMAN_TYPES = re.compile(r"^(.{3,})(strasse|str)$")


@lru_cache(65536)
def read_street(text: str, code: str = "US") -> Street:
    """The parts of a street name (without number and unit) in their standard form."""
    languages = country(code).languages
    if "&" in text or " and " in text:
        return _intersection(text, code)
    tokens = [word for word in words(text.replace("-", " ")) if word != "&"]
    if languages[0] == "en" and (road := _route_box(tokens) or _numbered_road(tokens)):
        return road
    if "de" in languages:
        tokens = _unglue(tokens)
    if languages[0] == "en" and len(tokens) > 1 and tokens[0] == "the":
        tokens = tokens[1:]
    if re.fullmatch(r"\d+[nsew]", tokens[-1]) if tokens else False:  # Utah: 400E
        tokens = [*tokens[:-1], tokens[-1][:-1], tokens[-1][-1]]
    if len(tokens) > 2 and tokens[-1] in ("upper", "lower") and code == "IE":  # O'Connell Street Upper
        tokens = [tokens[-1], *tokens[:-1]]
    tokens, before, after = _take_directions(tokens, languages)
    tokens, kind = _take_type(tokens, languages)
    if languages[0] == "fr" or "fr" in languages:
        tokens = [token for token in tokens if token not in _FRENCH_ARTICLES] or tokens
    name = " ".join(_standard_words(tokens, kind))
    return Street(before, without_umlauts(name) if "de" in languages else name, kind, after)


def _intersection(text: str, code: str) -> Street:
    sides = [side for side in re.split(r"\s*(?:&|\band\b)\s*", text) if side]
    if len(sides) == 2 and (plural := _PLURAL.search(sides[1])):  # Mission and Valencia Sts.
        sides = [f"{side} {plural[1]}" for side in (sides[0], sides[1][: plural.start()])]
    if len(sides) != 2:
        return Street(name=" ".join(words(text)))
    return Street(name=" & ".join(sorted(" ".join(filter(None, read_street(side, code))) for side in sides)))


def _unglue(tokens: list[str]) -> list[str]:
    split: list[str] = []
    for word in tokens:
        found = _GERMAN_TYPES.match(word)
        split += [found[1], "str"] if found else ["str" if word == "strasse" else word]
    return split


def _route_box(tokens: list[str]) -> Street | None:
    """Boxes on rural and highway contract routes (Publication 28, sections 24 and 25), however the route is called."""
    found = _ROUTE_BOX.fullmatch(" ".join(tokens))
    if not found:
        return None
    return Street(
        name=f"{found['number']} box {found['box'].replace(' ', '')}", kind="HC" if found["contract"] else "RR"
    )


def _numbered_road(tokens: list[str]) -> Street | None:
    """Highways: US 1, State Route 116 (also by the state's code: CA-116), FM 1960, I-35 N."""
    compass = directions(("en",))
    before = compass[tokens[0]] if tokens and tokens[0] in compass and len(tokens) > 2 else ""
    rest = tokens[1:] if before else tokens
    for phrase, standard in _road_phrases().get(rest[0] if rest else "", ()):
        tail = _road_number(rest[len(phrase) :])
        if tuple(rest[: len(phrase)]) == phrase and tail and _is_road_name(tail[0], standard):
            further = [token for token in tail[1:] if token not in ("road", "rd", "hwy", "highway")]
            after = compass.get(further[0], "") if further else ""
            further = further[1:] if after else further
            return Street(before, " ".join([tail[0], *further]), standard, after)
    if rest and (glued := re.fullmatch(r"(us|sr|cr|fm|ih|i)(\d+)", rest[0])):
        return _numbered_road([*([tokens[0]] if before else []), glued[1], glued[2], *rest[1:]])
    return None


def _road_number(tail: list[str]) -> list[str]:
    """`No 33` is 33, `60E` is 60 E."""
    if len(tail) > 1 and tail[0] in ("no", "number", "nr"):
        tail = tail[1:]
    glued = re.fullmatch(r"(\d+)([nsew])", tail[0]) if tail else None
    return [glued[1], glued[2], *tail[1:]] if glued else tail


def _is_road_name(word: str, standard: str) -> bool:
    """Roads have numbers; county roads of some states have letters."""
    return bool(re.fullmatch(r"\d+[a-z]?|[a-z]{1,2}" if standard == "CR" else r"\d+[a-z]?", word))


@lru_cache(1)
def _road_phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrase and standard form, the longest first, by the first word of the phrase."""
    states = region_codes("US")
    by_state = [
        ((code.lower(), *word), "SR") for code in states for word in ((), ("highway",), ("hwy",), ("route",), ("rte",))
    ]
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, standard in sorted([*phrases("highways.csv"), *by_state], key=lambda pair: -len(pair[0])):
        found.setdefault(phrase[0], []).append((phrase, standard))
    return found


def _take_directions(tokens: list[str], languages: tuple[str, ...]) -> tuple[list[str], str, str]:
    """Compass words off both ends, as long as a name stays: in `South St` and `S St` it is the name."""
    compass, types = directions(languages), street_types(languages)
    before = after = ""
    if len(tokens) > 1 and tokens[-1] in compass and not (len(tokens) == 2 and tokens[0] in types):
        after, tokens = compass[tokens[-1]], tokens[:-1]
        if len(tokens) > 2 and compass.get(tokens[-1], "-") + after in ("NE", "NW", "SE", "SW"):
            after, tokens = compass[tokens[-1]] + after, tokens[:-1]
    if len(tokens) > 1 and tokens[0] in compass and not (len(tokens) == 2 and tokens[1] in types):
        before, tokens = compass[tokens[0]], tokens[1:]
        if len(tokens) > 2 and before + compass.get(tokens[0], "-") in ("NE", "NW", "SE", "SW"):
            before, tokens = before + compass[tokens[0]], tokens[1:]
    if len(tokens) == 1 and not before and tokens[0] in compass:
        tokens = [compass[tokens[0]].lower()]
    elif len(tokens) == 2 and tokens[0] in compass and tokens[1] in types:
        tokens = [compass[tokens[0]].lower(), tokens[1]]
    return tokens, before, after


def _take_type(tokens: list[str], languages: tuple[str, ...]) -> tuple[list[str], str]:
    types = street_types(languages)
    foreign = street_types(("fr",)) if "fr" in languages else {}
    if (
        len(tokens) > 1
        and types.get(tokens[0], foreign.get(tokens[0], "")) in _LEADING_TYPES
        and tokens[-1] not in types
    ):
        kind = types.get(tokens[0], foreign.get(tokens[0], ""))
        return tokens[1:], "ST" if kind == "RUE" and "en" in languages else kind
    if len(tokens) > 1 and tokens[-1] in types:
        return tokens[:-1], types[tokens[-1]]
    return tokens, ""


def _standard_words(tokens: list[str], kind: str) -> list[str]:
    text = f" {' '.join(tokens)} "
    for phrase, standard in phrases("street_words.csv"):
        text = text.replace(f" {' '.join(phrase)} ", f" {standard} ")
    tokens = _numbers_as_digits(text.split())
    if kind and len(tokens) == 1 and tokens[0].isdigit():
        tokens = [ordinal(int(tokens[0]))]
    return tokens


def _numbers_as_digits(tokens: list[str]) -> list[str]:
    spelled, found, at = spelled_numbers(), [], 0
    while at < len(tokens):
        value, is_ordinal = spelled.get(tokens[at], (0, False))
        if value >= 20 and value % 10 == 0 and not is_ordinal and at + 1 < len(tokens):
            more, is_ordinal = spelled.get(tokens[at + 1], (0, False))
            if 0 < more < 10:
                value, at = value + more, at + 1
        if value and (is_ordinal or value > 20):
            found.append(ordinal(value) if is_ordinal else str(value))
        else:
            found.append(tokens[at])
        at += 1
    return found


def ordinal(number: int) -> str:
    """1 -> 1st, 12 -> 12th, 23 -> 23rd."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


@lru_cache(65536)
def place_name(text: str) -> str:
    """A city's name without dress: Saint and St, Fort and Ft, bracketed or hyphened districts."""
    bare = re.sub(r"\([^)]*\)", " ", text)
    name = fold(bare).replace("city of ", "").replace("town of ", "")
    found = [word for word in words(name) if word != "&"]
    if len(found) > 1 and len(found[0]) == 1 and found[0] in _SPELLED_COMPASS:  # N Hollywood
        found[0] = _SPELLED_COMPASS[found[0]]
    return " ".join(_standard_words(found, ""))
