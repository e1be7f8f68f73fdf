"""The fleet's compose file and Dockerfile, held to the project that they start: no Docker is needed to see them lag."""

import re
import shlex
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.specifiers import SpecifierSet
from typer.testing import CliRunner

from citations.cli import cli
from citations.settings import Settings

ROOT = Path(__file__).parent.parent
FLEET = ROOT / "docs" / "fleet"
COMPOSE: dict[str, Any] = yaml.safe_load((FLEET / "compose.yaml").read_text(encoding="utf-8"))
DOCKERFILE = (FLEET / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
IGNORED = [
    line for line in (FLEET / "Dockerfile.dockerignore").read_text(encoding="utf-8").split("\n") if line[:1] != "#"
]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
OURS = {name: service for name, service in COMPOSE["services"].items() if "build" in service}
GUIDE = (ROOT / "docs" / "fleet.md").read_text(encoding="utf-8")


def set_in_the_image() -> dict[str, str]:
    """The variables of the Dockerfile's ENV."""
    return dict(
        word.split("=", 1) for line in re.findall(r"^ENV (.+)$", DOCKERFILE, re.MULTILINE) for word in shlex.split(line)
    )


def test_there_are_workers_and_a_way_to_audit_by_hand() -> None:
    assert set(OURS) == {"worker", "audit"}
    assert set(COMPOSE["services"]) - set(OURS) == set(COMPOSE["x-citations"]["depends_on"])


@pytest.mark.parametrize("command", [service["command"] for service in OURS.values()])
def test_what_a_container_runs_is_a_command(command: str) -> None:
    assert CliRunner().invoke(cli, [*shlex.split(command)[1:], "--help"]).exit_code == 0
    assert shlex.split(command)[0] in PROJECT["project"]["scripts"]


def test_the_image_runs_what_a_worker_runs() -> None:
    (words,) = re.findall(r"^CMD (\[.+\])$", DOCKERFILE, re.MULTILINE)
    assert " ".join(yaml.safe_load(words)) == OURS["worker"]["command"]


def test_every_setting_is_one() -> None:
    settings = {f"CITATIONS_{name.upper()}" for name in Settings.model_fields}
    given = {*COMPOSE["x-citations"]["environment"], *set_in_the_image()}
    assert {name for name in given if name.startswith("CITATIONS_")} <= settings


def test_the_settings_can_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {**set_in_the_image(), **COMPOSE["x-citations"]["environment"]}.items():
        monkeypatch.setenv(name, re.sub(r"\$\{\w+:\?[^}]+\}", "given", value))
    settings = Settings(_env_file=None)
    assert settings.database_url == "postgresql://citations:given@database/citations"
    assert str(settings.evidence) == "/evidence"


def test_the_workers_reach_the_database_that_is_made() -> None:
    made = COMPOSE["services"]["database"]["environment"]
    url = COMPOSE["x-citations"]["environment"]["CITATIONS_DATABASE_URL"]
    assert url == f"postgresql://{made['POSTGRES_USER']}:{made['POSTGRES_PASSWORD']}@database/{made['POSTGRES_DB']}"


def test_what_must_be_given_is_told_in_the_guide() -> None:
    asked = set(re.findall(r"\$\{(\w+):\?", (FLEET / "compose.yaml").read_text(encoding="utf-8")))
    assert asked == set(re.findall(r'echo "(\w+)=', GUIDE))


def test_every_volume_is_made_and_may_be_written() -> None:
    mounts = [volume.split(":") for service in COMPOSE["services"].values() for volume in service.get("volumes", [])]
    assert {source for source, _ in mounts if not source.startswith(".")} == set(COMPOSE["volumes"])
    (made,) = re.findall(r"mkdir (.+?) &&", DOCKERFILE)
    (owned,) = re.findall(r"chown citations (.+)", DOCKERFILE)
    folders = {target for service in OURS.values() for _, target in (v.split(":") for v in service["volumes"])}
    assert folders == set(made.split()) == set(owned.split())
    assert set_in_the_image()["CITATIONS_EVIDENCE"] in folders
    assert all(f"/data/{name}" in GUIDE for name in ("locations.csv", "reports"))


def test_the_versions_are_ones_that_we_support() -> None:
    (python,) = re.findall(r"^FROM python:(\d+\.\d+)", DOCKERFILE, re.MULTILINE)
    assert SpecifierSet(PROJECT["project"]["requires-python"]).contains(python)
    (least,) = re.findall(r"\| PostgreSQL \| version (\d+) or newer", GUIDE)
    assert int(COMPOSE["services"]["database"]["image"].partition(":")[2]) >= int(least)


def test_the_image_is_built_from_what_is_here() -> None:
    build = COMPOSE["x-citations"]["build"]
    context = (FLEET / build["context"]).resolve()
    assert context == ROOT
    assert context / build["dockerfile"] == FLEET / "Dockerfile"
    needed = ["requirements.lock", "pyproject.toml", PROJECT["project"]["readme"], "citations/cli/main.py"]
    needed += PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for name in needed:
        assert (ROOT / name).exists()
        parents = [name, *map(str, Path(name).parents)]
        assert not any(fnmatch(part, pattern.removeprefix("**/")) for part in parents for pattern in IGNORED if pattern)


def test_keys_and_audits_of_this_machine_stay_out_of_the_image() -> None:
    assert {".git", ".venv", "**/.citations", "**/.env", "docs/fleet/data"} <= set(IGNORED)


def test_playwright_knows_how_the_image_gets_its_browser() -> None:
    (line,) = re.findall(r"playwright (install .+?) &&", DOCKERFILE)
    words = [word for word in shlex.split(line) if word != "--with-deps"]  # that would ask for root
    done = subprocess.run(
        [sys.executable, "-m", "playwright", *words, "--dry-run"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert "headless" in done.stdout.lower()


def test_a_worker_has_longer_to_end_than_a_page_may_take() -> None:
    minutes = int(OURS["worker"]["stop_grace_period"].removesuffix("m"))
    assert minutes * 60 > Settings(_env_file=None).timeout * 3  # a search, a listing, the link on it
