"""Saved pages, whole and hostile: each ends as a page with its address, or as one sentence."""

import plistlib
import quopri
from base64 import encodebytes
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citations.audit.assist import NotAPageError, open_saved

URL = "https://riverlist.example/b/12?q=a&b=é"
HTML = "<html><head><title>Café Müller</title></head><body><h1>Café Müller</h1></body></html>"
LARGEST = 200_000


def mhtml(html: bytes, encoding: str = "quoted-printable", charset: str = "utf-8", snapshot: str = URL) -> bytes:
    """An archive as Chromium writes it."""
    body = encodebytes(html) if encoding == "base64" else quopri.encodestring(html)
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: " + snapshot.encode() + b"\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="----B"\r\n\r\n\r\n------B\r\n'
        b"Content-Type: text/css\r\nContent-Location: https://riverlist.example/a.css\r\n\r\np {}\r\n------B\r\n"
        b"Content-Type: text/html; charset=" + charset.encode() + b"\r\nContent-Transfer-Encoding: " + encoding.encode()
        + b"\r\nContent-Location: " + URL.encode() + b"\r\n\r\n" + body + b"\r\n------B--\r\n"
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1"])
def test_an_archive_gives_its_page_and_where_it_is_from(encoding: str, charset: str) -> None:
    page = open_saved(mhtml(HTML.encode(charset), encoding, charset), "page.mhtml", LARGEST)
    assert page.html.decode(charset).strip() == HTML
    assert (page.url, page.content_type) == (URL, f"text/html; charset={charset}")


def test_an_archive_that_names_no_snapshot_has_the_address_of_its_part() -> None:
    assert open_saved(mhtml(HTML.encode(), snapshot=""), "page.mht", LARGEST).url == URL


@pytest.mark.parametrize(
    ("html", "url"),
    [
        (f"<!DOCTYPE html>\n<!-- saved from url=(0039){URL} -->\n{HTML}", URL),
        (f"<!DOCTYPE html><html><!--\n Page saved with SingleFile \n url: {URL} \n saved date: x\n-->{HTML}", URL),
        (HTML.replace("<title>", f'<link rel="canonical" href="{URL}"><title>'), URL),
        (HTML.replace("<title>", f'<meta property="og:url" content="{URL}"><title>'), URL),
        (HTML.replace("<title>", '<link rel="canonical" href="/b/12"><title>'), ""),
        (HTML.replace("<title>", '<link rel="canonical" href="javascript:alert(1)"><title>'), ""),
        (f"<!-- saved from url=(0014)about:internet -->{HTML}", ""),
        (f"<!-- saved from url=(0014)file:///etc/passwd -->{HTML}", ""),
        (HTML, ""),
    ],
)
def test_where_a_saved_page_is_from(html: str, url: str) -> None:
    assert open_saved(html.encode(), "page.html", LARGEST).url == url


def test_a_web_archive_gives_its_main_page() -> None:
    main = {"WebResourceData": HTML.encode(), "WebResourceURL": URL, "WebResourceTextEncodingName": "UTF-8"}
    for form in (plistlib.FMT_BINARY, plistlib.FMT_XML):
        page = open_saved(plistlib.dumps({"WebMainResource": main}, fmt=form), "page.webarchive", LARGEST)
        assert (page.html, page.url) == (HTML.encode(), URL)


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "page.html", "no HTML"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "page.html", "no HTML"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR by chance <p >", "page.html", "no HTML"),
        (b"just words", "page.htm", "no HTML"),
        (b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nhello", "page.mhtml", "no HTML page"),
        (b"bplist00 and nothing of the kind", "page.webarchive", "broken"),
        (plistlib.dumps({"WebMainResource": 3}), "page.webarchive", "broken"),
        (plistlib.dumps({"WebMainResource": {"WebResourceData": 1, "WebResourceURL": ""}}), "a.webarchive", "no page"),
        (HTML.encode() * 4000, "page.html", "larger"),
        (mhtml(HTML.encode() * 4000), "page.mhtml", "larger"),
        (b"<html>" + b"x" * LARGEST * 13, "page.html", "larger"),
    ],
)  # fmt: skip
def test_what_is_no_page_is_told(data: bytes, name: str, says: str) -> None:
    with pytest.raises(NotAPageError, match=says):
        open_saved(data, name, LARGEST)


def test_a_wrong_charset_is_read_all_the_same() -> None:
    page = open_saved(mhtml(HTML.encode(), charset="no-such-charset"), "page.mhtml", LARGEST)
    assert page.html.decode().strip() == HTML


def test_an_archive_nested_without_end_is_a_sentence_or_a_page() -> None:
    head = "".join(f'Content-Type: multipart/related; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(3000))
    with pytest.raises(NotAPageError):
        open_saved(b"MIME-Version: 1.0\r\n" + head.encode(), "page.mhtml", 1_000_000)


@given(st.binary(max_size=3000), st.sampled_from(["a.html", "a.mhtml", "a.webarchive", "../../etc/passwd", ""]))
def test_no_bytes_break_it(data: bytes, name: str) -> None:
    _opened_or_told(data, name)


@given(st.data())
def test_no_damage_to_an_archive_breaks_it(data: st.DataObject) -> None:
    whole = bytearray(mhtml(HTML.encode()))
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=12)):
        whole[place] = data.draw(st.integers(0, 255))
    _opened_or_told(bytes(whole[: data.draw(st.integers(1, len(whole)))]), "page.mhtml")


@given(st.recursive(st.none() | st.text() | st.binary(), lambda inner: st.dictionaries(st.text(), inner), max_leaves=8))
def test_no_property_list_breaks_it(value: object) -> None:
    try:
        data = plistlib.dumps({"WebMainResource": value} if value is not None else {}, fmt=plistlib.FMT_BINARY)
    except (TypeError, ValueError):  # not a property list at all
        return
    _opened_or_told(data, "page.webarchive")


def _opened_or_told(data: bytes, name: str) -> None:
    with suppress(NotAPageError):
        page = open_saved(data, name, LARGEST)
        assert len(page.html) <= LARGEST
        assert page.url == "" or page.url.startswith(("http://", "https://"))
