"""Hostile text in the files that are handed over: each is read with a parser of its format, and holds it as text."""

import csv
import json
import re
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from selectolax.lexbor import LexborHTMLParser

from citations.findings import portfolio
from citations.reports import audit_json
from citations.store import Store
from tests.hostile.conftest import Audited
from tests.hostile.texts import UNSEEN, Attack, attacks, squeezed

ATTACKS = pytest.mark.parametrize("attack", attacks(), ids=lambda attack: attack.name)
CLIENTS = pytest.mark.parametrize("client", ["listings", "records"])
SHOWN = 120  # so much of a long text must be shown


@CLIENTS
@ATTACKS
def test_html_shows_it(audited: Audited, client: str, attack: Attack) -> None:
    assert squeezed(attack.shown_of(client))[:SHOWN] in html_text(audited.report(client, "report.html"))


@CLIENTS
def test_html_does_not_obey_it(audited: Audited, client: str) -> None:
    text = audited.report(client, "report.html").read_text(encoding="utf-8")
    tree = LexborHTMLParser(text)
    assert not tree.css("script, iframe, object, embed, form, link, base, video, audio, textarea, i, body b")
    assert "broken out" not in [node.text() for node in tree.css("h1")]
    for node in tree.css("*"):
        assert not [name for name in node.attributes if name.startswith("on")]
        for name in ("href", "src", "xlink:href"):
            assert re.match(r"https?://|#|data:image/(jpeg|png);", node.attributes.get(name) or "#")
    assert not UNSEEN.search(text)


@CLIENTS
@ATTACKS
def test_pdf_shows_it(audited: Audited, client: str, attack: Attack) -> None:
    """Word by word: where text runs from right to left, a PDF holds the words in the order of the line."""
    text = pdf_text(audited.report(client, "report.pdf"))
    words = [printable(word)[:SHOWN] for word in attack.shown_of(client).split()[:20]]
    assert [word for word in words if word not in text] == []


@CLIENTS
def test_pdf_does_nothing(audited: Audited, client: str) -> None:
    reader = PdfReader(audited.report(client, "report.pdf"))
    everything = [reader.trailer["/Root"].get_object(), *reader.pages]
    everything += [link.get_object() for page in reader.pages for link in page.get("/Annots") or ()]
    everything += [it["/A"].get_object() for it in everything if "/A" in it]
    names = {str(key) for it in everything if isinstance(it, DictionaryObject) for key in it}
    assert not names & {"/JS", "/AA", "/OpenAction", "/AcroForm", "/EmbeddedFiles"}
    actions = [it for it in everything if "/S" in it and it.get("/Type") != "/Page"]
    assert actions
    assert {str(action["/S"]) for action in actions} <= {"/URI", "/GoTo", "/Transparency"}
    assert all(re.match(r"https?://", str(action["/URI"])) for action in actions if "/URI" in action)
    raw = audited.report(client, "report.pdf").read_bytes()
    assert not re.search(rb"/(JavaScript|Launch|SubmitForm|RichMedia)\b", raw)


@CLIENTS
@ATTACKS
def test_a_workbook_shows_it(audited: Audited, client: str, attack: Attack) -> None:
    cells = [squeezed(str(cell)) for cell in workbook_cells(audited.report(client, "report.xlsx"))]
    assert any(squeezed(attack.shown_of(client))[:SHOWN] in cell for cell in cells)


@CLIENTS
def test_a_workbook_computes_and_opens_nothing(audited: Audited, client: str) -> None:
    book = load_workbook(audited.report(client, "report.xlsx"))
    assert not book.vba_archive
    for page in book:
        for cell in (cell for row in page.iter_rows() for cell in row):
            assert cell.data_type in ("s", "n", "d"), (page.title, cell.coordinate)
            assert cell.hyperlink is None or re.match(r"https?://", cell.hyperlink.target or "")
    cells = workbook_cells(audited.report(client, "report.xlsx"))
    assert not [cell for cell in cells if isinstance(cell, str) and (UNSEEN.search(cell) or len(cell) > 32_767)]


@CLIENTS
@ATTACKS
def test_csv_shows_it(audited: Audited, client: str, attack: Attack) -> None:
    """Apart from the apostrophes that keep formulas from being one."""
    rows = csv_rows(audited.report(client, "listings.csv"))
    cells = [squeezed(cell).replace("'", "") for row in rows for cell in row]
    assert any(squeezed(attack.shown_of(client)).replace("'", "")[:SHOWN] in cell for cell in cells)


@CLIENTS
@pytest.mark.parametrize("name", ["listings.csv", "problems.csv", "fixes.csv", "opportunities.csv"])
def test_csv_computes_nothing_and_keeps_its_columns(audited: Audited, client: str, name: str) -> None:
    head, *rows = csv_rows(audited.report(client, name))
    assert {len(row) for row in rows} <= {len(head)}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "＝", "\t", "\r"))]
    assert not [cell for row in rows for cell in row if UNSEEN.search(cell) or "\n" in cell]


@ATTACKS
def test_json_holds_it_as_it_was_read(audited: Audited, attack: Attack) -> None:
    number = attacks().index(attack)
    checks = {check["location"]: check for check in audit(audited)["checks"]}
    listing = checks[f"place-{number}"]["listing"]
    assert squeezed(attack.shown) in squeezed(UNSEEN.sub("", listing["name"]))
    assert checks[f"place-{number}"]["status"] == "listed"
    assert checks[f"evil-{number}"]["status"] == "listed"


def test_the_terminal_takes_no_orders_from_it(audited: Audited) -> None:
    told = re.sub(r"\x1b\[[\d;]*m|\x1b\[\?25[lh]|\x1b\[\d*[AK]", "", audited.said).replace("\r", "\n")  # rich's own
    assert not UNSEEN.search(told)
    assert "[red]red[/red]" in told
    assert "[31mred[0m" in told
    assert "x" * 100 not in told
    assert max(len(line) for line in told.splitlines()) < 500


@cache
def html_text(file: Path) -> str:
    body = LexborHTMLParser(file.read_text(encoding="utf-8")).body
    assert body
    return squeezed(body.text())


@cache
def pdf_text(file: Path) -> str:
    return printable("".join(page.extract_text() for page in PdfReader(file).pages))


@cache
def workbook_cells(file: Path) -> list[object]:
    """Every value of every sheet."""
    book = load_workbook(file, read_only=True)
    return [value for page in book for row in page.iter_rows(values_only=True) for value in row if value is not None]


@cache
def csv_rows(file: Path) -> list[list[str]]:
    """The file as a spreadsheet reads it."""
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))


def printable(text: str) -> str:
    """Without signs that the fonts of a machine may lack, and without white space."""
    return squeezed(re.sub("[\0\u200d\u2000-\U0010ffff]", "", text))


@cache
def audit(audited: Audited) -> dict[str, list[dict[str, object]]]:
    """The audit as `--json` prints it, parsed again."""
    store = Store(f"sqlite:///{audited.home / 'citations.db'}")
    latest = store.latest()
    assert latest
    told: dict[str, list[dict[str, object]]] = json.loads(json.dumps(audit_json(portfolio(store, latest.id))))
    store.close()
    return told
