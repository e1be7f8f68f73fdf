"""The block of a page that belongs to one link or place: as far around it as no other of its kind reaches."""

from collections.abc import Iterable, Iterator, Sequence

from selectolax.lexbor import LexborNode

_WHOLE_PAGE = frozenset({"body", "html", "main"})


def blocks(anchors: Iterable[tuple[str, LexborNode]]) -> Iterator[LexborNode]:
    """For each target, in order, the largest element around its first link that leads to no other target."""
    every = list(anchors)
    first: dict[str, LexborNode] = {}
    for target, node in every:
        first.setdefault(target, node)
    held = _held(every)
    return (_around(node, held) for node in first.values())


def blocks_around(named: Sequence[tuple[str, LexborNode]]) -> list[LexborNode]:
    """For each node, given with its name, the largest element around it that holds none of another name."""
    held = _held(named)
    return [_around(node, held) for _, node in named]


def _held(named: Iterable[tuple[str, LexborNode]]) -> dict[int, set[str]]:
    """The names that each element holds."""
    held: dict[int, set[str]] = {}
    for name, node in named:
        for holder in _holders(node):
            held.setdefault(holder.mem_id, set()).add(name)
    return held


def _around(node: LexborNode, held: dict[int, set[str]]) -> LexborNode:
    block = node
    for holder in _holders(node):
        if len(held[holder.mem_id]) > 1:
            break
        block = holder
    return block


def _holders(node: LexborNode) -> Iterator[LexborNode]:
    """The node and the elements around it, up to the page as a whole."""
    climber: LexborNode | None = node
    while climber is not None and climber.tag not in _WHOLE_PAGE:
        yield climber
        climber = climber.parent
