"""One audit of hostile records and hostile listings, run as a user runs it; every test reads what came of it."""

import html
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.texts import Attack, attacks
from tests.loopback import Answer, site

VICTIM, HONEST = "Harbor Dental Group", "harbor-dental-group"
EVIL_CLIENT = "../../\"><script>document.title='ran'</script>=1+1"
DIRECTORY = '''"""Hostile Pages: says whatever was written into it."""

from citations.directory import Directory


class HostilePages(Directory):
    """Hostile Pages."""

    id = "hostile_pages"
    name = "Hostile Pages"
    domains = ("{host}",)
    access = "http"
    listing_pattern = r"/biz/(?P<id>\\w+)$"
    pace = 0
'''


@dataclass(frozen=True, eq=False)
class Audited:
    """What the command left: its home, its reports, and what it said."""

    home: Path
    reports: Path
    said: str
    environment: dict[str, str]

    def report(self, client: str, name: str) -> Path:
        """A file of the report of the client whose `listings` or whose `records` are hostile."""
        (folder,) = [path for path in self.reports.iterdir() if (path.name == HONEST) == (client == "listings")]
        return folder / name


@pytest.fixture(scope="session")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Audited]:
    folder = tmp_path_factory.mktemp("hostile")
    with site(_page) as served:
        (folder / "directories").mkdir()
        (folder / "directories" / "hostile_pages.py").write_text(DIRECTORY.format(host=served.host), encoding="utf-8")
        locations = folder / "locations.json"
        locations.write_text(json.dumps([*_victims(served.origin), *_evil(served.origin)]), encoding="ascii")
        environment = os.environ | {
            "CITATIONS_HOME": str(folder / "home"),
            "CITATIONS_DIRECTORIES": str(folder / "directories"),
            "CITATIONS_ALLOW_PRIVATE": served.host,
            "CITATIONS_PACE": "0",
            "FORCE_COLOR": "1",
            "COLUMNS": "400",
        }
        words = ["audit", str(locations), "--directories", "hostile_pages", "--out", str(folder / "reports")]
        done = subprocess.run(
            [sys.executable, "-m", "citations", *words], env=environment, capture_output=True, check=False, timeout=280
        )
        said = (done.stdout + done.stderr).decode("utf-8")
        assert done.returncode == 0, said
        yield Audited(folder / "home", folder / "reports", said, environment)


def _victims(origin: str) -> list[dict[str, Any]]:
    """Honest records, each with a listing into which somebody wrote an attack."""
    return [_record(number, VICTIM, f"{origin}/biz/{number}") for number in range(len(attacks()))]


def _evil(origin: str) -> list[dict[str, Any]]:
    """Records that attack, each with an honest listing."""
    return [
        _record(number, EVIL_CLIENT, f"{origin}/honest/biz/{number}")
        | {"id": f"evil-{number}", "name": attack.text, "hours": attack.text, "categories": [attack.text]}
        | {"aliases": [attack.text], "competitors": [attack.text], "address": _address(number) | {"unit": attack.text}}
        for number, attack in enumerate(attacks())
    ]


def _record(number: int, client: str, listing: str) -> dict[str, Any]:
    return {
        "id": f"place-{number}",
        "client": client,
        "name": f"Harbor Dental {_letters(number)}",
        "address": _address(number),
        "phone": _phone(number),
        "website": f"https://harbordental.example/{number}",
        "hours": "Mo-Fr 08:00-17:00",
        "listings": {"hostile_pages": listing},
    }


def _letters(number: int) -> str:
    """A word of its own for each place; numbers would be read as store numbers."""
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:02}").title() + "ville"


def _address(number: int) -> dict[str, str]:
    return {"street": f"{100 + number} Main Street", "city": "Port Example", "region": "WA", "postcode": "98001"}


def _phone(number: int) -> str:
    return f"(360) 555-01{number:02}"


def _page(path: str) -> Answer:
    """A listing by its number: honest, or with the attack wherever a listing says something."""
    kind, _, number = path.strip("/").rpartition("/biz/" if path.startswith("/honest") else "biz/")
    if not number.isdigit():
        return 404, ""
    attack = attacks()[int(number)]
    return 200, _honest(int(number)) if kind else _listing(int(number), attack)


def _honest(number: int) -> str:
    return _document(
        number,
        f"Harbor Dental {_letters(number)}",
        "Mo-Fr 08:00-17:00",
        "Port Example",
        "https://harbordental.example/",
    )


def _listing(number: int, attack: Attack) -> str:
    return _document(number, attack.text, attack.text, attack.text, f"https://harbordental.example/?{attack.text[:80]}")


def _document(number: int, name: str, hours: str, city: str, website: str) -> str:
    address = {"@type": "PostalAddress", "streetAddress": f"{100 + number} Main Street", "addressLocality": city}
    facts = {
        "@context": "https://schema.org",
        "@type": "Dentist",
        "name": name,
        "telephone": _phone(number),
        "address": address | {"addressRegion": "WA", "postalCode": "98001", "addressCountry": "US"},
        "url": website,
        "openingHours": hours,
    }
    said = json.dumps(facts).replace("<", "\\u003c")
    heading = html.escape(name.encode("utf-8", "ignore").decode())
    return f'<title>{heading}</title><script type="application/ld+json">{said}</script><h1>{heading}</h1>'
