"""The PDF is the same report, printed: every page numbered, nothing run, nothing loaded."""

from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread

import pytest
from pypdf import PdfReader

from citations.findings import Portfolio
from citations.reports import client_pdf
from citations.reports.summary import Summary


@dataclass(frozen=True)
class Sheet:
    """One page of the PDF: its text and its size in points."""

    text: str
    width: float
    height: float


@pytest.fixture(scope="module")
def printed(dental_report: str, chromium: Path) -> list[Sheet]:
    pdf = client_pdf(dental_report, chromium, client="Harbor <i>Dental</i> Group", note="2031-05-04")
    pages = PdfReader(BytesIO(pdf)).pages
    return [Sheet(" ".join(p.extract_text().split()), float(p.mediabox.width), float(p.mediabox.height)) for p in pages]


def test_every_page_is_numbered_and_named(printed: list[Sheet]) -> None:
    assert len(printed) > 5
    for number, sheet in enumerate(printed, 1):
        assert f"{number} / {len(printed)}" in sheet.text
        assert "Harbor <i>Dental</i> Group" in sheet.text


def test_it_says_what_the_portfolio_says(printed: list[Sheet], dental: Portfolio) -> None:
    text = " ".join(sheet.text for sheet in printed)
    summary = Summary(dental)
    assert f"{summary.listed} of {summary.applicable}" in text
    assert f"{summary.not_checked} checks came to no answer" in text
    assert summary.left_alone
    assert all(f"{name} (" in text for name, _ in summary.left_alone), "those left alone are named"
    for heading in (
        "In short",
        "The record to confirm",
        "Critical problems",
        "Action plan",
        "Method, limits, glossary",
    ):
        assert heading in text


def test_pages_are_a4_and_the_wide_table_lies_across(printed: list[Sheet]) -> None:
    for sheet in printed:
        assert sorted((sheet.width, sheet.height)) == [pytest.approx(595, abs=1), pytest.approx(842, abs=1)]
    assert printed[0].width < printed[0].height
    assert any(sheet.width > sheet.height for sheet in printed)


def test_table_heads_are_repeated_on_the_pages_they_run_over(printed: list[Sheet]) -> None:
    wide = [sheet.text for sheet in printed if sheet.width > sheet.height]
    assert len(wide) > 1
    assert all("Directory Status Name" in text for text in wide)


def test_printing_runs_no_script_and_asks_nobody(chromium: Path) -> None:
    asked: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

    with HTTPServer(("127.0.0.1", 0), Listener) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        outside = f"http://127.0.0.1:{server.server_port}"
        html = (
            f"<p id=p>as it was</p><script>document.getElementById('p').textContent='changed'</script>"
            f"<img src='{outside}/img'><link rel=stylesheet href='{outside}/css'>"
            f"<iframe src='{outside}/frame'></iframe>"
            f"<meta http-equiv=refresh content='0;url={outside}/refresh'>"
        )
        text = PdfReader(BytesIO(client_pdf(html, chromium))).pages[0].extract_text()
        server.shutdown()
    assert "as it was" in text
    assert asked == []
