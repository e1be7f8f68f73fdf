"""Pictures of pages as evidence inside a report: cut, scaled down, drawn anew, and carried within the file."""

import base64
from io import BytesIO
from typing import Protocol

from PIL import Image

WIDTH, HEIGHT = 560, 620  # pixels of the picture in the report; the whole one stays with the evidence
_QUALITY = 72


class Pictures(Protocol):
    """Where pictures of pages are kept, by the key of their evidence."""

    def screenshot(self, key: str) -> bytes | None:
        """The PNG kept under `key`, None when there is none. Raises KeyError for an unknown key."""


def picture(pictures: Pictures, key: str) -> str:
    """The upper part of the picture kept under `key` as a data: address; blank when there is none."""
    try:
        png = pictures.screenshot(key) if key else None
        return "data:image/jpeg;base64," + base64.b64encode(_small(png)).decode() if png else ""
    except (KeyError, OSError, Image.DecompressionBombError):
        return ""  # the evidence was moved or is no picture: the report goes out without it


def _small(png: bytes) -> bytes:
    with Image.open(BytesIO(png)) as whole:
        height = min(whole.height, round(whole.width * HEIGHT / WIDTH))
        part = whole.convert("RGB").crop((0, 0, whole.width, height))
    part.thumbnail((WIDTH, HEIGHT))
    out = BytesIO()
    part.save(out, "JPEG", quality=_QUALITY, optimize=True)
    return out.getvalue()
