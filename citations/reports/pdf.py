"""The client report as PDF, printed from its HTML by Chromium without scripts and without a network."""

import os
from pathlib import Path

from markupsafe import Markup
from playwright.sync_api import Route, sync_playwright

from citations.reports.shown import plain

_PAGE = "http://report.invalid/"  # never resolved: the only request that is answered, with the report itself
_HEADER = Markup(
    '<div style="width:100%;font:8px Helvetica,Arial,sans-serif;color:#626a73;padding:0 14mm;'
    'display:flex;justify-content:space-between"><span>{}</span><span>{}</span></div>'
)
_FOOTER = (
    '<div style="width:100%;font:8px Helvetica,Arial,sans-serif;color:#626a73;padding:0 14mm;text-align:right">'
    '<span class="pageNumber"></span> / <span class="totalPages"></span></div>'
)
_MILLISECONDS = 120_000


def client_pdf(html: str, executable: Path | None = None, *, client: str = "", note: str = "") -> bytes:
    """`html` printed on A4 with `client` and `note` in the header and page numbers in the footer.

    `executable` is the Chromium to use, None for Playwright's own. Raises playwright's Error when there is no
    browser or it fails. Must not be called inside a running event loop.
    """
    sandbox = not (hasattr(os, "geteuid") and os.geteuid() == 0)  # Chromium refuses its sandbox to root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, chromium_sandbox=sandbox)
        try:
            page = browser.new_context(java_script_enabled=False, service_workers="block").new_page()
            page.route("**/*", lambda route: _answer(route, html))
            page.goto(_PAGE, wait_until="load", timeout=_MILLISECONDS)
            return page.pdf(
                format="A4",
                prefer_css_page_size=True,
                print_background=True,
                display_header_footer=True,
                header_template=_HEADER.format(plain(client), plain(note)),
                footer_template=_FOOTER,
                tagged=True,
                outline=True,
            )
        finally:
            browser.close()


def _answer(route: Route, html: str) -> None:
    """The report for its own address; nothing else leaves the browser."""
    if route.request.url == _PAGE:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")
    else:
        route.abort()
