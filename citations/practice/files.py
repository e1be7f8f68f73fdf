"""The files of a practice web: the truth, the sheet to audit, the directories' adapters, the settings.

`truth.json` holds `schema_version`, `seed`, `origin` (the index), `lacks` (the faults without room), `sites`,
`clients`, `locations` and `rows`: one row for each location in each directory and on its own website (see `row.py`).
"""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from urllib.parse import urlsplit

from citations.models import Location
from citations.postal import Address
from citations.practice.markup import render
from citations.practice.sites import Site
from citations.practice.world import World
from citations.words import PhoneRole

SCHEMA_VERSION = "1"
SECONDS_FOR_A_PAGE = 5  # one site never answers: whoever waits longer waits for nothing


def write_files(world: World, folder: Path) -> None:
    """Write everything into `folder`; the same world gives the same bytes. Files of an earlier world are replaced."""
    directories = folder / "directories"
    directories.mkdir(parents=True, exist_ok=True)
    for old in directories.glob("practice_*.py"):
        old.unlink()
    for site in world.sites:
        (directories / f"{site.id}.py").write_text(adapter(site), encoding="utf-8")
    (folder / "truth.json").write_text(as_json(truth(world)), encoding="utf-8")
    (folder / "locations.csv").write_text(sheet(world), encoding="utf-8", newline="")
    (folder / "practice.env").write_text(settings(world, folder), encoding="utf-8")


def as_json(value: object) -> str:
    """JSON as it stands in the files."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def truth(world: World) -> dict[str, object]:
    """The truth about a world."""
    return {
        "schema_version": SCHEMA_VERSION,
        "note": "Practice web: invented businesses",
        "seed": world.seed,
        "origin": world.origin,
        "lacks": world.lacks,
        "sites": [_site_facts(site) for site in world.sites],
        "clients": [
            {"name": client, "locations": [place.id for place in world.locations if place.client == client]}
            for client in world.clients
        ],
        "locations": [
            {"id": business.record.id, "client": business.record.client, "website": business.truth.website}
            | {"port": urlsplit(business.truth.website).port, "true": business.truth.as_facts()}
            for business in world.businesses
        ],
        "rows": [row.as_facts() for row in world.rows],
    }


def manner(site: Site) -> str:
    """What a site is there to practise: the first line of its description."""
    module = __import__(type(site).__module__, fromlist=["__doc__"])
    doc = type(site).__doc__ if site.reasons else module.__doc__
    return (doc or "").splitlines()[0]


def _site_facts(site: Site) -> dict[str, object]:
    return {
        "id": site.id,
        "name": site.name,
        "origin": site.origin,
        "port": urlsplit(site.origin).port,
        "manner": manner(site),
        "walled": site.walled,
        "reasons": list(site.reasons or site.wall_reasons),
    }


def sheet(world: World) -> str:
    """The locations file of all clients, with the columns that people use."""
    rows = [dict(_columns(location)) for location in world.locations]
    names = list(dict.fromkeys(name for row in rows for name in row))
    groups = ("Former", "Phone (", "Listing")
    order = sorted(names, key=lambda name: next((place for place, group in enumerate(groups) if group in name), -1))
    text = io.StringIO()
    writer = csv.DictWriter(text, order, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _columns(location: Location) -> Iterator[tuple[str, str]]:
    """One row of the sheet; columns that are blank for everyone but some come only where they are filled."""
    address = location.postal
    yield "Store code", location.id
    yield "Client", location.client
    yield "Business name", location.name
    yield "Address line 1", street_line(address)
    yield "Address line 2", address.unit
    yield "Locality", address.city
    yield "Administrative area", address.region
    yield "Postal code", address.postcode
    yield "Country", location.country
    yield "Primary phone", location.phone
    yield "Website", location.website
    yield "Hours", location.hours
    yield "Primary category", next(iter(location.categories), "")
    yield "Kind", str(location.kind)
    yield "Hide address", "yes" if location.hide_address else ""
    yield "Aliases", " | ".join(location.aliases)
    yield "Competitors", " | ".join(location.competitors)
    for former in location.former:
        yield f"Former {former.field}", former.value
        yield f"Former {former.field} until", former.until
    for phone in location.phones:
        yield f"Phone ({phone.role})", phone.number
        if phone.role is PhoneRole.RETIRED:
            yield f"Phone ({phone.role}) until", phone.until
    for directory, url in location.listings.items():
        yield f"Listing {directory}", url


def street_line(address: Address) -> str:
    """House number and street in the order of the country."""
    parts = (address.street, address.number) if address.country == "DE" else (address.number, address.street)
    return " ".join(parts)


def adapter(site: Site) -> str:
    """The directory file of a site, as a user would write it."""
    return render(
        "adapter.txt",
        site=site,
        cls=type(site).__name__,
        manner=manner(site),
        host=urlsplit(site.origin).netloc,
        pattern=site.origin.replace(".", r"\.") + site.listing_pattern() + r"(?:\?|$)",
    )


def settings(world: World, folder: Path) -> str:
    """The environment (for a shell, or a `.env` file) in which `citations audit` may visit this web."""
    return (
        f"CITATIONS_DIRECTORIES={quote(str((folder / 'directories').absolute()))}\n"
        f"CITATIONS_CHOICE={choice(world)}\n"
        f"CITATIONS_ALLOW_PRIVATE={','.join(allow_private(world))}\n"
        "CITATIONS_PACE=0\n"
        f"CITATIONS_TIMEOUT={SECONDS_FOR_A_PAGE}\n"
    )


def choice(world: World) -> str:
    """The ids of what is served, for CITATIONS_CHOICE: nobody real is asked about invented businesses."""
    return ",".join(["own_website", *(site.id for site in world.sites)])


def allow_private(world: World) -> list[str]:
    """Every host:port of the web, for CITATIONS_ALLOW_PRIVATE."""
    return [f"127.0.0.1:{port}" for port in world.ports[: world.ports_used]]
