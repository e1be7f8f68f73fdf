"""The published JSON Schemas are those of the code, and real output keeps them.

After a change of the shapes: `make schemas`.
"""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from typer.testing import CliRunner

from citations.cli import cli
from citations.notify import notification_schema
from citations.practice import serve
from citations.reports import (
    audit_schema,
    changes_schema,
    fixes_schema,
    opportunities_schema,
    reading_schema,
    scores_schema,
)

SCHEMAS = Path(__file__).parent.parent / "docs" / "schemas"
FROM_CODE = {
    "audit": audit_schema,
    "reading": reading_schema,
    "opportunities": opportunities_schema,
    "changes": changes_schema,
    "notification": notification_schema,
    "scores": scores_schema,
    "fixes": fixes_schema,
}


def published(name: str) -> dict[str, Any]:
    return json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))


def publish() -> None:
    """Write the schemas of the code into the docs."""
    for name, schema in FROM_CODE.items():
        text = json.dumps(schema(), indent=2, ensure_ascii=False)
        (SCHEMAS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


@pytest.mark.parametrize("name", FROM_CODE)
def test_the_docs_publish_the_schema_of_the_code(name: str) -> None:
    assert published(name) == FROM_CODE[name]()


def test_the_truth_of_a_practice_web_keeps_its_schema(tmp_path: Path) -> None:
    with serve(seed=8, locations=6, port=0, out=tmp_path, extra=True):
        jsonschema.validate(json.loads((tmp_path / "truth.json").read_text(encoding="utf-8")), published("truth"))


def test_a_printed_reading_keeps_its_schema(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<h1>Harbor Lane Bakery</h1><a href="tel:+15035550111">call</a>', encoding="utf-8")
    result = CliRunner().invoke(cli, ["read", str(page), "--url", "https://bakery.example/", "--json"])
    jsonschema.validate(json.loads(result.stdout), published("reading"))


def test_a_printed_audit_keeps_its_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serve(seed=8, locations=4, port=0, out=tmp_path / "web") as practice:
        monkeypatch.setenv("CITATIONS_HOME", str(tmp_path / "home"))
        monkeypatch.setenv("CITATIONS_DIRECTORIES", str(practice.directories))
        monkeypatch.setenv("CITATIONS_ALLOW_PRIVATE", ",".join(practice.allow_private))
        words = ["audit", str(practice.locations_file), "--json", "--out", str(tmp_path / "reports")]
        result = CliRunner().invoke(cli, [*words, "--directories", "practice_townfolk,practice_quarry,own_website"])
    assert result.exit_code == 0, result.stderr
    jsonschema.validate(json.loads(result.stdout), published("audit"))
    fixes = CliRunner().invoke(cli, ["fixes", "--json"])
    assert fixes.exit_code == 0, fixes.stderr
    jsonschema.validate(json.loads(fixes.stdout), published("fixes"))
    assert json.loads(fixes.stdout)["fixes"]
    found = CliRunner().invoke(cli, ["opportunities", "--json"])
    assert found.exit_code == 0, found.stderr
    jsonschema.validate(json.loads(found.stdout), published("opportunities"))
    assert any(client["not_checked"] for client in json.loads(found.stdout)["clients"])
