"""The whole practice web as data, grown from a seed: who exists, who lists what, and the truth about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from citations.models import Location
from citations.practice.businesses import Business, found_clients
from citations.practice.cells import share_out
from citations.practice.founder import Founder
from citations.practice.own_site import OwnSite, own_sites
from citations.practice.row import Row
from citations.practice.shelf import Shelf
from citations.practice.sites import EXTRA_SITES, SITES, Site
from citations.practice.strangers import found_strangers, with_competitors
from citations.practice.tables import fault_kinds

MOST_LOCATIONS = 3000
WHOLE_FROM = 12  # locations of three clients, from which on every fault has room
ANY_PORTS = range(8700, 65536)


@dataclass(frozen=True, slots=True)
class World:
    """Everything that the practice web holds. The first port is the index, then come the sites, then own websites."""

    seed: int
    ports: Sequence[int]
    businesses: tuple[Business, ...]
    locations: tuple[Location, ...]
    sites: tuple[Site, ...]
    own_sites: tuple[OwnSite, ...]
    rows: tuple[Row, ...]

    @property
    def clients(self) -> list[str]:
        """The clients' names, in order."""
        return list(dict.fromkeys(location.client for location in self.locations))

    @property
    def lacks(self) -> list[str]:
        """The faults that do not occur, in the order of their table: for want of room, or of a town for them."""
        there = {fault for row in self.rows for fault in row.faults}
        return [fault for fault in fault_kinds() if fault not in there]

    @property
    def origin(self) -> str:
        """Where the index is."""
        return origin(self.ports[0])

    @property
    def ports_used(self) -> int:
        """How many ports this world takes."""
        return 1 + len(self.sites) + len(self.own_sites)


def origin(port: int) -> str:
    """The web origin of a port on loopback."""
    return f"http://127.0.0.1:{port}"


def build(
    seed: int = 1,
    locations: int = 24,
    clients: int = 3,
    extra: bool = True,
    ports: Sequence[int] = ANY_PORTS,
    sites: Sequence[str] = (),
) -> World:
    """Grow a world; the same arguments give the same world.

    With all sites every status occurs, however few the locations; every fault has room from `WHOLE_FROM` locations
    of three clients on, and `World.lacks` names what a smaller web does without.

    `extra` holds for the four sites that never show a listing: slow, dead, disallowed, forbidden; `sites` names
    those that are wanted by their ids, all when it is empty. There are never more clients than locations.
    Raises ValueError when there is no location or client, or more than the numbers for fiction last for, or for
    a site that there is not.
    """
    if not 1 <= locations <= MOST_LOCATIONS or clients < 1:
        raise ValueError(f"choose 1 to {MOST_LOCATIONS} locations, and at least one client")
    clients = min(clients, locations)
    classes = _chosen(SITES + (EXTRA_SITES if extra or sites else ()), sites)
    site_origins = [origin(port) for port in ports[1 : 1 + len(classes)]]
    founder = Founder(seed)
    businesses = found_clients(founder, locations, clients, [origin(port) for port in ports[1 + len(classes) :]])
    strangers = found_strangers(founder, businesses)
    businesses = tuple(with_competitors(business, strangers) for business in businesses)
    drafts = share_out(seed, founder, businesses, classes)
    shelves = [Shelf(cls, at, seed) for cls, at in zip(classes, site_origins, strict=True)]
    for cls, shelf in zip(classes, shelves, strict=True):
        shelf.fill(drafts[cls.id], strangers)
    known = [(cls.id, shelf.known) for cls, shelf in zip(classes, shelves, strict=True)]
    own, own_rows = own_sites(seed, founder, businesses)
    return World(
        seed,
        ports,
        businesses,
        tuple(_with_known(business.record, known) for business in businesses),
        tuple(cls(at, shelf.book) for cls, at, shelf in zip(classes, site_origins, shelves, strict=True)),
        own,
        (*(row for shelf in shelves for row in shelf.rows), *own_rows),
    )


def _chosen(classes: Sequence[type[Site]], ids: Sequence[str]) -> tuple[type[Site], ...]:
    if unknown := set(ids) - {cls.id for cls in classes}:
        there = ", ".join(cls.id for cls in classes)
        raise ValueError(f"there is no site {', '.join(sorted(unknown))} on the practice web; there are {there}")
    return tuple(cls for cls in classes if not ids or cls.id in ids)


def _with_known(record: Location, known: Sequence[tuple[str, dict[str, str]]]) -> Location:
    return replace(record, listings={site: urls[record.id] for site, urls in known if record.id in urls})
