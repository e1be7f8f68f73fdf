"""What a peer is, and the record that each of them gets: prepared as their documentation asks for it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from citations.models import Listing, Location
from citations.postal import Address
from citations.postal.folding import words
from tests.benchmarks.labelled_pairs import Pair

FIELDS = ("name", "street", "city", "postcode", "phone", "website")
EXACT = frozenset({"postcode", "phone", "website"})
Record = dict[str, str]
Judge = Callable[[Sequence[Pair]], Sequence[bool]]


@dataclass(frozen=True, slots=True)
class Peer:
    """A way to tell whether two records are one place, learnt from labelled pairs."""

    name: str
    package: str
    learn: Callable[[Sequence[Pair]], Judge]


def records(pair: Pair) -> tuple[Record, Record]:
    """Both sides of a pair, lower case and without punctuation, phones as digits, websites as hosts."""
    return _record(pair.location), _record(pair.listing)


def _record(side: Location | Listing) -> Record:
    address = side.address if isinstance(side.address, Address) else Address(street=side.address or "")
    phone = side.phone if isinstance(side, Location) else next(iter(side.phones), "")
    street = f"{address.number} {address.street} {address.unit}"
    texts = (side.name, street, address.city)
    host = urlsplit(side.website if "//" in side.website else f"//{side.website}").hostname or ""
    values = [" ".join(words(text)) for text in texts]
    values += [address.postcode.strip().lower(), re.sub(r"\D", "", phone)[-10:], host.removeprefix("www.")]
    return dict(zip(FIELDS, values, strict=True))


def spots(pair: Pair) -> tuple[tuple[float, float] | None, ...]:
    """The coordinates of both sides, where there are any."""
    return tuple(
        (side.latitude, side.longitude) if side.latitude and side.longitude else None
        for side in (pair.location, pair.listing)
    )


def have_spots(pairs: Sequence[Pair]) -> bool:
    """True when most sides have coordinates."""
    return sum(all(spots(pair)) for pair in pairs) > len(pairs) / 2


def tuned(scores: Sequence[float], pairs: Sequence[Pair]) -> float:
    """The threshold with the best F1 on these pairs."""
    return max(sorted(set(scores)), key=lambda least: f1([score >= least for score in scores], pairs)[2])


def f1(said: Sequence[bool], pairs: Sequence[Pair]) -> tuple[float, float, float]:
    """Precision, recall and F1 of what was said."""
    hits = sum(one and pair.same for one, pair in zip(said, pairs, strict=True))
    precision, recall = hits / max(1, sum(said)), hits / max(1, sum(pair.same for pair in pairs))
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)
