"""Pages printed as PDF: read by their text, with the address of the margin; hostile files end as one sentence."""

import io
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from pypdf import PdfWriter

from citations.audit.assist import Inbox, NotAPageError, Outcome
from citations.audit.assist.pdf import open_pdf
from citations.settings import Settings
from citations.web import find_chromium
from citations.words import Arrival, Status
from tests.audit.assist.test_inbox import LARGEST, through
from tests.audit.assist.walled_web import WalledWeb


def printed(html: str, url: str, *, margins: bool = True) -> bytes:
    """`html` as a person's browser prints it at `url`."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(Settings(_env_file=None)), args=["--no-sandbox"]
        )
        page = browser.new_page()
        page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
        page.goto(url)
        given = page.pdf(display_header_footer=margins, margin={"top": "1.5cm", "bottom": "1.5cm"})
        browser.close()
    return given


def listed(web: WalledWeb) -> tuple[tuple[str, str], str, str]:
    key, row = next((key, row) for key, row in web.truth.items() if row["status"] == "listed" and not row["faults"])
    return key, row["url"], web.page_at(row["url"]).decode()


def dropped(web: WalledWeb, folder: Path, data: bytes, opened: tuple[str, str] | None = None) -> Outcome:
    inbox = Inbox(folder, web.desk(), LARGEST, opened=lambda: opened)
    (folder / "printed.pdf").write_bytes(data)
    (outcome,) = through(inbox)
    return outcome


def test_a_printed_listing_settles_its_check_like_any_other(web: WalledWeb, tmp_path: Path) -> None:
    key, url, html = listed(web)
    outcome = dropped(web, tmp_path / "inbox", printed(html, url))
    assert outcome.page.word is Arrival.CHECKED, outcome.page.says
    (check,) = outcome.checks
    assert ((check.location, check.directory), check.status, check.how) == (key, Status.LISTED, "saved_pdf")
    assert check.url == url
    assert check.comparison is not None
    words = {str(result.verdict) for name, result in check.comparison.fields.items() if name in ("address", "phone")}
    assert words <= {"same", "formatting", "not_compared", "accepted"}


def test_without_its_margins_it_is_read_for_the_entry_that_was_opened(web: WalledWeb, tmp_path: Path) -> None:
    key, url, html = listed(web)
    data = printed(html, url, margins=False)
    assert dropped(web, tmp_path / "a", data).page.word is Arrival.UNUSABLE
    outcome = dropped(web, tmp_path / "b", data, opened=key)
    assert outcome.page.word is Arrival.CHECKED, outcome.page.says
    assert outcome.checks[0].status is Status.LISTED


def test_a_printed_page_of_results_never_says_no(web: WalledWeb, tmp_path: Path) -> None:
    entry = web.desk().entries[0]
    search = next(iter(entry.directory.find(entry.location))).url
    outcome = dropped(web, tmp_path / "inbox", printed("<h1>Results</h1><p>No results found</p>", search))
    assert (outcome.page.word, outcome.checks) == (Arrival.UNUSABLE, ())
    assert "save the results as HTML" in outcome.page.says


CIRCLE = b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9999>>endobj\ntrailer<</Root 1 0 R>>"


def made(pages: int = 1, password: str = "") -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    if password:
        writer.encrypt(password)
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (made(), "no text"),
        (made(password="sesame"), "broken|password"),  # noqa: S106
        (b"%PDF-1.7\n" + b"\0\xff(" * 50_000, "broken|no text"),
        (made()[:-200], "broken|no text"),
        (CIRCLE, "broken|no text|limits"),
    ],
    ids=["no text", "locked", "nonsense", "cut short", "a circle of pages"],
)  # fmt: skip
def test_a_bad_file_is_told_in_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(NotAPageError, match=says):
        open_pdf(data)
