"""Roads that go by a number, and boxes on rural routes: US 1, CA-116, FM 1960, HC 68 Box 23A."""

import re
from functools import cache

from citations.postal.regions import region_codes, region_name
from citations.postal.vocabulary import directions, phrases

_ROUTE_BOX = re.compile(
    r"(?:(?P<contract>hcr?|hc r|highway contract(?: route| rte)?|star route)"
    r"|rr|r r|rural (?:route|rte|rt)|rfd|r f d|rd|route|rte|rt)"
    r" ?(?:no )?(?P<number>\d+\w?) box (?:no )?(?P<box>\w+(?: \w)?)"
)
_GLUED = re.compile(r"(us|sr|sh|cr|fm|rm|ih|i)(\d+[a-z]?)")
_ROAD = re.compile(r"\d+[a-z]?")
_LETTERED_ROAD = re.compile(r"[a-z]{1,2}")  # Missouri's State Highway AB, Wisconsin's County Road KR
_LETTERED_COUNTY_ROAD = re.compile(r"[a-z]{1,2}\d?")
_EMPTY_WORDS = frozenset({"road", "rd", "hwy", "highway", "st", "street"})  # behind the number: US 2 Hwy
_OLD_AND_NEW = frozenset({"old", "new"})

Road = tuple[str, str, str, str]  # compass word before, name, kind, compass word behind


def route_box(tokens: list[str]) -> tuple[str, str] | None:
    """(name, kind) of a box on a rural or highway contract route (Publication 28, sections 24 and 25)."""
    found = _ROUTE_BOX.fullmatch(" ".join(tokens))
    if not found:
        return None
    return f"{found['number']} box {found['box'].replace(' ', '')}", "HC" if found["contract"] else "RR"


def goes_by_a_name(tokens: list[str]) -> bool:
    """True when no word is a number or may be a road's letter behind words for a road: most streets are told so."""
    if not all(map(str.isalpha, tokens)):
        return False
    return min(map(len, tokens[1:]), default=3) > 2 or _road_phrases().keys().isdisjoint(tokens)


def numbered_road(tokens: list[str]) -> Road | None:
    """The parts of a highway: US 1, State Route 116 (also by the state's code or name: CA-116), FM 1960, I-35 N."""
    if goes_by_a_name(tokens):
        return None
    compass = directions(("en",))
    before = compass[tokens[0]] if tokens and tokens[0] in compass and len(tokens) > 2 else ""
    road = _road(tokens[1:]) if before else None
    if road:
        return before, *road
    without = _road(_without_county(_unglued(tokens)))
    return ("", *without) if without else None


def _unglued(tokens: list[str]) -> list[str]:
    glued = _GLUED.fullmatch(tokens[0]) if tokens else None
    return [glued[1], glued[2], *tokens[1:]] if glued else tokens


def _without_county(tokens: list[str]) -> list[str]:
    """`Weld County Road 43` is County Road 43; an old one is another road."""
    if "county" not in tokens[1:3] or tokens[0] in _OLD_AND_NEW:
        return tokens
    return tokens[tokens.index("county") :]


def _road(tokens: list[str]) -> tuple[str, str, str] | None:
    tokens = _unglued(tokens)
    for phrase, standard in _road_phrases().get(tokens[0] if tokens else "", ()):
        tail = _road_number(tokens[len(phrase) :])
        if tuple(tokens[: len(phrase)]) == phrase and tail and _is_road_name(tail, phrase, standard):
            name, after = _further(tail)
            return name, standard, after
    return None


def _road_number(tail: list[str]) -> list[str]:
    """`No 33` is 33, `60E` is 60 E."""
    if len(tail) > 1 and tail[0] in ("no", "number", "nr"):
        tail = tail[1:]
    glued = re.fullmatch(r"(\d+)([nsew])", tail[0]) if tail else None
    return [glued[1], glued[2], *tail[1:]] if glued else tail


def _further(tail: list[str]) -> tuple[str, str]:
    """(number with what belongs to it, compass word) of what stands behind the words for a road."""
    compass = directions(("en",))
    further = [token for token in tail[1:] if token not in _EMPTY_WORDS]
    if len(further) > 1 and further[-2] in "ns" and further[-1] in "ew":  # Highway 138 S E
        further = [*further[:-2], further[-2] + further[-1]]
    at = next((at for at, token in enumerate(further) if token in compass), None)
    if at is None:
        return " ".join([tail[0], *further]), ""
    return " ".join([tail[0], *further[:at], *further[at + 1 :]]), compass[further[at]]


def _is_road_name(tail: list[str], phrase: tuple[str, ...], standard: str) -> bool:
    """Roads have numbers; county roads and some states' highways have letters."""
    if _ROAD.fullmatch(tail[0]):
        return True
    if standard == "CR":
        return bool(_LETTERED_COUNTY_ROAD.fullmatch(tail[0]))
    lettered = phrase[-1] in ("highway", "hwy") and len(tail) == 1 and tail[0] not in directions(("en",))
    return lettered and bool(_LETTERED_ROAD.fullmatch(tail[0]))


@cache
def _road_phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrase and standard form, the longest first, by the first word of the phrase."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, standard in sorted([*phrases("highways.csv"), *_by_state()], key=lambda pair: -len(pair[0])):
        found.setdefault(phrase[0], []).append((phrase, standard))
    return found


def _by_state() -> list[tuple[tuple[str, ...], str]]:
    """A state's own roads by its code or its name: KY 55, Kentucky Highway 55, N Carolina 42."""
    found = []
    for code in region_codes("US"):
        name = region_name(code).lower().split()
        names = [(code.lower(),), tuple(name)]
        if name[0] in ("north", "south", "west"):
            names.append((name[0][0], *name[1:]))
        found += [(words, "SR") for words in names]
        found += [((*words, road), "SR") for words in names for road in ("highway", "hwy", "hw", "route", "rte", "rt")]
    return found
