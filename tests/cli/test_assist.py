"""`citations assist` as a person uses it: at a terminal with one key, and by a script without one."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from citations.words import Status
from tests.audit.assist.walled_web import WalledWeb, walled_web
from tests.cli.terminal import terminal


@pytest.fixture
def web(tmp_path: Path) -> Iterator[WalledWeb]:
    with walled_web(tmp_path) as built:
        yield built


@pytest.fixture
def environment(web: WalledWeb, tmp_path: Path) -> Mapping[str, str]:
    """The settings, and a browser that only notes what it was asked to open."""
    opened = tmp_path / "browser"
    opened.write_text(f'#!/bin/sh\necho "$1" >> {tmp_path}/opened\n')
    opened.chmod(0o755)
    return os.environ | {
        "CITATIONS_HOME": str(web.settings.home),
        "CITATIONS_DIRECTORIES": str(web.practice.directories),
        "CITATIONS_ALLOW_PRIVATE": ",".join(web.practice.allow_private),
        "BROWSER": f"{opened} %s",
        "TERM": "xterm",
    }


def save(web: WalledWeb, url: str, name: str) -> None:
    """What a browser's “Save page as” leaves in the folder."""
    head = f"<!-- saved from url=({len(url):04}){url} -->\n".encode()
    (web.settings.home / "inbox" / name).write_bytes(head + web.page_at(url))


def wait_until(holds: Callable[[], bool]) -> None:
    until = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)


def run(environment: Mapping[str, str], *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "citations", "assist", *words]
    return subprocess.run(
        command, check=False, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60
    )


def test_one_key_opens_and_a_saved_page_is_read(web: WalledWeb, environment: Mapping[str, str], tmp_path: Path) -> None:
    first, second = web.desk().entries[:2]
    with terminal("assist", environment=environment) as person:
        person.wait_for(r"0 of \d+ settled")
        person.wait_for(r"\[Enter\] open")
        person.type("n")
        person.wait_for("Look first")
        person.type("\n")
        person.wait_for(f"→ {first.location.name}")
        url = first.link.url
        person.wait_for(re.escape(url))
        wait_until(lambda: (tmp_path / "opened").exists() and (tmp_path / "opened").read_text().endswith("\n"))
        assert (tmp_path / "opened").read_text().strip() == url
        save(web, url, "results.html")
        person.wait_for("✓ results.html: checked; ")
        person.wait_for(r"[1-9]\d* of \d+ settled")
        still = [entry.key for entry in web.desk().entries]
        person.type("\n")
        person.wait_for("→ ")
        person.type("n")
        person.wait_for("settled")
        person.type("s")
        person.wait_for("settled")
        person.type("q")
        assert person.end() == 0
    assert second
    now = {entry.key for entry in web.desk().entries}
    (gone,) = set(still) - now
    said = web.store.check(web.audit.id, *gone)
    assert said
    assert (said.status, said.how) == (Status.NOT_LISTED, "said")


def test_a_pasted_text_is_read(web: WalledWeb, environment: Mapping[str, str]) -> None:
    place = web.desk().entries[0].location
    with terminal("assist", environment=environment) as person:
        person.wait_for(r"\[Enter\] open")
        person.type("u")
        person.wait_for("Ctrl-D")
        person.type(f"{place.name}\n{place.postal}\n{place.phone}\n.\n")
        person.wait_for("✓ pasted text: checked")
        person.type("q")
        assert person.end() == 0


def test_ctrl_c_keeps_what_was_read(web: WalledWeb, environment: Mapping[str, str]) -> None:
    with terminal("assist", environment=environment) as person:
        person.wait_for(r"\[Enter\] open")
        person.type("\x03")
        person.wait_for("Stopped")
        assert person.end() == 0


def test_a_script_goes_through_the_folder_once(web: WalledWeb, environment: Mapping[str, str]) -> None:
    (web.settings.home / "inbox").mkdir()
    urls = [row["url"] for row in web.truth.values() if row["status"] == "listed"][:3]
    for place, url in enumerate(urls):
        save(web, url, f"{place}.html")
    done = run(environment)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("checked; ") == 3
    (web.settings.home / "inbox" / "nothing.html").write_text("<html><h1>No listing</h1></html>")
    odd = run(environment, "--once")
    assert odd.returncode == 1
    assert "nothing.html: aside" in odd.stdout


def test_an_address_may_be_given(web: WalledWeb, environment: Mapping[str, str]) -> None:
    url = next(row["url"] for row in web.truth.values() if row["status"] == "listed")
    done = run(environment, "--url", url, "--url", "https://elsewhere.example/1")
    assert done.returncode == 1
    assert "none of the queue's directories" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--audit", "99"], "there is no audit number 99"),
        (["--client", "Nobody"], "has no client 'Nobody'"),
        (["--folder", "/nowhere/at/all"], "/nowhere/at/all"),
    ],
)
def test_wrong_use_ends_with_2_and_a_sentence(environment: Mapping[str, str], words: list[str], said: str) -> None:
    done = run(environment, *words)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_without_a_window_browser_it_says_how_to_get_one(
    web: WalledWeb, environment: Mapping[str, str], tmp_path: Path
) -> None:
    shell = tmp_path / "chromium-headless-shell"
    shell.write_text("#!/bin/sh\n")
    shell.chmod(0o755)
    with terminal("assist", "--browser", environment=environment | {"CITATIONS_BROWSER": str(shell)}) as person:
        person.wait_for("cannot show a window.*playwright install chromium")
        assert person.end() == 2


def test_no_audit_yet(tmp_path: Path) -> None:
    done = run(os.environ | {"CITATIONS_HOME": str(tmp_path / "empty"), "CITATIONS_DIRECTORIES": ""})
    assert done.returncode == 2
    assert "citations audit FILE" in done.stderr
