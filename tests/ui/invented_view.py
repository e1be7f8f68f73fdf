"""What the pages are tested on: the invented audit with evidence on disk, and one more location for the rest."""

import struct
import zlib
from dataclasses import replace
from pathlib import Path

from citations.models import Address, Check, FieldResult, Finding, Identity, Location, Page
from citations.store import AuditInfo, Store
from citations.web import EvidenceFolder
from citations.words import Decision, FindingKind, Reason, Status, Verdict
from tests.invented import (
    audited,
    dental,
    dental_checks,
    hostile_checks,
    hostile_location,
    listed,
    looked,
    wrong,
)

CAPTURED = b"<html><body>Harbor Dental, as captured</body></html>"


def every_verdict() -> tuple[Location, list[Check]]:
    """A location whose listings show the verdicts and findings that the other locations lack."""
    location = replace(dental(7), id="dental-every-verdict", name="Harbor Dental Quay", hours="")
    parts = {
        "number": wrong(Verdict.DIFFERENT, "171", "170", "another house number"),
        "street": FieldResult(Verdict.FORMATTING, "Main St", "Main Street", "abbreviation", "St = Street"),
        "postcode": wrong(Verdict.UNREADABLE, "98O07", "98007", "not a postcode"),
    }
    address = Address("Main St", "171", "", "Sample Bay", "WA", "98O07")
    sibling = wrong(Verdict.SIBLING, "(360) 555-0104", location.phone, "the number of Harbor Dental, Northside")
    private = Finding(FindingKind.ADDRESS_MUST_NOT_SHOW, "the record says that the address is not to be shown")
    checks = [
        listed(
            location,
            "example_pages",
            private,
            address=wrong(Verdict.DIFFERENT, str(address), str(location.address), "another house number", **parts),
            phone=sibling,
            name=wrong(Verdict.UNREADABLE, "☒☒☒", location.name, "no letters in it"),
            hours=FieldResult(Verdict.NOT_COMPARED, "Mo-Fr 08:00-17:00"),
        ),
        looked(location, "town_guide", Status.UNVERIFIED, Reason.NEEDS_KEY),
        looked(location, "local_finder", Status.NOT_LISTED, detail="searched and found no listing"),
    ]
    evidence = (("phone is another branch's", -3.5), ("name equal", 9.25))
    return location, [replace(checks[0], identity=Identity(Decision.SAME, 5.75, evidence)), *checks[1:]]


def build(home: Path, *, locations: int = 5, finished: bool = True) -> tuple[Store, AuditInfo]:
    """An audit in `home` with every status and verdict, hostile text, captured pages and screenshots."""
    folder = EvidenceFolder(home / "evidence")
    places = [(dental(number), dental_checks(dental(number), number)) for number in range(locations)]
    hostile = hostile_location()
    places += [every_verdict(), (hostile, hostile_checks(hostile))]
    kept = [(location, [_with_evidence(folder, check) for check in checks]) for location, checks in places]
    return audited(home, kept, finished=finished)


def _with_evidence(folder: EvidenceFolder, check: Check) -> Check:
    if check.status is not Status.LISTED:
        return replace(check, evidence="")
    key = folder.keep(
        Page(f"{check.url}?{check.location}{check.directory}", status=200, body=CAPTURED, fetched_at=check.checked_at)
    )
    folder.add_screenshot(key, picture(640, 400))
    return replace(check, evidence=key)


def picture(width: int, height: int) -> bytes:
    """A plain PNG."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + bytes((200, 210, 225)) * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
