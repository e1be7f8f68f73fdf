"""The text of a page that came as bytes: servers, pages and their bytes often disagree about it."""

import codecs
import re

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def decode(body: bytes, content_type: str) -> str:
    """The text of `body`: byte order mark, then header, then meta element, then UTF-8, then Windows-1252."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if body.startswith(mark):
            return body.decode(name, errors="replace").lstrip("\ufeff")
    in_page = _META_CHARSET.search(body[:4096])
    header = content_type.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    for name in (header, in_page[1].decode("ascii", "replace") if in_page else "", "utf-8", "cp1252"):
        try:
            return body.decode("cp1252" if name.lower() in ("iso-8859-1", "latin-1", "ascii") else name or "utf-8")
        except (LookupError, ValueError):  # an unknown name, one that no name can be, other bytes
            continue
    return body.decode("utf-8", errors="replace")
