"""The block of a page that belongs to one link: as far around it as no other link of its kind reaches."""

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

_WHOLE_PAGE = frozenset({"body", "html", "main"})


def blocks(anchors: Iterable[tuple[str, LexborNode]]) -> Iterator[LexborNode]:
    """For each target, in order, the largest element around its first link that leads to no other target."""
    first: dict[str, LexborNode] = {}
    holds: dict[int, set[str]] = {}
    for target, node in anchors:
        first.setdefault(target, node)
        for holder in _holders(node):
            holds.setdefault(holder.mem_id, set()).add(target)
    for node in first.values():
        block = node
        for holder in _holders(node):
            if len(holds[holder.mem_id]) > 1:
                break
            block = holder
        yield block


def _holders(node: LexborNode) -> Iterator[LexborNode]:
    """The node and the elements around it, up to the page as a whole."""
    climber: LexborNode | None = node
    while climber is not None and climber.tag not in _WHOLE_PAGE:
        yield climber
        climber = climber.parent
