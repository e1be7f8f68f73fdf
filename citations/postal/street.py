"""A street's name in a form that any two spellings of it share."""

import re
from functools import lru_cache
from typing import NamedTuple

from citations.postal.folding import fold, without_umlauts, words
from citations.postal.highway import goes_by_a_name, numbered_road, route_box
from citations.postal.numbers import numbers_as_digits, ordinal
from citations.postal.vocabulary import (
    articles,
    country,
    directions,
    first_words,
    phrases,
    place_particles,
    street_types,
    type_word,
)


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
        return _with_types(self.name)

    def letters(self, code: str) -> str:
        """Name and type without blanks: Market Place is Marketplace, Kaiser-Wilhelm-Ring Kaiser-Wilhelmring."""
        return self.squeezed + type_word(self.kind, country(code).languages)

    def with_type(self, code: str) -> tuple[str, str]:
        """The whole as a name: Cottage Grove is the name of Cottage Grove Ave; the type behind and in front."""
        kind = type_word(self.kind, country(code).languages)
        return _with_types(f"{self.name} {kind}"), _with_types(f"{kind} {self.name}")


@lru_cache(16384)
def _with_types(name: str) -> str:
    types = street_types(("en",))
    return " ".join(types.get(word, word) for word in name.split())


_LEADING_TYPES = frozenset({
    "AVE", "CALLE", "RUE", "VIA", "CAM", "CARR", "PASEO", "PLZ", "PL", "BLVD", "CH", "RTE", "IMP", "ALL", "QUAI",
    "CRS", "URB", "STR",
})  # fmt: skip
# Types that are seldom a name: in E Street the compass word is the name, in E Boulevard and E Lake it is none.
SURE_TYPES = frozenset(["ST", "AVE", "RD", "DR", "LN", "CT", "PL", "WAY", "CIR", "TER", "PKWY", "HWY"])
_SPELLED_COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_PLURAL = re.compile(r"\s+(st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive)s\.?$", re.IGNORECASE)
_DOTTED_COMPASS = re.compile(r"\b([ns])\.(?:\s?([ew])\.|([ew])\b)", re.IGNORECASE)
_ELISION = re.compile(r"\b[ld][’'](?=\w)", re.IGNORECASE)
_GERMAN_TYPES = re.compile(r"^(.{3,})(strasse|str|platz|pl)$")
_GERMAN_ALLEY = re.compile(r"(?<=[^\W\d_]{3})g\.(?=\s|$)")
_ITALIAN_TYPE = re.compile(r"\b([pvcl])\.\s?(z+a|le|lo|so|go)\b", re.IGNORECASE)  # P.za, V.le, C.so
_FRENCH_ZONE = re.compile(r"\bzone\s+(?:artisanale|industrielle|commerciale|d.activit[ée]s?)(?!\w)", re.IGNORECASE)
_MAY_CROSS = re.compile("[&@]|and|at|corner", re.IGNORECASE)
_CROSSING = re.compile(r"\s*(?:&|@|\band\b|\bat\b|\bcorner\b)\s*", re.IGNORECASE)
_CORNER = re.compile(
    r"^(?:(?:[nsew]{1,2}|(?:north|south)?(?:east|west)?)\.?\s+)?(?:corner|cnr|cor|intersection)\b\.?\s*(?:of\s+)?",
    re.IGNORECASE,
)
_TWO_ROADS = re.compile(r"(\d)\s*(?:&|\band\b)\s*(?=\d+\b)", re.IGNORECASE)  # Highway 6 & 50


@lru_cache(16384)
def read_street(text: str, code: str = "US") -> Street:
    """The parts of a street name (without number and unit) in their standard form."""
    languages = country(code).languages
    if len(sides := crossing(text, code)) == 2:
        return Street(name=" & ".join(sorted(" ".join(filter(None, side)) for side in sides)))
    tokens = _tokens(text, languages)
    if languages[0] == "en" and (road := _road(tokens)):
        return road
    if len(tokens) > 2 and tokens[-1] in ("upper", "lower") and code == "IE":  # O'Connell Street Upper
        tokens = [tokens[-1], *tokens[:-1]]
    tokens, before, after = _take_directions(tokens, languages)
    tokens, kind = _take_type(tokens, languages)
    if country(code).by_words:
        tokens = [token for token in tokens if token not in place_particles()] or tokens
    small = articles(languages)
    tokens = [word for token in tokens if (word := small.get(token, token))] or tokens
    if len(tokens) == 2 and tokens[0].isdigit() and not after and tokens[1] in directions(("en",)):  # 12300 South St
        tokens, after = tokens[:1], directions(("en",))[tokens[1]]
    name = " ".join(_standard_words(tokens, kind, languages))
    return Street(before, without_umlauts(name) if "de" in languages else name, kind, after)


def without_elision(text: str, code: str) -> str:
    """`text` without the articles that French elides: place de l'Étoile as Place Étoile; only where they are marked."""
    return _ELISION.sub("", text) if "fr" in country(code).languages else text


def _tokens(text: str, languages: tuple[str, ...]) -> list[str]:
    text = _DOTTED_COMPASS.sub(r"\1\2\3", text) if languages[0] == "en" else text
    text = _GERMAN_ALLEY.sub("gasse", text) if "de" in languages else text
    text = _ITALIAN_TYPE.sub(r"\1\2", text) if "it" in languages else text
    text = _FRENCH_ZONE.sub("ZA", text) if "fr" in languages else text
    tokens = [word for word in words(_TWO_ROADS.sub(r"\1 ", text).replace("-", " ")) if word != "&"]
    if "de" in languages:
        return _unglue(tokens)
    if languages[0] == "en" and len(tokens) > 1 and tokens[0] == "the":
        tokens = tokens[1:]
    if re.fullmatch(r"\d+[nsew]", tokens[-1]) if tokens else False:  # Utah: 400E
        tokens = [*tokens[:-1], tokens[-1][:-1], tokens[-1][-1]]
    return tokens


def _road(tokens: list[str]) -> Street | None:
    if goes_by_a_name(tokens):
        return None
    if box := route_box(tokens):
        return Street(name=box[0], kind=box[1])
    if road := numbered_road(tokens):
        before, name, kind, after = road
        return Street(before, " ".join(_standard_words(name.split(), "", ("en",))), kind, after)
    return None


@lru_cache(16384)
def crossing(text: str, code: str = "US") -> tuple[Street, ...]:
    """The two streets of a crossing, however it is said (A & B, A at B, corner of A and B); none for a street."""
    if not _MAY_CROSS.search(text):
        return ()
    text = _CORNER.sub("", _TWO_ROADS.sub(r"\1 ", text))
    sides = [side.strip() for side in _CROSSING.split(text) if side.strip()] if _CROSSING.search(text) else []
    if len(sides) != 2:
        return ()
    if plural := _PLURAL.search(sides[1]):  # Mission and Valencia Sts.
        sides = [f"{side} {plural[1]}" for side in (sides[0], sides[1][: plural.start()])]
    return tuple(read_street(side, code) for side in sides)


def _unglue(tokens: list[str]) -> list[str]:
    split: list[str] = []
    for word in tokens:
        found = _GERMAN_TYPES.match(word)
        split += [found[1], found[2]] if found else [word]
    return ["str" if word == "strasse" else word for word in split]


def _take_directions(tokens: list[str], languages: tuple[str, ...]) -> tuple[list[str], str, str]:
    """Compass words off both ends, as long as a name stays: in `South St` and `S St` it is the name."""
    compass, types = directions(languages), street_types(languages)
    before = after = ""
    if len(tokens) > 1 and tokens[-1] in compass and not (len(tokens) == 2 and tokens[0] in types):
        after, tokens = compass[tokens[-1]], tokens[:-1]
        if len(tokens) > 2 and compass.get(tokens[-1], "-") + after in ("NE", "NW", "SE", "SW"):
            after, tokens = compass[tokens[-1]] + after, tokens[:-1]
    if len(tokens) > 1 and tokens[0] in compass and not (len(tokens) == 2 and types.get(tokens[1]) in SURE_TYPES):
        before, tokens = compass[tokens[0]], tokens[1:]
        quarter = before + compass.get(tokens[0], "-")
        if len(tokens) > 1 and quarter in ("NE", "NW", "SE", "SW") and tokens[1] not in types:
            before, tokens = quarter, tokens[1:]
    return tokens, before, after


def _take_type(tokens: list[str], languages: tuple[str, ...]) -> tuple[list[str], str]:
    types = street_types(languages)
    foreign = street_types(("fr",)) if "fr" in languages else {}
    leading = types.get(tokens[0], foreign.get(tokens[0], "")) if len(tokens) > 1 else ""
    if leading and (leading in _LEADING_TYPES or "en" not in languages) and tokens[-1] not in types:
        return tokens[1:], "ST" if leading == "RUE" and "en" in languages else leading
    if len(tokens) > 1 and tokens[-1] in types:
        return tokens[:-1], types[tokens[-1]]
    return tokens, ""


def _standard_words(tokens: list[str], kind: str, languages: tuple[str, ...]) -> list[str]:
    if languages[0] == "en":
        compass = directions(("en",))
        tokens = [compass[token].lower() if token in compass else token for token in tokens]
    if not first_words("street_words.csv").isdisjoint(tokens):
        text = f" {' '.join(tokens)} "
        for phrase, standard in phrases("street_words.csv"):
            if phrase[0] in text:
                text = text.replace(f" {' '.join(phrase)} ", f" {standard} ")
        tokens = text.split()
    tokens = numbers_as_digits(tokens, french="fr" in languages)
    if kind and len(tokens) == 1 and tokens[0].isdigit():
        tokens = [ordinal(int(tokens[0]))]
    return tokens


@lru_cache(16384)
def place_name(text: str) -> str:
    """A city's name without dress: Saint and St, Fort and Ft, bracketed or hyphened districts."""
    bare = re.sub(r"\([^)]*\)", " ", text)
    name = fold(bare).replace("city of ", "").replace("town of ", "")
    found = [word for word in words(name) if word != "&"]
    if len(found) > 1 and len(found[0]) == 1 and found[0] in _SPELLED_COMPASS:  # N Hollywood
        found[0] = _SPELLED_COMPASS[found[0]]
    return " ".join(_standard_words(found, "", ("",)))
