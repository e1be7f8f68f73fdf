"""The practice directories: one file each for markup and manners. A new one is a file and a place in the list."""

from citations.practice.sites.extra import Dead, Disallowed, Forbidden, Slow
from citations.practice.sites.honeycomb import Honeycomb
from citations.practice.sites.keyhole import Keyhole
from citations.practice.sites.lantern import Lantern
from citations.practice.sites.ortskundig import Ortskundig
from citations.practice.sites.pinwheel import Pinwheel
from citations.practice.sites.quarry import Quarry
from citations.practice.sites.site import Answer, Site
from citations.practice.sites.townfolk import Townfolk
from citations.practice.sites.turnstile import Turnstile
from citations.practice.sites.vellum import Vellum
from citations.practice.sites.whisperwell import Whisperwell

SITES: tuple[type[Site], ...] = (
    Townfolk,
    Quarry,
    Lantern,
    Pinwheel,
    Turnstile,
    Whisperwell,
    Honeycomb,
    Keyhole,
    Vellum,
    Ortskundig,
)
EXTRA_SITES: tuple[type[Site], ...] = (Slow, Dead, Disallowed, Forbidden)

__all__ = ["EXTRA_SITES", "SITES", "Answer", "Site"]
