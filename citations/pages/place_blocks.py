"""Which lines of a page belong to which of the places that it shows.

A place is an address with its street and its town. To it belongs the block around it that holds no other place; where
all stands on one level, the heading above it and the lines below.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from citations.pages.address_parts import DIGIT, Found
from citations.pages.blocks import blocks_around
from citations.pages.places import same_place
from citations.pages.tables import labels
from citations.pages.text import Line
from citations.postal import Address

_MOST_PLACES = 300
_LINES_ABOVE, _LINES_BELOW = 3, 12
_LONGEST = 120  # letters of a line that is an address; longer ones are sentences about something
_LONGEST_HEADING = 60


@dataclass(slots=True)
class _Mention:
    """Where a place is written: the address, and the lines from `start` to before `end` that belong to it."""

    found: Found
    start: int
    end: int

    @property
    def is_bare(self) -> bool:
        """True while nothing but the address belongs to it."""
        return self.start == self.found.first and self.end == self.found.last + 1


@dataclass(slots=True)
class Place:
    """One place: its address, and the lines that belong to it, wherever the page writes it.

    `is_open`: nothing on the page says where what stands below the address ends, neither a block nor a heading.
    """

    address: Address
    mentions: list[_Mention] = field(default_factory=list)
    is_open: bool = False

    def parts(self, lines: list[Line]) -> list[list[Line]]:
        """The lines that belong to the place, mention by mention."""
        return [lines[one.start : one.end] for one in self.mentions]


def places_in(lines: list[Line], addresses: Iterable[Found]) -> list[Place]:
    """The places among the addresses, each once, in the order of the page."""
    places: list[Place] = []
    for found in addresses:
        if len(places) == _MOST_PLACES or not _is_place(found, lines):
            continue
        known = next((place for place in places if same_place(place.address, found.address)), None)
        if known is None:
            known = Place(found.address)
            places.append(known)
        known.mentions.append(_Mention(found, found.first, found.last + 1))
    if len(places) > 1:
        _take_blocks(places, lines)
        _take_lines_below(places, lines)
    return places


def beside(places: Sequence[Place], lines: list[Line]) -> list[Line]:
    """The lines that belong to none of the places."""
    taken = {at for place in places for one in place.mentions for at in range(one.start, one.end)}
    return [line for at, line in enumerate(lines) if at not in taken]


def _is_place(found: Found, lines: list[Line]) -> bool:
    """True for a whole address that no label calls one for letters, and that is no part of a sentence."""
    address = found.address
    has_door = DIGIT.search(address.street) and address.city and address.region
    if not address.street or not (has_door or address.postcode):
        return False
    said = " ".join(line.text.lower() for line in lines[max(0, found.first - 1) : found.first + 1])
    if any(label in said for label in labels("not_a_branch")):
        return False
    return all(len(line.text) <= _LONGEST for line in lines[found.first : found.last + 1])


def _take_blocks(places: Sequence[Place], lines: list[Line]) -> None:
    """Give each mention the lines of the block around it."""
    ends = [
        (str(number), mention, lines[at].node)
        for number, place in enumerate(places)
        for mention in place.mentions
        for at in (mention.found.first, mention.found.last)
    ]
    held: dict[int, _Mention] = {}
    for block, (_, mention, _) in zip(blocks_around([(name, node) for name, _, node in ends]), ends, strict=True):
        held.setdefault(block.mem_id, mention)
    for at, line in enumerate(lines):
        if owner := next((held[node.mem_id] for node in _upwards(line.node) if node.mem_id in held), None):
            owner.start, owner.end = min(owner.start, at), max(owner.end, at + 1)


def _upwards(node: LexborNode | None) -> Iterator[LexborNode]:
    while node is not None:
        yield node
        node = node.parent


def _take_lines_below(places: Sequence[Place], lines: list[Line]) -> None:
    """Give the mentions that have no block the heading above them and the lines below, up to the next heading."""
    pairs = sorted(((one, place) for place in places for one in place.mentions), key=lambda pair: pair[0].start)
    starts = [one.start for one, _ in pairs[1:]] + [len(lines)]
    floor = 0
    for (one, place), roof in zip(pairs, starts, strict=True):
        if one.is_bare:
            headings = (at for at in range(one.start - 1, max(floor, one.start - _LINES_ABOVE) - 1, -1))
            one.start = next((at for at in headings if _is_heading(lines[at])), one.start)
            place.is_open = one.is_bare
            one.end = _before_heading(lines, one.end, min(roof, one.end + _LINES_BELOW))
        floor = one.end


def _before_heading(lines: list[Line], end: int, roof: int) -> int:
    """Where the lines from `end` on meet a heading or another part of the page; at `roof` where they meet none."""
    region = lines[end - 1].region
    for at in range(end, roof):
        if lines[at].heading or _is_heading(lines[at]) or lines[at].region != region:
            return at
    return max(end, roof)


def _is_heading(line: Line) -> bool:
    """True for a heading below the page's first, and for words in bold that do its work."""
    is_bold = line.node.tag in ("b", "strong") and len(line.text) <= _LONGEST_HEADING and not DIGIT.search(line.text)
    return line.heading > 1 or is_bold
